//! The tables of every file, as the loader reads them; a test beside this holds the two together.

use super::shape::{Key, Kind, Shape, needed, optional};
use crate::source::{entries, passage, search, sources, terms};

/// The editors' words of a list that pairs them with their meanings.
fn words<T>(choices: &'static [(&'static str, T)]) -> Vec<&'static str> {
    choices.iter().map(|(word, _)| *word).collect()
}

const CLAIM: Shape = Shape::of(
    "claim",
    &[&[
        needed("id", Kind::Id('F', 3)),
        needed("text", Kind::Text),
        needed("sources", Kind::Texts(1)),
        optional("note", Kind::MaybeEmpty),
        optional("people", Kind::Texts(0)),
        optional("institutions", Kind::Texts(0)),
    ]],
);

const FIGURE: Shape = Shape::of(
    "figure",
    &[&[
        needed("count", Kind::Number(u32::MAX)),
        optional("approximation", Kind::Choice(|| words(passage::PRECISIONS))),
        needed("unit", Kind::Choice(|| words(passage::UNITS))),
        optional("of", Kind::MaybeEmpty),
        needed("date", Kind::Date),
        needed("speaker", Kind::Text),
        needed("claim", Kind::Id('F', 3)),
    ]],
);

/// Text, figures and claims of a part of a page.
const PASSAGE: &[Key] = &[
    optional("prose", Kind::MaybeEmpty),
    optional("text", Kind::MaybeEmpty),
    optional("figure", Kind::Tables(&FIGURE, 0)),
    optional("claim", Kind::Tables(&CLAIM, 0)),
];

const SECTION: Shape = Shape {
    name: "section",
    keys: &[&[optional("id", Kind::Slug), optional("heading", Kind::Text)], PASSAGE],
    either: &[],
    together: &["id", "heading"],
};

/// What every page has.
const PAGE_KEYS: &[Key] = &[needed("title", Kind::Text), needed("description", Kind::Text), optional("section", Kind::Tables(&SECTION, 0))];

pub const PAGE: Shape = Shape::of("page", &[PAGE_KEYS]);

pub const SITE: Shape = Shape::of(
    "site",
    &[&[
        needed("name", Kind::Text),
        needed("tagline", Kind::Text),
        needed("base_url", Kind::BaseAddress),
        optional("contact", Kind::MaybeEmpty),
        needed("licence", Kind::Text),
        needed("licence_url", Kind::Text),
        needed("updated", Kind::Date),
    ]],
);

const SOURCE: Shape = Shape {
    name: "source",
    keys: &[&[
        needed("id", Kind::SourceId),
        needed("kind", Kind::Choice(|| words(sources::KINDS))),
        needed("lang", Kind::Language),
        needed("publisher", Kind::Text),
        optional("publisher_original", Kind::MaybeEmpty),
        optional("title", Kind::MaybeEmpty),
        needed("description", Kind::Text),
        optional("published", Kind::Date),
        optional("url", Kind::Address),
        optional("unlinked", Kind::Text),
    ]],
    either: &["url", "unlinked"],
    together: &[],
};
pub const SOURCES: Shape = Shape::of("sources", &[&[optional("source", Kind::Tables(&SOURCE, 0))]]);

const REPRINT: Shape = Shape::of(
    "reprint",
    &[&[needed("id", Kind::Id('R', 2)), needed("name", Kind::Text), needed("sources", Kind::Texts(2)), needed("reason", Kind::Text)]],
);
pub const REPRINTS: Shape = Shape::of("reprints", &[&[optional("reprint", Kind::Tables(&REPRINT, 0))]]);

const STATEMENT: Shape = Shape::of("statement", &[&[needed("text", Kind::Text), needed("sources", Kind::Texts(1))]]);
const CONFLICT: Shape = Shape::of(
    "conflict",
    &[&[
        needed("id", Kind::Id('K', 2)),
        needed("kind", Kind::Choice(|| words(entries::CONFLICT_KINDS))),
        needed("title", Kind::Text),
        optional("claims", Kind::Texts(0)),
        needed("choice", Kind::Text),
        needed("statement", Kind::Tables(&STATEMENT, 1)),
    ]],
);
pub const CONFLICTS: Shape = Shape::of("conflicts", &[PAGE_KEYS, &[optional("conflict", Kind::Tables(&CONFLICT, 0))]]);

const CORRECTION: Shape = Shape::of(
    "correction",
    &[&[
        needed("id", Kind::Id('C', 2)),
        needed("date", Kind::Date),
        optional("claims", Kind::Texts(0)),
        needed("was", Kind::Text),
        needed("now", Kind::Text),
        needed("reason", Kind::Text),
    ]],
);
pub const CORRECTIONS: Shape = Shape::of("corrections", &[PAGE_KEYS, &[optional("correction", Kind::Tables(&CORRECTION, 0))]]);

const TERM: Shape = Shape::of(
    "term",
    &[&[
        needed("id", Kind::Slug),
        needed("kind", Kind::Choice(|| words(terms::KINDS))),
        needed("ar", Kind::Text),
        optional("fr", Kind::MaybeEmpty),
        optional("en", Kind::MaybeEmpty),
        optional("acronyms", Kind::Texts(0)),
        optional("aliases", Kind::Texts(0)),
        needed("definition", Kind::Text),
    ]],
);
pub const TERMS: Shape = Shape::of("terms", &[&[optional("term", Kind::Tables(&TERM, 0))]]);

