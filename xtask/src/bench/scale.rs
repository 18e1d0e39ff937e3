//! `bench scale`: what the site costs to check, render and read when it grows, and what its innermost parts take.

use anyhow::{Context, Result};

use crate::command::Step;
use crate::{synth, workspace};

/// How many editions, unless asked for others.
const EDITIONS: [usize; 4] = [10, 100, 1_000, 10_000];

pub fn run(arguments: &[String]) -> Result<()> {
    let asked: Result<Vec<usize>> =
        arguments.iter().map(|number| number.parse().with_context(|| format!("{number:?} is no number of editions"))).collect();
    let asked = asked?;
    growth(&workspace::content())?;
    for editions in if asked.is_empty() { EDITIONS.as_slice() } else { &asked } {
        growth(&synth::content(*editions)?)?;
    }
    Ok(())
}

/// In a process of its own, whose memory is that of this site alone.
fn growth(content: &std::path::Path) -> Result<()> {
    Step::cargo().args(["run", "--quiet", "--release", "--package", "prerender", "--bin", "growth", "--"]).arg(content).run()
}
