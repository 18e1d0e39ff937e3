//! `screenshots` and `gallery`: pictures and a page for the eye. No test depends on them.

use anyhow::Result;

use crate::build::SiteBuild;
use crate::command::Step;
use crate::tools::{Browser, Toolbox};
use crate::{options, workspace};

pub fn screenshots(arguments: &[String]) -> Result<()> {
    let [] = options::values(arguments, [])?;
    let browser = Browser::find_or_install()?;
    Step::cargo()
        .args(["run", "--quiet", "--package", "e2e", "--bin", "screenshots", "--"])
        .arg(workspace::target().join("screenshots"))
        .env("SITE_ROOT", site()?)
        .env("CHROMEDRIVER", &browser.driver)
        .run()
}

pub fn gallery(arguments: &[String]) -> Result<()> {
    let [] = options::values(arguments, [])?;
    let out = workspace::target().join("gallery");
    Step::cargo().args(["run", "--quiet", "--example", "gallery", "--"]).arg(site()?).arg(out).run()
}

/// The site as it is now, built where the tests have it.
fn site() -> Result<std::path::PathBuf> {
    let site = SiteBuild::for_tests("root");
    site.build(&Toolbox::for_release()?)?;
    Ok(site.dist)
}
