//! The glossary: every name with its languages, from alif to ya.

use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};
use icu_locale_core::locale;

use super::composer::{Composer, styled, titled};
use crate::{
    model::Term,
    page::{Block, Fact, Inline, Page},
    phrases::{glossary as words, page as page_words},
    route::Route,
    text,
};

/// The page of the glossary.
pub(super) fn glossary(mut composer: Composer<'_>) -> Option<Page> {
    let site = composer.site;
    let mut terms: Vec<&Term> = site.terms.iter().collect();
    let collator = collator()?;
    terms.sort_by(|one, other| collator.compare(sorted_by(&one.ar), sorted_by(&other.ar)).then_with(|| one.id.cmp(&other.id)));
    let mut blocks = composer.sections();
    composer.cites_by_reference = true;
    let of_one_letter = |one: &&Term, other: &&Term| initial(&one.ar) == initial(&other.ar);
    for terms in terms.chunk_by(of_one_letter) {
        let entries = terms.iter().map(|term| entry(&mut composer, term)).collect();
        let letter = initial(&terms[0].ar);
        blocks.push(titled(&format!("letter-{:x}", u32::from(letter)), &letter.to_string(), entries));
    }
    composer.finish_text(blocks)
}

/// The order of Arabic dictionaries (CLDR).
pub(super) fn collator() -> Option<CollatorBorrowed<'static>> {
    Collator::try_new(locale!("ar").into(), CollatorOptions::default()).ok()
}

/// A name without its article.
pub(super) fn sorted_by(name: &str) -> &str {
    name.strip_prefix(words::ARTICLE).unwrap_or(name)
}

/// The letter under which a name stands; all forms of alif are one letter.
pub(super) fn initial(name: &str) -> char {
    let first = sorted_by(name).chars().next().unwrap_or_default();
    if words::ALIFS.contains(first) { words::ALIF } else { first }
}

fn entry(composer: &mut Composer<'_>, term: &Term) -> Block {
    let mut blocks = vec![Block::Paragraph(composer.inlines(&term.definition))];
    let facts = facts(composer, term);
    if !facts.is_empty() {
        blocks.push(Block::Facts(facts));
    }
    styled(&term.id, vec![Inline::Text(term.ar.clone())], "term", blocks)
}

fn facts(composer: &Composer<'_>, term: &Term) -> Vec<Fact> {
    let foreign = |lang: &str, text: &str| Inline::Foreign(lang.to_owned(), text.to_owned());
    let mut facts = Vec::new();
    for (lang, name, label) in [("fr", &term.fr, words::FRENCH), ("en", &term.en, words::ENGLISH)] {
        if let Some(name) = name {
            facts.push(Fact::new(label, vec![foreign(lang, name)]));
        }
    }
    if !term.acronyms.is_empty() {
        facts.push(Fact::new(page_words::ACRONYMS, text::list(term.acronyms.iter().map(|acronym| vec![foreign("en", acronym)]))));
    }
    if !term.aliases.is_empty() {
        let alias = |alias: &String| if is_latin(alias) { foreign("en", alias) } else { Inline::Text(alias.clone()) };
        facts.push(Fact::new(words::ALIASES, text::list(term.aliases.iter().map(|name| vec![alias(name)]))));
    }
    if let Some(route) = list(composer, term) {
        let href = composer.href(&format!("{}#{}", route.path(), term.id));
        facts.push(Fact::new(words::MORE, vec![Inline::Link(href, vec![Inline::Text(composer.link(&route).label)])]));
    }
    facts
}

/// The page that has an entry for this term, if one has.
fn list(composer: &Composer<'_>, term: &Term) -> Option<Route> {
    let site = composer.site;
    let lists = [(Route::People, &site.people), (Route::Institutions, &site.institutions)];
    lists.into_iter().find(|(_, entries)| entries.iter().any(|entry| entry.id == term.id)).map(|(route, _)| route)
}

fn is_latin(text: &str) -> bool {
    text.chars().any(|letter| letter.is_ascii_alphabetic())
}
