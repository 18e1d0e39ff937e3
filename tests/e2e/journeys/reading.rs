//! The reader's comfort: settings that last, contents, folded sections, room for the text.

use std::time::Duration;

use anyhow::{Result, ensure};
use e2e::stage::Stage;
use serde_json::json;
use server::Fault;
use thirtyfour::Key;

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
    // The last section is short: at the end of the page it is the one that is read, however tall the window.
    stage.browser.resize(1280, 1400).await?;
    let last = stage.browser.eval::<String>("return [...document.querySelectorAll('.contents a')].at(-1).hash", json!([])).await?;
    page.click(&format!(".contents a[href='{last}']")).await?;
    let marked = format!("document.querySelector('.contents [aria-current]')?.hash === '{last}'");
    stage.browser.wait_until("the last section is marked", &marked).await
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
    stage.browser.wait_until("open on a desk without JavaScript", &shown("sources")).await?;
    stage.browser.resize(390, 844).await?;
    page.open("/editions/2024-fes/#sources").await?;
    stage.browser.wait_until("open on a phone without JavaScript where it is linked to", &shown("sources")).await
}

/// Readers of the largest text on small phones need the panel most: to undo what they chose, they must see it.
pub async fn the_panel_of_settings_fits_every_phone(stage: &Stage) -> Result<()> {
    let page = stage.page();
    page.open_ready("/about/").await?;
    page.click("#settings summary").await?;
    for (width, size) in [320, 360, 390, 800].into_iter().flat_map(|width| ["", "large", "largest"].map(|size| (width, size))) {
        stage.browser.resize(width, 800).await?;
        let sides: (f64, f64) = stage
            .browser
            .eval(
                "document.documentElement.dataset.size = arguments[0];
                const box = document.querySelector('.settings__box').getBoundingClientRect();
                return [box.left, document.documentElement.clientWidth - box.right]",
                json!([size]),
            )
            .await?;
        ensure!(sides.0 >= 0.0 && sides.1 >= 0.0, "{width} px, text {size}: {sides:?}");
    }
    Ok(())
}

/// What is shown first is styled first: a figure without its styles would jump, and with it everything below.
pub async fn a_page_is_shown_with_its_styles(stage: &Stage) -> Result<()> {
    let page = stage.page();
    stage.browser.resize(390, 844).await?;
    page.open_ready("/about/").await?;
    // They are still on their way when the data of the page has come, which a pointer on the link asks for.
    stage.site.server.faults.on(|path| path.contains("/exhibits-"), Fault::Delay(Duration::from_millis(600)));
    let watch = "const old = document.querySelector('main h1');
        new MutationObserver((_, observer) => {
          if (document.querySelector('main h1') === old) return;
          observer.disconnect();
          window.figure = getComputedStyle(document.querySelector('.figure')).borderBlockStartWidth;
        }).observe(document.body, {childList: true, subtree: true});
        return null";
    stage.browser.eval::<()>(watch, json!([])).await?;
    page.click_link("/").await?;
    stage.browser.wait_until("home is shown", "window.figure").await?;
    let edge: String = stage.browser.eval("return window.figure", json!([])).await?;
    ensure!(edge != "0px", "its figures had no style yet");
    Ok(())
}

/// WCAG 2.2, 2.3.3: nothing moves for those who do not want it.
pub async fn pages_fade_unless_motion_is_unwanted(stage: &Stage) -> Result<()> {
    let page = stage.page();
    stage.browser.in_new_documents("window.fades = 0; const fade = document.startViewTransition; document.startViewTransition = function (change) { window.fades++; return fade.call(document, change) }").await?;
    let mut faded = Vec::new();
    for (preference, setting) in [("no-preference", ""), ("reduce", ""), ("no-preference", "off")] {
        stage.browser.emulate(&[("prefers-reduced-motion", preference)], "screen").await?;
        page.open_ready("/about/").await?;
        let set = "if (arguments[0]) document.documentElement.dataset.motion = arguments[0]; return null";
        stage.browser.eval::<()>(set, json!([setting])).await?;
        page.click_link("/platform/").await?;
        stage.browser.wait_until("the page is shown", "location.pathname.endsWith('/platform/')").await?;
        faded.push(stage.browser.eval::<u32>("return window.fades", json!([])).await?);
    }
    ensure!(faded == [1, 0, 0], "{faded:?}");
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
