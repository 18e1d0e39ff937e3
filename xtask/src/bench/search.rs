//! `bench search`: what a search costs readers, now and when the site is large.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::build::SiteBuild;
use crate::command::Step;
use crate::tools::{Browser, Toolbox};
use crate::{options, synth, workspace};

pub fn run(arguments: &[String]) -> Result<()> {
    let [editions] = options::values(arguments, ["--editions"])?;
    let editions = editions.map_or(Ok(1_000), |editions| editions.parse()).context("--editions needs a number")?;
    let toolbox = Toolbox::for_release()?;
    let browser = Browser::find_or_install()?;
    println!("\nThe search of the site as it is, then with {editions} editions.");
    for content in [workspace::content(), synth::content(editions)?] {
        let site = site(&toolbox, &content)?;
        queries(&site.join("search"))?;
        keystrokes(&site, &browser)?;
    }
    Ok(())
}

/// Builds a site beside the others, without weighing it.
fn site(toolbox: &Toolbox, content: &Path) -> Result<PathBuf> {
    let site = SiteBuild::for_tests("bench");
    site.build_content(toolbox, content)?;
    Ok(site.dist)
}

/// Bytes, steps and milliseconds of queries, natively.
fn queries(index: &Path) -> Result<()> {
    Step::cargo().args(["run", "--quiet", "--release", "--package", "search-index", "--", "bench"]).arg(index).run()
}

/// Milliseconds from a keystroke to its results, in a browser four times slower than this machine.
fn keystrokes(site: &Path, browser: &Browser) -> Result<()> {
    Step::cargo()
        .args(["run", "--quiet", "--package", "e2e", "--bin", "keystrokes"])
        .env("SITE_ROOT", site)
        .env("CHROMEDRIVER", &browser.driver)
        .run()
}
