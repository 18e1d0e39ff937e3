//! People with their dated roles, and institutions.

use content::{
    model::{Entry, Reference, Term},
    route::Route,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Ids, Origin, Record, claims::Claim, terms::of as term_of};
use crate::{
    data::values::{ClaimId, Language, Path, Slug, Url},
    plain::plain,
};

/// A person named by the sources.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Permanent id.
    pub id: Slug,
    /// Name in Arabic.
    #[schemars(length(min = 1))]
    pub name: String,
    /// Name in Latin letters.
    pub latin_name: String,
    /// Language of that spelling.
    pub latin_language: Language,
    /// In French, as in the term of the same id.
    pub fr: Option<String>,
    /// In English, as in the term of the same id.
    pub en: Option<String>,
    /// Other forms of the name, in any script.
    pub aliases: Vec<String>,
    /// Who it is, in Arabic.
    pub summary: String,
    /// Ids of the claims about or mentioning the person.
    pub claims: Vec<ClaimId>,
    /// The page, below the base address.
    pub page: Path,
    /// Permanent address.
    pub url: Url,
}

impl Record for Person {
    const CODE: &'static str = "people";

    fn all(origin: &Origin<'_>) -> Vec<Self> {
        let person = |entry: &Entry| Self {
            id: entry.id.clone().into(),
            name: entry.name.clone(),
            latin_name: entry.latin.clone(),
            latin_language: entry.lang.clone().into(),
            fr: term(origin, entry).and_then(|term| term.fr.clone()),
            en: term(origin, entry).and_then(|term| term.en.clone()),
            aliases: term(origin, entry).map_or_else(Vec::new, |term| term.aliases.clone()),
            summary: plain(&entry.summary),
            claims: mentions(origin, entry, |claim| &claim.people),
            page: Route::People.path().into(),
            url: origin.base.anchor(&Route::People, &entry.id).into(),
        };
        origin.site.people.iter().map(person).collect()
    }
}

/// A role of a person, with when it was held as far as the sources say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Id of the person and of the claim.
    pub id: String,
    /// Id of the person.
    pub person: Slug,
    /// The role, in Arabic.
    #[schemars(length(min = 1))]
    pub role: String,
    /// When, in Arabic.
    pub when: String,
    /// Id of the claim that carries it.
    pub claim: ClaimId,
}

impl Record for Role {
    const CODE: &'static str = "roles";
    const REFERENCES: &'static [(&'static str, &'static str)] = &[("person", Person::CODE), ("claim", Claim::CODE)];

    fn all(origin: &Origin<'_>) -> Vec<Self> {
        let mut ids = Ids::default();
        let mut roles = Vec::new();
        for entry in &origin.site.people {
            roles.extend(entry.roles.iter().map(|role| Self {
                id: ids.next(format!("{}.{}", entry.id, role.claim.id)),
                person: entry.id.clone().into(),
                role: plain(&role.role),
                when: plain(&role.when),
                claim: role.claim.id.clone().into(),
            }));
        }
        roles
    }
}

/// An institution named by the sources.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Institution {
    /// Permanent id.
    pub id: Slug,
    /// Name in Arabic.
    #[schemars(length(min = 1))]
    pub name: String,
    /// Name in Latin letters.
    pub latin_name: String,
    /// Language of that name.
    pub latin_language: Language,
    /// In French, as in the term of the same id.
    pub fr: Option<String>,
    /// In English, as in the term of the same id.
    pub en: Option<String>,
    /// Acronyms.
    pub acronyms: Vec<String>,
    /// Other forms of the name, in any script.
    pub aliases: Vec<String>,
    /// What it is, in Arabic.
    pub summary: String,
    /// Ids of the claims about or mentioning it.
    pub claims: Vec<ClaimId>,
    /// The page, below the base address.
    pub page: Path,
    /// Permanent address.
    pub url: Url,
}

impl Record for Institution {
    const CODE: &'static str = "institutions";

    fn all(origin: &Origin<'_>) -> Vec<Self> {
        let institution = |entry: &Entry| Self {
            id: entry.id.clone().into(),
            name: entry.name.clone(),
            latin_name: entry.latin.clone(),
            latin_language: entry.lang.clone().into(),
            fr: term(origin, entry).and_then(|term| term.fr.clone()),
            en: term(origin, entry).and_then(|term| term.en.clone()),
            acronyms: entry.acronyms.clone(),
            aliases: term(origin, entry).map_or_else(Vec::new, |term| term.aliases.clone()),
            summary: plain(&entry.summary),
            claims: mentions(origin, entry, |claim| &claim.institutions),
            page: entry.page.as_ref().map_or_else(|| Route::Institutions.path(), |page| page.id.clone()).into(),
            url: origin.base.anchor(&Route::Institutions, &entry.id).into(),
        };
        origin.site.institutions.iter().map(institution).collect()
    }
}

/// The names of an entry.
fn term<'a>(origin: &Origin<'a>, entry: &Entry) -> Option<&'a Term> {
    term_of(origin.site, &entry.id)
}

/// The claims at home with an entry, then those that name it, each once.
fn mentions(origin: &Origin<'_>, entry: &Entry, names: fn(&content::model::Claim) -> &Vec<Reference>) -> Vec<ClaimId> {
    let naming = origin.site.claims.values().filter(|claim| names(claim).iter().any(|name| name.id == entry.id));
    let elsewhere = naming.map(|claim| &claim.id).filter(|id| !entry.claims.contains(id));
    entry.claims.iter().chain(elsewhere).map(|id| id.clone().into()).collect()
}
