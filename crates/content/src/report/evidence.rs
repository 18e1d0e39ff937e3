//! What the content rests on: grades, independent sources and conflicts, page by page and in all.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    compose::{self, Grade, routes},
    model::{Claim, Site},
    route::Route,
};

/// What the content rests on.
#[derive(Debug)]
pub struct EvidenceReport {
    /// The pages on which claims live, in the order of the sitemap.
    pub pages: Vec<PageEvidence>,
    /// All claims together.
    pub total: Evidence,
    /// Ids of sources on which no claim rests.
    pub sources_without_claims: Vec<String>,
}

/// What the claims of one page rest on.
#[derive(Debug)]
pub struct PageEvidence {
    /// The page.
    pub route: Route,
    /// What it is called.
    pub title: String,
    /// What its claims rest on.
    pub evidence: Evidence,
}

/// What a set of claims rests on.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// How many claims.
    pub claims: usize,
    /// How many of each grade, from the first grade to the last; grades without claims are left out.
    pub grades: Vec<(Grade, usize)>,
    /// How many different sources.
    pub sources: usize,
    /// How many of them are independent as far as is known.
    pub independent_sources: usize,
    /// Ids of the claims with one independent source: one text, by however many publishers it was carried.
    pub single_source_claims: Vec<String>,
    /// Ids of the conflicts that touch one of the claims.
    pub conflicts: Vec<String>,
}

/// What the content of `site` rests on. Claims count on the page where they live, so the pages add up to the total.
#[must_use]
pub fn evidence(site: &Site) -> EvidenceReport {
    let page = |route: Route| {
        let claims: Vec<&Claim> = site.claims_at(&route).collect();
        let title = compose::name(site, &route);
        (!claims.is_empty()).then(|| PageEvidence { route, title, evidence: of(site, &claims) })
    };
    let claims: Vec<&Claim> = site.claims.values().collect();
    let used = sources(&claims);
    EvidenceReport {
        pages: routes(site).into_iter().filter_map(page).collect(),
        total: of(site, &claims),
        sources_without_claims: site.sources.keys().filter(|id| !used.contains(id.as_str())).cloned().collect(),
    }
}

fn of(site: &Site, claims: &[&Claim]) -> Evidence {
    let mut grades = BTreeMap::new();
    for grade in claims.iter().filter_map(|claim| compose::grade(site, &claim.id)) {
        *grades.entry(grade).or_insert(0) += 1;
    }
    let sources = sources(claims);
    let touching: BTreeSet<&str> =
        claims.iter().flat_map(|claim| site.conflicts_of(&claim.id)).map(|conflict| conflict.id.as_str()).collect();
    let in_order = site.conflicts.iter().filter(|conflict| touching.contains(conflict.id.as_str()));
    let has_one_source = |claim: &&&Claim| compose::independent(site, claim.sources.iter().map(|source| source.id.as_str())) == 1;
    Evidence {
        claims: claims.len(),
        grades: grades.into_iter().collect(),
        sources: sources.len(),
        independent_sources: compose::independent(site, sources),
        single_source_claims: claims.iter().filter(has_one_source).map(|claim| claim.id.clone()).collect(),
        conflicts: in_order.map(|conflict| conflict.id.clone()).collect(),
    }
}

fn sources<'a>(claims: &[&'a Claim]) -> BTreeSet<&'a str> {
    claims.iter().flat_map(|claim| &claim.sources).map(|source| source.id.as_str()).collect()
}
