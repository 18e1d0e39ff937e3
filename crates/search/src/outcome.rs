//! What a search gives back.

use crate::collection::Kind;

/// How well a word was met, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// The same letters.
    Exact,
    /// The same but for what writers leave out or write differently: hamza, dots of ta marbuta, accents, digits.
    Folded,
    /// Another form of the word: particle, pronoun, plural, nisba.
    Inflected,
    /// Another name of the same thing, or the same words joined or split.
    Alias,
    /// One letter apart, typed with the other keyboard layout, or the beginning of the word.
    Near,
    /// A word of the query is missing.
    Partial,
}

/// What readers narrow results to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only this edition.
    pub edition: Option<u16>,
}

/// The answer to a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// What was found, best first, narrowed by the filter.
    pub hits: Vec<Hit>,
    /// How many hits there are of each kind, whatever kind the filter asks for; kinds without any are left out.
    pub kinds: Vec<(Kind, usize)>,
    /// How many hits there are of each edition, whatever edition the filter asks for; in order.
    pub editions: Vec<(u16, usize)>,
    /// Words of the query that no hit holds, as they were typed: the hits hold the others.
    pub dropped: Vec<String>,
    /// Where nothing was found, or only nearly: words of the site that are like those asked for.
    pub suggestions: Vec<String>,
    /// The query as another keyboard layout would have written it, where that is what was found.
    pub keyboard: String,
    /// Comparisons made: a measure of work that no clock distorts.
    pub steps: usize,
}

/// A passage that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Index of the passage.
    pub passage: u32,
    /// The weakest of its matches.
    pub tier: Tier,
    /// Which word of the query met which word, where they are not the same letters; in the order of the query.
    pub matches: Vec<Match>,
    /// Indices of the words of the site that were met: what is to be highlighted.
    pub words: Vec<u32>,
    /// Greater is better.
    pub score: u32,
}

/// How a word of the query was met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// As it was typed.
    pub asked: String,
    /// As the site writes it.
    pub found: String,
    /// How well.
    pub tier: Tier,
}
