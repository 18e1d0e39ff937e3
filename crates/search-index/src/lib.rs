//! The search index of the site: what is searched, what is known of words, how it is written for the browser.

pub mod answer;
pub mod bench;
mod collection;
pub mod folder;
pub mod knowledge;
pub mod pairs;
mod prune;
mod write;

pub use collection::Collection;
pub use knowledge::Knowledge;
pub use write::{File, files};
