//! Editions side by side: all their fields, and their objectives.

use std::collections::BTreeSet;

use super::{
    composer::{Composer, unit_noun},
    edition_short,
    editions::{dates, earlier},
    limits,
};
use crate::{
    model::{Edition, Figure, Objective, Text, Unit},
    page::{Block, Column, Inline, Item, Link, Matrix, MatrixChoice, Page, Row},
    phrases::{self, matrix as words, page as page_words},
    route::{COLUMNS_FILE, Route},
    text,
};

/// The page that compares the editions field by field.
pub(super) fn compare(mut composer: Composer<'_>) -> Option<Page> {
    let mut blocks = composer.sections();
    composer.cites_by_reference = true;
    let editions = limits::columns(composer.site);
    blocks.extend(earlier(&composer, editions));
    let others = others(&composer);
    blocks.push(Block::Matrix(Matrix { others, ..comparison(&mut composer, editions) }));
    composer.finish_text(blocks)
}

fn comparison(composer: &mut Composer<'_>, editions: &[Edition]) -> Matrix {
    Matrix {
        caption: words::COMPARE.to_owned(),
        corner: words::FIELD.to_owned(),
        choice: MatrixChoice::Pair,
        columns: columns(composer, editions, ""),
        others: String::new(),
        rows: rows(composer, editions),
    }
}

/// Which objective was stated in which edition, by whom and when.
pub(super) fn objectives(composer: &mut Composer<'_>) -> Vec<Block> {
    let editions = limits::columns(composer.site);
    let by_reference = std::mem::replace(&mut composer.cites_by_reference, true);
    let matrix = Matrix { others: others(composer), ..by_objective(composer, editions) };
    composer.cites_by_reference = by_reference;
    earlier(composer, editions).into_iter().chain([Block::Matrix(matrix)]).collect()
}

fn by_objective(composer: &mut Composer<'_>, editions: &[Edition]) -> Matrix {
    let site = composer.site;
    let row = |objective: &Objective| Row {
        id: objective.id.clone(),
        label: objective.title.clone(),
        href: format!("#{}", objective.id),
        cells: editions.iter().map(|edition| stated(composer, objective, edition)).collect(),
    };
    let rows = site.objectives.iter().map(row).collect();
    Matrix {
        caption: words::OBJECTIVES.to_owned(),
        corner: words::OBJECTIVE.to_owned(),
        choice: MatrixChoice::Filter,
        columns: columns(composer, editions, "#objectives"),
        others: String::new(),
        rows,
    }
}

/// Where the list of all columns is; empty while the matrix shows them all.
fn others(composer: &Composer<'_>) -> String {
    let site = composer.site;
    if site.editions.len() > limits::COLUMNS { composer.href(COLUMNS_FILE) } else { String::new() }
}

fn columns(composer: &Composer<'_>, editions: &[Edition], anchor: &str) -> Vec<Column> {
    let column = |edition: &Edition| Column {
        id: edition.slug.clone(),
        link: Link { href: composer.href(&format!("{}{anchor}", edition.route().path())), label: edition_short(edition) },
    };
    editions.iter().map(column).collect()
}

/// Both matrices with one edition as their only column, for readers who add it to those that do not show it.
pub(super) fn of_edition(mut composer: Composer<'_>, edition: &Edition) -> [Matrix; 2] {
    composer.cites_by_reference = true;
    let one = std::slice::from_ref(edition);
    [comparison(&mut composer, one), by_objective(&mut composer, one)]
}

fn stated(composer: &mut Composer<'_>, objective: &Objective, edition: &Edition) -> Vec<Item> {
    let stated = edition.objectives.iter().filter(|stated| stated.theme.id == objective.id);
    stated.map(|stated| Item { text: composer.stated(stated), is_new: false }).collect()
}

/// The fields in the order in which a reader compares them.
fn rows(composer: &mut Composer<'_>, editions: &[Edition]) -> Vec<Row> {
    let mut rows = vec![
        row(composer, editions, "dates", page_words::DATES, |composer, edition| one(dates(composer, edition))),
        row(composer, editions, "length", words::LENGTH, |_, edition| length(edition)),
        row(composer, editions, "name", page_words::OFFICIAL_NAME, |composer, edition| said(composer, &edition.official_name)),
        row(composer, editions, "chairs", page_words::CHAIRS, |composer, edition| said(composer, &edition.chairs)),
        row(composer, editions, "city", page_words::CITY, |_, edition| one(vec![Inline::Text(edition.city.clone())])),
    ];
    for unit in composer.site.units() {
        let label = words::attendance(unit_noun(*unit).few);
        let id = format!("attendance-{}", rows.len());
        rows.push(row(composer, editions, &id, &label, |composer, edition| attendance(composer, edition, *unit)));
    }
    rows.extend([
        row(composer, editions, "theme", page_words::THEME, |composer, edition| said(composer, &edition.theme)),
        row(composer, editions, "objectives", words::OBJECTIVES_ROW, objectives_of),
        row(composer, editions, "speakers", words::SPEAKERS, speakers),
        row(composer, editions, "topics", words::TOPICS, topics),
        row(composer, editions, "outcomes", page_words::OUTCOMES, |composer, edition| {
            edition.results.iter().map(|outcome| Item { text: composer.inlines(&outcome.text), is_new: false }).collect()
        }),
        row(composer, editions, "sources", words::SOURCES, sources),
        row(composer, editions, "changes", words::CHANGES, |composer, edition| said(composer, &edition.changes)),
    ]);
    rows
}

