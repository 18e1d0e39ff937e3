//! The app runs, the next page's data does not come, or comes late.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use e2e::driver::Engine;
use e2e::page::part;
use e2e::stage::Stage;
use serde_json::json;
use server::Fault;

const DATA: &str = "/platform/index.bin";
const FAULTS: [Fault; 5] = [Fault::Drop, Fault::Status(500), Fault::Truncate, Fault::Corrupt, Fault::WrongShape];
/// What the published data begins to be after a deployment: gone, or for another app.
const OTHER_BUILDS: [Fault; 3] = [Fault::Status(404), Fault::Status(410), Fault::OtherBuild];

pub async fn a_page_that_does_not_come_says_so(stage: &Stage) -> Result<()> {
    // When a connection drops, Firefox asks again by itself, as often as it likes.
    let asks_again = |fault: &Fault| *fault == Fault::Drop && stage.browser.engine == Engine::Firefox;
    for fault in FAULTS.into_iter().filter(|fault| !asks_again(fault)) {
        says_so_and_recovers(stage, fault).await.with_context(|| format!("the data meets {fault:?}"))?;
    }
    Ok(())
}

async fn says_so_and_recovers(stage: &Stage, fault: Fault) -> Result<()> {
    let page = stage.page();
    page.open_ready("/").await?;
    page.mark_document().await?;
    stage.site.server.faults.on_suffix(DATA, fault);
    page.click_link("/platform/").await?;
    page.shown(part::LOAD_ERROR).await?;
    speaks_arabic(&page.text(part::LOAD_ERROR).await?)?;
    let in_view = format!(
        "const box = document.querySelector('{}').getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight",
        part::LOAD_ERROR
    );
    ensure!(stage.browser.eval::<bool>(&in_view, json!([])).await?, "the message is not where the reader is");

    // Trying again while nothing has changed: the message stays, nothing breaks.
    let asked = requests(stage);
    page.click(part::RETRY).await?;
    let log = &stage.site.server.log;
    // The button gives the focus away, and has it again when the second attempt has failed.
    let failed = format!("document.activeElement.matches('{}')", part::RETRY);
    stage.browser.wait_until("the second attempt has failed", &failed).await?;
    // Elsewhere the pointer may rest on another link to the page, whose data was fetched ahead.
    ensure!(requests(stage) > asked || stage.browser.engine != Engine::Chromium, "{DATA} was not asked for again");
    page.shown(part::LOAD_ERROR).await?;

    stage.site.server.faults.clear();
    log.clear();
    page.click(part::RETRY).await?;
    page.arrived("/platform/").await?;
    page.hidden(part::LOAD_ERROR).await?;
    page.heading_focused().await?;
    page.is_the_published_page("/platform/").await?;
    ensure!(page.is_marked_document().await?, "trying again loaded the document anew");
    Ok(())
}

/// The site was published anew while the page was open: the app's data is gone, or for another app. The browser loads the page.
pub async fn a_page_of_another_build_is_loaded_plainly(stage: &Stage) -> Result<()> {
    let page = stage.page();
    for fault in OTHER_BUILDS {
        page.open_ready("/").await?;
        page.mark_document().await?;
        stage.site.server.faults.on_suffix(DATA, fault);
        page.click_link("/platform/").await?;
        page.arrived("/platform/").await.with_context(|| format!("the data meets {fault:?}"))?;
        page.ready().await?;
        ensure!(!page.is_marked_document().await?, "{fault:?}: the app showed a page that is not its own");
        page.is_the_published_page("/platform/").await?;
        stage.browser.driver.back().await?;
        page.arrived("/").await?;
        stage.site.server.faults.clear();
    }
    Ok(())
}

fn requests(stage: &Stage) -> usize {
    stage.site.server.log.entries().iter().filter(|entry| entry.is_for(DATA)).count()
}

fn speaks_arabic(message: &str) -> Result<()> {
    ensure!(message.chars().any(|c| ('\u{0621}'..='\u{064A}').contains(&c)), "not a message for readers: {message:?}");
    ensure!(!message.chars().any(|c| c.is_ascii_alphabetic()), "machine's words reach the reader: {message:?}");
    Ok(())
}

