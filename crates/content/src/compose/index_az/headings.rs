//! What stands in the index: terms, objectives, host cities, and the words that editors add.

use std::collections::{BTreeMap, BTreeSet};

use super::words::{mentions, words};
use crate::{
    compose::glossary::sorted_by,
    model::{self, Book, Headword, See, Site, Span, Term, Text},
    route::Route,
};

/// A heading and what counts as a mention of it.
#[derive(Default)]
pub(super) struct Heading<'a> {
    /// Anchor on the page of its letter.
    pub(super) id: String,
    /// What is read.
    pub(super) name: String,
    /// Words that mention it in the text of a claim.
    pub(super) forms: Vec<&'a str>,
    /// The page that explains it, at the same anchor.
    pub(super) explained: Option<Route>,
    /// Claims that editors tied to it, whatever words they use.
    pub(super) claims: Vec<&'a str>,
    /// Claims that use one of its words in another sense.
    pub(super) except: Vec<&'a str>,
}

/// The index of `site`, whose [`model::Index`] is there.
pub(crate) fn book(site: &Site) -> Book {
    let wanted = headings(site);
    let sees = sees(site, &wanted);
    let mut mentions = mentions(site, &wanted);
    let heading = |heading: Heading<'_>| model::Heading {
        claims: mentions.remove(&heading.id).into_iter().flatten().map(str::to_owned).collect(),
        id: heading.id,
        name: heading.name,
        explained: heading.explained,
    };
    Book { headings: wanted.into_iter().map(heading).collect(), sees }
}

/// Every heading, in no order.
fn headings(site: &Site) -> Vec<Heading<'_>> {
    let mut headings: Vec<Heading<'_>> = site.terms.iter().map(|term| of_term(site, term)).collect();
    for objective in &site.objectives {
        let claims = objective_claims(site, &objective.id);
        match headings.iter_mut().find(|heading| heading.id == objective.id) {
            Some(term) => term.claims.extend(claims),
            None => headings.push(Heading {
                id: objective.id.clone(),
                name: objective.title.clone(),
                forms: vec![&objective.title],
                explained: Some(Route::Objectives),
                claims,
                except: Vec::new(),
            }),
        }
    }
    let mut names: BTreeSet<String> = headings.iter().map(|heading| heading.name.clone()).collect();
    for edition in &site.editions {
        if names.insert(edition.city.clone()) {
            let claims = vec![edition.dates_claim.id.as_str()];
            let forms = vec![edition.city.as_str()];
            headings.push(Heading { id: edition.slug.clone(), name: edition.city.clone(), forms, claims, ..Heading::default() });
        }
    }
    for word in &site.headwords {
        match headings.iter_mut().find(|heading| heading.id == word.id) {
            Some(heading) => {
                heading.forms.extend(word.forms.iter().map(String::as_str));
                heading.except.extend(word.except.iter().map(|claim| claim.id.as_str()));
            }
            None => headings.push(of_headword(word)),
        }
    }
    headings
}

fn of_term<'a>(site: &'a Site, term: &'a Term) -> Heading<'a> {
    let names = [Some(&term.ar), term.fr.as_ref(), term.en.as_ref()].into_iter().flatten();
    let forms = names.chain(&term.acronyms).chain(&term.aliases).map(String::as_str).collect();
    let claims = site.claims_naming(&term.id).map(|claim| claim.id.as_str()).chain(cited(&term.definition)).collect();
    Heading { id: term.id.clone(), name: term.ar.clone(), forms, explained: Some(Route::Glossary), claims, except: Vec::new() }
}

fn of_headword(word: &Headword) -> Heading<'_> {
    let forms = std::iter::once(&word.name).chain(&word.forms).map(String::as_str).collect();
    let except = word.except.iter().map(|claim| claim.id.as_str()).collect();
    Heading { id: word.id.clone(), name: word.name.clone(), forms, except, ..Heading::default() }
}

/// The claims of an objective, and those on which editions rest that stated it.
fn objective_claims<'a>(site: &'a Site, id: &str) -> Vec<&'a str> {
    let own = site.objectives.iter().filter(|objective| objective.id == id).flat_map(|objective| &objective.passage.claims);
    let stated = site.editions.iter().flat_map(|edition| &edition.objectives).filter(|stated| stated.theme.id == id);
    own.map(String::as_str).chain(stated.flat_map(|stated| cited(&stated.text).chain(cited(&stated.speaker)))).collect()
}

fn cited(text: &Text) -> impl Iterator<Item = &str> {
    text.iter().filter_map(|span| match span {
        Span::Claim(reference) => Some(reference.id.as_str()),
        _ => None,
    })
}

/// Every other name that a reader may look up, in no order. Names that would stand beside their heading are left out: the same
/// name in another spelling, or its first words.
fn sees(site: &Site, headings: &[Heading<'_>]) -> Vec<See> {
    let headings: BTreeMap<&str, &Heading<'_>> = headings.iter().map(|heading| (heading.id.as_str(), heading)).collect();
    let objectives = site.objectives.iter().map(|objective| (&objective.title, None, &objective.id));
    let terms = site.terms.iter().flat_map(|term| {
        let english = term.en.iter().map(|name| (name, Some("en"), &term.id));
        let french = term.fr.iter().map(|name| (name, Some("fr"), &term.id));
        let others = term.aliases.iter().chain(&term.acronyms);
        english.chain(french).chain(others.map(|name| (name, is_latin(name).then_some("en"), &term.id)))
    });
    let mut sees: Vec<See> = Vec::new();
    for (name, lang, id) in terms.chain(objectives) {
        let Some(heading) = headings.get(id.as_str()) else { continue };
        let mut known = sees.iter().filter(|see| see.id == *id).map(|see| &see.name);
        let is_there = spelling(&heading.name).starts_with(&spelling(name)) || known.any(|known| spelling(known) == spelling(name));
        if !is_there {
            sees.push(See { name: name.clone(), lang, id: id.clone(), heading: heading.name.clone() });
        }
    }
    sees
}

/// The words of a name without its article.
fn spelling(name: &str) -> Vec<String> {
    words(sorted_by(name))
}

fn is_latin(name: &str) -> bool {
    name.chars().any(|letter| letter.is_ascii_alphabetic())
}

/// Words that editors added and that no claim mentions.
pub(crate) fn unmentioned(site: &Site) -> Vec<&Headword> {
    let without: BTreeSet<&str> =
        site.book.headings.iter().filter(|heading| heading.claims.is_empty()).map(|heading| heading.id.as_str()).collect();
    site.headwords.iter().filter(|word| without.contains(word.id.as_str())).collect()
}
