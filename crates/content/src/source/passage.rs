//! Reads what pages share: passages of text with their claims and figures.

use super::{
    Reading,
    file::{Located, Problems},
    markup::{self, is_id},
    reader::Table,
};
use crate::{
    model::{Claim, Figure, Passage, Precision, Reference, Text, Unit},
    phrases::problem as words,
    route::Route,
};

pub(super) const UNITS: &[(&str, Unit)] = &[
    ("country", Unit::Country),
    ("delegation", Unit::Delegation),
    ("service", Unit::Service),
    ("observer-delegation", Unit::ObserverDelegation),
    ("officer", Unit::Officer),
    ("official", Unit::Official),
    ("expert-or-officer", Unit::ExpertOrOfficer),
];

pub(super) const PRECISIONS: &[(&str, Precision)] = &[("about", Precision::About), ("more-than", Precision::MoreThan)];

impl Reading<'_> {
    /// `prose`, `text`, `claim` and `figure` of a table.
    pub(super) fn passage(&mut self, table: &Table<'_>, home: &Route) -> Passage {
        let mut passage = Passage::default();
        if let Some(prose) = table.optional_text("prose") {
            markup::check_sentences_cited(&prose, self.problems);
            passage.paragraphs.extend(markup::paragraphs(&prose, self.problems));
        }
        if let Some(text) = table.optional_text("text") {
            passage.paragraphs.extend(markup::paragraphs(&text, self.problems));
        }
        passage.figures = table.tables("figure").into_iter().filter_map(|figure| figure_of(figure)).collect();
        passage.claims = self.claims(table, home);
        passage
    }

    /// The id of a table, which is an anchor of the page at `route`: lower-case Latin letters, digits,
    /// hyphens; once on the page.
    pub(super) fn anchor(&mut self, table: &Table<'_>, route: &Route) -> Option<String> {
        let id = table.string("id")?;
        if !is_slug(&id.value) {
            self.problems.add(id.place(), words::bad_id(&id.value), words::SLUG_EXPECTED.to_owned(), "id = \"rabat-office\"");
            return None;
        }
        if let Some(first) = self.anchors.get(&(route.clone(), id.value.clone())) {
            self.problems.add(id.place(), words::duplicate(&id.value, &first.to_string()), words::UNIQUE_ID.to_owned(), "");
        }
        self.anchors.entry((route.clone(), id.value.clone())).or_insert_with(|| id.place());
        Some(id.value)
    }

    /// The claims of a table; they live at `home`.
    pub(super) fn claims(&mut self, table: &Table<'_>, home: &Route) -> Vec<String> {
        table.tables("claim").into_iter().filter_map(|claim| self.claim(claim, home)).collect()
    }

    fn claim(&mut self, table: Table<'_>, home: &Route) -> Option<String> {
        let place = table.place();
        let id = table.string("id").and_then(|id| checked_id(&id, 'F', 3, self.problems));
        let text = required_text(&table, "text");
        let note = optional_text(&table, "note");
        let sources = references(&table, "sources");
        let people = references(&table, "people");
        let institutions = references(&table, "institutions");
        if sources.is_empty() {
            self.problems.add(place.clone(), words::NO_SOURCE.to_owned(), words::SOURCE_EXPECTED.to_owned(), "sources = [\"S021\"]");
        }
        table.finish();
        let id = id?;
        let claim = Claim { id: id.clone(), text: text?, sources, note, people, institutions, home: home.clone(), place: place.clone() };
        if let Some(first) = self.claims.insert(id.clone(), claim) {
            self.problems.add(place, words::duplicate(&id, &first.place.to_string()), words::UNIQUE_ID.to_owned(), "");
        }
        Some(id)
    }
}

fn figure_of(table: Table<'_>) -> Option<Figure> {
    let count = table.number("count");
    let precision = table.optional_choice("approximation", PRECISIONS).unwrap_or(Precision::Exact);
    let unit = table.choice("unit", UNITS);
    let of = optional_text(&table, "of");
    let date = table.date("date");
    let speaker = required_text(&table, "speaker");
    let claim = reference(&table, "claim");
    table.finish();
    Some(Figure { count: count?, precision, unit: unit?, of, date: date?, speaker: speaker?, claim: claim? })
}

/// A text that must be there.
pub(super) fn required_text(table: &Table<'_>, key: &str) -> Option<Text> {
    table.text(key).map(|literal| markup::text(&literal, table.problems()))
}

/// A text that must be there, every sentence of it cited.
pub(super) fn cited_text(table: &Table<'_>, key: &str) -> Option<Text> {
    let literal = table.text(key)?;
    markup::check_sentences_cited(&literal, table.problems());
    Some(markup::text(&literal, table.problems()))
}

/// A text, empty if absent.
pub(super) fn optional_text(table: &Table<'_>, key: &str) -> Text {
    table.optional_text(key).map(|literal| markup::text(&literal, table.problems())).unwrap_or_default()
}

/// A text without markup that must be there.
pub(super) fn plain(table: &Table<'_>, key: &str) -> Option<String> {
    let literal = table.string(key)?;
    markup::text(&literal, table.problems());
    Some(literal.value)
}

/// The ids listed under `key`.
pub(super) fn references(table: &Table<'_>, key: &str) -> Vec<Reference> {
    table.strings(key).into_iter().map(|literal| Reference { place: literal.place(), id: literal.value }).collect()
}

/// The id under `key`, which must be there.
pub(super) fn reference(table: &Table<'_>, key: &str) -> Option<Reference> {
    table.string(key).map(|literal| Reference { place: literal.place(), id: literal.value })
}

/// The id itself when it is `letter` and at least `digits` digits.
pub(super) fn checked_id(literal: &Located<'_>, letter: char, digits: usize, problems: &Problems) -> Option<String> {
    if is_id(&literal.value, letter, digits) {
        return Some(literal.value.clone());
    }
    let example = format!("id = \"{letter}{:0digits$}\"", 21);
    problems.add(literal.place(), words::bad_id(&literal.value), words::id_expected(letter, digits), &example);
    None
}

/// Bytes of a name in an address: folders and files are called so.
const LONGEST_NAME: usize = 64;

/// Whether `word` can stand in an address.
pub(super) fn is_slug(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !word.is_empty()
        && word.len() <= LONGEST_NAME
        && !word.starts_with('-')
        && !word.ends_with('-')
}
