//! Other names of what the query asks for, and its words joined or split.

use super::matches::{Matches, Met, forms};
use crate::{engine::Engine, group::Name, outcome::Tier, query::Query, word};

/// The fewest letters of each part of a word that is split.
const SHORTEST_PART: usize = 2;

/// Adds what passages hold under other names.
pub fn add(engine: &Engine, query: &Query, matches: &mut Matches) {
    names(engine, query, matches);
    joined(engine, query, matches);
    split(engine, query, matches);
}

fn names(engine: &Engine, query: &Query, matches: &mut Matches) {
    for (group, written) in engine.groups.all().iter().zip(engine.groups.written()) {
        for (asked, name) in group.iter().enumerate() {
            for start in places(query, name) {
                for (other, other_name) in group.iter().enumerate().filter(|(other, _)| *other != asked) {
                    let parts: Vec<Vec<u32>> = other_name.iter().map(|part| words(engine, &part.fold, &part.keys)).collect();
                    let holding = holding(engine, &parts);
                    let met = Met { tier: Tier::Alias, words: parts.concat(), label: written[other].clone() };
                    matches.meet(start..start + name.len(), met, &holding);
                }
            }
        }
    }
}

/// The keys of the other names of what the query asks for, and of its words joined.
pub fn keys(engine: &Engine, query: &Query) -> Vec<String> {
    let is_asked = |group: &&Vec<Name>| group.iter().any(|name| !places(query, name).is_empty());
    let named = engine.groups.all().iter().filter(is_asked).flatten().flatten().flat_map(|part| part.keys.clone());
    let joined = query.words.windows(2).flat_map(|pair| word::keys(&[pair[0].fold.as_str(), &pair[1].fold].concat(), &engine.lexicon));
    named.chain(joined).collect()
}

/// Where a name begins in the query.
fn places(query: &Query, name: &Name) -> Vec<usize> {
    if name.is_empty() || name.len() > query.words.len() {
        return Vec::new();
    }
    let begins = |start: &usize| name.iter().zip(&query.words[*start..]).all(|(part, asked)| part.is(&asked.fold, &asked.keys));
    (0..=query.words.len() - name.len()).filter(begins).collect()
}

/// «عبد اللطيف» for «عبداللطيف».
fn joined(engine: &Engine, query: &Query, matches: &mut Matches) {
    for (start, pair) in query.words.windows(2).enumerate() {
        let joined = [pair[0].fold.as_str(), &pair[1].fold].concat();
        for word in words(engine, &joined, &word::keys(&joined, &engine.lexicon)) {
            let word_of_site = &engine.vocabulary.words()[word as usize];
            let met = Met { tier: Tier::Alias, words: vec![word], label: word_of_site.surface.clone() };
            matches.meet(start..start + 2, met, &word_of_site.passages);
        }
    }
}

/// «عبداللطيف» for «عبد اللطيف».
fn split(engine: &Engine, query: &Query, matches: &mut Matches) {
    for (index, asked) in query.words.iter().enumerate() {
        let cuts = asked.fold.char_indices().map(|(at, _)| at).skip(SHORTEST_PART);
        for cut in cuts {
            let (first, second) = asked.fold.split_at(cut);
            if second.chars().count() < SHORTEST_PART {
                break;
            }
            let parts = [first, second].map(|part| engine.vocabulary.by_fold(part));
            matches.steps += 2;
            if parts.iter().any(Vec::is_empty) {
                continue;
            }
            let holding = holding(engine, &parts);
            let label = [first, " ", second].concat();
            matches.meet(index..index + 1, Met { tier: Tier::Alias, words: parts.concat(), label }, &holding);
        }
    }
}

fn words(engine: &Engine, fold: &str, keys: &[String]) -> Vec<u32> {
    forms(engine, fold, None, keys).into_iter().map(|(word, _)| word).collect()
}

/// The passages that hold one word of each part, one after the other where their order is known.
fn holding(engine: &Engine, parts: &[Vec<u32>]) -> Vec<u32> {
    // How many parts, from the first on, each passage holds.
    let mut held = vec![0; engine.passages.len()];
    for (index, part) in parts.iter().enumerate() {
        for word in part {
            for passage in &engine.vocabulary.words()[*word as usize].passages {
                let held = &mut held[*passage as usize];
                if *held == index {
                    *held += 1;
                }
            }
        }
    }
    let holds_all = held.iter().zip(0..).filter(|(held, _)| !parts.is_empty() && **held == parts.len()).map(|(_, passage)| passage);
    holds_all.filter(|passage| is_in_order(engine, parts, *passage)).collect()
}

fn is_in_order(engine: &Engine, parts: &[Vec<u32>], passage: u32) -> bool {
    let sequence = &engine.sequences[passage as usize];
    let has_all = |window: &[u32]| window.iter().zip(parts).all(|(word, part)| part.contains(word));
    sequence.is_empty() || sequence.windows(parts.len()).any(has_all)
}