const HEADWORD: Shape = Shape::of(
    "headword",
    &[&[needed("id", Kind::Slug), optional("name", Kind::Text), optional("forms", Kind::Texts(0)), optional("except", Kind::Texts(0))]],
);
pub const INDEX_AZ: Shape = Shape::of("index-az", &[&[optional("headword", Kind::Tables(&HEADWORD, 0))]]);

const GROUP: Shape = Shape::of(
    "group",
    &[&[needed("kind", Kind::Choice(|| words(search::KINDS))), needed("names", Kind::Texts(2)), optional("note", Kind::MaybeEmpty)]],
);
pub const GROUPS: Shape = Shape::of("groups", &[&[optional("group", Kind::Tables(&GROUP, 0))]]);

const ROLE: Shape = Shape::of("role", &[&[needed("role", Kind::Text), needed("when", Kind::Text), needed("claim", Kind::Id('F', 3))]]);
/// A person or an institution.
const ENTRY: &[Key] = &[
    needed("id", Kind::Slug),
    optional("page", Kind::MaybeEmpty),
    needed("summary", Kind::Text),
    optional("role", Kind::Tables(&ROLE, 0)),
    optional("claim", Kind::Tables(&CLAIM, 0)),
];
const PERSON: Shape = Shape::of("person", &[ENTRY]);
const INSTITUTION: Shape = Shape::of("institution", &[ENTRY]);
pub const PEOPLE: Shape = Shape::of("people", &[PAGE_KEYS, &[optional("person", Kind::Tables(&PERSON, 0))]]);
pub const INSTITUTIONS: Shape = Shape::of("institutions", &[PAGE_KEYS, &[optional("institution", Kind::Tables(&INSTITUTION, 0))]]);

const OBJECTIVE: Shape = Shape::of("objective", &[&[needed("id", Kind::Slug), needed("title", Kind::Text)], PASSAGE]);
pub const OBJECTIVES: Shape = Shape::of("objectives", &[PAGE_KEYS, &[optional("objective", Kind::Tables(&OBJECTIVE, 0))]]);

const MILESTONE: Shape = Shape::of(
    "milestone",
    &[&[needed("date", Kind::Date), optional("until", Kind::Date), optional("label", Kind::Text), needed("text", Kind::Text)]],
);
pub const EVOLUTION: Shape = Shape::of("evolution", &[PAGE_KEYS, &[optional("milestone", Kind::Tables(&MILESTONE, 0))]]);

const EXAMPLE: Shape = Shape::of("example", &[&[needed("query", Kind::Text), needed("text", Kind::Text)]]);
pub const SEARCH: Shape = Shape::of("search", &[PAGE_KEYS, &[optional("example", Kind::Tables(&EXAMPLE, 0))]]);

const PART: Shape = Shape::of("part", &[PASSAGE]);
const STATED: Shape = Shape::of(
    "stated-objective",
    &[&[needed("theme", Kind::Slug), needed("text", Kind::Text), needed("speaker", Kind::Text), needed("date", Kind::Date)]],
);
const AGENDA: Shape = Shape::of("agenda", &[PASSAGE, &[needed("objective", Kind::Tables(&STATED, 1))]]);
const SPEAKER: Shape = Shape::of("speaker", &[&[needed("person", Kind::Slug), needed("text", Kind::Text)]]);
const TOPIC: Shape = Shape::of("topic", &[&[needed("id", Kind::Slug), needed("text", Kind::Text)]]);
const OUTCOME: Shape = Shape::of("outcome", &[&[needed("text", Kind::Text)]]);

pub const EDITION: Shape = Shape {
    name: "edition",
    keys: &[&[
        needed("number", Kind::Number(u16::MAX as u32)),
        needed("city", Kind::Text),
        optional("latitude", Kind::Degrees(90)),
        optional("longitude", Kind::Degrees(180)),
        needed("start", Kind::Date),
        optional("end", Kind::Date),
        optional("planned_days", Kind::Number(u16::MAX as u32)),
        needed("dates_claim", Kind::Id('F', 3)),
        needed("description", Kind::Text),
        needed("card", Kind::Text),
        needed("official_name", Kind::Text),
        needed("chairs", Kind::Text),
        needed("theme", Kind::Text),
        needed("changes", Kind::Text),
        needed("summary", Kind::Table(&PART)),
        needed("agenda", Kind::Table(&AGENDA)),
        needed("participants", Kind::Table(&PART)),
        needed("statements", Kind::Table(&PART)),
        needed("outcomes", Kind::Table(&PART)),
        optional("context", Kind::Table(&PART)),
        optional("speaker", Kind::Tables(&SPEAKER, 0)),
        optional("topic", Kind::Tables(&TOPIC, 0)),
        optional("outcome", Kind::Tables(&OUTCOME, 0)),
    ]],
    either: &[],
    together: &["latitude", "longitude"],
};
