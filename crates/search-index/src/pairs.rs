//! Pairs of a query and a text: does an index that holds only this text return it?

use std::collections::BTreeMap;

use search::{
    Engine,
    collection::{Page, Passage},
    outcome::{Filter, Tier},
};
use serde::Deserialize;

use crate::Knowledge;

/// A pair; keys besides these are not read.
#[derive(Debug, Deserialize)]
pub struct Pair {
    /// What is typed.
    pub query: String,
    /// The only document.
    pub text: String,
    /// Whether it must be returned; if not, it must not be returned above the tier of typos.
    pub expect: bool,
    /// What the pair is about.
    #[serde(default)]
    pub group: String,
}

/// How the pairs fared.
#[derive(Debug, Default)]
pub struct Verdict {
    /// One line per failure.
    pub failures: Vec<String>,
    /// Group, passed, failed.
    pub groups: BTreeMap<String, (usize, usize)>,
}

impl Verdict {
    /// Passed and failed, of all groups.
    #[must_use]
    pub fn totals(&self) -> (usize, usize) {
        self.groups.values().fold((0, 0), |(passed, failed), group| (passed + group.0, failed + group.1))
    }
}

/// Judges pairs.
#[must_use]
pub fn judge(pairs: &[Pair], knowledge: &Knowledge) -> Verdict {
    let mut verdict = Verdict::default();
    for pair in pairs {
        let tier = tier(pair, knowledge);
        let is_right = if pair.expect { tier.is_some() } else { tier.is_none_or(|tier| tier >= Tier::Near) };
        let counts = verdict.groups.entry(pair.group.clone()).or_default();
        if is_right {
            counts.0 += 1;
        } else {
            counts.1 += 1;
            let wanted = if pair.expect { "must be returned" } else { "must not be returned" };
            let got = tier.map_or_else(|| "not returned".to_owned(), |tier| format!("returned: {tier:?}"));
            verdict.failures.push(format!("[{}] {:?} in {:?} {wanted}: {got}", pair.group, pair.query, pair.text));
        }
    }
    verdict
}

/// How well the only document answers; nothing if it is not returned.
fn tier(pair: &Pair, knowledge: &Knowledge) -> Option<Tier> {
    let passage = Passage { anchor: "text".to_owned(), text: pair.text.clone(), ..Passage::default() };
    let engine = Engine::new(vec![Page::default()], vec![passage], knowledge.lexicon.clone(), knowledge.groups.clone(), Vec::new());
    engine.search(&pair.query, Filter::default(), false).hits.first().map(|hit| hit.tier)
}
