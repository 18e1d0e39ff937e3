//! nginx and wrk, for the load test. On Debian as root they are installed; elsewhere the message says what to install.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::{debian, find};
use crate::command::Step;

/// Serves files that were compressed with Brotli beforehand; nginx itself knows gzip only.
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// Where Debian puts nginx; for people who are not root it is not on PATH.
const NGINX: &str = "/usr/sbin/nginx";

/// The programs of a load test.
pub struct LoadTools {
    /// A web server such as hosts run.
    pub nginx: PathBuf,
    /// Asks as fast as it can.
    pub wrk: PathBuf,
    /// nginx's module for Brotli, where there is one.
    pub brotli: Option<PathBuf>,
}

impl LoadTools {
    /// Finds them, installs them where that is possible, or says what to install.
    ///
    /// # Errors
    /// When something is missing and cannot be installed here.
    pub fn find_or_install() -> Result<Self> {
        let missing = missing();
        if !missing.is_empty() {
            debian::install(&missing, "for the load test nginx and wrk must be on PATH")?;
            keep_quiet(&missing)?;
        }
        let nginx = nginx().context("nginx was installed but is not to be found")?;
        let wrk = find("wrk").context("wrk was installed but is not on PATH")?;
        Ok(Self { nginx, wrk, brotli: existing(BROTLI) })
    }
}

/// Debian starts an nginx as soon as it is installed, for everybody to reach; nobody asked for that.
fn keep_quiet(installed: &[&str]) -> Result<()> {
    match find("systemctl") {
        // Where another program is the first, as in containers, nothing is started.
        Some(systemctl) if installed.contains(&"nginx") && Path::new("/run/systemd/system").exists() => {
            Step::new(systemctl).args(["disable", "--now", "nginx"]).run()
        }
        _ => Ok(()),
    }
}

/// The module counts only on Debian, whose package is known.
fn missing() -> Vec<&'static str> {
    let brotli = !debian::is_here() || existing(BROTLI).is_some();
    let packages = [("nginx", nginx().is_some()), ("wrk", find("wrk").is_some()), ("libnginx-mod-http-brotli-static", brotli)];
    packages.into_iter().filter(|(_, here)| !here).map(|(package, _)| package).collect()
}

fn nginx() -> Option<PathBuf> {
    find("nginx").or_else(|| existing(NGINX))
}

fn existing(path: &str) -> Option<PathBuf> {
    let path = Path::new(path);
    path.exists().then(|| path.to_owned())
}
