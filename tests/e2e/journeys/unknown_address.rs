//! An address that does not exist, typed or clicked.

use anyhow::{Result, ensure};
use e2e::page::part;
use e2e::stage::Stage;
use serde_json::json;

const NOWHERE: &str = "/no-such-page/";

pub async fn is_a_real_404_with_ways_out(stage: &Stage) -> Result<()> {
    let page = stage.page();
    for path in [NOWHERE, "/editions/1999-nowhere/", "/sources/S999/"] {
        page.open_ready(path).await?;
        let status: u16 = stage.browser.eval_async("return (await fetch(arguments[0])).status", json!([stage.site.mounted(path)])).await?;
        ensure!(status == 404, "{path} is answered with {status}");
        let failed = stage.site.failed_requests();
        ensure!(failed.iter().all(|request| request.ends_with("→ 404")), "answers to {path}: {failed:?}");
        let complaints = stage.browser.complaints().await?;
        // The one complaint is the browser's own about the document's status.
        let others: Vec<_> = complaints.iter().filter(|line| !line.contains("status of 404")).collect();
        ensure!(others.is_empty(), "the console complains: {others:#?}");
        ensure!(!page.text(part::HEADING).await?.is_empty(), "{path} has no heading");
    }
    page.mark_document().await?;
    page.click_link("/").await?;
    page.arrived("/").await?;
    page.is_the_published_page("/").await
}

pub async fn a_dead_link_leads_to_the_page_that_says_so(stage: &Stage) -> Result<()> {
    let page = stage.page();
    page.open(NOWHERE).await?;
    let not_found = page.text(part::HEADING).await?;
    page.open_ready("/about/").await?;
    let link = "const link = document.createElement('a');
        link.href = arguments[0]; link.textContent = 'رابط مقطوع';
        document.querySelector('#main').prepend(link); return null;";
    stage.browser.eval::<()>(link, json!([stage.site.mounted(NOWHERE)])).await?;
    page.click_link(NOWHERE).await?;
    let told = format!("document.querySelector('{}')?.textContent.trim() === {}", part::HEADING, json!(not_found));
    stage.browser.wait_until("the reader is told that there is no such page", &told).await
}
