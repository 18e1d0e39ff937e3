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

/// Attributes of an element of SVG; nothing for those that it lacks.
type Attributes = [(&'static str, Option<String>); 5];

/// An element of SVG. All share the types of their attributes and children: each type of its own would cost
/// every reader a kilobyte. `view!` alone would also make `a` the one of HTML, which SVG does not draw.
macro_rules! element {
    ($tag:ident, $attributes:expr, $children:expr) => {{
        let [a, b, c, d, e] = $attributes;
        svg::$tag().attr(a.0, a.1).attr(b.0, b.1).attr(c.0, c.1).attr(d.0, d.1).attr(e.0, e.1).child($children).into_any()
    }};
}

/// The first attributes of an element; the others stay away.
fn attributes<const COUNT: usize>(given: [(&'static str, String); COUNT]) -> Attributes {
    let mut given = given.into_iter();
    std::array::from_fn(|_| given.next().map_or(("class", None), |(name, value)| (name, (!value.is_empty()).then_some(value))))
}

/// Without a view box the drawing is as high as it says and as wide as its place.
fn drawing(drawing: Drawing) -> AnyView {
    let role = "group".to_owned();
    let given = [("role", role), ("aria-label", drawing.name), ("height", drawing.height), ("viewBox", drawing.view)];
    element!(svg, attributes(given), shapes(drawing.shapes))
}

fn shapes(shapes: Vec<Shape>) -> Vec<AnyView> {
    shapes.into_iter().map(shape).collect()
}

fn shape(shape: Shape) -> AnyView {
    let none = Vec::<AnyView>::new();
    match shape {
        Shape::Path(class, data) => element!(path, attributes([("class", class), ("d", data)]), none),
        Shape::Rect(class, x, y, width, height) => {
            element!(rect, attributes([("class", class), ("x", x), ("y", y), ("width", width), ("height", height)]), none)
        }
        Shape::Circle(class, x, y, radius) => {
            element!(circle, attributes([("class", class), ("cx", x), ("cy", y), ("r", radius)]), none)
        }
        Shape::Text(class, x, y, text) => element!(text, attributes([("class", class), ("x", x), ("y", y)]), vec![text.into_any()]),
        Shape::Link(href, linked) => element!(a, attributes([("href", href)]), shapes(linked)),
    }
}
