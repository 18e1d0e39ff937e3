//! `serve`: builds what changed, then serves `dist/` exactly as a CDN would.

use anyhow::Result;

use crate::build::SiteBuild;
use crate::command::Step;
use crate::tools::Toolbox;
use crate::{check_content, options, workspace};

const PORT: &str = "8080";

pub fn run(arguments: &[String]) -> Result<()> {
    let [base_url, port] = options::values(arguments, ["--base-url", "--port"])?;
    check_content::check()?;
    let site = SiteBuild { base_url, dist: workspace::dist(), sizes: false, has_worker: true, policy_in_pages: false };
    site.build(&Toolbox::for_release()?)?;
    let port = port.unwrap_or_else(|| PORT.to_owned());
    // The server prints the address once it listens.
    Step::cargo()
        .args(["run", "--release", "--package", "server", "--"])
        .arg(&site.dist)
        .args(["--base-path", &site.base_path()?, "--port", &port])
        .run()
}
