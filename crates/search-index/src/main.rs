//! The search on the command line: `cargo xtask search`, `search-pairs` and `bench search` call this.

use std::{env, fs, path::Path, process::ExitCode};

use anyhow::{Context, Result, bail};
use search::outcome::Filter;
use search_index::{Knowledge, answer, bench, folder, pairs};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<ExitCode> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["pairs", content, file] => judge(Path::new(content), Path::new(file)),
        ["query", index, query] => answer(Path::new(index), query),
        ["bench", index] => {
            println!("{}", bench::table(Path::new(index))?);
            Ok(ExitCode::SUCCESS)
        }
        _ => bail!("expected: pairs CONTENT FILE.json, query FOLDER QUERY, or bench FOLDER"),
    }
}

fn answer(index: &Path, query: &str) -> Result<ExitCode> {
    let (engine, _) = folder::engine(index, query)?;
    let outcome = engine.search(query, Filter::default(), false);
    print!("{}", answer::lines(&engine, &outcome));
    Ok(ExitCode::SUCCESS)
}

fn judge(content: &Path, file: &Path) -> Result<ExitCode> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let pairs: Vec<pairs::Pair> = serde_json::from_str(&text).with_context(|| format!("{} is not an array of pairs", file.display()))?;
    let verdict = pairs::judge(&pairs, &Knowledge::of(&folder::site(content)?));
    for failure in &verdict.failures {
        println!("{failure}");
    }
    println!();
    for (group, (passed, failed)) in &verdict.groups {
        println!("{group:<20}{passed:>6} passed{failed:>6} failed");
    }
    let (passed, failed) = verdict.totals();
    println!("\n{passed} passed, {failed} failed");
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
