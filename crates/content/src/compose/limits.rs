//! How much of what grows with the site stands on one page. What is beyond has pages of its own, with permanent addresses.

use crate::model::{Edition, Site};

/// Editions on one page. When there are more, the latest so many stand there, and decades have pages of their own.
pub const EDITIONS: usize = 8;
/// Columns of a matrix; readers add others as they choose them.
pub const COLUMNS: usize = 4;
/// Editions named one by one where many mention the same; see [`latest_few`].
pub const FEW: usize = 3;
/// Milestones in the list of all of them.
pub const MILESTONES: usize = 20;
/// Sources in the list of all of them. When there are more, years of publication have pages of their own.
pub const SOURCES: usize = 160;
/// Sources on the page of one year.
pub const SOURCES_OF_YEAR: usize = 100;
/// Claims on the page of their source.
pub const CLAIMS_OF_SOURCE: usize = 60;

/// The editions that stand on one page.
#[must_use]
pub fn editions(site: &Site) -> &[Edition] {
    latest(&site.editions, EDITIONS)
}

/// The editions that are columns of a matrix.
#[must_use]
pub fn columns(site: &Site) -> &[Edition] {
    latest(&site.editions, COLUMNS)
}

/// The last `most` of `all`, which are in the order of time.
pub(super) fn latest<T>(all: &[T], most: usize) -> &[T] {
    &all[all.len().saturating_sub(most)..]
}

/// All of them while they fit a page, else the last few.
pub(super) fn latest_few<T>(all: &[T]) -> &[T] {
    if all.len() > EDITIONS { latest(all, FEW) } else { all }
}

/// Whether editions have pages by decade.
pub(super) fn has_decades(site: &Site) -> bool {
    site.editions.len() > EDITIONS
}

/// Whether sources have pages by year.
pub(super) fn has_years(site: &Site) -> bool {
    site.sources.len() > SOURCES
}

#[cfg(test)]
mod tests {
    use super::{EDITIONS, FEW, latest, latest_few};

    #[test]
    fn the_latest_are_the_last_and_few_stay_all() {
        assert_eq!(latest(&[1, 2, 3], 2), [2, 3]);
        assert_eq!(latest(&[1, 2], 5), [1, 2]);
        let many: Vec<usize> = (0..=EDITIONS).collect();
        assert_eq!(latest_few(&many[1..]).len(), EDITIONS);
        assert_eq!(latest_few(&many).len(), FEW);
    }
}
