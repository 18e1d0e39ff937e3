//! A reader searches: by keyboard alone, with the query in the address, when things fail, and without JavaScript.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use e2e::page::part;
use e2e::stage::Stage;
use serde_json::json;
use server::Fault;
use thirtyfour::{By, Key};

/// The head of the index, which every query needs.
const HEAD: &str = "/search/head.bin";

/// A JavaScript expression: how many words are highlighted.
const HIGHLIGHTED: &str = "(CSS.highlights.get('found')?.size ?? 0)";

/// Types into the field as a reader does, in whatever state it is.
async fn types(stage: &Stage, text: &str) -> Result<()> {
    stage.page().click(part::SEARCH_FIELD).await?;
    if text.is_empty() {
        return Ok(());
    }
    stage.browser.driver.active_element().await?.send_keys(text).await?;
    Ok(())
}

async fn press(stage: &Stage, key: Key) -> Result<()> {
    Ok(stage.browser.driver.active_element().await?.send_keys(key).await?)
}

/// Opens an address with a query and waits for its results.
async fn results(stage: &Stage, path: &str) -> Result<()> {
    stage.page().open_ready(path).await?;
    stage.page().shown(part::RESULTS_COUNT).await.with_context(|| format!("opening {path}"))
}

/// From the field to a claim and its highlighted words without a pointer, as the combobox pattern of the APG has it.
pub async fn finds_a_claim_by_the_keyboard_alone(stage: &Stage) -> Result<()> {
    let page = stage.page();
    page.open_ready("/platform/").await?;
    page.mark_document().await?;
    ensure!(!stage.site.server.log.entries().iter().any(|entry| entry.is_for(".bin")), "nobody has searched yet");
    let field = stage.browser.driver.find(By::Css(part::SEARCH_FIELD)).await?;
    field.focus().await?;
    press(stage, Key::Tab).await?;
    stage.browser.wait_until("the search is there", "document.querySelector('#q').getAttribute('role') === 'combobox'").await?;
    field.focus().await?;
    field.send_keys("اجهزه الاستخبارات").await?;
    page.shown(part::OPTION).await?;
    let said = "/^\\d+ نتيجة|نتائج|نتيجتان/.test(document.querySelector('#search-status').textContent)";
    stage.browser.wait_until("the number of results is said", said).await?;
    let expanded = "document.querySelector('#q').getAttribute('aria-expanded')";
    stage.browser.wait_until("the field says that the list is open", &format!("{expanded} === 'true'")).await?;
    press(stage, Key::Escape).await?;
    page.hidden(part::OPTION).await?;
    stage.browser.wait_until("the field says that the list is closed", &format!("{expanded} === 'false'")).await?;
    press(stage, Key::Down).await?;
    page.shown(part::OPTION).await?;
    press(stage, Key::Down).await?;
    let active = "document.getElementById(document.querySelector('#q').getAttribute('aria-activedescendant'))";
    let chosen = format!("{active}?.getAttribute('aria-selected') === 'true' && document.activeElement.id === 'q'");
    stage.browser.wait_until("the first option is chosen, the focus stays", &chosen).await?;
    let address: String =
        stage.browser.eval(&format!("return new URL({active}.href).pathname + new URL({active}.href).hash"), json!([])).await?;
    let (place, fragment) = address.split_once(":~:text=").context("the link has no text fragment")?;
    let place = place.strip_prefix(&stage.site.mounted("")).with_context(|| format!("{place} is outside the site"))?;
    ensure!(place.contains("/#F") && fragment.len() > 10, "{address}");
    press(stage, Key::Enter).await?;
    page.arrived(place).await?;
    page.target_in_view(place.rsplit('#').next().unwrap_or_default()).await?;
    stage.browser.wait_until("the words are highlighted", &format!("{HIGHLIGHTED} > 0")).await?;
    ensure!(page.is_marked_document().await?, "the result loaded the document anew");
    page.console_is_silent().await
}

