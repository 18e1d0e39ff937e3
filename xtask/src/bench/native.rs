//! `bench native`: what folding, querying, reading a file and rendering a page take, by criterion.

use anyhow::Result;

use crate::command::Step;

/// Package and name of each.
const BENCHES: [(&str, &str, &[&str]); 4] = [
    ("content", "fold", &["--features", "content/source"]),
    ("content", "parse", &["--features", "content/source"]),
    ("search-index", "query", &[]),
    ("prerender", "render", &[]),
];

pub fn run(_: &[String]) -> Result<()> {
    BENCHES.iter().try_for_each(|(package, name, features)| {
        Step::cargo().args(["bench", "--quiet", "--package", package, "--bench", name]).args(*features).run()
    })
}
