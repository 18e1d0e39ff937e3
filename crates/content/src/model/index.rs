//! Who refers to whom, gathered once after reading: no page goes through the whole content to find what it needs.

use std::collections::BTreeMap;

use super::{Claim, Conflict, Correction, Edition, Reference, Reprint, Site, Source, Unit};
use crate::route::Route;

/// Indices into the lists of [`Site`], or ids, in the order of these lists.
#[derive(Debug, Default)]
pub struct Index {
    /// By slug.
    editions: BTreeMap<String, usize>,
    /// Every unit in which any edition counted, in the order of appearance.
    units: Vec<Unit>,
    /// By the year of their publication, if it is known.
    sources_in: BTreeMap<Option<u16>, Vec<String>>,
    /// By the page on which they live.
    claims_at: BTreeMap<Route, Vec<String>>,
    /// By source.
    claims_from: BTreeMap<String, Vec<String>>,
    /// By the person or institution they mention.
    claims_naming: BTreeMap<String, Vec<String>>,
    /// By claim.
    conflicts_of: BTreeMap<String, Vec<usize>>,
    /// By source.
    conflicts_citing: BTreeMap<String, Vec<usize>>,
    /// By claim.
    corrections_of: BTreeMap<String, Vec<usize>>,
    /// By source.
    reprints: BTreeMap<String, usize>,
}

impl Index {
    /// The index of what `site` holds.
    #[must_use]
    pub fn of(site: &Site) -> Self {
        let editions = site.editions.iter().enumerate().map(|(place, edition)| (edition.slug.clone(), place)).collect();
        let mut index = Self { editions, ..Self::default() };
        for figure in site.editions.iter().flat_map(|edition| &edition.participants.figures) {
            if !index.units.contains(&figure.unit) {
                index.units.push(figure.unit);
            }
        }
        for source in site.sources.values() {
            index.sources_in.entry(source.published.map(|date| date.year)).or_default().push(source.id.clone());
        }
        index.add_claims(site);
        for (place, conflict) in site.conflicts.iter().enumerate() {
            add(&mut index.conflicts_of, &conflict.claims, &place);
            let sources = conflict.statements.iter().flat_map(|statement| &statement.sources);
            add(&mut index.conflicts_citing, sources, &place);
        }
        for (place, correction) in site.corrections.iter().enumerate() {
            add(&mut index.corrections_of, &correction.claims, &place);
        }
        for (place, reprint) in site.reprints.iter().enumerate() {
            for source in &reprint.sources {
                index.reprints.entry(source.id.clone()).or_insert(place);
            }
        }
        index
    }

    fn add_claims(&mut self, site: &Site) {
        for claim in site.claims.values() {
            self.claims_at.entry(claim.home.clone()).or_default().push(claim.id.clone());
            add(&mut self.claims_from, &claim.sources, &claim.id);
            add(&mut self.claims_naming, claim.people.iter().chain(&claim.institutions), &claim.id);
        }
    }
}

/// Adds `value` under every reference, once.
fn add<'a, T: Clone + PartialEq>(map: &mut BTreeMap<String, Vec<T>>, references: impl IntoIterator<Item = &'a Reference>, value: &T) {
    for reference in references {
        let values = map.entry(reference.id.clone()).or_default();
        if values.last() != Some(value) {
            values.push(value.clone());
        }
    }
}

impl Site {
    /// Where the edition with this slug stands among the editions.
    #[must_use]
    pub fn place_of_edition(&self, slug: &str) -> Option<usize> {
        self.index.editions.get(slug).copied()
    }

    /// The edition with this slug.
    #[must_use]
    pub fn edition(&self, slug: &str) -> Option<&Edition> {
        self.place_of_edition(slug).and_then(|place| self.editions.get(place))
    }

    /// The edition whose page is at `route`.
    #[must_use]
    pub fn edition_at(&self, route: &Route) -> Option<&Edition> {
        if let Route::Edition(slug) = route { self.edition(slug) } else { None }
    }

    /// Every unit in which any edition counted, in the order of appearance.
    #[must_use]
    pub fn units(&self) -> &[Unit] {
        &self.index.units
    }

    /// The years in which sources were published, and how many in each; those whose year is not known come first.
    pub fn years_of_sources(&self) -> impl Iterator<Item = (Option<u16>, usize)> {
        self.index.sources_in.iter().map(|(year, sources)| (*year, sources.len()))
    }

    /// The sources that were published in `year`, or those whose year is not known.
    pub fn sources_in(&self, year: Option<u16>) -> impl Iterator<Item = &Source> {
        self.index.sources_in.get(&year).into_iter().flatten().filter_map(|id| self.sources.get(id))
    }

    /// The claims that live on the page at `route`.
    pub fn claims_at<'a>(&'a self, route: &Route) -> impl Iterator<Item = &'a Claim> + use<'a> {
        self.claims_among(self.index.claims_at.get(route))
    }

    /// The claims for which the source `id` stands.
    pub fn claims_from<'a>(&'a self, id: &str) -> impl Iterator<Item = &'a Claim> + use<'a> {
        self.claims_among(self.index.claims_from.get(id))
    }

    /// The claims that mention the person or institution `id`.
    pub fn claims_naming<'a>(&'a self, id: &str) -> impl Iterator<Item = &'a Claim> + use<'a> {
        self.claims_among(self.index.claims_naming.get(id))
    }

    fn claims_among<'a>(&'a self, ids: Option<&'a Vec<String>>) -> impl Iterator<Item = &'a Claim> {
        ids.into_iter().flatten().filter_map(|id| self.claims.get(id))
    }

    /// The conflicts that touch claim `id`.
    pub fn conflicts_of<'a>(&'a self, id: &str) -> impl Iterator<Item = &'a Conflict> + use<'a> {
        among(&self.conflicts, self.index.conflicts_of.get(id))
    }

    /// The conflicts in which the source `id` takes a side.
    pub fn conflicts_citing<'a>(&'a self, id: &str) -> impl Iterator<Item = &'a Conflict> + use<'a> {
        among(&self.conflicts, self.index.conflicts_citing.get(id))
    }

    /// The corrections that touch claim `id`, newest first.
    pub fn corrections_of<'a>(&'a self, id: &str) -> impl Iterator<Item = &'a Correction> + use<'a> {
        among(&self.corrections, self.index.corrections_of.get(id))
    }

    /// The text that the source `id` shares with others.
    #[must_use]
    pub fn reprint_of(&self, id: &str) -> Option<&Reprint> {
        self.index.reprints.get(id).and_then(|place| self.reprints.get(*place))
    }
}

fn among<'a, T>(all: &'a [T], places: Option<&'a Vec<usize>>) -> impl Iterator<Item = &'a T> {
    places.into_iter().flatten().filter_map(|place| all.get(*place))
}