/// Query and facets live in the address: reload, back and forward give the same results.
pub async fn the_address_is_the_state(stage: &Stage) -> Result<()> {
    let page = stage.page();
    page.open_ready("/").await?;
    page.mark_document().await?;
    types(stage, "إفريقيا").await?;
    // Before the search is there the form is the browser's.
    page.shown(part::OPTION).await?;
    press(stage, Key::Enter).await?;
    page.arrived("/search/").await?;
    page.shown(part::RESULT).await?;
    let all = page.text(part::RESULTS_COUNT).await?;
    page.click(".facets__facet[href*='kind=claim']").await?;
    let chosen = "document.querySelector('.facets__facet[href*=\"kind=claim\"]')?.getAttribute('aria-current') === 'true'";
    stage.browser.wait_until("the facet is chosen", chosen).await?;
    stage.browser.wait_until("the address has it", "location.search.includes('&kind=claim')").await?;
    let claims = page.text(part::RESULTS_COUNT).await?;
    ensure!(claims != all, "the facet changes nothing: {claims}");
    page.click(".facets[aria-label*='الدورة'] .facets__facet[href*='edition=']").await?;
    stage.browser.wait_until("the edition is in the address", "/&edition=\\d/.test(location.search)").await?;
    stage.browser.driver.back().await?;
    let same = |text: &str| format!("document.querySelector('{}')?.textContent === '{text}'", part::RESULTS_COUNT);
    stage.browser.wait_until("back gives the claims", &same(&claims)).await?;
    stage.browser.driver.back().await?;
    stage.browser.wait_until("and all results", &same(&all)).await?;
    ensure!(page.is_marked_document().await?, "the document was loaded anew");
    stage.browser.driver.forward().await?;
    stage.browser.wait_until("forward gives the claims", &same(&claims)).await?;
    stage.browser.driver.refresh().await?;
    page.ready().await?;
    stage.browser.wait_until("a reload gives the claims", &same(&claims)).await?;
    // Typing on the page of results changes them, and the address, in place.
    let entries: u32 = stage.browser.eval("return history.length", json!([])).await?;
    types(stage, " فاس").await?;
    stage.browser.wait_until("the address follows", "decodeURIComponent(location.search).endsWith('إفريقيا فاس')").await?;
    ensure!(stage.browser.eval::<u32>("return history.length", json!([])).await? == entries, "typing fills the history");
    page.console_is_silent().await
}

/// What was met and why, what was left out, how else the query was read.
pub async fn results_explain_themselves(stage: &Stage) -> Result<()> {
    let page = stage.page();
    for (query, part, words) in [
        ("لمكافحه", ".result__reason", "طابقنا: \u{2068}لمكافحه\u{2069} ← \u{2068}"),
        ("Voronkov", ".result__reason", "فورونكوف"),
        ("طنجة زرافة", ".results__note", "«زرافة»"),
        ("hghvihf", ".results__note", "«الارهاب»"),
        ("المنصورب", ".results__note", "نتائج قريبة"),
        ("زرافةة", ".results__note", "لا نتيجة لما كتبت."),
    ] {
        page.open_ready(&format!("/search/?q={query}")).await?;
        let condition = format!("[...document.querySelectorAll('#results {part}')].some(e => e.textContent.includes({}))", json!(words));
        stage.browser.wait_until(&format!("{query} is answered with {words}"), &condition).await?;
    }
    page.shown("#results a[href$='/index-az/']").await?;
    for (query, count) in [("ميديكو", "نتيجة"), ("الثانية", "نتيجة")] {
        results(stage, &format!("/search/?q={query}")).await?;
        let text = page.text(part::RESULTS_COUNT).await?;
        ensure!(text.contains(count) || text.contains("نتائج") || text.contains("نتيجتان"), "{query}: {text}");
    }
    page.console_is_silent().await
}

/// Targets of 44 px, no scrolling sideways, the field as `dir=auto` has it; on a phone.
pub async fn fits_a_thumb(stage: &Stage) -> Result<()> {
    let page = stage.page();
    stage.browser.resize(390, 844).await?;
    results(stage, "/search/?q=الأمن").await?;
    types(stage, "").await?;
    let small = "return [...document.querySelectorAll('.search__field, .search__button, .facets__facet, .result__link, .results__more')]
        .filter(element => element.checkVisibility() && element.getBoundingClientRect().height < 43.9).map(element => element.className)";
    let small: Vec<String> = stage.browser.eval(small, json!([])).await?;
    ensure!(small.is_empty(), "smaller than 44 px: {small:?}");
    page.open_ready("/platform/").await?;
    let style = |name: &str, wanted: &str| format!("getComputedStyle(document.querySelector('#q')).{name} === '{wanted}'");
    stage.browser.wait_until("the empty field begins where the page does", &style("direction", "rtl")).await?;
    types(stage, "UNOCT").await?;
    stage.browser.wait_until("Latin letters read from the left", &style("direction", "ltr")).await?;
    page.open_ready("/platform/").await?;
    types(stage, "الأمن").await?;
    page.shown(part::OPTION).await?;
    let fits = "[...document.querySelectorAll('[role=option]')].every(option => option.getBoundingClientRect().height >= 43.9)
        && document.documentElement.scrollWidth <= innerWidth";
    stage.browser.wait_until("options are large enough and nothing scrolls sideways", fits).await
}

