//! The site as the search sees it, ready for queries.

use core::ops::Range;

use crate::{
    collection::{Page, Passage},
    format::{self, IndexError, Shard},
    group::Groups,
    order::add_once,
    outcome::{Filter, Hit, Outcome},
    query::Query,
    search,
    token::tokens,
    vocabulary::Vocabulary,
    word::Lexicon,
};

/// The index in memory.
#[derive(Clone, Debug, Default)]
pub struct Engine {
    pub(crate) pages: Vec<Page>,
    pub(crate) passages: Vec<Passage>,
    pub(crate) lexicon: Lexicon,
    pub(crate) groups: Groups,
    pub(crate) vocabulary: Vocabulary,
    /// The words of each passage in order, where its text is known.
    pub(crate) sequences: Vec<Vec<u32>>,
    /// The words of each page's title.
    pub(crate) titles: Vec<Vec<u32>>,
    pub(crate) shards: Vec<Shard>,
}

impl Engine {
    /// Of pages, passages, and pairs of a word and a passage that holds it besides those with a text.
    #[must_use]
    pub fn new(pages: Vec<Page>, passages: Vec<Passage>, lexicon: Lexicon, groups: Groups, more: Vec<(String, u32)>) -> Self {
        let mut pairs = more;
        for (passage, id) in passages.iter().zip(0..) {
            pairs.extend(surfaces(&passage.text).map(|surface| (surface, id)));
            if let Some(page) = pages.get(passage.page as usize).filter(|_| passage.anchor.is_empty()) {
                pairs.extend(surfaces(&page.title).map(|surface| (surface, id)));
            }
        }
        let mut engine = Self { pages, passages, lexicon, groups, ..Self::default() };
        engine.hold(&pairs);
        engine
    }

    /// From the bytes of the head of an index.
    ///
    /// # Errors
    /// [`IndexError`] when they are not such a head.
    pub fn open(head: &[u8]) -> Result<Self, IndexError> {
        format::head(head)
    }

    /// Names of the shards, beside the head, that hold words of a query and are not here yet.
    #[must_use]
    pub fn missing(&self, query: &str) -> Vec<String> {
        let keys = search::keys(self, query);
        let is_wanted = |(index, shard): &(usize, &Shard)| {
            let end = self.shards.get(index + 1).map(|next| next.first.as_str());
            let holds = |key: &str| *key >= *shard.first && end.is_none_or(|end| key < end);
            !shard.is_here && keys.iter().any(|key| holds(key.trim_start_matches('=')))
        };
        self.shards.iter().enumerate().filter(is_wanted).map(|(_, shard)| shard.file.clone()).collect()
    }

    /// Adds a shard of this name.
    ///
    /// # Errors
    /// [`IndexError`] when the bytes are not a shard.
    pub fn add(&mut self, file: &str, shard: &[u8]) -> Result<(), IndexError> {
        let more = format::shard(shard, self.passages.len())?;
        if let Some(known) = self.shards.iter_mut().find(|known| known.file == file && !known.is_here) {
            known.is_here = true;
            let mut pairs = core::mem::take(&mut self.vocabulary).into_pairs();
            pairs.extend(more);
            self.hold(&pairs);
        }
        Ok(())
    }

    /// The keys of all words that are here.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.vocabulary.words().iter().flat_map(|word| word.keys.iter().map(String::as_str))
    }

    fn hold(&mut self, pairs: &[(String, u32)]) {
        self.vocabulary = Vocabulary::new(pairs, &self.lexicon);
        let sequence = |text: &str| surfaces(text).filter_map(|surface| self.vocabulary.by_surface(&surface)).collect();
        self.sequences = self.passages.iter().map(|passage| sequence(&passage.text)).collect();
        self.titles = self.pages.iter().map(|page| sequence(&page.title)).collect();
    }

    /// The pages; passages refer to them by index.
    #[must_use]
    pub fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// The passages; hits refer to them by index.
    #[must_use]
    pub fn passages(&self) -> &[Passage] {
        &self.passages
    }

    /// What the site says to a query. `is_typing`: its last word may be the beginning of one.
    #[must_use]
    pub fn search(&self, query: &str, filter: Filter, is_typing: bool) -> Outcome {
        search::search(self, query, filter, is_typing)
    }

    /// The bytes of the words of a text that a hit met, in order.
    #[must_use]
    pub fn highlights(&self, text: &str, hit: &Hit) -> Vec<Range<usize>> {
        let is_met = |surface: &str| self.vocabulary.by_surface(surface).is_some_and(|word| hit.words.contains(&word));
        tokens(text).into_iter().filter(|token| is_met(&token.surface)).map(|token| token.range).collect()
    }

    /// Which of the texts of a page holds most of the words that a hit met; the shorter one of two that hold as many.
    #[must_use]
    pub fn best(&self, texts: &[String], hit: &Hit) -> Option<usize> {
        let met = |text: &String| {
            let mut words: Vec<u32> = Vec::new();
            for word in surfaces(text).filter_map(|surface| self.vocabulary.by_surface(&surface)) {
                if hit.words.contains(&word) {
                    add_once(&mut words, word);
                }
            }
            words.len()
        };
        let ranked = texts.iter().enumerate().map(|(index, text)| (met(text), core::cmp::Reverse(text.len()), index));
        ranked.max().filter(|(met, ..)| *met > 0).map(|(.., index)| index)
    }

    pub(crate) fn read(&self, query: &str) -> Query {
        Query::new(query, &self.lexicon)
    }
}

fn surfaces(text: &str) -> impl Iterator<Item = String> {
    tokens(text).into_iter().map(|token| token.surface)
}
