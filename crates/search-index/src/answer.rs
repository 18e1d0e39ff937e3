//! An outcome as lines of text.

use std::fmt::Write;

use search::{
    Engine,
    outcome::{Hit, Outcome},
};

/// Results shown at most.
const SHOWN: usize = 20;

/// What was found, best first, each with tier and reason.
#[must_use]
pub fn lines(engine: &Engine, outcome: &Outcome) -> String {
    let mut lines = String::new();
    for hit in outcome.hits.iter().take(SHOWN) {
        let _ = writeln!(lines, "{}", line(engine, hit));
    }
    if !outcome.dropped.is_empty() {
        let _ = writeln!(lines, "dropped: {}", outcome.dropped.join(", "));
    }
    if !outcome.keyboard.is_empty() {
        let _ = writeln!(lines, "read with the other keyboard layout: {}", outcome.keyboard);
    }
    if !outcome.suggestions.is_empty() {
        let _ = writeln!(lines, "like what was asked for: {}", outcome.suggestions.join(", "));
    }
    let _ = writeln!(lines, "{} results, {} steps", outcome.hits.len(), outcome.steps);
    lines
}

fn line(engine: &Engine, hit: &Hit) -> String {
    let passage = &engine.passages()[hit.passage as usize];
    let page = &engine.pages()[passage.page as usize];
    let anchor = if passage.anchor.is_empty() { String::new() } else { format!("#{}", passage.anchor) };
    let reasons: Vec<String> = hit.matches.iter().map(|met| format!("{} <- {} ({:?})", met.found, met.asked, met.tier)).collect();
    let text = if passage.text.is_empty() { &page.title } else { &passage.text };
    format!("{:?} {} {}{anchor} {} | {text}", hit.tier, hit.score, page.path, reasons.join("; "))
}