/// Going back has changed the address already; trying again must not add to the history.
pub async fn a_failed_way_back_can_be_tried_again(stage: &Stage) -> Result<()> {
    let page = stage.page();
    page.open_ready("/platform/").await?;
    page.click_link("/about/").await?;
    page.arrived("/about/").await?;
    stage.site.server.faults.on_suffix(DATA, Fault::Status(500));
    stage.browser.driver.back().await?;
    page.shown(part::LOAD_ERROR).await?;
    // The second attempt is slow as well: that is shown although there was a failure before.
    stage.site.server.faults.clear();
    stage.site.server.faults.on_suffix(DATA, Fault::Delay(Duration::from_secs(1)));
    page.click(part::RETRY).await?;
    page.shown(part::PROGRESS).await?;
    page.hidden(part::LOAD_ERROR).await?;
    page.arrived("/platform/").await?;
    page.is_the_published_page("/platform/").await?;
    stage.browser.driver.forward().await?;
    page.arrived("/about/").await?;
    page.is_the_published_page("/about/").await
}

pub async fn a_failed_load_can_be_left_by_the_ordinary_link(stage: &Stage) -> Result<()> {
    let page = stage.page();
    page.open_ready("/").await?;
    page.mark_document().await?;
    stage.site.server.faults.on_suffix(DATA, Fault::Status(500));
    page.click_link("/platform/").await?;
    page.shown(part::LOAD_ERROR).await?;
    page.click(part::ORDINARY_LINK).await?;
    page.arrived("/platform/").await?;
    page.ready().await?;
    ensure!(!page.is_marked_document().await?, "the way out was taken by the app that could not load the page");
    page.is_the_published_page("/platform/").await
}

pub async fn a_slow_page_shows_progress(stage: &Stage) -> Result<()> {
    let page = stage.page();
    page.open_ready("/").await?;
    page.hidden(part::PROGRESS).await?;
    let watch = "window.waited = null;
        addEventListener('click', () => {
          const clicked = performance.now();
          new MutationObserver((_, observer) => {
            if (document.querySelector(arguments[0])?.checkVisibility()) {
              window.waited = performance.now() - clicked;
              observer.disconnect();
            }
          }).observe(document.body, {attributes: true, childList: true, subtree: true});
        }, {capture: true, once: true});
        return null;";
    // An arrow function inside keeps the script's own arguments.
    stage.browser.eval::<()>(watch, json!([part::PROGRESS])).await?;
    stage.site.server.faults.on_suffix(DATA, Fault::Delay(Duration::from_secs(1)));
    page.click_link("/platform/").await?;
    page.shown(part::PROGRESS).await?;
    page.arrived("/platform/").await?;
    page.hidden(part::PROGRESS).await?;
    let waited: f64 = stage.browser.eval("return window.waited", json!([])).await?;
    ensure!(waited >= 140.0, "the indicator flickers: it came {waited} ms after the click");
    page.is_the_published_page("/platform/").await?;
    page.console_is_silent().await
}

pub async fn a_late_answer_does_not_replace_a_newer_page(stage: &Stage) -> Result<()> {
    let page = stage.page();
    page.open_ready("/").await?;
    page.mark_document().await?;
    // Late enough that the second click comes first on a busy machine.
    stage.site.server.faults.on_suffix(DATA, Fault::Delay(Duration::from_secs(3)));
    page.click_link("/platform/").await?;
    page.shown(part::PROGRESS).await?;
    page.click_link("/objectives/").await?;
    page.arrived("/objectives/").await?;
    let ended = format!("performance.getEntriesByType('resource').some(entry => entry.name.endsWith('{DATA}'))");
    stage.browser.wait_until("the late answer has come or was given up", &ended).await?;
    page.arrived("/objectives/").await?;
    page.is_the_published_page("/objectives/").await?;
    ensure!(page.is_marked_document().await?, "the document was loaded anew");
    page.console_is_silent().await
}
