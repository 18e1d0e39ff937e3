//! A reader checks a claim and compares editions: in place, with the choice in the address, without and with the app.

use anyhow::{Context, Result, ensure};
use e2e::page::part;
use e2e::stage::Stage;
use serde_json::json;
use thirtyfour::By;

/// Everything needed to check a claim opens in place, without JavaScript.
pub async fn a_claim_opens_without_javascript(stage: &Stage) -> Result<()> {
    let page = stage.page();
    stage.browser.allow_javascript(false).await?;
    page.open("/editions/2023-tangier/").await?;
    page.click("#F038 .claim__evidence > summary").await?;
    for part in [".claim__sources a[rel=noreferrer]", ".claim__conflict li", ".claim__cite bdi", ".claim__report"] {
        page.shown(&format!("#F038 {part}")).await?;
    }
    page.hidden("#F038 .claim__actions").await
}

/// The pointer crosses the link to an edition and opens the evidence below it: its page is fetched once, and still follows the link.
pub async fn evidence_of_a_page_made_ahead_is_not_fetched_again(stage: &Stage) -> Result<()> {
    const EDITION: &str = "/editions/2022-marrakech/";
    let page = stage.page();
    stage.browser.resize(1280, 844).await?;
    page.open_ready("/editions/compare/").await?;
    let head = stage.browser.driver.find(By::Css(format!("thead a[href$='{EDITION}']"))).await?;
    head.scroll_into_view().await?;
    stage.site.server.log.clear();
    stage.browser.driver.action_chain().move_to_element_center(&head).perform().await?;
    let fetched = format!(
        "performance.getEntriesByType('resource').some(entry => entry.name.endsWith('{EDITION}index.bin') && entry.responseEnd > 0)"
    );
    stage.browser.wait_until("the page is fetched ahead", &fetched).await?;
    page.click("tbody a.reference[href$='#F021']").await?;
    page.shown(".evidence").await?;
    head.click().await?;
    page.arrived(EDITION).await?;
    let asked = stage.site.server.log.entries().into_iter().filter(|entry| entry.path.ends_with(&format!("{EDITION}index.bin"))).count();
    ensure!(asked == 1, "asked for {asked} times");
    Ok(())
}

/// Copying a claim gives its words, its source here and the date; its address alone can be had too.
pub async fn a_claim_is_copied_with_its_citation(stage: &Stage) -> Result<()> {
    let page = stage.page();
    // What reaches the clipboard is what counts; the system's own asks for permission.
    let clipboard = "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async text => { window.copied = text; }}});";
    stage.browser.in_new_documents(clipboard).await?;
    page.open_ready("/editions/2023-tangier/").await?;
    page.click("#F038 .claim__evidence > summary").await?;
    page.click("#F038 .claim__actions button:first-child").await?;
    let link = "window.copied?.endsWith('/editions/2023-tangier/#F038') && !window.copied.includes(' ')";
    stage.browser.wait_until("the address is copied", link).await?;
    page.click("#F038 .claim__actions button:nth-child(2)").await?;
    stage.browser.wait_until("the citation is copied", "window.copied?.includes('اطُّلع عليه في')").await?;
    let copied: String = stage.browser.eval("return window.copied", json!([])).await?;
    for wanted in ["انعقدت الدورة الثانية", "F038", "/editions/2023-tangier/#F038"] {
        ensure!(copied.contains(wanted), "{wanted} is not in {copied}");
    }
    let said = format!("document.querySelector('{}').textContent.includes('نُسخ')", part::ANNOUNCER);
    stage.browser.wait_until("copying is announced", &said).await
}

