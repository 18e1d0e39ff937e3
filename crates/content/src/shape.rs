//! The shapes of a drawing.

use serde::{Deserialize, Serialize};

/// A shape of a drawing. Coordinates are final: user units, percent or em (SVG 2, section 8.9).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    Link(String, #[serde(deserialize_with = "crate::page::nested")] Vec<Shape>),
}
