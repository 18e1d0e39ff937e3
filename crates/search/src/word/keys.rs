//! The keys of a word: what all forms of a lexeme share. Two words are forms of one lexeme when they share a key.

use crate::order::add_once;

use super::{
    affix::{Proclitic, endings, letters, proclitics},
    lexicon::Lexicon,
};

/// Keys, likeliest first; never none.
pub type Keys = Vec<String>;

/// Endings that go with words of two letters: pronouns.
const PRONOUNS: [&str; 6] = ["ه", "ها", "هم", "هما", "هن", "نا"];

/// The keys of a folded word. What the lexicon knows is taken as it is, article and particles apart; of what it does not know,
/// first endings, the shortest first, then the article, then particles of one letter are taken away until it knows the
/// rest; what stays unknown is stemmed lightly.
#[must_use]
pub fn keys(word: &str, lexicon: &Lexicon) -> Keys {
    if !word.starts_with(|letter: char| ('\u{621}'..='\u{6ff}').contains(&letter)) {
        return vec![word.to_owned()];
    }
    let known = lexicon.keys(word);
    if !known.is_empty() {
        return known;
    }
    let readings = proclitics(word);
    let with = |wanted: Proclitic| readings.iter().filter(move |(proclitic, _)| *proclitic == wanted).map(|(_, rest)| *rest);
    let whole = with(Proclitic::Article).chain(with(Proclitic::Letter).filter(|rest| is_surely_attached(word, rest)));
    for rest in whole {
        let known = lexicon.keys(rest);
        if !known.is_empty() {
            return known;
        }
    }
    for wanted in [Proclitic::None, Proclitic::Article, Proclitic::Letter] {
        for rest in with(wanted) {
            let known = known_without_ending(rest, lexicon);
            if !known.is_empty() {
                return known;
            }
        }
    }
    unknown(word, &readings)
}

/// Whether what precedes a word of the lexicon is a particle rather than the beginning of another word: «و» before three
/// letters, any before four.
fn is_surely_attached(word: &str, rest: &str) -> bool {
    letters(rest) >= if word.starts_with('و') { 3 } else { 4 }
}

fn known_without_ending(word: &str, lexicon: &Lexicon) -> Keys {
    let known = lexicon.keys(word);
    if !known.is_empty() {
        return known;
    }
    for reading in endings(word).iter().rev() {
        for candidate in &reading.words {
            let is_long = letters(candidate) >= 3 || PRONOUNS.contains(&&word[reading.stem.len()..]);
            let known = if is_long { lexicon.keys(candidate) } else { Vec::new() };
            if !known.is_empty() {
                return known;
            }
        }
    }
    Vec::new()
}

/// The article is taken away for good, a particle of one letter only as a possibility; endings as far as enough is left.
fn unknown(word: &str, readings: &[(Proclitic, &str)]) -> Keys {
    let article = readings.iter().find(|(proclitic, rest)| *proclitic == Proclitic::Article && letters(rest) >= 3);
    let mut bases = vec![article.map_or(word, |(_, rest)| rest)];
    if article.is_none() {
        let particles = readings.iter().filter(|(proclitic, rest)| *proclitic == Proclitic::Letter && letters(rest) >= 4);
        bases.extend(particles.map(|(_, rest)| *rest));
    }
    let mut keys = Vec::new();
    for base in bases {
        add_once(&mut keys, base.to_owned());
        for reading in endings(base) {
            if is_enough(base, &reading.stem) {
                // «صفقتها» and «صفقات» are forms of «صفقة».
                if let Some(feminine) = reading.feminine.filter(|word| letters(word) >= 4) {
                    add_once(&mut keys, feminine);
                }
                add_once(&mut keys, reading.stem);
            }
        }
    }
    keys
}

/// Whether what is left of a word says enough: four letters, or three after an ending that is hardly part of a word; but
/// many words end in «ان», «ون», «ين» of their own: مرجان is no dual of مرج.
fn is_enough(word: &str, stem: &str) -> bool {
    let ending = &word[stem.len()..];
    let is_clear = letters(ending) >= 2 && !["ان", "ون", "ين"].contains(&ending);
    letters(stem) >= 4 || (letters(stem) == 3 && (is_clear || ["ي", "ا"].contains(&ending)))
}
