//! The words of the site: how each is written, which lexeme it belongs to, which passages hold it.

use content::fold::fold;

use crate::{
    order::order,
    word::{Keys, Lexicon, keys},
};

/// A word as the site writes it.
#[derive(Clone, Debug)]
pub struct Word {
    /// Its letters as written, without marks.
    pub surface: String,
    /// Its letters, one for all that writers exchange.
    pub fold: String,
    /// What it shares with the other forms of its lexeme.
    pub keys: Keys,
    /// Passages that hold it, in order.
    pub passages: Vec<u32>,
}

/// All words, found by their letters or by their keys.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// Sorted by surface.
    words: Vec<Word>,
    /// Words sorted by fold.
    by_fold: Vec<usize>,
    /// Words and which of their keys, sorted by key.
    by_key: Vec<(usize, usize)>,
}

impl Vocabulary {
    /// Of pairs of a word's surface and a passage that holds it, in any order.
    #[must_use]
    pub fn new(pairs: &[(String, u32)], lexicon: &Lexicon) -> Self {
        let mut words: Vec<Word> = Vec::new();
        for index in order(pairs.len(), &|one, other| pairs[one].cmp(&pairs[other])) {
            let (surface, passage) = &pairs[index];
            match words.last_mut() {
                Some(word) if word.surface == *surface => {
                    if word.passages.last() != Some(passage) {
                        word.passages.push(*passage);
                    }
                }
                _ => {
                    let fold = fold(surface);
                    let keys = keys(&fold, lexicon);
                    words.push(Word { surface: surface.clone(), fold, keys, passages: vec![*passage] });
                }
            }
        }
        Self::index(words)
    }

    fn index(words: Vec<Word>) -> Self {
        let by_fold = order(words.len(), &|one, other| words[one].fold.cmp(&words[other].fold));
        let mut keys: Vec<(usize, usize)> = Vec::new();
        for (id, word) in words.iter().enumerate() {
            keys.extend((0..word.keys.len()).map(|key| (id, key)));
        }
        let key = |index: usize| &words[keys[index].0].keys[keys[index].1];
        let sorted = order(keys.len(), &|one, other| key(one).cmp(key(other)));
        let by_key = sorted.into_iter().map(|index| keys[index]).collect();
        Self { words, by_fold, by_key }
    }

    /// The pairs it was made of, for one that holds more.
    #[must_use]
    pub fn into_pairs(self) -> Vec<(String, u32)> {
        let mut pairs = Vec::new();
        for word in self.words {
            for passage in word.passages {
                pairs.push((word.surface.clone(), passage));
            }
        }
        pairs
    }

    /// The words, sorted by surface; a word's id is its index.
    #[must_use]
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// The id of a word as it is written.
    #[must_use]
    pub fn by_surface(&self, surface: &str) -> Option<u32> {
        let id = self.words.binary_search_by(|word| word.surface.as_str().cmp(surface)).ok()?;
        u32::try_from(id).ok()
    }

    /// The words that fold to this.
    #[must_use]
    pub fn by_fold(&self, fold: &str) -> Vec<u32> {
        let first = self.by_fold.partition_point(|id| self.words[*id].fold.as_str() < fold);
        let found = self.by_fold[first..].iter().take_while(|id| self.words[**id].fold == fold);
        found.filter_map(|id| u32::try_from(*id).ok()).collect()
    }

    /// The words with this key.
    #[must_use]
    pub fn by_key(&self, key: &str) -> Vec<u32> {
        let first = self.by_key.partition_point(|(id, number)| self.words[*id].keys[*number].as_str() < key);
        let found = self.by_key[first..].iter().take_while(|(id, number)| self.words[*id].keys[*number] == key);
        found.filter_map(|(id, _)| u32::try_from(*id).ok()).collect()
    }
}
