//! The shapes of a drawing, and how they travel: as rows of strings, which cost the WASM no code of their own.

extern crate alloc;

use alloc::{borrow::ToOwned, string::String, vec, vec::Vec};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A shape of a drawing. Coordinates are final: user units, percent or em (SVG 2, section 8.9).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Class, path data.
    Path(String, String),
    /// Class, x, y, width, height.
    Rect(String, String, String, String, String),
    /// Class, x, y, radius.
    Circle(String, String, String, String),
    /// Class, x, y, Arabic text. Its class says on which side of x it stands.
    Text(String, String, String, String),
    /// Final address, what is linked. Links hold no links.
    Link(String, Vec<Shape>),
}

/// A row: what it is, then its parts.
type Row = Vec<String>;

const PATH: &str = "p";
const RECT: &str = "r";
const CIRCLE: &str = "c";
const TEXT: &str = "t";
/// What is linked follows until the end of the link.
const LINK: &str = "a";
const END_OF_LINK: &str = "/";

/// Writes shapes as rows.
///
/// # Errors
/// Those of the serializer.
pub fn serialize<S: Serializer>(shapes: &[Shape], serializer: S) -> Result<S::Ok, S::Error> {
    rows(shapes).serialize(serializer)
}

fn rows(shapes: &[Shape]) -> Vec<Row> {
    let row = |kind: &str, parts: &[&String]| core::iter::once(kind.to_owned()).chain(parts.iter().map(|part| (*part).clone())).collect();
    let of = |shape: &Shape| match shape {
        Shape::Path(class, data) => vec![row(PATH, &[class, data])],
        Shape::Rect(class, x, y, width, height) => vec![row(RECT, &[class, x, y, width, height])],
        Shape::Circle(class, x, y, radius) => vec![row(CIRCLE, &[class, x, y, radius])],
        Shape::Text(class, x, y, text) => vec![row(TEXT, &[class, x, y, text])],
        Shape::Link(href, linked) => {
            let mut all = vec![row(LINK, &[href])];
            all.extend(rows(linked));
            all.push(row(END_OF_LINK, &[]));
            all
        }
    };
    shapes.iter().flat_map(of).collect()
}

/// Reads rows as shapes. A row that says nothing known is left out: the picture of a newer build loses a shape, no more.
///
/// # Errors
/// Those of the deserializer.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Shape>, D::Error> {
    Vec::<Row>::deserialize(deserializer).map(shapes)
}

fn shapes(rows: Vec<Row>) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let mut is_linked = false;
    for row in rows {
        let mut parts = row.into_iter();
        let kind = parts.next().unwrap_or_default();
        let mut next = || parts.next().unwrap_or_default();
        let shape = match kind.as_str() {
            PATH => Shape::Path(next(), next()),
            RECT => Shape::Rect(next(), next(), next(), next(), next()),
            CIRCLE => Shape::Circle(next(), next(), next(), next()),
            TEXT => Shape::Text(next(), next(), next(), next()),
            LINK => Shape::Link(next(), Vec::new()),
            _ => {
                is_linked = false;
                continue;
            }
        };
        let begins_link = kind == LINK;
        match shapes.last_mut() {
            Some(Shape::Link(_, linked)) if is_linked && !begins_link => linked.push(shape),
            _ => shapes.push(shape),
        }
        is_linked |= begins_link;
    }
    shapes
}

#[cfg(test)]
mod tests {
    use super::{Shape, rows, shapes};

    #[test]
    fn shapes_come_back_as_they_left() {
        let text = |text: &str| Shape::Text("name".into(), "1%".into(), "2em".into(), text.into());
        let rect = Shape::Rect("band".into(), "0".into(), "1em".into(), "100%".into(), "2em".into());
        let all = [
            Shape::Path("land".into(), "M0 0l1 1z".into()),
            Shape::Link("/a/".into(), vec![rect, Shape::Circle("mark".into(), "1".into(), "2".into(), "3".into()), text("a")]),
            Shape::Link("/b/".into(), vec![text("b")]),
            text("c"),
        ];
        assert_eq!(shapes(rows(&all)), all);
    }
}
