//! `bench`: what the site costs readers and servers. Figures to read, never a gate: no test depends on them.

mod load;
mod native;
mod pages;
mod report;
mod scale;
mod search;
mod wasm;

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::Task;
use crate::build::SiteBuild;
use crate::tools::Toolbox;
use crate::workspace;

/// Name and function, in the order in which `cargo xtask bench` runs all of them.
const BENCHES: &[(&str, Task)] = &[
    ("pages", pages::run),
    ("search", search::run),
    ("load", load::run),
    ("native", native::run),
    ("scale", scale::run),
    ("wasm", wasm::run),
];

pub fn run(arguments: &[String]) -> Result<()> {
    let Some((name, rest)) = arguments.split_first() else {
        return BENCHES.iter().try_for_each(|(_, bench)| bench(&[]));
    };
    let names = || BENCHES.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
    match BENCHES.iter().find(|(bench, _)| bench == name) {
        Some((_, bench)) => bench(rest),
        None => bail!("there is no bench {name:?}; there are: {}", names()),
    }
}

/// The site as it is now, built for the root of a host, where the tests have it.
fn site() -> Result<PathBuf> {
    let dist = workspace::test_site("root");
    SiteBuild::for_tests("root").build(&Toolbox::for_release()?)?;
    Ok(dist)
}
