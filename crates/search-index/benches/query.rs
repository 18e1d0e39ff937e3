//! How long a query takes among all claims of the site, while it is typed.

use std::{hint::black_box, path::Path};

use anyhow::{Context, Result};
use content::compose::text_of;
use criterion::Criterion;
use search::{
    Engine,
    collection::{Page, Passage},
    outcome::Filter,
};
use search_index::{Knowledge, folder};

/// Queries of every kind, one a line.
const QUERIES: &str = include_str!("../../../tests/search-queries.txt");

fn main() -> Result<()> {
    let site = folder::site(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content"))?;
    let passage = |claim: &content::model::Claim| Passage { anchor: claim.id.clone(), text: text_of(&claim.text), ..Passage::default() };
    let knowledge = Knowledge::of(&site);
    let passages = site.claims.values().map(passage).collect();
    let engine = Engine::new(vec![Page::default()], passages, knowledge.lexicon, knowledge.groups, Vec::new());
    let query = QUERIES.lines().next().context("no query")?;
    let mut criterion = Criterion::default().configure_from_args();
    criterion.bench_function("query", |bencher| bencher.iter(|| engine.search(black_box(query), Filter::default(), true)));
    criterion.final_summary();
    Ok(())
}
