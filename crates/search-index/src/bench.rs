//! What queries cost: bytes that a reader fetches for the first one, steps, milliseconds on this machine.

use std::{fmt::Write as _, io::Write as _, path::Path, time::Instant};

use anyhow::Result;
use search::outcome::{Filter, Outcome};

use crate::folder;

/// A query a line, of every kind: common and rare words, several words, names in Latin letters, ordinals, typos, another
/// keyboard, nothing at all, and more than anybody types.
const QUERIES: &str = include_str!("../../../tests/search-queries.txt");

/// Times of a query of which the quickest counts.
const ROUNDS: usize = 5;

/// A line for each query, and one for the index as a whole.
///
/// # Errors
/// The index cannot be read.
pub fn table(index: &Path) -> Result<String> {
    let mut table = format!("{:>9} {:>6} {:>9} {:>8} {:>8}  query\n", "bytes", "files", "steps", "ms", "results");
    for query in QUERIES.lines() {
        let (engine, files) = folder::engine(index, query)?;
        let bytes: usize = files.iter().map(|file| compressed(file)).sum();
        let (mut quickest, mut outcome) = (f64::INFINITY, Outcome::default());
        for _ in 0..ROUNDS {
            let begin = Instant::now();
            outcome = engine.search(query, Filter::default(), true);
            quickest = quickest.min(begin.elapsed().as_secs_f64() * 1_000.0);
        }
        let (files, steps, results) = (files.len(), outcome.steps, outcome.hits.len());
        // Writing to memory does not fail.
        let _ = writeln!(table, "{bytes:>9} {files:>6} {steps:>9} {quickest:>8.2} {results:>8}  {query}");
    }
    Ok(table + "(bytes: what the first query fetches of the index, Brotli 11; the code comes on top)")
}

fn compressed(bytes: &[u8]) -> usize {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    // Writing to memory does not fail.
    let _ = writer.write_all(bytes);
    writer.into_inner().len()
}
