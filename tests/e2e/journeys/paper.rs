//! On paper: black on white, with everything needed to check it.

use anyhow::{Result, ensure};
use e2e::stage::Stage;
use serde_json::json;

pub async fn an_edition_prints_with_its_sources_in_full(stage: &Stage) -> Result<()> {
    let page = stage.page();
    page.open_ready("/editions/2023-tangier/").await?;
    stage.browser.eval::<()>("window.print = () => { window.printed = true }; return null", json!([])).await?;
    page.click("button.print").await?;
    stage.browser.wait_until("the page is printed", "window.printed").await?;
    stage.browser.lay_out_for_print().await?;
    let (notes, cited): (Vec<String>, usize) = stage
        .browser
        .eval(
            "return [[...document.querySelectorAll('.endnotes li')].map(note => note.innerText),
        new Set([...document.querySelectorAll('main article a[href^=\"/sources/S\"]')].map(link => link.pathname)).size]",
            json!([]),
        )
        .await?;
    ensure!(notes.len() >= cited && cited > 20, "{} notes for {cited} sources", notes.len());
    ensure!(notes.iter().any(|note| note.starts_with("S021") && note.contains("https://www.diplomatie.ma/")), "{:?}", notes.first());
    ensure!(notes.iter().all(|note| note.len() > 20), "{notes:?}");
    ensure!(!notes.concat().to_lowercase().contains("%d8"), "Arabic letters of an address are printed as letters: {notes:?}");
    let hidden = "return ['nav', '.search', '#settings', 'button', '.pager', '.cite__box'].filter(selector =>
        [...document.querySelectorAll(selector)].some(element => element.checkVisibility()))";
    let shown: Vec<String> = stage.browser.eval(hidden, json!([])).await?;
    ensure!(shown.is_empty(), "on paper: {shown:?}");
    let foot: (String, String) = stage
        .browser
        .eval(
            "const style = getComputedStyle(document.documentElement);
        return ['--address', '--content-date'].map(name => style.getPropertyValue(name))",
            json!([]),
        )
        .await?;
    ensure!(foot.0.contains("/editions/2023-tangier/") && foot.1.contains("2026"), "{foot:?}");
    let colours: Vec<String> = stage
        .browser
        .eval(
            "return ['body', 'h1', 'h2', '.claim__text', '.facts a', '.claim__number'].map(selector =>
        getComputedStyle(document.querySelector(selector)).color)",
            json!([]),
        )
        .await?;
    ensure!(colours.iter().all(|colour| colour == "rgb(0, 0, 0)"), "black on white: {colours:?}");
    let ground: String =
        stage.browser.eval("return getComputedStyle(document.querySelector('.masthead')).backgroundColor", json!([])).await?;
    ensure!(ground == "rgb(255, 255, 255)", "the title stands on {ground}");
    Ok(())
}

/// What is printed can be checked on paper: a number leads to a note, and a claim names its sources.
pub async fn every_printed_citation_leads_to_its_sources(stage: &Stage) -> Result<()> {
    let page = stage.page();
    for path in ["/editions/2023-tangier/", "/platform/", "/editions/compare/"] {
        page.open_ready(path).await?;
        stage.browser.eval::<()>("window.dispatchEvent(new Event('beforeprint')); return null", json!([])).await?;
        stage.browser.lay_out_for_print().await?;
        let lost: Vec<String> = stage
            .browser
            .eval(
                "const notes = new Set([...document.querySelectorAll('.endnotes--citations bdi:first-child')].map(sign => sign.textContent));
                const here = link => document.getElementById(link.hash.slice(1)) !== null;
                const numbers = [...document.querySelectorAll('main .cite > summary'), ...[...document.querySelectorAll('main a.reference')].filter(link => !here(link))];
                const claims = [...document.querySelectorAll('.claim')].filter(claim => !/\\([A-Z]+\\d*(, [A-Z]+\\d*)*\\)/.test(claim.querySelector('.claim__evidence').innerText));
                return [...numbers.map(number => number.textContent).filter(number => !notes.has(number)), ...claims.map(claim => claim.id)]",
                json!([]),
            )
            .await?;
        ensure!(lost.is_empty(), "{path}: {lost:?}");
    }
    Ok(())
}

/// The browser's own command prints as the button does.
pub async fn the_key_for_printing_prints_the_sources(stage: &Stage) -> Result<()> {
    let page = stage.page();
    page.open_ready("/editions/2023-tangier/").await?;
    stage.browser.eval::<()>("window.print = () => { window.printed = true }; return null", json!([])).await?;
    let key = "document.body.dispatchEvent(new KeyboardEvent('keydown', {code: 'KeyP', ctrlKey: true, bubbles: true, cancelable: true})); return null";
    stage.browser.eval::<()>(key, json!([])).await?;
    stage.browser.wait_until("the page is printed with its sources", "window.printed && document.querySelector('.endnotes--sources')").await
}
