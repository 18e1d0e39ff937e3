//! The page of an edition: the same parts in the same order for every edition.

use std::collections::BTreeSet;

use super::{
    composer::{Composer, conflict_label, date, days, folded, titled},
    decades, edition_short, edition_title, limits,
};
use crate::{
    model::{Conflict, Edition, Figure, Passage, StatedObjective},
    page::{Block, Card, Fact, Inline, Link, Page},
    phrases::{self, growth, page as words},
    route::Route,
    text,
};

/// The page of the edition with this slug.
pub(super) fn edition(mut composer: Composer<'_>, slug: &str) -> Option<Page> {
    let site = composer.site;
    let index = site.place_of_edition(slug)?;
    let edition = &site.editions[index];
    let mut blocks = vec![Block::Facts(facts(&mut composer, edition))];
    blocks.push(part(&mut composer, "summary", words::SUMMARY, &edition.summary));
    blocks.push(agenda(&mut composer, edition));
    blocks.push(part(&mut composer, "participants", words::PARTICIPANTS, &edition.participants));
    blocks.push(part(&mut composer, "statements", words::STATEMENTS, &edition.statements));
    blocks.push(part(&mut composer, "outcomes", words::OUTCOMES, &edition.outcomes));
    if !edition.context.claims.is_empty() {
        blocks.push(part(&mut composer, "context", words::CONTEXT, &edition.context));
    } else if !edition.context.paragraphs.is_empty() {
        blocks.push(folded("context", words::CONTEXT, composer.passage(&edition.context)));
    }
    blocks.extend(conflicts(&composer));
    blocks.push(folded("sources", words::SOURCES, vec![Block::Sources]));
    let neighbour = |edition: &Edition| Link { href: composer.href(&edition.route().path()), label: edition_short(edition) };
    let previous = index.checked_sub(1).map(|before| neighbour(&site.editions[before]));
    let next = site.editions.get(index + 1).map(neighbour);
    blocks.push(Block::Pager(previous, next));
    let page = composer.finish(edition_title(edition), edition.description.clone(), blocks);
    Some(Page { city: edition.city_key().to_owned(), ..page })
}

fn part(composer: &mut Composer<'_>, id: &str, title: &str, passage: &Passage) -> Block {
    titled(id, title, composer.passage(passage))
}

fn facts(composer: &mut Composer<'_>, edition: &Edition) -> Vec<Fact> {
    let ordinal = vec![Inline::Text(text::edition_ordinal(edition.number))];
    vec![
        Fact::new(words::DATES, dates(composer, edition)),
        Fact::new(words::CITY, vec![Inline::Text(edition.city.clone())]),
        Fact::new(words::ORDINAL, ordinal),
        Fact::new(words::OFFICIAL_NAME, composer.inlines(&edition.official_name)),
        Fact::new(words::CHAIRS, composer.inlines(&edition.chairs)),
        Fact::new(words::ATTENDANCE, attendance_as_said(composer, edition)),
        Fact::new(words::THEME, composer.inlines(&edition.theme)),
    ]
}

pub(super) fn dates(composer: &mut Composer<'_>, edition: &Edition) -> Vec<Inline> {
    let mut dates = days(edition);
    if let (None, Some(days)) = (edition.end, edition.planned_days) {
        dates.push(Inline::Text(words::planned(days)));
    }
    dates.push(composer.cite(&edition.dates_claim.id));
    dates
}

/// «38 وفداً (وزارة الخارجية المغربية، يونيو 2023)»: a number with who said it and when.
fn attendance_as_said(composer: &mut Composer<'_>, edition: &Edition) -> Vec<Inline> {
    listed(&edition.participants.figures, |figure| {
        let mut said = vec![Inline::Text(format!("{} (", Composer::figure_words(figure)))];
        said.extend(composer.spoken(figure));
        said.extend([Inline::Text(")".to_owned()), composer.cite(&figure.claim.id)]);
        said
    })
}

/// «نحو 40 جهازاً إفريقياً؛ نحو 30 وفداً مراقباً», each with its citation.
pub(super) fn attendance(composer: &mut Composer<'_>, edition: &Edition) -> Vec<Inline> {
    listed(&edition.participants.figures, |figure| vec![Inline::Text(Composer::figure_words(figure)), composer.cite(&figure.claim.id)])
}

