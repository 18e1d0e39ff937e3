//! Columns that a reader adds to a matrix: published beside the pages of the editions when a matrix does not show them all.

use super::{Base, composer::Composer, edition_short, limits, matrix};
use crate::{
    model::{Edition, Site},
    page::Matrix,
    route::Route,
};

/// The editions that a reader may choose, by slug and name in their order; none while the matrices show them all.
#[must_use]
pub fn columns(site: &Site) -> Vec<(String, String)> {
    let editions = if site.editions.len() > limits::COLUMNS { site.editions.as_slice() } else { &[] };
    editions.iter().map(|edition| (edition.slug.clone(), edition_short(edition))).collect()
}

/// The column of `edition` in each of the matrices: that of the comparison, then that of the objectives.
#[must_use]
pub fn column(site: &Site, base: &Base, edition: &Edition) -> [Matrix; 2] {
    matrix::of_edition(Composer::new(site, base, &Route::Compare), edition)
}
