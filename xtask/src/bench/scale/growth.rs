//! Checking and rendering a site of any size, without writing it.

use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::{megabytes, thousands};
use crate::command::Step;
use crate::{synth, workspace};

const HEAD: &str = "\
| Editions | Claims | Sources | Pages | Check | Render | Pages a second | Memory (peak) | Home | An edition | Heaviest page |
|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|
";

/// What `prerender::growth` measures: seconds, and bytes after Brotli.
#[derive(Deserialize)]
struct Growth {
    editions: usize,
    claims: usize,
    sources: usize,
    pages: usize,
    check: f64,
    render: f64,
    kibibytes: Option<usize>,
    home: usize,
    edition: usize,
    heaviest: Vec<(String, usize)>,
}

/// A row for the real content, and one for each number of editions.
pub fn table(editions: &[usize]) -> Result<String> {
    let mut table = HEAD.to_owned();
    table.push_str(&row(&measured(&workspace::content())?));
    for editions in editions {
        table.push_str(&row(&measured(&synth::content(*editions)?)?));
    }
    Ok(table)
}

/// In a process of its own, whose memory is that of this site alone.
fn measured(content: &Path) -> Result<Growth> {
    let step = Step::cargo().args(["run", "--quiet", "--release", "--package", "prerender", "--bin", "growth", "--"]).arg(content);
    serde_json::from_str(&step.report()?).with_context(|| format!("the growth of {} was not measured", content.display()))
}

fn row(growth: &Growth) -> String {
    let [editions, claims, sources, pages] = [growth.editions, growth.claims, growth.sources, growth.pages].map(thousands);
    let [home, edition] = [growth.home, growth.edition].map(thousands);
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some thousands a second")]
    let rate = thousands((growth.pages as f64 / growth.render) as usize);
    let memory = megabytes(growth.kibibytes);
    let heaviest = growth.heaviest.first().map_or_else(String::new, |(path, bytes)| format!("{} `{path}`", thousands(*bytes)));
    format!(
        "| {editions} | {claims} | {sources} | {pages} | {:.2} s | {:.2} s | {rate} | {memory} | {home} | {edition} | {heaviest} |\n",
        growth.check, growth.render
    )
}
