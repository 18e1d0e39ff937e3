//! Pictures: drawings as SVG whose text is text and whose links are links, with the table that says the same.

use std::sync::Arc;

use content::{
    page::{Drawing, Picture, Shape},
    phrases::picture as words,
};
use leptos::{prelude::*, svg};

use super::{
    block::{Context, table},
    inline::inlines,
};

/// A picture with its words. A voice reads the drawing as a group: texts and links in the order of drawing.
pub fn picture(picture: Picture, context: &Arc<Context>) -> AnyView {
    let drawings: Vec<_> = picture.drawings.into_iter().map(drawing).collect();
    let table = picture.table.map(|table| {
        view! { <details class="picture__table"><summary>{words::TABLE}</summary>{self::table(table, context)}</details> }
    });
    let class = format!("picture {}", picture.id);
    view! {
        <figure class=class id=picture.id>
            <figcaption><b>{picture.title}</b>" "{picture.text}" "{inlines(&picture.credit, context)}</figcaption>
            <div class="drawings">{drawings}</div>
            {table}
        </figure>
    }
    .into_any()
}

/// Without a view box the drawing is as high as it says and as wide as its place.
fn drawing(drawing: Drawing) -> AnyView {
    let height = (!drawing.height.is_empty()).then_some(drawing.height);
    let view = (!drawing.view.is_empty()).then_some(drawing.view);
    view! { <svg role="group" aria-label=drawing.name height=height viewBox=view>{shapes(drawing.shapes)}</svg> }.into_any()
}

fn shapes(shapes: Vec<Shape>) -> Vec<AnyView> {
    shapes.into_iter().map(shape).collect()
}

fn shape(shape: Shape) -> AnyView {
    match shape {
        Shape::Path(class, data) => view! { <path class=class d=data/> }.into_any(),
        Shape::Rect(class, x, y, width, height) => view! { <rect class=class x=x y=y width=width height=height/> }.into_any(),
        Shape::Circle(class, x, y, radius) => view! { <circle class=class cx=x cy=y r=radius/> }.into_any(),
        Shape::Text(class, x, y, text) => view! { <text class=class x=x y=y>{text}</text> }.into_any(),
        // By its function: `view!` alone would make this the `<a>` of HTML, which SVG does not draw.
        Shape::Link(href, linked) => svg::a().attr("href", href).child(shapes(linked)).into_any(),
    }
}
