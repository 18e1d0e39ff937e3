//! Serves the built site to Lighthouse; called by `cargo xtask lighthouse` with Node.js, the script and a folder for reports.

use std::process::ExitCode;

use anyhow::{Context, Result};
use e2e::site::{Build, Site};
use tokio::process::Command;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<ExitCode> {
    let mut arguments = std::env::args().skip(1);
    let node = arguments.next().context("lighthouse NODE SCRIPT FOLDER")?;
    let site = Site::start(Build::Root).await?;
    let addresses = site.one_of_each_kind().into_iter().map(|path| site.url(&path));
    let status = Command::new(node).args(arguments).args(addresses).status().await.context("Node.js does not start")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
