//! What options below the field and results on the page share: sentences with their links, notes, what to do when
//! nothing is found or the index cannot be had.

use content::phrases::{self, search as words};
use js_sys::encode_uri_component;
use search::{
    collection::Kind,
    outcome::{Hit, Outcome, Tier},
};
use web_sys::Element;

use crate::{dom, highlight, index};

/// Words of a sentence that make it known in its page.
const KNOWN_BY: usize = 6;

/// The address of the page with the results of a query.
pub fn address(query: &str) -> String {
    index::address(&["/search/?q=", &encoded(query)].concat())
}

/// A text as a part of an address.
pub fn encoded(text: &str) -> String {
    String::from(encode_uri_component(text)).replace('-', "%2D")
}

/// A link to what was found, with the sentence or, where there is none yet, the title of the page.
pub fn link(parent: &Element, class: &str, hit: &Hit) -> Option<Element> {
    let (path, anchor, text, title) = index::with(|engine| {
        let passage = engine.passages().get(hit.passage as usize)?;
        let page = engine.pages().get(passage.page as usize)?;
        Some((page.path.clone(), passage.anchor.clone(), passage.text.clone(), page.title.clone()))
    })??;
    let known_by: Vec<&str> = text.split(' ').take(KNOWN_BY).collect();
    let fragment = if text.is_empty() || anchor.is_empty() { String::new() } else { [":~:text=", &encoded(&known_by.join(" "))].concat() };
    let place = if anchor.is_empty() { String::new() } else { ["#", &anchor, &fragment].concat() };
    let link = dom::add_link(parent, class, if text.is_empty() { &title } else { &text }, &index::address(&[path, place].concat()))?;
    dom::set(&link, "data-passage", &hit.passage.to_string());
    highlight::add(&link, hit);
    Some(link)
}

/// Where a passage stands: kind and page; the page not where it is what was found.
pub fn place(hit: &Hit) -> String {
    let place = index::with(|engine| {
        let passage = engine.passages().get(hit.passage as usize)?;
        let page = engine.pages().get(passage.page as usize)?;
        let page = if passage.text.is_empty() { Vec::new() } else { vec![" · ", page.title.as_str()] };
        Some([kind(passage.kind), &page.concat()].concat())
    });
    place.flatten().unwrap_or_default()
}

/// What a kind is called.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Claim => words::CLAIM,
        Kind::Objective => words::OBJECTIVE,
        Kind::Edition => words::EDITION,
        Kind::Source => words::SOURCE,
        Kind::Page => words::PAGE,
    }
}

/// All results of a kind.
pub fn kinds(kind: Kind) -> &'static str {
    match kind {
        Kind::Claim => words::CLAIMS,
        Kind::Objective => words::OBJECTIVES,
        Kind::Edition => words::EDITIONS,
        Kind::Source => words::SOURCES,
        Kind::Page => words::PAGES,
    }
}

/// Says what of the query was not meant literally.
pub fn notes(parent: &Element, outcome: &Outcome) {
    if !outcome.dropped.is_empty() {
        dom::add(parent, "p", "results__note", &[words::DROPPED, " ", &quoted(&outcome.dropped)].concat());
    }
    if !outcome.keyboard.is_empty() {
        dom::add(parent, "p", "results__note", &[words::KEYBOARD, " ", &quoted(core::slice::from_ref(&outcome.keyboard))].concat());
    } else if outcome.hits.first().is_some_and(|hit| hit.tier == Tier::Near) {
        dom::add(parent, "p", "results__note", words::NEAR);
    }
}

/// Helps a reader for whom there is nothing: like words, and the index.
pub fn nothing(parent: &Element, outcome: &Outcome) {
    dom::add(parent, "p", "results__note", words::NOTHING);
    suggestions(parent, outcome);
    dom::add_link(parent, "results__index", words::INDEX, &index::address("/index-az/"));
}

/// Words of the site that are like those asked for.
pub fn suggestions(parent: &Element, outcome: &Outcome) {
    if outcome.suggestions.is_empty() {
        return;
    }
    let Some(list) = dom::add(parent, "p", "results__like", words::LIKE) else { return };
    for word in &outcome.suggestions {
        dom::add_link(&list, "results__word", word, &address(word));
    }
}

/// Says that the index cannot be had, and what to do.
pub fn failed(parent: &Element) {
    if let Some(alert) = dom::add(parent, "p", "results__note", words::FAILED) {
        dom::set(&alert, "role", "alert");
    }
    if let Some(retry) = dom::add(parent, "button", "search__retry", phrases::RETRY) {
        dom::set(&retry, "type", "button");
    }
    dom::add_link(parent, "results__index", words::INDEX, &index::address("/index-az/"));
}

/// «one»، «other».
fn quoted(texts: &[String]) -> String {
    let quoted: Vec<String> = texts.iter().map(|text| ["«", text, "»"].concat()).collect();
    quoted.join("، ")
}
