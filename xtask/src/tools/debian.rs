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
    let Some(apt_get) = apt_get() else {
        bail!("first run:\n  sudo apt-get update && sudo apt-get install --yes {names}");
    };
    let advice = || format!("run `apt-get update && apt-get install --yes {names}` and then this task again");
    apt_get().arg("update").run().with_context(advice)?;
    apt_get().args(["install", "--yes", "--no-install-recommends"]).args(packages).run().with_context(advice)
}

/// apt-get for those who may install: root, or who becomes it without being asked for a password, as on hosts of CI.
fn apt_get() -> Option<fn() -> Step> {
    if Step::new("id").arg("-u").answer().as_deref() == Some("0") {
        return Some(|| Step::new("apt-get").env("DEBIAN_FRONTEND", "noninteractive"));
    }
    Step::new("sudo").args(["-n", "true"]).answer()?;
    Some(|| Step::new("sudo").args(["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]))
}
