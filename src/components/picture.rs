//! Pictures: drawings as SVG whose text is text and whose links are links, with the table that says the same.

use std::sync::Arc;

use content::{
    page::{Drawing, Picture, Shape},
    phrases::picture as words,
};
use leptos::prelude::*;

use super::{
    block::{Context, table},
    element::{Element, element},
    inline::inlines,
};

/// A picture with its words. A voice reads the drawing as a group: texts and links in the order of drawing.
pub fn picture(picture: Picture, context: &Arc<Context>) -> Element {
    let caption = element("figcaption")
        .child(element("b").text(picture.title))
        .text([" ", &picture.text, " "].concat())
        .views(inlines(&picture.credit, context));
    let table = picture.table.map(|table| {
        let details = element("details").class("picture__table");
        details.child(element("summary").text(words::TABLE)).child(self::table(table, context))
    });
    element("figure")
        .with("class", ["picture ", &picture.id].concat())
        .with("id", picture.id)
        .child(caption)
        .child(element("div").class("drawings").views(picture.drawings.into_iter().map(drawing)))
        .children(table)
}

/// Without a view box the drawing is as high as it says and as wide as its place.
fn drawing(drawing: Drawing) -> AnyView {
    let mut svg = element("svg").with("role", "group").with("aria-label", drawing.name);
    for (name, value) in [("height", drawing.height), ("viewBox", drawing.view)] {
        if !value.is_empty() {
            svg = svg.with(name, value);
        }
    }
    svg.views(drawing.shapes.into_iter().map(shape)).into_svg()
}

fn shape(shape: Shape) -> AnyView {
    let shape = match shape {
        Shape::Path(class, data) => element("path").with("class", class).with("d", data),
        Shape::Rect(class, x, y, width, height) => {
            let placed = element("rect").with("class", class).with("x", x).with("y", y);
            placed.with("width", width).with("height", height)
        }
        Shape::Circle(class, x, y, radius) => element("circle").with("class", class).with("cx", x).with("cy", y).with("r", radius),
        Shape::Text(class, x, y, text) => element("text").with("class", class).with("x", x).with("y", y).text(text),
        Shape::Link(href, linked) => element("a").with("href", href).views(linked.into_iter().map(self::shape)),
    };
    shape.into_svg()
}
