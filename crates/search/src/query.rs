//! What a reader typed, understood: words, and phrases in quotes. Bounded, whatever was typed.

use core::ops::Range;

use crate::{
    token::tokens,
    word::{Keys, Lexicon, keys},
};

/// Characters of a query beyond which it is not read.
const CHARACTERS: usize = 800;

/// Words of a query beyond which it is not read; they are bits of a `u32` elsewhere.
pub const WORDS: usize = 24;

const QUOTES: [char; 7] = ['"', '«', '»', '“', '”', '„', '‟'];

/// A query.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// Its words in order.
    pub words: Vec<Asked>,
    /// Words that must follow each other: ranges of at least two words.
    pub phrases: Vec<Range<usize>>,
    /// What was typed after the last word that is read.
    pub unread: Vec<String>,
}

/// A word of a query.
#[derive(Clone, Debug)]
pub struct Asked {
    /// As it was typed.
    pub typed: String,
    /// Its letters as they were written, without marks.
    pub surface: String,
    /// Its letters, one for all that writers exchange.
    pub fold: String,
    /// What it shares with its other forms.
    pub keys: Keys,
}

impl Query {
    /// Reads a query.
    #[must_use]
    pub fn new(text: &str, lexicon: &Lexicon) -> Self {
        let end = text.char_indices().nth(CHARACTERS).map_or(text.len(), |(end, _)| end);
        let text = &text[..end];
        let tokens = tokens(text);
        let starts: Vec<usize> = tokens.iter().map(|token| token.range.start).collect();
        let unread = tokens.iter().skip(WORDS).map(|token| text[token.range.clone()].to_owned()).collect();
        let asked = tokens.into_iter().take(WORDS).map(|token| Asked {
            typed: text[token.range].to_owned(),
            keys: keys(&token.fold, lexicon),
            surface: token.surface,
            fold: token.fold,
        });
        let words: Vec<Asked> = asked.collect();
        Self { phrases: phrases(text, &starts, words.len()), words, unread }
    }
}

/// The words between quotes: every second quote closes what the one before it opened.
fn phrases(text: &str, starts: &[usize], words: usize) -> Vec<Range<usize>> {
    let quotes: Vec<usize> = text.match_indices(QUOTES).map(|(at, _)| at).collect();
    let word_after = |at: usize| starts.partition_point(|start| *start < at).min(words);
    let pairs = quotes.chunks_exact(2).map(|pair| word_after(pair[0])..word_after(pair[1]));
    pairs.filter(|phrase| phrase.len() > 1).collect()
}
