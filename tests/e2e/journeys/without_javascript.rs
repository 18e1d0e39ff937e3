//! No script runs at all: the pages are the site.

use anyhow::{Context, Result, ensure};
use e2e::page::part;
use e2e::stage::Stage;

/// Fewer words than any page of the site has, more than a frame without content would show.
const SOME_WORDS: usize = 20;

pub async fn every_page_is_readable(stage: &Stage) -> Result<()> {
    let page = stage.page();
    stage.browser.allow_javascript(false).await?;
    for path in &stage.pages() {
        page.open(path).await?;
        page.shown(part::HEADING).await.with_context(|| format!("reading {path}"))?;
        let words = page.visible_text("#main").await?.split_whitespace().count();
        ensure!(words >= SOME_WORDS, "{path} shows only {words} words");
        ensure!(!page.linked_pages().await?.is_empty(), "{path} leads nowhere");
    }
    let log = stage.site.server.log.entries();
    let fetched = log.iter().find(|entry| entry.is_for(".wasm") || entry.is_for(".json"));
    ensure!(fetched.is_none(), "a page without scripts fetched {fetched:?}");
    let failed = stage.site.failed_requests();
    ensure!(failed.is_empty(), "requests failed: {failed:?}");
    Ok(())
}

pub async fn the_menu_opens_on_a_phone(stage: &Stage) -> Result<()> {
    let page = stage.page();
    stage.browser.allow_javascript(false).await?;
    stage.browser.resize(390, 844).await?;
    page.open("/").await?;
    let link = format!("header nav a[href='{}']", stage.site.mounted("/platform/"));
    page.hidden(&link).await?;
    page.click(&format!("{} summary", part::MENU)).await?;
    page.shown(&link).await?;
    page.click(&link).await?;
    page.arrived("/platform/").await
}

pub async fn a_citation_opens(stage: &Stage) -> Result<()> {
    let page = stage.page();
    stage.browser.allow_javascript(false).await?;
    page.open("/platform/").await?;
    let link = format!("{} a[href*='/sources/']", part::CITATION);
    page.hidden(&link).await?;
    page.click(&format!("{} summary", part::CITATION)).await?;
    page.shown(&link).await?;
    page.click(&link).await?;
    page.browser.wait_until("the reader is at a source", "location.pathname.includes('/sources/S')").await?;
    page.shown(part::HEADING).await
}
