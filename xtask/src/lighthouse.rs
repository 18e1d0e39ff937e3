//! `lighthouse`: what Lighthouse says of one page of every kind, as a phone sees it. No test depends on it.

use anyhow::Result;

use crate::build::SiteBuild;
use crate::command::Step;
use crate::tools::{Browser, Toolbox, npm_folder};
use crate::{options, workspace};

pub fn run(arguments: &[String]) -> Result<()> {
    let [] = options::values(arguments, [])?;
    let browser = Browser::find_or_install()?;
    let folder = npm_folder("lighthouse", &["run.mjs"])?;
    let site = SiteBuild::for_tests("root");
    site.build(&Toolbox::for_release()?)?;
    Step::cargo()
        .args(["run", "--quiet", "--package", "e2e", "--bin", "lighthouse", "--"])
        // Of the package `node`: Lighthouse needs 22.19, which a system may not have.
        .arg(folder.join("node_modules/.bin/node"))
        .arg(folder.join("run.mjs"))
        .arg(workspace::target().join("lighthouse"))
        .env("SITE_ROOT", &site.dist)
        .env("CHROMEDRIVER", &browser.driver)
        .run()
}
