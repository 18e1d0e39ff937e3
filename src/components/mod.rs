//! The parts of a page. A component never fetches: it gets values and shows them.

pub mod block;
mod cite;
pub mod claim;
mod contents;
pub(crate) mod element;
pub mod frame;
mod inline;
pub(crate) mod matrix;
pub mod page;
mod picture;
