//! What the reference is made of: the published page, its addresses, its phrases; and, for the
//! native tools only, how the editors' files are read, checked and composed into pages.
//!
//! This crate knows nothing of Leptos, the browser or the disk: callers hand it text.

pub mod page;
pub mod phrases;
pub mod route;
pub mod shape;

#[cfg(feature = "source")]
pub mod compose;
#[cfg(feature = "source")]
pub mod model;
#[cfg(feature = "source")]
pub mod problem;
#[cfg(feature = "source")]
pub mod report;
#[cfg(feature = "source")]
pub mod source;
#[cfg(feature = "source")]
pub mod text;
