//! Names: every term with its languages, and the entries of people and institutions that bear them.

use super::{Reference, Text};
use crate::problem::Place;

/// What a term names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TermKind {
    /// A person.
    Person,
    /// An institution.
    Institution,
    /// A notion.
    Concept,
    /// A place.
    Place,
}

/// A name in the languages of the sources, with all its other forms.
#[derive(Debug)]
pub struct Term {
    /// Id and anchor; that of a person or institution is the id of its entry.
    pub id: String,
    /// What it names.
    pub kind: TermKind,
    /// In Arabic.
    pub ar: String,
    /// In French.
    pub fr: Option<String>,
    /// In English.
    pub en: Option<String>,
    /// Acronyms.
    pub acronyms: Vec<String>,
    /// Other forms, in any script.
    pub aliases: Vec<String>,
    /// One sentence.
    pub definition: Text,
    /// Where it is defined.
    pub place: Place,
}

impl Term {
    /// The name in Latin letters with its language: English, else French.
    #[must_use]
    pub fn latin(&self) -> Option<(&'static str, &str)> {
        let english = self.en.as_deref().map(|name| ("en", name));
        english.or_else(|| self.fr.as_deref().map(|name| ("fr", name)))
    }
}

/// A person or an institution.
#[derive(Debug)]
pub struct Entry {
    /// Id and anchor.
    pub id: String,
    /// Arabic name, as in the term of the same id; so are the names below.
    pub name: String,
    /// Name in Latin letters.
    pub latin: String,
    /// Language tag of that name.
    pub lang: String,
    /// Acronyms.
    pub acronyms: Vec<String>,
    /// A page of its own, below the base path.
    pub page: Option<Reference>,
    /// Who or what it is.
    pub summary: Text,
    /// Roles with their dates.
    pub roles: Vec<Role>,
    /// Ids of the claims at home here.
    pub claims: Vec<String>,
}

/// A dated role.
#[derive(Debug)]
pub struct Role {
    /// The role.
    pub role: Text,
    /// When it was held, as far as the sources say.
    pub when: Text,
    /// The claim that carries it.
    pub claim: Reference,
}
