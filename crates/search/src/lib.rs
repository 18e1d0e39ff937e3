//! Search that understands Arabic: what a word is, which forms it has, what the site says with it, what a query means.
//!
//! The same code makes the index natively and reads it in the browser. It knows nothing of the browser, of files or of the
//! network: callers hand it text and bytes.

pub mod collection;
mod engine;
pub mod format;
mod group;
mod order;
pub mod outcome;
mod query;
mod search;
pub mod token;
mod vocabulary;
pub mod word;

pub use engine::Engine;
pub use format::IndexError;
pub use group::{Groups, Name};
pub use word::Lexicon;
