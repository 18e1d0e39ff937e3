//! The lexemes that rules alone would mistake: broken plurals, and words whose letters look like particles or endings.

use content::fold::fold;

use crate::order::{add_once, order};

/// What a key of a lexeme begins with, so that it is never the same as what is left of an unknown word.
const MARK: char = '=';

/// Lexemes by their forms.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// Forms of each lexeme, folded; the lemma first.
    lexemes: Vec<Vec<String>>,
    /// Lexemes and which of their forms, sorted by form.
    forms: Vec<(usize, usize)>,
}

impl Lexicon {
    /// Reads lexemes, one a line: the lemma, then its other forms. What follows `#` is for editors.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let line = |line: &str| {
            let words = line.split('#').next().unwrap_or_default();
            words.split_whitespace().map(fold).collect::<Vec<String>>()
        };
        Self::new(text.lines().map(line).filter(|forms| !forms.is_empty()).collect())
    }

    /// Of folded forms, the lemma first.
    #[must_use]
    pub fn new(lexemes: Vec<Vec<String>>) -> Self {
        let mut forms: Vec<(usize, usize)> = Vec::new();
        for (lexeme, of_lexeme) in lexemes.iter().enumerate() {
            forms.extend((0..of_lexeme.len()).map(|form| (lexeme, form)));
        }
        let form = |index: usize| &lexemes[forms[index].0][forms[index].1];
        let sorted = order(forms.len(), &|one, other| form(one).cmp(form(other)));
        let forms = sorted.into_iter().map(|index| forms[index]).collect();
        Self { lexemes, forms }
    }

    /// The lexemes, each with its folded forms, the lemma first.
    #[must_use]
    pub fn lexemes(&self) -> &[Vec<String>] {
        &self.lexemes
    }

    /// The keys of the lexemes that a folded word is a form of.
    #[must_use]
    pub fn keys(&self, word: &str) -> Vec<String> {
        let first = self.forms.partition_point(|(lexeme, form)| self.lexemes[*lexeme][*form].as_str() < word);
        let found = self.forms[first..].iter().take_while(|(lexeme, form)| self.lexemes[*lexeme][*form] == word);
        let mut keys = Vec::new();
        for key in found.filter_map(|(lexeme, _)| self.key(*lexeme)) {
            add_once(&mut keys, key);
        }
        keys
    }

    /// The key of a lexeme.
    #[must_use]
    pub fn key(&self, lexeme: usize) -> Option<String> {
        let lemma = self.lexemes.get(lexeme)?.first()?;
        let mut key = String::with_capacity(lemma.len() + 1);
        key.push(MARK);
        key.push_str(lemma);
        Some(key)
    }
}