/// The report of a mistake names the claim; reached within the app and by the address.
pub async fn a_mistake_is_reported_with_the_claims_id(stage: &Stage) -> Result<()> {
    let page = stage.page();
    page.open_ready("/editions/2023-tangier/").await?;
    page.click("#F038 .claim__evidence > summary").await?;
    page.click("#F038 .claim__report").await?;
    page.arrived("/about/corrections/#report").await?;
    let named = "document.querySelector('#report .report__claim')?.textContent.includes('F038')";
    stage.browser.wait_until("the claim is named", named).await?;
    page.open_ready("/about/corrections/?claim=F040#report").await?;
    stage.browser.wait_until("the claim of the address is named", &named.replace("F038", "F040")).await?;
    page.open_ready("/about/corrections/?claim=<b>#report").await?;
    page.hidden("#report .report__claim").await
}

/// The date of access is open in the HTML and filled in by the browser, in the language of each style.
pub async fn a_citation_gets_the_date_of_access(stage: &Stage) -> Result<()> {
    let page = stage.page();
    for path in ["/platform/", "/objectives/"] {
        page.open_ready(path).await?;
        let dates: Vec<String> = stage
            .browser
            .eval("return [...document.querySelectorAll('.citation__accessed')].map(date => date.textContent)", json!([]))
            .await?;
        let year: i32 = stage.browser.eval("return new Date().getFullYear()", json!([])).await?;
        ensure!(dates.len() >= 3 && dates.iter().all(|date| date.contains(&year.to_string())), "{path}: {dates:?}");
        let is_latin = |date: &String| date.chars().any(|letter| letter.is_ascii_alphabetic());
        ensure!(!is_latin(&dates[0]) && dates[1..].iter().all(is_latin), "each in its language: {dates:?}");
    }
    Ok(())
}

const SHOWN_COLUMNS: &str = "[...document.querySelectorAll('.matrix tbody tr:first-child td')]
    .filter(cell => cell.checkVisibility()).map(cell => cell.dataset.column).join(' ')";

/// Two editions are chosen on a phone, the address keeps them, and an address gives them.
pub async fn two_editions_are_compared_on_a_phone(stage: &Stage) -> Result<()> {
    let page = stage.page();
    stage.browser.resize(390, 844).await?;
    page.open_ready("/editions/compare/").await?;
    let is_styled = "getComputedStyle(document.querySelector('.matrix caption')).textAlign === 'start'";
    stage.browser.wait_until("the matrix wears what tables wear", is_styled).await?;
    stage.browser.wait_until("all four are shown", &format!("{SHOWN_COLUMNS}.split(' ').length === 4")).await?;
    choose(stage, 0, "2022-marrakech").await?;
    choose(stage, 1, "2025-agadir").await?;
    stage.browser.wait_until("two are shown", &format!("{SHOWN_COLUMNS} === '2022-marrakech 2025-agadir'")).await?;
    stage.browser.wait_until("the address keeps them", "location.search === '?a=2022-marrakech&b=2025-agadir'").await?;
    page.open_ready("/editions/compare/?a=2023-tangier&b=2024-fes").await?;
    stage.browser.wait_until("the address gives them", &format!("{SHOWN_COLUMNS} === '2023-tangier 2024-fes'")).await?;
    page.open_ready("/editions/compare/?a=nowhere&b=2024-fes").await?;
    stage.browser.wait_until("what does not exist is no choice", &format!("{SHOWN_COLUMNS}.split(' ').length === 4")).await
}

/// Objectives by theme and edition; the number of results is said politely.
pub async fn objectives_are_filtered_and_counted(stage: &Stage) -> Result<()> {
    let page = stage.page();
    page.open_ready("/objectives/").await?;
    choose(stage, 0, "capacity-building").await?;
    let rows = "[...document.querySelectorAll('.matrix tbody tr')].filter(row => row.checkVisibility()).length";
    stage.browser.wait_until("one theme is shown", &format!("{rows} === 1")).await?;
    choose(stage, 1, "2023-tangier").await?;
    let cells =
        "[...document.querySelectorAll('.matrix td')].filter(cell => cell.checkVisibility()).map(cell => cell.dataset.column).join()";
    stage.browser.wait_until("and one edition", &format!("{cells} === '2023-tangier'")).await?;
    stage.browser.wait_until("the address keeps both", "location.search === '?theme=capacity-building&edition=2023-tangier'").await?;
    let status = "document.querySelector('.matrix__choice [role=status]').textContent";
    stage.browser.wait_until("the results are counted in words", &format!("{status} === 'موضع واحد ورد فيه هدف'")).await?;
    page.open_ready("/objectives/?edition=2023-tangier").await?;
    stage.browser.wait_until("an address filters too", &format!("/^9 مواضع/.test({status})")).await
}

