//! The reader's comfort: settings that last, contents, folded sections, keys, paper.

use anyhow::{Result, ensure};
use e2e::stage::Stage;
use serde_json::json;
use thirtyfour::{By, Key};

/// Sums every movement of the layout that no reader caused, from the first paint on (Layout Instability API).
const SHIFTS: &str = "window.shifts = 0; new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
}).observe({type: 'layout-shift', buffered: true});
new MutationObserver((_, observer) => {
  if (!document.body) return;
  window.themeAtBody = document.documentElement.dataset.theme;
  observer.disconnect();
}).observe(document, {childList: true, subtree: true});";

pub async fn choices_last_and_apply_before_the_text_is_there(stage: &Stage) -> Result<()> {
    let page = stage.page();
    stage.browser.in_new_documents(SHIFTS).await?;
    page.open_ready("/platform/").await?;
    page.click("#settings summary").await?;
    for (name, value) in [("theme", "dark"), ("size", "largest"), ("measure", "narrow"), ("contrast", "high"), ("motion", "off")] {
        page.click(&format!("#settings input[name={name}][value={value}]")).await?;
        stage.browser.wait_until(name, &format!("document.documentElement.dataset.{name} === '{value}'")).await?;
    }
    let background = "return getComputedStyle(document.documentElement).backgroundColor";
    ensure!(stage.browser.eval::<String>(background, json!([])).await? == "rgb(0, 0, 0)", "dark and of high contrast");
    page.open_ready("/about/").await?;
    ensure!(stage.browser.eval::<String>("return window.themeAtBody", json!([])).await? == "dark", "set before the body was there");
    ensure!(stage.browser.eval::<String>(background, json!([])).await? == "rgb(0, 0, 0)", "still dark");
    let size = "return parseFloat(getComputedStyle(document.documentElement).fontSize)";
    ensure!((stage.browser.eval::<f64>(size, json!([])).await? - 22.4).abs() < 0.1, "the largest text is 140 %");
    let shifts: f64 = stage.browser.eval("return window.shifts", json!([])).await?;
    ensure!(shifts == 0.0, "the layout moved by {shifts}");
    // Back to the site's own: nothing remains on the root.
    page.click("#settings summary").await?;
    page.click("#settings input[name=theme][value='']").await?;
    stage.browser.wait_until("the theme is the system's again", "!('theme' in document.documentElement.dataset)").await
}

pub async fn the_panel_closes_by_escape_and_gives_the_focus_back(stage: &Stage) -> Result<()> {
    let page = stage.page();
    page.open_ready("/about/").await?;
    page.click("#settings summary").await?;
    stage.browser.driver.active_element().await?.send_keys(Key::Tab).await?;
    let inside = "document.activeElement.closest('.settings__box') !== null";
    stage.browser.wait_until("the next Tab is in the panel", inside).await?;
    stage.browser.driver.active_element().await?.send_keys(Key::Escape).await?;
    let closed = "!document.querySelector('#settings details').open && document.activeElement.matches('#settings summary')";
    stage.browser.wait_until("it closed, and its button has the focus", closed).await?;
    page.click("#settings summary").await?;
    page.click("#main h1").await?;
    stage.browser.wait_until("a click elsewhere closes it", "!document.querySelector('#settings details').open").await
}

pub async fn the_contents_mark_the_section_being_read(stage: &Stage) -> Result<()> {
    let page = stage.page();
    page.open_ready("/editions/2023-tangier/").await?;
    // Beside the text, at its start: in Arabic, to the right of it.
    let beside = "const [contents, text] = ['.contents', 'article'].map(s => document.querySelector(s).getBoundingClientRect());
        return contents.left > text.right";
    ensure!(stage.browser.eval::<bool>(beside, json!([])).await?, "the contents stand beside the text");
    for id in ["participants", "outcomes"] {
        page.click(&format!(".contents a[href='#{id}']")).await?;
        let marked = format!("document.querySelector('.contents [aria-current]')?.hash === '#{id}' && location.hash === '#{id}'");
        stage.browser.wait_until("the section is marked", &marked).await?;
        let sticky = "return document.querySelector('.contents').getBoundingClientRect().top >= 0";
        ensure!(stage.browser.eval::<bool>(sticky, json!([])).await?, "the contents stay in sight");
    }
    Ok(())
}

