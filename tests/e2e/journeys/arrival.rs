//! A long page on a phone is not waited for: what a reader does before its rest is there is not lost.

use anyhow::{Result, ensure};
use e2e::stage::Stage;
use serde_json::json;

/// A page of many sections with a list of contents.
const LONG: &str = "/platform/";

/// Opens home on a phone and follows the link to the long page; `then` runs at the beginning of the first frame that shows it.
/// A click of a script is no input, after which movements of the layout would be forgiven.
async fn follow_and(stage: &Stage, then: &str) -> Result<()> {
    let page = stage.page();
    stage.browser.resize(390, 844).await?;
    page.open_ready("/").await?;
    // The page shown then wears them; the first time they are worn takes longest.
    stage.browser.wait_until("the typefaces are here", "document.documentElement.hasAttribute('data-typefaces')").await?;
    let script = format!(
        "const old = document.querySelector('main h1');
        window.isUnfinished = () => document.querySelector('main article').ariaBusy === 'true';
        new MutationObserver((_, observer) => {{
          if (document.querySelector('main h1') === old) return;
          observer.disconnect();
          requestAnimationFrame(() => {{ window.wasUnfinished = isUnfinished(); {then} }});
        }}).observe(document.body, {{childList: true, subtree: true}});
        document.querySelector(arguments[0]).click(); return null"
    );
    stage.browser.eval::<()>(&script, json!([format!("main a[href$='{LONG}']")])).await?;
    stage.browser.wait_until("the first screen is shown", "'wasUnfinished' in window").await?;
    let was_unfinished: bool = stage.browser.eval("return window.wasUnfinished", json!([])).await?;
    ensure!(was_unfinished, "the whole page was made before any of it was seen");
    Ok(())
}

async fn is_whole(stage: &Stage) -> Result<()> {
    stage
        .browser
        .wait_until("nothing is left to come", "!isUnfinished() && !document.documentElement.matches('[data-navigating]')")
        .await?;
    stage.page().console_is_silent().await
}

pub async fn nothing_moves_when_the_rest_follows(stage: &Stage) -> Result<()> {
    let watch = "const add = entries => { for (const entry of entries) {
          window.moved += entry.value; window.movers = entry.sources.map(source => source.node?.outerHTML?.slice(0, 60)); } };
        window.moved = 0;
        const shifts = new PerformanceObserver(list => add(list.getEntries()));
        shifts.observe({type: 'layout-shift'});
        window.tell = () => { add(shifts.takeRecords()); return [window.moved, window.movers ?? []]; };";
    follow_and(stage, watch).await?;
    is_whole(stage).await?;
    stage.page().is_the_published_page(LONG).await?;
    let seen = "await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))); return window.tell()";
    let (moved, movers): (f64, Vec<String>) = stage.browser.eval_async(seen, json!([])).await?;
    ensure!(moved == 0.0, "the page moved by {moved}: {movers:?}");
    Ok(())
}

/// A link of the contents is followed at once, though its section is not there yet.
pub async fn a_place_is_reached_before_the_page_is_whole(stage: &Stage) -> Result<()> {
    follow_and(stage, "[...document.querySelectorAll('.contents a')].at(-1).click()").await?;
    is_whole(stage).await?;
    let is_there = "document.querySelector(':target')?.id === location.hash.slice(1)
        && document.querySelector(':target').getBoundingClientRect().top < innerHeight && scrollY > 0";
    stage.browser.wait_until("the section is seen", is_there).await
}

/// Whoever goes on, or back, gets that page, whole and nothing else.
pub async fn another_page_can_be_asked_for_meanwhile(stage: &Stage) -> Result<()> {
    let page = stage.page();
    follow_and(stage, "document.querySelector('.menu__list a[href$=\"/editions/\"]').click()").await?;
    page.arrived("/editions/").await?;
    page.is_the_published_page("/editions/").await?;
    is_whole(stage).await?;
    follow_and(stage, "history.back()").await?;
    page.arrived("/").await?;
    page.is_the_published_page("/").await?;
    is_whole(stage).await
}