async fn choose(stage: &Stage, index: usize, value: &str) -> Result<()> {
    let script = "const select = document.querySelectorAll('.matrix__choice select')[arguments[0]];
        if (![...select.options].some(option => option.value === arguments[1])) return false;
        select.value = arguments[1]; select.dispatchEvent(new Event('change', {bubbles: true})); return true";
    let found: bool = stage.browser.eval(script, json!([index, value])).await?;
    ensure!(found, "{value} cannot be chosen");
    Ok(())
}

/// In the comparison a claim's evidence is fetched when it is asked for, and opens in place.
pub async fn evidence_opens_in_the_comparison(stage: &Stage) -> Result<()> {
    let page = stage.page();
    page.open_ready("/editions/compare/").await?;
    stage.site.server.log.clear();
    let first = ".matrix [data-row=dates] [data-column='2023-tangier'] a.reference";
    page.click(first).await?;
    let panel = ".matrix [data-row=dates] [data-column='2023-tangier'] .evidence";
    page.shown(&format!("{panel} .claim__sources")).await?;
    let asked = stage.site.server.log.entries();
    ensure!(asked.iter().any(|entry| entry.is_for("/editions/2023-tangier/index.bin")), "the claim's page was not asked for its data");
    page.click(first).await?;
    page.hidden(panel).await?;
    stage.site.server.faults.on_suffix("/editions/2024-fes/index.bin", server::Fault::Status(500));
    page.click(".matrix [data-row=dates] [data-column='2024-fes'] a.reference").await?;
    page.arrived("/editions/2024-fes/#F061").await.context("when the data does not come, the link leads to the claim")
}

/// A city of the sketch is a link like any other.
pub async fn a_picture_leads_to_an_edition(stage: &Stage) -> Result<()> {
    let page = stage.page();
    page.open_ready("/editions/").await?;
    page.mark_document().await?;
    page.click("#cities svg a[href='/editions/2024-fes/']").await?;
    page.arrived("/editions/2024-fes/").await?;
    ensure!(page.is_marked_document().await?, "the app did not follow the link of the picture");
    page.open_ready("/platform/").await?;
    page.click_link("/evolution/").await?;
    page.arrived("/evolution/").await?;
    let drawn = "document.querySelector('#axis svg')?.namespaceURI === 'http://www.w3.org/2000/svg'
        && document.querySelector('#axis svg').getBoundingClientRect().height > 100
        && document.querySelector('#axis svg circle').getBoundingClientRect().width > 4";
    stage.browser.wait_until("a picture is drawn after navigation too", drawn).await
}

/// On paper the comparison is a table on the long side of the sheet, whatever the width of the window.
pub async fn the_comparison_prints_as_a_table_on_wide_paper(stage: &Stage) -> Result<()> {
    let page = stage.page();
    stage.browser.resize(390, 844).await?;
    stage.browser.lay_out_for_print().await?;
    page.open_ready("/editions/compare/").await?;
    let is_table = "getComputedStyle(document.querySelector('.matrix td')).display === 'table-cell'";
    stage.browser.wait_until("the matrix is a table", is_table).await?;
    stage.browser.wait_until("the sheet is wide", "getComputedStyle(document.body).page === 'wide'").await?;
    page.hidden(".matrix__choice").await
}
