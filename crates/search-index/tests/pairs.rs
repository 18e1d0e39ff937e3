//! The pairs of query and text in `tests/search-pairs.json`: written before the search was, they say what it must find.

use std::{fs, path::PathBuf};

use anyhow::Result;
use search_index::{Knowledge, folder, pairs};

#[test]
fn every_pair_holds() -> Result<()> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let pairs: Vec<pairs::Pair> = serde_json::from_str(&fs::read_to_string(root.join("tests/search-pairs.json"))?)?;
    assert!(pairs.len() >= 200, "only {} pairs", pairs.len());
    let verdict = pairs::judge(&pairs, &Knowledge::of(&folder::site(&root.join("content"))?));
    assert!(verdict.failures.is_empty(), "{}", verdict.failures.join("\n"));
    Ok(())
}
