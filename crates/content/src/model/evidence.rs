//! What a statement rests on: claims, their sources, and where sources disagree.

use super::{Date, Reference, Text};
use crate::{problem::Place, route::Route};

/// The kind of a source; grades follow from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SourceKind {
    /// A page of the United Nations.
    Un,
    /// Another site's copy of such a page.
    UnCopy,
    /// A press text that carries a communiqué of the United Nations.
    UnViaPress,
    /// A page of the Moroccan authorities.
    Government,
    /// A news agency.
    Agency,
    /// A newspaper, magazine or news site.
    Press,
    /// A blog.
    Blog,
    /// A reference site or research institute.
    Reference,
    /// An encyclopedia or a copy of one.
    Encyclopedia,
    /// The unsigned encyclopedic article.
    Seed,
}

/// A text that was read.
#[derive(Debug)]
pub struct Source {
    /// `SEED` or S001 to S999.
    pub id: String,
    /// Kind.
    pub kind: SourceKind,
    /// Language tag of the text.
    pub lang: String,
    /// Publisher, in Arabic.
    pub publisher: Text,
    /// Publisher as it writes itself in Latin letters.
    pub publisher_original: Option<String>,
    /// Printed headline in its language.
    pub title: Option<String>,
    /// What the text is, in Arabic.
    pub description: Text,
    /// Publication date, when the text or its address states one.
    pub published: Option<Date>,
    /// Address, or why none is given.
    pub address: Address,
    /// Where it is defined.
    pub place: Place,
}

/// Whether a source's address is published.
#[derive(Debug, PartialEq, Eq)]
pub enum Address {
    /// The address.
    Url(String),
    /// Why there is none.
    Unlinked(Text),
}

/// A short statement with its sources.
#[derive(Debug)]
pub struct Claim {
    /// Permanent id, F001 to F999.
    pub id: String,
    /// The statement.
    pub text: Text,
    /// Sources, at least one.
    pub sources: Vec<Reference>,
    /// Limits of the evidence.
    pub note: Text,
    /// People it mentions.
    pub people: Vec<Reference>,
    /// Institutions it mentions.
    pub institutions: Vec<Reference>,
    /// The one page where it lives.
    pub home: Route,
    /// Where it is defined.
    pub place: Place,
}

/// A disagreement of sources.
#[derive(Debug)]
pub struct Conflict {
    /// Permanent id, K01 to K99.
    pub id: String,
    /// A mere slip of one source.
    pub slip: bool,
    /// Title.
    pub title: Text,
    /// Claims it touches.
    pub claims: Vec<Reference>,
    /// What this site writes, and why.
    pub choice: Text,
    /// The competing statements.
    pub statements: Vec<Statement>,
    /// Where it is defined.
    pub place: Place,
}

/// One side of a conflict.
#[derive(Debug)]
pub struct Statement {
    /// What it says.
    pub text: Text,
    /// Who says it.
    pub sources: Vec<Reference>,
}

/// Sources that carry one and the same text, and so are one witness.
#[derive(Debug)]
pub struct Reprint {
    /// Permanent id, R01 to R99.
    pub id: String,
    /// What the text is.
    pub name: Text,
    /// The sources, at least two.
    pub sources: Vec<Reference>,
    /// What shows it, and how surely.
    pub reason: Text,
    /// Where it is defined.
    pub place: Place,
}

/// A correction of this site.
#[derive(Debug)]
pub struct Correction {
    /// Permanent id, C01 to C99.
    pub id: String,
    /// When it was made.
    pub date: Date,
    /// Claims it touches.
    pub claims: Vec<Reference>,
    /// What was written.
    pub was: Text,
    /// What is written now.
    pub now: Text,
    /// Why.
    pub reason: Text,
    /// Where it is defined.
    pub place: Place,
}
