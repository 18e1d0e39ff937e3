//! Packages of Debian: installed where that is possible, else the message says what to install.

use std::path::Path;

use anyhow::{Context, Result, bail};

use super::find;
use crate::command::Step;

/// Whether packages can be installed with apt-get.
pub fn is_here() -> bool {
    Path::new("/etc/debian_version").exists() && find("apt-get").is_some()
}

/// Installs packages. Where that is impossible, `elsewhere` is the error.
///
/// # Errors
/// On another system, without the right to install, or when apt-get fails.
pub fn install(packages: &[&str], elsewhere: &str) -> Result<()> {
    let names = packages.join(" ");
    if !is_here() {
        bail!("{elsewhere}");
    }
    if Step::new("id").arg("-u").answer().as_deref() != Some("0") {
        bail!("first run:\n  sudo apt-get update && sudo apt-get install --yes {names}");
    }
    let advice = || format!("run `apt-get update && apt-get install --yes {names}` and then this task again");
    Step::new("apt-get").arg("update").run().with_context(advice)?;
    Step::new("apt-get")
        .args(["install", "--yes", "--no-install-recommends"])
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .run()
        .with_context(advice)
}
