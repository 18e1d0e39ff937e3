//! The letters of the index and the addresses of their pages.

use crate::{compose::glossary::initial, phrases::index_az as phrases, route::Route};

/// Addresses of the letters from alif to ya, each its own; then of what follows them.
const SLUGS: [&str; 30] = [
    "alif", "ba", "ta", "tha", "jim", "ha", "kha", "dal", "dhal", "ra", "zay", "sin", "shin", "sad", "dad", "tah", "zah", "ayn", "ghayn",
    "fa", "qaf", "kaf", "lam", "mim", "nun", "heh", "waw", "ya", "latin", "digits",
];
/// Where names in Latin letters stand.
const LATIN: usize = 28;
/// Where names stand that begin with a digit.
const DIGITS: usize = 29;

/// A letter of the index: its place in the order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Letter(usize);

impl Letter {
    /// All of them in order.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        (0..SLUGS.len()).map(Self)
    }

    /// The letter under which `name` stands.
    // Provisional, until `fold` of this crate says which letters are one.
    pub(super) fn of(name: &str) -> Self {
        let first = initial(name);
        let place = phrases::ALPHABET.chars().position(|letter| letter == first);
        Self(place.unwrap_or(if first.is_numeric() { DIGITS } else { LATIN }))
    }

    /// The letter with this address.
    pub(super) fn at(slug: &str) -> Option<Self> {
        SLUGS.iter().position(|known| *known == slug).map(Self)
    }

    /// Whether it is one of the 28.
    pub(super) fn is_of_the_alphabet(self) -> bool {
        self.0 < LATIN
    }

    /// Its page.
    pub(super) fn route(self) -> Route {
        Route::IndexLetter(SLUGS[self.0].to_owned())
    }

    /// The letter itself; a word for what is no letter.
    pub(super) fn sign(self) -> String {
        phrases::ALPHABET.chars().nth(self.0).map_or_else(|| self.name(), String::from)
    }

    /// «حرف الألف».
    pub(super) fn name(self) -> String {
        match phrases::LETTER_NAMES.split(' ').nth(self.0) {
            Some(name) => phrases::letter(name),
            None => phrases::OTHERS[self.0 - LATIN].to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Letter, SLUGS};

    #[test]
    fn every_letter_has_an_address_and_a_name_of_its_own() {
        let names: BTreeSet<String> = Letter::all().map(Letter::name).collect();
        let slugs: BTreeSet<&str> = SLUGS.into_iter().collect();
        assert_eq!((names.len(), slugs.len()), (SLUGS.len(), SLUGS.len()));
        assert!(Letter::all().all(|letter| Letter::at(SLUGS[letter.0]) == Some(letter)));
    }

    #[test]
    fn names_stand_under_their_first_letter_without_the_article() {
        for (name, slug) in
            [("إفريقيا", "alif"), ("الأمن", "alif"), ("الساحل", "sin"), ("UNOCT", "latin"), ("Fès", "latin"), ("71/291", "digits")]
        {
            assert_eq!(SLUGS[Letter::of(name).0], slug, "{name}");
        }
    }
}
