//! The first visit: what is asked of the network, what the console says.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use e2e::stage::Stage;
use serde_json::json;
use server::Fault;
use thirtyfour::By;

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
    let data = log.iter().find(|entry| entry.is_for("index.bin"));
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
    let idle = "for (let i = 0; i < 3; i++) await new Promise(done => (window.requestIdleCallback ?? setTimeout)(done)); return null;";
    stage.browser.eval_async::<()>(idle, json!([])).await?;
    page.mark_document().await?;
    page.click_link("/editions/").await?;
    page.arrived("/editions/").await?;
    ensure!(!page.is_marked_document().await?, "a click was handled by an app that should not be there");
    let log = stage.site.server.log.entries();
    let spared = log.iter().find(|entry| [".wasm", ".woff2", "index.bin"].iter().any(|end| entry.is_for(end)));
    ensure!(spared.is_none(), "fetched in spite of Save-Data: {spared:?}");
    page.console_is_silent().await
}

/// Nothing moves while one reads: typefaces are asked for behind the first paint, and worn by the next page.
pub async fn typefaces_serve_the_next_page(stage: &Stage) -> Result<()> {
    let page = stage.page();
    // Longer than Firefox and WebKit wait for a face that is `optional`.
    stage.site.server.faults.on_suffix(".woff2", Fault::Delay(Duration::from_millis(500)));
    page.open_ready("/about/").await?;
    stage.browser.wait_until("the typefaces are here", "document.documentElement.hasAttribute('data-typefaces')").await?;
    let (first_paint, asked, worn): (f64, f64, bool) = stage
        .browser
        .eval(
            "const fonts = performance.getEntriesByType('resource').filter(entry => entry.name.endsWith('.woff2'));
            // When it was painted; the other time, which not every browser tells apart, is when it came to the screen.
            const [paint] = performance.getEntriesByName('first-contentful-paint');
            return [paint.paintTime ?? paint.startTime,
              Math.min(...fonts.map(entry => entry.startTime)), document.querySelector('[data-fonts]') !== null]",
            json!([]),
        )
        .await?;
    ensure!(asked > first_paint && !worn, "asked for at {asked} ms, painted at {first_paint} ms, worn: {worn}");
    let of_the_frame = "return getComputedStyle(document.querySelector('.header__name')).fontFamily";
    let frame: String = stage.browser.eval(of_the_frame, json!([])).await?;
    page.click_link("/platform/").await?;
    page.arrived("/platform/").await?;
    let worn = |element: &str, face: &str| format!("getComputedStyle(document.querySelector('{element}')).fontFamily.startsWith('{face}')");
    stage.browser.wait_until("the next page wears them", &[worn("h1", "Kufi"), worn("article", "Naskh")].join(" && ")).await?;
    let after: String = stage.browser.eval(of_the_frame, json!([])).await?;
    ensure!(frame == after, "the frame, which stays, has other letters: {after} instead of {frame}");
    Ok(())
}

/// What a pointer rests on is fetched ahead, and not again when it is followed.
pub async fn a_page_pointed_at_is_fetched_once(stage: &Stage) -> Result<()> {
    let page = stage.page();
    page.open_ready("/about/").await?;
    let link = stage.browser.driver.find(By::Css(".menu__list a[href$='/platform/']")).await?;
    stage.site.server.log.clear();
    stage.browser.driver.action_chain().move_to_element_center(&link).perform().await?;
    let fetched =
        "performance.getEntriesByType('resource').some(entry => entry.name.endsWith('/platform/index.bin') && entry.responseEnd > 0)";
    stage.browser.wait_until("the page is fetched ahead", fetched).await?;
    page.click(".menu__list a[href$='/platform/']").await?;
    page.arrived("/platform/").await?;
    page.is_the_published_page("/platform/").await?;
    let asked = stage.site.server.log.entries().into_iter().filter(|entry| entry.path.ends_with("/platform/index.bin")).count();
    ensure!(asked == 1, "asked for {asked} times");
    Ok(())
}

/// On a phone the first screen of the page that is pointed at is made before the click, and on a desk the whole page.
pub async fn a_page_pointed_at_is_made_before_the_click(stage: &Stage) -> Result<()> {
    let page = stage.page();
    let count = "window.made = 0;
        const make = Document.prototype.createElement;
        Document.prototype.createElement = function (...name) { made++; return make.apply(this, name); };
        addEventListener('click', () => { made = 0; }, true);
        addEventListener('DOMContentLoaded', () => new MutationObserver(() => { window.madeAfterTheClick ??= made; })
          .observe(document.querySelector('#main'), {childList: true}))";
    stage.browser.in_new_documents(count).await?;
    for (width, from) in [(390, "/"), (1280, "/about/")] {
        stage.browser.resize(width, 844).await?;
        page.open_ready(from).await?;
        let link = stage.browser.driver.find(By::Css("#main a[href$='/platform/']")).await?;
        link.scroll_into_view().await?;
        let before: usize = stage.browser.eval("return made", json!([])).await?;
        stage.browser.driver.action_chain().move_to_element_center(&link).perform().await?;
        stage.browser.wait_until("its elements are made", &format!("made > {before} + 50")).await?;
        link.click().await?;
        page.arrived("/platform/").await?;
        let after: usize = stage.browser.eval("return madeAfterTheClick", json!([])).await?;
        ensure!(after == 0, "{after} elements were made between click and page in a window of {width} px");
        page.is_the_published_page("/platform/").await?;
    }
    Ok(())
}

/// No page moves while it is read: neither styles nor app nor typefaces that come later (Layout Instability API).
pub async fn nothing_moves_when_the_rest_arrives(stage: &Stage) -> Result<()> {
    let page = stage.page();
    stage.browser.resize(390, 844).await?;
    for path in stage.site.one_of_each_kind() {
        page.open_ready(&path).await?;
        stage.browser.wait_until("the typefaces are here", "document.documentElement.hasAttribute('data-typefaces')").await?;
        let moved = "return await new Promise(done => { let sum = 0; new PerformanceObserver(list => {
            for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value; }).observe({type: 'layout-shift', buffered: true});
            requestAnimationFrame(() => requestAnimationFrame(() => done(sum))) })";
        let moved: f64 = stage.browser.eval_async(moved, json!([])).await?;
        ensure!(moved == 0.0, "{path} moved by {moved}");
    }
    Ok(())
}
