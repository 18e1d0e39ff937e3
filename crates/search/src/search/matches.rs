//! Which passages hold which word of a query, and how well.

use core::ops::Range;

use crate::{
    engine::Engine,
    outcome::Tier,
    query::{Asked, Query},
};

/// What a word of the query met.
#[derive(Clone, Debug)]
pub struct Met {
    /// How well.
    pub tier: Tier,
    /// The words of the site: one, or those of another name.
    pub words: Vec<u32>,
    /// As the site writes it.
    pub label: String,
}

/// No passage holds the word.
const NONE: u16 = u16::MAX;

/// What was met, by word of the query and passage.
pub struct Matches {
    passages: usize,
    /// What was met, best first where it counts.
    pub met: Vec<Met>,
    /// For each word of the query and each passage, index into `met`.
    best: Vec<u16>,
    /// Comparisons made.
    pub steps: usize,
}

impl Matches {
    /// Exact, folded and inflected forms, other names, joined and split words.
    pub fn strict(engine: &Engine, query: &Query) -> Self {
        let passages = engine.passages.len();
        let mut matches = Self { passages, met: Vec::new(), best: vec![NONE; passages * query.words.len()], steps: 0 };
        for (index, asked) in query.words.iter().enumerate() {
            for (word, tier) in forms(engine, &asked.fold, Some(&asked.surface), &asked.keys) {
                let met = &engine.vocabulary.words()[word as usize];
                matches.meet(index..index + 1, Met { tier, words: vec![word], label: met.surface.clone() }, &met.passages);
            }
        }
        super::alias::add(engine, query, &mut matches);
        matches
    }

    /// Notes that passages hold what these words of the query ask for.
    pub fn meet(&mut self, asked: Range<usize>, met: Met, passages: &[u32]) {
        let tier = met.tier;
        let Ok(number) = u16::try_from(self.met.len()) else { return };
        if number == NONE {
            return;
        }
        self.met.push(met);
        self.steps += passages.len() * asked.len();
        for index in asked {
            for passage in passages {
                let place = index * self.passages + *passage as usize;
                let is_better = self.met.get(usize::from(self.best[place])).is_none_or(|best| tier < best.tier);
                if is_better {
                    self.best[place] = number;
                }
            }
        }
    }

    /// What a passage holds for a word of the query.
    pub fn met(&self, asked: usize, passage: u32) -> Option<&Met> {
        self.met.get(usize::from(*self.best.get(asked * self.passages + passage as usize)?))
    }

    /// Whether any passage holds a word of the query.
    pub fn is_met(&self, asked: usize) -> bool {
        self.best[asked * self.passages..(asked + 1) * self.passages].iter().any(|met| *met != NONE)
    }

    /// Whether any passage holds a word of the query, and not only nearly.
    pub fn is_met_strictly(&self, asked: usize) -> bool {
        let passages = self.best[asked * self.passages..(asked + 1) * self.passages].iter();
        passages.filter_map(|met| self.met.get(usize::from(*met))).any(|met| met.tier < Tier::Near)
    }

    /// How many passages there are.
    pub fn passages(&self) -> u32 {
        u32::try_from(self.passages).unwrap_or_default()
    }

    /// The words of the query that a passage holds, as bits.
    pub fn mask(&self, query: &Query, passage: u32) -> u32 {
        (0..query.words.len()).filter(|asked| self.met(*asked, passage).is_some()).fold(0, |mask, asked| mask | 1 << asked)
    }

    /// The passages that hold every word of the query, and its phrases.
    pub fn complete(&self, engine: &Engine, query: &Query) -> Vec<u32> {
        self.holding(engine, query, all(query))
    }

    /// The passages that hold these words of the query, given as bits, and the phrases made of them. What is missing may
    /// stand in the title of the page where the passage is at home, if the passage holds another word.
    pub fn holding(&self, engine: &Engine, query: &Query, kept: u32) -> Vec<u32> {
        if kept == 0 {
            return Vec::new();
        }
        let holds = |passage: &u32| {
            let mask = self.mask(query, *passage);
            let with_title = if mask & kept == 0 { mask } else { mask | title_mask(engine, query, *passage) };
            with_title & kept == kept && query.phrases.iter().all(|phrase| holds_phrase(engine, query, phrase, kept, *passage))
        };
        (0..self.passages()).filter(holds).collect()
    }
}

/// All words of a query, as bits.
pub fn all(query: &Query) -> u32 {
    (0..query.words.len()).fold(0, |mask, index| mask | 1 << index)
}

/// The words of the site that are forms of a word with these letters and keys.
pub fn forms(engine: &Engine, fold: &str, surface: Option<&str>, keys: &[String]) -> Vec<(u32, Tier)> {
    let vocabulary = &engine.vocabulary;
    let mut forms: Vec<(u32, Tier)> = Vec::new();
    for word in vocabulary.by_fold(fold) {
        let is_exact = surface.is_some_and(|surface| vocabulary.words()[word as usize].surface == surface);
        forms.push((word, if is_exact { Tier::Exact } else { Tier::Folded }));
    }
    for key in keys {
        for word in vocabulary.by_key(key) {
            if forms.iter().all(|(known, _)| *known != word) {
                forms.push((word, Tier::Inflected));
            }
        }
    }
    forms
}

/// Whether a word of the site is a form of a word of the query.
pub fn is_form(engine: &Engine, asked: &Asked, word: u32) -> bool {
    let word = &engine.vocabulary.words()[word as usize];
    word.fold == asked.fold || word.keys.iter().any(|key| asked.keys.contains(key))
}

/// Whether a passage holds a phrase of the words kept: forms of its words, one after the other.
fn holds_phrase(engine: &Engine, query: &Query, phrase: &Range<usize>, kept: u32, passage: u32) -> bool {
    let sequence = &engine.sequences[passage as usize];
    let is_kept = phrase.clone().all(|index| kept & (1 << index) != 0);
    // Where only the words of a passage are known, their order has to be taken on trust.
    if !is_kept || sequence.is_empty() {
        return true;
    }
    sequence
        .windows(phrase.len())
        .any(|window| window.iter().zip(phrase.clone()).all(|(word, index)| is_form(engine, &query.words[index], *word)))
}

/// The words of the query in the title of the page where a claim is at home.
fn title_mask(engine: &Engine, query: &Query, passage: u32) -> u32 {
    let home = &engine.passages[passage as usize];
    if home.anchor.is_empty() {
        return 0;
    }
    let Some(title) = engine.titles.get(home.page as usize) else { return 0 };
    let in_title = |index: &usize| title.iter().any(|word| is_form(engine, &query.words[*index], *word));
    (0..query.words.len()).filter(in_title).fold(0, |mask, index| mask | 1 << index)
}
