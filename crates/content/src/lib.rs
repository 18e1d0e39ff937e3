//! What the reference is made of: the published page, its addresses, its phrases; and, for the
//! native tools only, how the editors' files are read, checked and composed into pages.
//!
//! This crate knows nothing of Leptos, the browser or the disk: callers hand it text.

#[cfg(feature = "fold")]
pub mod fold;
pub mod page;
pub mod phrases;
#[cfg(all(feature = "plural", target_arch = "wasm32"))]
pub mod plural;
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
#[cfg(feature = "source")]
pub mod written_date;
