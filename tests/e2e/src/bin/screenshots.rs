//! Takes pictures of every kind of page in every mode, for the eye; called by `cargo xtask screenshots`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use e2e::browser::Browser;
use e2e::driver::{Driver, Engine};
use e2e::page::Page;
use e2e::site::{Build, Site};

/// Name, width of the window, features of the device (Media Queries 5), medium.
type Mode = (&'static str, u32, &'static [(&'static str, &'static str)], &'static str);

const MODES: [Mode; 7] = [
    ("phone-light", 390, &[("prefers-color-scheme", "light")], ""),
    ("phone-dark", 390, &[("prefers-color-scheme", "dark")], ""),
    ("desk-light", 1280, &[("prefers-color-scheme", "light")], ""),
    ("desk-dark", 1280, &[("prefers-color-scheme", "dark")], ""),
    ("forced-colours", 1280, &[("forced-colors", "active")], ""),
    ("more-contrast", 390, &[("prefers-contrast", "more")], ""),
    ("print", 794, &[], "print"),
];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let folder = PathBuf::from(std::env::args().nth(1).context("screenshots FOLDER")?);
    let driver = Driver::start(Engine::Chromium).await?;
    let site = Site::start(Build::Root).await?;
    let browser = Browser::launch(&driver.url).await?;
    let outcome = take(&Page { browser: &browser, site: &site }, &folder).await;
    browser.driver.quit().await?;
    println!("{} pictures in {}", outcome?, folder.display());
    Ok(())
}

async fn take(page: &Page<'_>, folder: &Path) -> Result<usize> {
    let mut taken = 0;
    for path in page.site.one_of_each_kind().iter().map(String::as_str).chain(["/no-such-page/"]) {
        page.browser.resize(1280, 900).await?;
        page.browser.emulate(&[], "").await?;
        page.open_ready(path).await?;
        let name = path.trim_matches('/').replace('/', "-");
        let name = if name.is_empty() { "home" } else { &name };
        for (mode, width, features, medium) in MODES {
            page.browser.resize(width, 900).await?;
            page.browser.emulate(features, medium).await?;
            let folder = folder.join(mode);
            fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
            fs::write(folder.join(format!("{name}.png")), page.browser.whole_page().await?)?;
            taken += 1;
        }
    }
    Ok(taken)
}
