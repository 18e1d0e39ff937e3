//! Terms: every name in the languages of the sources, with its other forms.

use content::{
    model::{self, Site},
    route::Route,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Origin, Record};
use crate::{
    data::values::{ClaimId, Path, Slug, TermKind, Url},
    plain::{cited, plain},
};

/// A name or a notion. The term of a person or an institution has that record's id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Permanent id.
    pub id: Slug,
    /// What it names: a code.
    pub kind: TermKind,
    /// In Arabic, as this site writes it.
    #[schemars(length(min = 1))]
    pub ar: String,
    /// In French.
    pub fr: Option<String>,
    /// In English.
    pub en: Option<String>,
    /// Acronyms.
    pub acronyms: Vec<String>,
    /// Other forms, in any script.
    pub aliases: Vec<String>,
    /// One sentence, in Arabic.
    #[schemars(length(min = 1))]
    pub definition: String,
    /// Ids of the claims that carry the definition.
    pub claims: Vec<ClaimId>,
    /// The page where it stands, below the base address.
    pub page: Path,
    /// Permanent address.
    pub url: Url,
}

impl Record for Term {
    const CODE: &'static str = "terms";

    fn all(origin: &Origin<'_>) -> Vec<Self> {
        let term = |term: &model::Term| Self {
            id: term.id.clone().into(),
            kind: term.kind.into(),
            ar: term.ar.clone(),
            fr: term.fr.clone(),
            en: term.en.clone(),
            acronyms: term.acronyms.clone(),
            aliases: term.aliases.clone(),
            definition: plain(&term.definition),
            claims: cited(&term.definition).into_iter().map(ClaimId::from).collect(),
            page: Route::Glossary.path().into(),
            url: origin.base.anchor(&Route::Glossary, &term.id).into(),
        };
        origin.site.terms.iter().map(term).collect()
    }
}

/// The term of a person or an institution.
pub fn of<'a>(site: &'a Site, id: &str) -> Option<&'a model::Term> {
    site.terms.iter().find(|term| term.id == id)
}
