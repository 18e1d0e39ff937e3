//! Lists of sources: all of them by kind or, once they are too many for one page, by year of publication.

use std::collections::BTreeMap;

use super::{
    composer::{self, Composer, language_of, published, styled, titled},
    limits, name,
    sources::label,
};
use crate::{
    model::{Site, Source, SourceKind},
    page::{Block, Inline, Page},
    phrases::{self, growth, page as words},
    route::{Route, decade as decade_of},
    text,
};

/// Kinds in the order of the list.
const KINDS: [SourceKind; 10] = [
    SourceKind::Un,
    SourceKind::UnCopy,
    SourceKind::UnViaPress,
    SourceKind::Government,
    SourceKind::Agency,
    SourceKind::Press,
    SourceKind::Blog,
    SourceKind::Reference,
    SourceKind::Encyclopedia,
    SourceKind::Seed,
];

/// Pages by year of publication; none while all sources fit one page.
pub(super) fn routes(site: &Site) -> Vec<Route> {
    if !limits::has_years(site) {
        return Vec::new();
    }
    let mut routes: Vec<Route> = Vec::new();
    for (year, _) in site.years_of_sources() {
        match year {
            Some(year) => routes.extend([Route::SourceDecade(decade_of(year)), Route::SourceYear(year)]),
            None => routes.push(Route::SourcesUndated),
        }
    }
    routes.sort();
    routes.dedup();
    routes
}

/// The page of all sources: each of them, or the decades in which they were published.
pub(super) fn all(mut composer: Composer<'_>) -> Option<Page> {
    let site = composer.site;
    let mut blocks = composer.sections();
    if limits::has_years(site) {
        blocks.push(titled("years", growth::BY_YEAR, vec![Block::List(decades(&composer))]));
    } else {
        let sources: Vec<&Source> = site.sources.values().collect();
        blocks.extend(by_kind(&mut composer, &sources));
    }
    blocks.push(reprints(&mut composer));
    composer.finish_text(blocks)
}

fn counted(sources: usize) -> String {
    text::counted(u32::try_from(sources).unwrap_or(u32::MAX), &phrases::SOURCES_NOUN)
}

fn counted_link(composer: &Composer<'_>, route: &Route, label: String, sources: usize) -> Vec<Inline> {
    vec![Inline::Link(composer.href(&route.path()), vec![Inline::Text(label)]), Inline::Text(format!(": {}", counted(sources)))]
}

/// Links to the decades, the latest first, and to what has no date.
fn decades(composer: &Composer<'_>) -> Vec<Vec<Inline>> {
    let mut decades: BTreeMap<Option<u16>, usize> = BTreeMap::new();
    for (year, sources) in composer.site.years_of_sources() {
        *decades.entry(year.map(decade_of)).or_default() += sources;
    }
    let link = |(first, sources): (Option<u16>, usize)| match first {
        Some(first) => counted_link(composer, &Route::SourceDecade(first), growth::years(first), sources),
        None => counted_link(composer, &Route::SourcesUndated, words::NO_DATE.to_owned(), sources),
    };
    decades.into_iter().rev().map(link).collect()
}

/// The page of a decade: its years.
pub(super) fn decade(composer: Composer<'_>, first: u16) -> Option<Page> {
    let site = composer.site;
    let of_decade = |(year, sources): (Option<u16>, usize)| Some((year.filter(|year| decade_of(*year) == first)?, sources));
    let years: Vec<(u16, usize)> = site.years_of_sources().filter_map(of_decade).collect();
    let link = |(year, sources): &(u16, usize)| counted_link(&composer, &Route::SourceYear(*year), year.to_string(), *sources);
    let items: Vec<Vec<Inline>> = years.iter().map(link).collect();
    let total = years.iter().map(|(_, sources)| sources).sum();
    let title = name(site, composer.route);
    let description = growth::sources_description(&title, &counted(total));
    (limits::has_years(site) && !items.is_empty())
        .then(|| composer.finish(title, description, vec![titled("years", growth::BY_YEAR, vec![Block::List(items)])]))
}

/// The page of a year, or of the sources whose year is not known.
pub(super) fn year(mut composer: Composer<'_>, year: Option<u16>) -> Option<Page> {
    let site = composer.site;
    let sources: Vec<&Source> = site.sources_in(year).collect();
    let shown = &sources[..sources.len().min(limits::SOURCES_OF_YEAR)];
    let mut blocks = by_kind(&mut composer, shown);
    blocks.extend(composer.others_in_data(sources.len() - shown.len(), &phrases::SOURCES_NOUN));
    let title = name(site, composer.route);
    let description = growth::sources_description(&title, &counted(sources.len()));
    (limits::has_years(site) && !sources.is_empty()).then(|| composer.finish(title, description, blocks))
}

/// These sources by kind.
fn by_kind(composer: &mut Composer<'_>, sources: &[&Source]) -> Vec<Block> {
    let mut blocks = Vec::new();
    for kind in KINDS {
        let sources = sources.iter().filter(|source| source.kind == kind);
        let items: Vec<Vec<Inline>> = sources.map(|source| line(composer, source)).collect();
        if !items.is_empty() {
            blocks.push(styled(anchor(kind), vec![Inline::Text(label(kind).to_owned())], "compact", vec![Block::List(items)]));
        }
    }
    blocks
}

/// Which sources count as one, and why.
fn reprints(composer: &mut Composer<'_>) -> Block {
    let site = composer.site;
    let entries = site.reprints.iter().map(|reprint| {
        let mut sources = vec![Inline::Text(format!("{} ", words::ITS_SOURCES))];
        sources.extend(text::list(reprint.sources.iter().map(|source| vec![composer.source_link(&source.id)])));
        sources.push(Inline::Text(".".to_owned()));
        let title = composer.inlines(&reprint.name);
        let reason = Block::Paragraph(composer.inlines(&reprint.reason));
        styled(&reprint.id, title, "entry", vec![reason, Block::Paragraph(sources)])
    });
    let entries = entries.collect();
    titled("reprints", words::REPRINTS, entries)
}

fn line(composer: &mut Composer<'_>, source: &Source) -> Vec<Inline> {
    let href = composer.href(&Route::Source(source.id.clone()).path());
    let mut line = vec![Inline::Link(href, composer.inlines(&source.publisher)), Inline::Text(": ".to_owned())];
    line.extend(composer::label(&source.description));
    if let Some(Inline::Text(last)) = line.last_mut() {
        last.truncate(last.trim_end_matches('.').len());
    }
    line.push(Inline::Text(" (".to_owned()));
    line.extend(text::list([vec![Inline::Text(language_of(source).to_owned())], vec![published(source)]]));
    line.push(Inline::Text(")".to_owned()));
    line
}

fn anchor(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Un => "un",
        SourceKind::UnCopy => "un-copy",
        SourceKind::UnViaPress => "un-via-press",
        SourceKind::Government => "government",
        SourceKind::Agency => "agency",
        SourceKind::Press => "press",
        SourceKind::Blog => "blog",
        SourceKind::Reference => "reference",
        SourceKind::Encyclopedia => "encyclopedia",
        SourceKind::Seed => "encyclopedic-text",
    }
}
