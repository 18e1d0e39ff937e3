//! What comes first: better matches, words in titles and objectives, words side by side, short passages.

use super::matches::{Matches, Met, is_form};
use crate::{
    collection::{Kind, Passage},
    engine::Engine,
    order::{add_once, order},
    outcome::{Filter, Hit, Match, Outcome, Tier},
    query::{Asked, Query},
};

/// What a word in the title of a page adds.
const IN_TITLE: u32 = 60;
/// What a word that stands only in the title of the passage's page counts.
const BY_TITLE: u32 = 40;
/// What a word anywhere on a page of this site's own adds; not on that of a source, whose words readers do not see here.
const OWN: u32 = 25;
/// What a word in a claim adds to that.
const IN_CLAIM: u32 = 15;
/// What a word in the text of an objective adds to that.
const IN_OBJECTIVE: u32 = 8;
/// What words add that follow each other as in the query.
const IN_ORDER: u32 = 12;
/// What a passage may lose by its length.
const LENGTH: u32 = 10;

/// The hits among the passages found, best first, narrowed and counted.
pub fn outcome(engine: &Engine, query: &Query, matches: &Matches, found: &[u32], filter: Filter) -> Outcome {
    let passage = |id: u32| &engine.passages[id as usize];
    let is_kind = |id: u32| filter.kind.is_none_or(|kind| passage(id).kind == kind);
    let is_edition = |id: u32| filter.edition.is_none_or(|edition| passage(id).edition == edition);
    let mut outcome = Outcome { steps: found.len() * query.words.len(), ..Outcome::default() };
    for kind in Kind::ALL {
        let count = found.iter().filter(|id| passage(**id).kind == kind && is_edition(**id)).count();
        if count > 0 {
            outcome.kinds.push((kind, count));
        }
    }
    let last_edition = found.iter().map(|id| passage(*id).edition).max().unwrap_or_default();
    let mut counts = vec![0; usize::from(last_edition) + 1];
    found.iter().filter(|id| is_kind(**id)).for_each(|id| counts[usize::from(passage(*id).edition)] += 1);
    let counted = (0..).zip(counts).skip(1);
    outcome.editions = counted.filter(|(edition, count)| *count > 0 || filter.edition == Some(*edition)).collect();
    let hits: Vec<Hit> = found.iter().filter(|id| is_kind(**id) && is_edition(**id)).map(|id| hit(engine, query, matches, *id)).collect();
    // What is only nearly meant comes last, whatever else speaks for it.
    let rank = |hit: &Hit| (hit.tier >= Tier::Near, core::cmp::Reverse(hit.score), hit.passage);
    let sorted = order(hits.len(), &|one, other| rank(&hits[one]).cmp(&rank(&hits[other])));
    outcome.hits = sorted.into_iter().map(|index| hits[index].clone()).collect();
    outcome
}

fn hit(engine: &Engine, query: &Query, matches: &Matches, id: u32) -> Hit {
    let passage = &engine.passages[id as usize];
    let mut hit = Hit { passage: id, tier: Tier::Exact, matches: Vec::new(), words: Vec::new(), score: 0 };
    for (index, asked) in query.words.iter().enumerate() {
        let Some(met) = matches.met(index, id) else {
            hit.score += BY_TITLE;
            continue;
        };
        hit.tier = hit.tier.max(met.tier);
        met.words.iter().for_each(|word| add_once(&mut hit.words, *word));
        hit.score += worth(met) + weight(engine, passage, asked, met);
        let explained = Match { asked: asked.typed.clone(), found: met.label.clone(), tier: met.tier };
        // A name of several words is one match.
        if met.tier > Tier::Exact && hit.matches.last().is_none_or(|last| last.found != explained.found) {
            hit.matches.push(explained);
        } else if let Some(last) = hit.matches.last_mut().filter(|_| met.tier > Tier::Exact) {
            last.asked.push(' ');
            last.asked.push_str(&asked.typed);
        }
    }
    let sequence = &engine.sequences[id as usize];
    // Every form of the words asked for is highlighted, not only the best.
    for word in sequence {
        if query.words.iter().any(|asked| is_form(engine, asked, *word)) {
            add_once(&mut hit.words, *word);
        }
    }
    if query.words.len() > 1 && is_in_order(engine, query, sequence) {
        hit.score += IN_ORDER;
    }
    hit.score += if sequence.is_empty() { 0 } else { LENGTH }.saturating_sub(u32::try_from(sequence.len()).unwrap_or(LENGTH) / 4);
    hit
}

fn worth(met: &Met) -> u32 {
    match met.tier {
        Tier::Exact => 100,
        Tier::Folded => 95,
        Tier::Inflected => 85,
        Tier::Alias => 60,
        Tier::Near | Tier::Partial => 20,
    }
}

/// What it adds where a word stands: in a title, in an objective, in a sentence that can be shown.
fn weight(engine: &Engine, passage: &Passage, asked: &Asked, met: &Met) -> u32 {
    let title = engine.titles.get(passage.page as usize).filter(|_| passage.anchor.is_empty());
    let is_in_title = title.is_some_and(|title| title.iter().any(|word| met.words.contains(word) || is_form(engine, asked, *word)));
    match passage.kind {
        Kind::Source if is_in_title => OWN,
        Kind::Source => 0,
        _ if is_in_title => OWN + IN_TITLE,
        Kind::Objective => OWN + IN_CLAIM + IN_OBJECTIVE,
        Kind::Claim => OWN + IN_CLAIM,
        Kind::Edition | Kind::Page => OWN,
    }
}

fn is_in_order(engine: &Engine, query: &Query, sequence: &[u32]) -> bool {
    let follows = |window: &[u32]| window.iter().zip(&query.words).all(|(word, asked)| is_form(engine, asked, *word));
    sequence.windows(query.words.len()).any(follows)
}