/// Without the CSS Custom Highlight API whole words are marked, and the text stays the same.
pub async fn old_browsers_mark_whole_words(stage: &Stage) -> Result<()> {
    stage.browser.in_new_documents("delete window.Highlight; delete CSS.highlights;").await?;
    results(stage, "/search/?q=مكافحة").await?;
    let whole = "(marks => marks.length > 0 && marks.every(mark => {
        const [before, after] = [mark.previousSibling?.data ?? '', mark.nextSibling?.data ?? ''];
        return !/[\\p{L}\\p{M}]$/u.test(before) && !/^[\\p{L}\\p{M}]/u.test(after);
    }))([...document.querySelectorAll('.result__link mark')])";
    stage.browser.wait_until("whole words are marked", whole).await?;
    stage.page().console_is_silent().await
}

/// An index that does not come, or comes damaged, is told in Arabic, with the way out; trying again helps.
pub async fn a_failed_index_leads_to_the_pages_of_the_index(stage: &Stage) -> Result<()> {
    let page = stage.page();
    // First the search itself: once it has come, the browser keeps it.
    stage.site.server.faults.on(|path| path.contains("/search_bg-"), Fault::Status(500));
    page.open_ready("/search/?q=طنجة").await?;
    page.shown(part::LOAD_ERROR_OF_SEARCH).await?;
    page.shown("#main a[href$='/index-az/']").await?;
    stage.site.server.faults.clear();
    for fault in [Fault::Drop, Fault::Status(404), Fault::Truncate, Fault::Corrupt] {
        stage.site.server.faults.on_suffix(HEAD, fault);
        page.open_ready("/search/?q=طنجة").await?;
        page.shown("#results [role=alert]").await.with_context(|| format!("the index meets {fault:?}"))?;
        page.shown("#results a[href$='/index-az/']").await?;
        stage.site.server.faults.clear();
        page.click(".search__retry").await?;
        page.shown(part::RESULT).await.with_context(|| format!("after {fault:?}"))?;
    }
    Ok(())
}

/// The app is late: the query of the address is answered all the same.
pub async fn a_late_app_answers_the_address(stage: &Stage) -> Result<()> {
    stage.site.server.faults.on(|path| path.ends_with("_bg.wasm") && path.contains("marrakech"), Fault::Delay(Duration::from_secs(1)));
    stage.page().open("/search/?q=طنجة").await?;
    stage.page().shown(part::HEADING).await?;
    stage.page().shown(part::RESULT).await
}

/// Whatever stands in the address, the page stays alive and the console silent.
pub async fn hostile_queries_do_no_harm(stage: &Stage) -> Result<()> {
    let page = stage.page();
    let long = "ب".repeat(2_000);
    let words = "كلمة ".repeat(100);
    let queries = ["%", "%ED%A0%80", "%E0%A4%A", "%00", "🦒🦒", "<img src=x onerror=alert(1)>", "\"\"\"", "،؛؟", "   ", &long, &words];
    for query in queries {
        page.open_ready(&format!("/search/?q={query}")).await?;
        page.shown(part::HEADING).await?;
        ensure!(!page.text("#main").await?.is_empty(), "{query} empties the page");
        let injected: u32 = stage.browser.eval("return document.querySelectorAll('#main img').length", json!([])).await?;
        ensure!(injected == 0, "{query} became markup");
    }
    results(stage, "/search/?q=طنجة").await?;
    // A lone surrogate can only be typed by a program.
    let script = "const field = document.querySelector('#q'); field.value = '\\ud800' + 'x'.repeat(10000);
        field.dispatchEvent(new Event('input', {bubbles: true})); return null";
    stage.browser.eval::<()>(script, json!([])).await?;
    stage.browser.wait_until("the page answers", "document.querySelector('#results .results__note')").await?;
    page.console_is_silent().await
}

/// Without JavaScript the form leads to the index, the index to claims.
pub async fn the_index_serves_without_javascript(stage: &Stage) -> Result<()> {
    let page = stage.page();
    stage.browser.allow_javascript(false).await?;
    page.open("/platform/").await?;
    types(stage, "طنجة").await?;
    press(stage, Key::Enter).await?;
    page.arrived("/search/").await?;
    page.click("#main a[href$='/index-az/alif/']").await?;
    page.arrived("/index-az/alif/").await?;
    page.click("#main .headword .reference").await?;
    stage.browser.wait_until("the reader is at a claim", "/^#F\\d+$/.test(location.hash)").await?;
    let id: String = stage.browser.eval("return location.hash.slice(1)", json!([])).await?;
    page.target_in_view(&id).await
}