pub async fn secondary_sections_fold_on_phones_and_open_when_linked_to(stage: &Stage) -> Result<()> {
    let page = stage.page();
    stage.browser.resize(390, 844).await?;
    page.open_ready("/editions/2023-tangier/").await?;
    let shown =
        |id: &str| format!("document.querySelector('#{id} .fold > :not(summary)').checkVisibility({{contentVisibilityAuto: true}})");
    ensure!(!stage.browser.eval::<bool>(&format!("return {}", shown("sources")), json!([])).await?, "folded at first");
    let claims = "return [...document.querySelectorAll('.claim')].every(claim => claim.checkVisibility())";
    ensure!(stage.browser.eval::<bool>(claims, json!([])).await?, "claims stay open");
    page.click(".contents summary").await?;
    page.click(".contents a[href='#sources']").await?;
    stage.browser.wait_until("opened within the app", &shown("sources")).await?;
    page.open_ready("/about/").await?;
    page.open_ready("/editions/2023-tangier/#conflicts").await?;
    stage.browser.wait_until("opened by its address", &shown("conflicts")).await?;
    stage.browser.resize(1280, 900).await?;
    page.open_ready("/editions/2024-fes/").await?;
    stage.browser.wait_until("open on a desk", &shown("sources")).await?;
    // Without the app as well, and there by the style alone.
    stage.browser.allow_javascript(false).await?;
    page.open("/editions/2024-fes/").await?;
    stage.browser.wait_until("open on a desk without JavaScript", &shown("sources")).await
}

/// WCAG 2.2, 2.1.2, 2.4.3, 2.4.7, 2.4.13.
pub async fn the_keyboard_reaches_everything_in_reading_order(stage: &Stage) -> Result<()> {
    let page = stage.page();
    for path in ["/", "/editions/2023-tangier/", "/editions/compare/"] {
        page.open_ready(path).await?;
        let wanted: usize = stage.browser.eval("return [...document.querySelectorAll('a[href], summary, button, input, select, [tabindex=\"0\"]')]
            .filter(e => e.checkVisibility({visibilityProperty: true}) && !(e.closest('details:not([open])') && !e.matches('summary') && getComputedStyle(e.closest('details'), '::details-content').contentVisibility === 'hidden')).length", json!([])).await?;
        let body = stage.browser.driver.find(By::Tag("body")).await?;
        body.send_keys(Key::Tab).await?;
        let mut seen = 0;
        loop {
            let (at, faint): (i64, String) = stage
                .browser
                .eval(
                    "
                const e = document.activeElement, style = getComputedStyle(e);
                const all = window.order ??= [...document.querySelectorAll('*')];
                const at = e === document.body ? -1 : all.indexOf(e), before = window.last ?? -1;
                window.last = at;
                // An SVG link is outlined by what is drawn in it.
                const seen = e.closest('svg') || parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none';
                const box = e.getBoundingClientRect();
                const inView = box.bottom > 0 && box.top < innerHeight;
                return [at === -1 ? -1 : at - before, seen && inView || at === -1 ? '' : e.outerHTML.slice(0, 160)]",
                    json!([]),
                )
                .await?;
            if at == -1 {
                break;
            }
            ensure!(at > 0, "{path}: the focus went back, or stayed, after {seen} steps");
            ensure!(faint.is_empty(), "{path}: nothing shows that the focus is on {faint}");
            seen += 1;
            stage.browser.driver.active_element().await?.send_keys(Key::Tab).await?;
        }
        ensure!(seen * 10 >= wanted * 9, "{path}: {seen} of about {wanted} were reached");
    }
    Ok(())
}

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
    Ok(())
}

/// WCAG 2.2, 1.4.12, and once with more space between letters, which Arabic does not need but must survive.
pub async fn more_space_in_the_text_loses_nothing(stage: &Stage) -> Result<()> {
    let page = stage.page();
    stage.browser.resize(320, 800).await?;
    for path in stage.site.one_of_each_kind() {
        page.open_ready(&path).await?;
        let lost: Vec<String> = stage.browser.eval("const style = document.createElement('style');
            style.textContent = '* { line-height: 1.85 !important; word-spacing: .16em !important; letter-spacing: .12em !important } p, .paragraph { margin-block-end: 2em !important }';
            document.head.append(style);
            const root = document.documentElement;
            const clipped = [...document.querySelectorAll('main *, header *, footer *')].filter(e => !(e instanceof SVGElement)
              && e.checkVisibility() && getComputedStyle(e).overflowY === 'hidden' && !e.matches('.visually-hidden, .masthead') && e.scrollHeight > e.clientHeight + 1);
            const lost = clipped.map(e => e.outerHTML.slice(0, 120));
            // The masthead cuts its ornament off, never its title.
            const [title, holder] = ['.masthead h1', '.masthead'].map(found => document.querySelector(found)?.getBoundingClientRect());
            if (title && (title.top < holder.top || title.bottom > holder.bottom)) lost.push('the title is cut off');
            if (root.scrollWidth > root.clientWidth) lost.push('scrolls sideways: ' + root.scrollWidth);
            return lost", json!([])).await?;
        ensure!(lost.is_empty(), "{path}: {lost:?}");
    }
    Ok(())
}
