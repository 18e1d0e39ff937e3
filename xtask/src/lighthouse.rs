//! `lighthouse`: what Lighthouse says of one page of every kind, as a phone sees it. No test depends on it.

use std::fs;

use anyhow::{Context, Result};

use crate::build::SiteBuild;
use crate::command::Step;
use crate::tools::{Browser, Toolbox};
use crate::{options, workspace};

pub fn run(arguments: &[String]) -> Result<()> {
    let [] = options::values(arguments, [])?;
    let browser = Browser::find_or_install()?;
    let folder = install()?;
    let site = workspace::test_site("root");
    SiteBuild { base_url: Some("https://example.org/".to_owned()), dist: site.clone(), sizes: false }.build(&Toolbox::for_release()?)?;
    Step::cargo()
        .args(["run", "--quiet", "--package", "e2e", "--bin", "lighthouse", "--"])
        // Of the package `node`: Lighthouse needs 22.19, which a system may not have.
        .arg(folder.join("node_modules/.bin/node"))
        .arg(folder.join("run.mjs"))
        .arg(workspace::target().join("lighthouse"))
        .env("SITE_ROOT", site)
        .env("CHROMEDRIVER", &browser.driver)
        .run()
}

/// Lighthouse with its own Node.js below `target/tools`.
fn install() -> Result<std::path::PathBuf> {
    let source = workspace::root().join("xtask/lighthouse");
    let folder = workspace::tools().join("lighthouse");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    for name in ["package.json", "package-lock.json", "run.mjs"] {
        fs::copy(source.join(name), folder.join(name)).with_context(|| format!("cannot copy {name}"))?;
    }
    if !folder.join("node_modules/.bin/lighthouse").exists() {
        Step::new("npm").args(["ci", "--no-audit", "--no-fund", "--prefix"]).arg(&folder).run()?;
    }
    Ok(folder)
}
