//! `bench pages`: what a reader with a slow phone waits for, beside the same pages without the app.

use std::fs;

use anyhow::{Context, Result};

use super::report;
use crate::command::Step;
use crate::tools::Browser;
use crate::{options, workspace};

/// Fewer say little about a median.
const PAIRS: usize = 9;

pub fn run(arguments: &[String]) -> Result<()> {
    let [pairs] = options::values(arguments, ["--pairs"])?;
    let pairs: usize = pairs.map_or(Ok(PAIRS), |pairs| pairs.parse()).context("--pairs needs a number")?;
    let browser = Browser::find_or_install()?;
    let site = super::site()?;
    let folder = workspace::target().join("bench");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let measured = folder.join("pages.md");
    Step::cargo()
        .args(["run", "--quiet", "--package", "bench", "--"])
        .arg(workspace::test_site("plain"))
        .arg(&measured)
        .arg(pairs.to_string())
        .env("SITE_ROOT", site)
        .env("CHROMEDRIVER", &browser.driver)
        .run()?;
    let measured = fs::read_to_string(&measured).context("the bench wrote no report")?;
    let text = format!("{} {measured}", report::circumstances("cargo xtask bench pages"));
    report::insert("performance.md", "bench:pages", &text)
}
