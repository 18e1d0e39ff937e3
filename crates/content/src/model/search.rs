//! How readers find things: headwords of the index, examples of queries.

use super::{Reference, Text};
use crate::problem::Place;

/// A word of the index, or forms of one that stands there anyway.
#[derive(Debug)]
pub struct Headword {
    /// Id and anchor. That of a term or an objective adds these forms to its entry.
    pub id: String,
    /// What is read; empty for a term or an objective, which have their own names.
    pub name: String,
    /// What in a claim's text counts as a mention, beside the name.
    pub forms: Vec<String>,
    /// Claims that use one of these words in another sense.
    pub except: Vec<Reference>,
    /// Where it is defined.
    pub place: Place,
}

/// A query that shows what the search can do.
#[derive(Debug)]
pub struct Example {
    /// What is typed.
    pub query: String,
    /// What it finds, and why.
    pub text: Text,
}
