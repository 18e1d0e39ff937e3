//! From a query to an outcome: strictly first; then, if nothing is found, by what is nearly the same; then with fewer words.

mod alias;
mod matches;
mod near;
mod partial;
mod rank;

use crate::{
    engine::Engine,
    outcome::{Filter, Outcome, Tier},
    query::Query,
    word::layouts,
};
use matches::Matches;

/// Answers a query.
pub fn search(engine: &Engine, text: &str, filter: Filter, is_typing: bool) -> Outcome {
    let mut query = engine.read(text);
    if query.words.is_empty() {
        return by_keyboard(engine, text, filter, 0).unwrap_or_default();
    }
    let mut matches = Matches::strict(engine, &query);
    let mut found = matches.complete(engine, &query);
    if found.is_empty() {
        if let Some(outcome) = by_keyboard(engine, text, filter, matches.steps) {
            return outcome;
        }
        near::add(engine, &query, is_typing, &mut matches);
        found = matches.complete(engine, &query);
    }
    let mut dropped = query.unread.clone();
    if found.is_empty() && !query.phrases.is_empty() {
        // The words are there, but not side by side.
        dropped.extend(query.phrases.drain(..).map(|phrase| {
            let words: Vec<&str> = query.words[phrase].iter().map(|asked| asked.typed.as_str()).collect();
            words.join(" ")
        }));
        found = matches.complete(engine, &query);
    }
    if found.is_empty() {
        let kept = partial::kept(&matches, &query);
        found = matches.holding(engine, &query, kept);
        let missing = query.words.iter().zip(0..).filter(|(_, bit)| kept & (1 << bit) == 0).map(|(asked, _)| asked.typed.clone());
        dropped.splice(0..0, missing);
    }
    let mut outcome = rank::outcome(engine, &query, &matches, &found, filter);
    if outcome.hits.is_empty() {
        dropped.clear();
    }
    if !dropped.is_empty() {
        outcome.hits.iter_mut().for_each(|hit| hit.tier = Tier::Partial);
    }
    if outcome.hits.first().is_none_or(|hit| hit.tier >= Tier::Near) {
        outcome.suggestions = near::suggestions(engine, &query, &matches);
    }
    outcome.dropped = dropped;
    outcome.steps += matches.steps;
    outcome
}

/// The keys of every word that answering a query may look up: its own, those of other names, and those of the other
/// keyboard layouts.
pub fn keys(engine: &Engine, text: &str) -> Vec<String> {
    let typed = core::iter::once(text.to_owned()).chain(layouts(text.trim()));
    let queries: Vec<Query> = typed.map(|text| engine.read(&text)).collect();
    queries.iter().flat_map(|query| query.words.iter().flat_map(|asked| asked.keys.clone()).chain(alias::keys(engine, query))).collect()
}

/// What the query would have been with the Arabic layout, where that finds something.
fn by_keyboard(engine: &Engine, text: &str, filter: Filter, steps: usize) -> Option<Outcome> {
    layouts(text.trim()).into_iter().find_map(|written| {
        let query: Query = engine.read(&written);
        let matches = Matches::strict(engine, &query);
        let found = matches.complete(engine, &query);
        let mut outcome = rank::outcome(engine, &query, &matches, &found, filter);
        outcome.hits.iter_mut().for_each(|hit| hit.tier = Tier::Near);
        outcome.steps += steps + matches.steps;
        outcome.keyboard = written;
        (!found.is_empty()).then_some(outcome)
    })
}
