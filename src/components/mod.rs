//! The parts of a page. A component never fetches: it gets values and shows them.

mod block;
mod claim;
pub mod frame;
mod inline;
pub mod page;
mod picture;
