//! Editions by decade, once they are too many for one page.

use std::collections::BTreeMap;

use super::{
    composer::{Composer, titled},
    editions::{cards, count},
    limits, name,
    pages::{attendance_table, timeline},
};
use crate::{
    model::{Edition, Milestone, Site},
    page::{Block, Inline, Link, Page},
    phrases::{growth as words, page as page_words},
    route::{Route, decade as decade_of},
};

/// Where the list of decades stands on the page of editions.
const ANCHOR: &str = "decades";

/// Address of the list of decades, below the base path.
pub(super) fn path() -> String {
    format!("{}#{ANCHOR}", Route::Editions.path())
}

/// The pages of decades; none while all editions fit one page.
pub(super) fn routes(site: &Site) -> Vec<Route> {
    if limits::has_decades(site) { decades(site).into_keys().map(Route::Decade).collect() } else { Vec::new() }
}

/// How many editions every decade has that has an edition or a milestone.
fn decades(site: &Site) -> BTreeMap<u16, usize> {
    let mut decades: BTreeMap<u16, usize> = site.milestones.iter().map(|milestone| (decade_of(milestone.date.year), 0)).collect();
    for edition in &site.editions {
        *decades.entry(decade_of(edition.start.year)).or_default() += 1;
    }
    decades
}

/// Links to all decades, the latest first.
pub(super) fn list(composer: &Composer<'_>) -> Option<Block> {
    let site = composer.site;
    let item = |(first, editions): (u16, usize)| {
        let href = composer.href(&Route::Decade(first).path());
        vec![Inline::Link(href, vec![Inline::Text(words::years(first))]), Inline::Text(format!(": {}", count(editions)))]
    };
    limits::has_decades(site).then(|| {
        let items = decades(site).into_iter().rev().map(item).collect();
        titled(ANCHOR, words::DECADES, vec![Block::List(items)])
    })
}

/// The page of the decade that begins with the year `first`.
pub(super) fn decade(mut composer: Composer<'_>, first: u16) -> Option<Page> {
    let site = composer.site;
    let decades = routes(site);
    let place = decades.iter().position(|route| route == composer.route)?;
    composer.cites_by_reference = true;
    let editions: Vec<&Edition> = site.editions.iter().filter(|edition| decade_of(edition.start.year) == first).collect();
    let milestones: Vec<&Milestone> = site.milestones.iter().filter(|milestone| decade_of(milestone.date.year) == first).collect();
    let mut blocks = Vec::new();
    if !editions.is_empty() {
        blocks.push(titled("series", &count(editions.len()), vec![cards(&mut composer, editions.iter().copied())]));
        blocks.push(titled("attendance", page_words::PARTICIPANTS, vec![attendance_table(&mut composer, editions.iter().copied())]));
    }
    if !milestones.is_empty() {
        blocks.push(titled("timeline", page_words::TIMELINE, vec![timeline(&mut composer, milestones)]));
    }
    let neighbour = |place: usize| decades.get(place).map(|route| composer.link(route));
    let neighbours: [Option<Link>; 2] = [place.checked_sub(1).and_then(neighbour), neighbour(place + 1)];
    let [before, after] = neighbours;
    blocks.push(Block::Pager(before, after));
    let description = words::decade_description(first, &count(editions.len()));
    Some(composer.finish(name(site, &Route::Decade(first)), description, blocks))
}
