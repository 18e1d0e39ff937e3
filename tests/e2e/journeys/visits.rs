//! The first visit: what is asked of the network, what the console says.

use anyhow::{Context, Result, ensure};
use e2e::stage::Stage;
use serde_json::json;

pub async fn each_kind_of_page_opens_cleanly(stage: &Stage) -> Result<()> {
    for path in stage.site.one_of_each_kind() {
        opens_cleanly(stage, &path).await.with_context(|| format!("visiting {path}"))?;
    }
    Ok(())
}

/// Opens a page: the app takes over, nothing fails, nothing complains, no data is fetched a second time.
pub async fn opens_cleanly(stage: &Stage, path: &str) -> Result<()> {
    let page = stage.page();
    stage.site.server.log.clear();
    page.open_ready(path).await?;
    page.console_is_silent().await?;
    let failed = stage.site.failed_requests();
    ensure!(failed.is_empty(), "requests failed: {failed:?}");
    let log = stage.site.server.log.entries();
    let data = log.iter().find(|entry| entry.is_for("index.json"));
    ensure!(data.is_none(), "the first page fetched data it already had: {data:?}");
    let marked: bool = stage.browser.eval("return performance.getEntriesByName('app:ready', 'mark').length === 1", json!([])).await?;
    ensure!(marked, "performance.mark('app:ready') was not set once");
    Ok(())
}

pub async fn save_data_fetches_no_wasm(stage: &Stage) -> Result<()> {
    let page = stage.page();
    let thrifty = "Object.defineProperty(Navigator.prototype, 'connection', {configurable: true, get: () =>
        Object.assign(new EventTarget(), {saveData: true, effectiveType: '4g'})});";
    stage.browser.in_new_documents(thrifty).await?;
    page.open("/platform/").await?;
    // The loader waits for an idle moment; three of them after the load event leave it no excuse.
    let idle = "for (let i = 0; i < 3; i++) await new Promise(done => requestIdleCallback(done)); return null;";
    stage.browser.eval_async::<()>(idle, json!([])).await?;
    page.mark_document().await?;
    page.click_link("/editions/").await?;
    page.arrived("/editions/").await?;
    ensure!(!page.is_marked_document().await?, "a click was handled by an app that should not be there");
    let log = stage.site.server.log.entries();
    let wasm = log.iter().find(|entry| entry.is_for(".wasm"));
    ensure!(wasm.is_none(), "fetched in spite of Save-Data: {wasm:?}");
    page.console_is_silent().await
}
