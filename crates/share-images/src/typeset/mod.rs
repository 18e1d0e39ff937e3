//! Words to shapes: bidirectional order, shaping, line breaks, outlines.

mod lines;
mod outline;
mod shape;

pub use lines::{Paragraph, broken};
pub use shape::{Glyph, Weight, width};

pub(crate) use outline::outline;

pub use shape::glyphs;
