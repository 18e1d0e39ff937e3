//! `bench`: what the site costs readers and servers. Figures to read, never a gate: no test depends on them.

mod native;
mod scale;
mod search;

use anyhow::{Result, bail};

use crate::Task;

/// Name and function, in the order in which `cargo xtask bench` runs all of them.
const BENCHES: &[(&str, Task)] = &[("search", search::run), ("native", native::run), ("scale", scale::run)];

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
