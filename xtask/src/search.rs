//! The search from the command line: what the built index answers, and whether pairs of query and text hold.

use std::path::Path;
use std::process;

use anyhow::{Result, bail};

use crate::command::Step;
use crate::workspace;

/// Prints what the index in `dist/` answers to a query, with tier and reason.
pub fn query(arguments: &[String]) -> Result<()> {
    if arguments.is_empty() {
        bail!("cargo xtask search needs a query, such as: cargo xtask search UNOCT");
    }
    let index = workspace::dist().join("search");
    tool().arg("query").arg(index).arg(arguments.join(" ")).run()
}

/// Judges the pairs of a file. The last line says how many passed and failed, so a failure adds none.
pub fn pairs(arguments: &[String]) -> Result<()> {
    let [file] = arguments else { bail!("cargo xtask search-pairs needs one file, such as tests/search-pairs.json") };
    let file = std::path::absolute(Path::new(file))?;
    if tool().arg("pairs").arg(workspace::content()).arg(file).succeeds()? { Ok(()) } else { process::exit(1) }
}

/// The program that knows the index; it is not linked, so that tasks start at once.
fn tool() -> Step {
    Step::cargo().args(["run", "--quiet", "--package", "search-index", "--"])
}
