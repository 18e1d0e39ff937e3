//! How long a reader waits for an answer of the page (Interaction to Next Paint), on the slow phone.

use anyhow::{Context, Result};
use e2e::page::{Page, part};
use e2e::site::Site;
use serde::Deserialize;
use serde_json::json;
use thirtyfour::{By, Key};

use crate::loading::edition;
use crate::phone::Phone;

/// One interaction: milliseconds until the next frame, and those in which scripts ran.
#[derive(Clone, Copy, Deserialize)]
pub struct Interaction {
    /// Until the next frame.
    pub duration: f64,
    /// In scripts.
    pub scripts: f64,
}

/// Name and measurements.
pub type Interactions = (&'static str, Vec<Interaction>);

/// Measures every kind so many times.
///
/// # Errors
/// When a page does not load, or lacks what the reader uses.
pub async fn measure(phone: &Phone, site: &Site, times: usize) -> Result<Vec<Interactions>> {
    eprintln!("interactions");
    let page = Page { browser: &phone.browser, site };
    Ok(vec![
        ("opening a citation", citations(phone, &page, times).await?),
        ("switching the theme", themes(phone, &page, times).await?),
        ("typing in the search", keys(phone, &page, times).await?),
        ("choosing a column", columns(phone, &page, times).await?),
    ])
}

async fn open(phone: &Phone, page: &Page<'_>, path: &str) -> Result<()> {
    phone.visit(&page.site.url(path), true).await.map(|_| ())
}

async fn citations(phone: &Phone, page: &Page<'_>, times: usize) -> Result<Vec<Interaction>> {
    open(phone, page, &edition(page.site)?).await?;
    let visible = format!("[...document.querySelectorAll('{} > summary')].filter(summary => summary.checkVisibility())", part::CITATION);
    let count: usize = phone.browser.eval(&format!("return {visible}.length"), json!([])).await?;
    let mut measured = Vec::new();
    for time in 0..times {
        // One that is open may lie over the next.
        let close = "for (const open of document.querySelectorAll('details.cite[open]')) open.open = false; return null";
        phone.browser.eval::<()>(close, json!([])).await?;
        measured.push(click(phone, &format!("{visible}[{}]", time % count.max(1))).await?);
    }
    Ok(measured)
}

async fn themes(phone: &Phone, page: &Page<'_>, times: usize) -> Result<Vec<Interaction>> {
    open(phone, page, &edition(page.site)?).await?;
    page.click("#settings summary").await?;
    let mut measured = Vec::new();
    for theme in ["dark", "light"].into_iter().cycle().take(times) {
        measured.push(click(phone, &format!("document.querySelector('#settings input[name=theme][value={theme}]')")).await?);
    }
    Ok(measured)
}

/// Types the heading of the page, letter by letter, into the field.
async fn keys(phone: &Phone, page: &Page<'_>, times: usize) -> Result<Vec<Interaction>> {
    open(phone, page, "/platform/").await?;
    page.click(part::SEARCH_FIELD).await?;
    phone.browser.wait_until("the search is there", "document.querySelector('#search-box')").await?;
    phone.ask::<()>("quiet()", json!([])).await?;
    let text = page.text(part::HEADING).await?;
    let field = phone.browser.driver.find(By::Css(part::SEARCH_FIELD)).await?;
    let mut measured = Vec::new();
    for letter in text.chars().cycle().take(times.max(9)) {
        phone.ask::<()>("listen()", json!([])).await?;
        field.send_keys(letter.to_string()).await?;
        measured.push(phone.ask("slowest()", json!([])).await?);
    }
    Ok(measured)
}

/// The first edition is chosen, then others beside it: each choice hides and shows columns.
async fn columns(phone: &Phone, page: &Page<'_>, times: usize) -> Result<Vec<Interaction>> {
    open(phone, page, "/editions/compare/").await?;
    let selects = phone.browser.driver.find_all(By::Css(".matrix__choice select")).await?;
    let [first, second] = selects.as_slice() else { anyhow::bail!("the matrix offers no choice of two columns") };
    first.send_keys(Key::Down).await?;
    second.send_keys(Key::Down).await?;
    let mut measured = Vec::new();
    for key in [Key::Down, Key::Up].into_iter().cycle().take(times) {
        phone.ask::<()>("listen()", json!([])).await?;
        second.send_keys(key).await?;
        measured.push(phone.ask("slowest()", json!([])).await?);
    }
    let shown = "return [...document.querySelectorAll('.matrix [data-column]')].some(cell => cell.hidden)";
    let is_chosen: bool = phone.browser.eval(shown, json!([])).await?;
    is_chosen.then_some(measured).context("the keys chose no column")
}

async fn click(phone: &Phone, finder: &str) -> Result<Interaction> {
    let place = phone.reach(finder).await?;
    phone.ask::<()>("listen()", json!([])).await?;
    phone.click(place).await?;
    phone.ask("slowest()", json!([])).await
}
