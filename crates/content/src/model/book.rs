//! The index as at the back of a book, with its mentions: found once, since every claim must be read for it.

use crate::route::Route;

/// Every heading and every other name of one, in no order.
#[derive(Debug, Default)]
pub struct Book {
    /// The headings.
    pub headings: Vec<Heading>,
    /// Other names.
    pub sees: Vec<See>,
}

/// A heading and the claims that mention it.
#[derive(Debug)]
pub struct Heading {
    /// Anchor on the page of its letter.
    pub id: String,
    /// What is read.
    pub name: String,
    /// The page that explains it, at the same anchor.
    pub explained: Option<Route>,
    /// Ids of the claims, in order.
    pub claims: Vec<String>,
}

/// Another name of a heading.
#[derive(Debug)]
pub struct See {
    /// The other name.
    pub name: String,
    /// Its language, if it is not Arabic.
    pub lang: Option<&'static str>,
    /// Anchor of the heading.
    pub id: String,
    /// Name of the heading.
    pub heading: String,
}