fn row(
    composer: &mut Composer<'_>,
    editions: &[Edition],
    id: &str,
    label: &str,
    mut cell: impl FnMut(&mut Composer<'_>, &Edition) -> Vec<Item>,
) -> Row {
    let cells = editions.iter().map(|edition| cell(composer, edition)).collect();
    Row { id: id.to_owned(), label: label.to_owned(), href: String::new(), cells }
}

fn one(text: Vec<Inline>) -> Vec<Item> {
    vec![Item { text, is_new: false }]
}

fn said(composer: &mut Composer<'_>, text: &Text) -> Vec<Item> {
    one(composer.inlines(text))
}

fn length(edition: &Edition) -> Vec<Item> {
    let length = match (text::length(edition.start, edition.end), edition.planned_days) {
        (Some(days), _) => text::counted(days, &phrases::DAYS_NOUN),
        (None, Some(days)) => words::planned(&text::counted(u32::from(days), &phrases::DAYS_NOUN)),
        (None, None) => return Vec::new(),
    };
    one(vec![Inline::Text(length)])
}

fn attendance(composer: &mut Composer<'_>, edition: &Edition, unit: Unit) -> Vec<Item> {
    let figures = edition.participants.figures.iter().filter(|figure| figure.unit == unit);
    figures.map(|figure| Item { text: counted(composer, figure), is_new: false }).collect()
}

fn counted(composer: &mut Composer<'_>, figure: &Figure) -> Vec<Inline> {
    let mut text = vec![Inline::Text(format!("{} (", Composer::figure_words(figure)))];
    text.extend(composer.spoken(figure));
    text.push(Inline::Text(")".to_owned()));
    text.push(composer.cite(&figure.claim.id));
    text
}

/// The edition before this one.
fn before<'a>(composer: &Composer<'a>, edition: &Edition) -> Option<&'a Edition> {
    let place = composer.site.place_of_edition(&edition.slug)?;
    place.checked_sub(1).and_then(|before| composer.site.editions.get(before))
}

/// Items marked as new when the edition before, if there is one, has none of their id.
fn marked(items: Vec<(&str, Vec<Inline>)>, before: Option<&BTreeSet<&str>>) -> Vec<Item> {
    let is_new = |id: &str| before.is_some_and(|before| !before.contains(id));
    items.into_iter().map(|(id, text)| Item { is_new: is_new(id), text }).collect()
}

fn objectives_of(composer: &mut Composer<'_>, edition: &Edition) -> Vec<Item> {
    let site = composer.site;
    let before = before(composer, edition).map(|edition| edition.objectives.iter().map(|stated| stated.theme.id.as_str()).collect());
    let mut seen = BTreeSet::new();
    let stated = edition.objectives.iter().filter(|stated| seen.insert(&stated.theme.id));
    let items = stated.filter_map(|stated| {
        let objective = site.objectives.iter().find(|objective| objective.id == stated.theme.id)?;
        let href = composer.href(&format!("{}#{}", Route::Objectives.path(), objective.id));
        Some((objective.id.as_str(), vec![Inline::Link(href, vec![Inline::Text(objective.title.clone())])]))
    });
    marked(items.collect(), before.as_ref())
}

fn speakers(composer: &mut Composer<'_>, edition: &Edition) -> Vec<Item> {
    let before = before(composer, edition).map(|edition| edition.speakers.iter().map(|speaker| speaker.person.id.as_str()).collect());
    let items = edition.speakers.iter().map(|speaker| (speaker.person.id.as_str(), composer.inlines(&speaker.text)));
    marked(items.collect(), before.as_ref())
}

fn topics(composer: &mut Composer<'_>, edition: &Edition) -> Vec<Item> {
    let before = before(composer, edition).map(|edition| edition.topics.iter().map(|topic| topic.id.as_str()).collect());
    let items = edition.topics.iter().map(|topic| (topic.id.as_str(), composer.inlines(&topic.text)));
    marked(items.collect(), before.as_ref())
}

/// How many texts tell of the edition on its page.
fn sources(composer: &mut Composer<'_>, edition: &Edition) -> Vec<Item> {
    let claims = composer.site.claims_at(&edition.route());
    let sources: BTreeSet<&str> = claims.flat_map(|claim| claim.sources.iter().map(|source| source.id.as_str())).collect();
    let count = text::counted(u32::try_from(sources.len()).unwrap_or(u32::MAX), &phrases::SOURCES_NOUN);
    let href = composer.href(&format!("{}#sources", edition.route().path()));
    one(vec![Inline::Link(href, vec![Inline::Text(count)])])
}
