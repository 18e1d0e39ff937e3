//! Measures what a reader with a slow phone waits for; called by `cargo xtask bench pages` with the folder for the plain
//! site, the file for the report and the number of pairs.

mod interaction;
mod loading;
mod memory;
mod navigation;
mod phone;
mod plain;
mod statistics;
mod tables;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use e2e::driver::{Driver, Engine};
use e2e::site::{Build, Site};
use server::{BasePath, Host, Options, Server};

use phone::Phone;

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let [plain, out, pairs] = [(); 3].map(|()| arguments.next());
    let usage = "bench PLAIN_FOLDER REPORT.md PAIRS";
    let plain = PathBuf::from(plain.context(usage)?);
    let pairs: usize = pairs.context(usage)?.parse().context("PAIRS is no number")?;
    plain::make(&Build::Root.folder()?, &plain)?;
    let driver = Driver::start(Engine::Chromium).await?;
    let ours = Site::start(Build::Root).await?;
    let plain = Server::start(Options { root: plain, base_path: BasePath::root(), port: 0, host: Host::Cdn }).await?;
    let phone = Phone::start(&driver.url).await?;
    let outcome = measure(&phone, &plain, &ours, pairs).await;
    phone.browser.driver.quit().await?;
    let report = outcome?;
    println!("\n{report}");
    fs::write(out.context(usage)?, report).context("cannot write the report")
}

/// Everything, one after another; gives the report.
async fn measure(phone: &Phone, plain: &Server, ours: &Site, pairs: usize) -> Result<String> {
    let check = phone.check(&ours.url("/")).await?;
    let loading = loading::measure(phone, plain, ours, pairs).await?;
    let interactions = interaction::measure(phone, ours, pairs).await?;
    let navigations = navigation::measure(phone, ours, pairs).await?;
    let wasted = navigation::hover_over_all(phone, ours).await?;
    let memory = memory::measure(phone, ours).await?;
    Ok([
        tables::phone(&check),
        tables::loading(&loading),
        tables::interactions(&interactions),
        tables::navigations(&navigations, &wasted),
        tables::memory(&memory),
    ]
    .join("\n"))
}
