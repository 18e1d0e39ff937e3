//! Measures what a keystroke in the search field costs in a slow browser; called by `cargo xtask bench search`.

use anyhow::Result;
use e2e::browser::Browser;
use e2e::driver::{Driver, Engine};
use e2e::page::{Page, part};
use e2e::site::{Build, Site};
use serde_json::json;

/// How many times slower than this machine.
const SLOWER: u32 = 4;

const TYPED: [&str; 4] = ["اجهزه الاستخبارات", "مكافحة الإرهاب", "Voronkov", "المنصورب"];

/// Types a text letter by letter. The results of a letter are there when the list has changed; the first round fetches the
/// files, the second is measured.
const TYPE: &str = "const [text] = arguments;
    const field = document.querySelector('#q');
    const box = document.querySelector('#search-box');
    const enter = value => new Promise(done => {
      const begin = performance.now();
      const observer = new MutationObserver(() => { observer.disconnect(); done(performance.now() - begin); });
      observer.observe(box, {childList: true, subtree: true, attributes: true});
      field.value = value;
      field.dispatchEvent(new Event('input', {bubbles: true}));
    });
    const times = [];
    for (const round of [0, 1]) {
      for (let end = 1; end <= text.length; end++) {
        const time = await enter(text.slice(0, end));
        if (round === 1) times.push(time);
        await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
      }
    }
    return times;";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let driver = Driver::start(Engine::Chromium).await?;
    let site = Site::start(Build::Root).await?;
    let browser = Browser::launch(&driver.url).await?;
    let outcome = measure(&Page { browser: &browser, site: &site }).await;
    browser.driver.quit().await?;
    let mut times = outcome?;
    times.sort_by(f64::total_cmp);
    // A hundredth of the way is a place; the last is the slowest.
    let at = |hundredths: usize| times.get((times.len().saturating_sub(1)) * hundredths / 100).copied().unwrap_or_default();
    println!(
        "keystroke to results, CPU {SLOWER} times slower, {} keystrokes: median {:.1} ms, 95th percentile {:.1} ms, slowest {:.1} ms",
        times.len(),
        at(50),
        at(95),
        at(100)
    );
    Ok(())
}

async fn measure(page: &Page<'_>) -> Result<Vec<f64>> {
    page.open_ready("/platform/").await?;
    page.click(part::SEARCH_FIELD).await?;
    page.browser.wait_until("the search is there", "document.querySelector('#search-box')").await?;
    page.browser.slow_down(SLOWER).await?;
    let mut times = Vec::new();
    for text in TYPED {
        times.extend(page.browser.eval_async::<Vec<f64>>(TYPE, json!([text])).await?);
    }
    Ok(times)
}