/// Figures one after the other, or the word that there is none.
pub(super) fn listed(figures: &[Figure], show: impl FnMut(&Figure) -> Vec<Inline>) -> Vec<Inline> {
    if figures.is_empty() {
        return vec![Inline::Text(words::NO_FIGURE.to_owned())];
    }
    text::list_of_phrases(figures.iter().map(show))
}

fn agenda(composer: &mut Composer<'_>, edition: &Edition) -> Block {
    let site = composer.site;
    let mut blocks = composer.passage(&edition.agenda);
    let objectives = edition.objectives.iter().map(|stated| {
        let title = site.objectives.iter().find(|objective| objective.id == stated.theme.id).map_or("", |objective| &objective.title);
        let href = composer.href(&format!("{}#{}", Route::Objectives.path(), stated.theme.id));
        let mut item = vec![Inline::Link(href, vec![Inline::Text(title.to_owned())]), Inline::Text(": ".to_owned())];
        item.extend(composer.stated(stated));
        item
    });
    let list = Block::List(objectives.collect());
    // Prose introduces the list; the claims stand beneath it.
    let claims_at = blocks.iter().position(|block| matches!(block, Block::Claims(_))).unwrap_or(blocks.len());
    blocks.insert(claims_at, list);
    titled("objectives", words::AGENDA, blocks)
}

impl Composer<'_> {
    /// An objective as it was stated, with who stated it and when.
    pub(super) fn stated(&mut self, stated: &StatedObjective) -> Vec<Inline> {
        let mut text = self.inlines(&stated.text);
        text.push(Inline::Text(" (".to_owned()));
        text.extend(text::list([self.inlines(&stated.speaker), vec![date(stated.date)]]));
        text.push(Inline::Text(")".to_owned()));
        text
    }
}

/// Links to the conflicts that touch a claim which lives on this page; the claims' cards show them side by side.
fn conflicts(composer: &Composer<'_>) -> Option<Block> {
    let site = composer.site;
    let touching: BTreeSet<&str> =
        site.claims_at(composer.route).flat_map(|claim| site.conflicts_of(&claim.id)).map(|conflict| conflict.id.as_str()).collect();
    let link = |conflict: &Conflict| Inline::Link(composer.conflict_href(&conflict.id), vec![Inline::Text(conflict_label(conflict))]);
    let in_order = site.conflicts.iter().filter(|conflict| touching.contains(conflict.id.as_str()));
    let items: Vec<Vec<Inline>> = in_order.map(|conflict| vec![link(conflict)]).collect();
    (!items.is_empty()).then(|| folded("conflicts", words::CONFLICTS, vec![Block::List(items)]))
}

/// Editions as cards.
pub(super) fn cards<'a>(composer: &mut Composer<'_>, editions: impl IntoIterator<Item = &'a Edition>) -> Block {
    let card = |edition: &Edition| Card {
        href: composer.href(&edition.route().path()),
        kicker: text::edition_ordinal(edition.number),
        title: edition_short(edition),
        city: edition.city_key().to_owned(),
        text: composer.inlines(&edition.card),
    };
    Block::Cards(editions.into_iter().map(card).collect())
}

/// A number of editions in words.
pub(super) fn count(editions: usize) -> String {
    text::counted(u32::try_from(editions).unwrap_or(u32::MAX), &phrases::EDITIONS_NOUN)
}

/// That only the latest editions are shown, how many came before, and where they are; nothing if all are shown.
pub(super) fn earlier(composer: &Composer<'_>, shown: &[Edition]) -> Option<Block> {
    let site = composer.site;
    let left_out = site.editions.len() - shown.len();
    let path = if limits::has_decades(site) { decades::path() } else { Route::Editions.path() };
    let link = Inline::Link(composer.href(&path), vec![Inline::Text(count(left_out))]);
    (left_out > 0).then(|| Block::Paragraph(vec![Inline::Text(growth::EARLIER.to_owned()), link, Inline::Text(".".to_owned())]))
}
