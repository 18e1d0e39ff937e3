//! What is nearly asked for: one letter apart, or the beginning of a word that is still being typed.

use super::matches::{Matches, Met};
use crate::{
    engine::Engine,
    order::order,
    outcome::Tier,
    query::{Asked, Query},
    vocabulary::Word,
    word::{is_one_letter_apart, without_article as base},
};

/// Words suggested at most.
const SUGGESTIONS: usize = 4;

/// Letters that a suggested word shares with the one that was typed, from the beginning.
const SHARED: usize = 3;

/// Adds near words for words of the query that nothing holds.
pub fn add(engine: &Engine, query: &Query, is_typing: bool, matches: &mut Matches) {
    for (index, asked) in query.words.iter().enumerate() {
        if matches.is_met(index) {
            continue;
        }
        let is_begun = is_typing && index + 1 == query.words.len();
        matches.steps += engine.vocabulary.words().len();
        for (word, id) in engine.vocabulary.words().iter().zip(0..) {
            if is_near(asked, word) || (is_begun && begins(asked, word)) {
                matches.meet(index..index + 1, Met { tier: Tier::Near, words: vec![id], label: word.surface.clone() }, &word.passages);
            }
        }
    }
}

/// Words of the site that are like those that nothing holds, the most frequent first.
pub fn suggestions(engine: &Engine, query: &Query, matches: &Matches) -> Vec<String> {
    let missing: Vec<&Asked> =
        query.words.iter().enumerate().filter(|(index, _)| !matches.is_met_strictly(*index)).map(|(_, asked)| asked).collect();
    let likeness = |word: &Word| {
        let near = missing.iter().any(|asked| is_near(asked, word));
        let similar = missing.iter().any(|asked| shared(base(&asked.fold), base(&word.fold)) >= SHARED);
        u8::from(similar) + 2 * u8::from(near)
    };
    let like: Vec<(u8, &Word)> =
        engine.vocabulary.words().iter().map(|word| (likeness(word), word)).filter(|(likeness, _)| *likeness > 0).collect();
    let rank = |index: usize| (core::cmp::Reverse((like[index].0, like[index].1.passages.len())), &like[index].1.surface);
    let sorted = order(like.len(), &|one, other| rank(one).cmp(&rank(other)));
    sorted.into_iter().take(SUGGESTIONS).map(|index| like[index].1.surface.clone()).collect()
}

fn is_near(asked: &Asked, word: &Word) -> bool {
    let typed = core::iter::once(base(&asked.fold)).chain(asked.keys.iter().map(|key| key.trim_start_matches('=')));
    typed.into_iter().any(|typed| {
        let written = core::iter::once(base(&word.fold)).chain(word.keys.iter().map(|key| key.trim_start_matches('=')));
        written.into_iter().any(|written| is_one_letter_apart(typed, written))
    })
}

fn begins(asked: &Asked, word: &Word) -> bool {
    asked.fold.chars().count() >= 2 && (word.fold.starts_with(&asked.fold) || base(&word.fold).starts_with(base(&asked.fold)))
}

/// How many letters two words share from the beginning.
fn shared(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count()
}
