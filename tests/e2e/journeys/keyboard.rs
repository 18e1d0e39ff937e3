//! The keyboard alone: order, visible focus, ways out.

use anyhow::{Result, ensure};
use e2e::driver::Engine;
use e2e::stage::Stage;
use serde_json::json;
use thirtyfour::{By, Key};

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
                const parts = colour => colour.match(/[\\d.]+/g).map(Number);
                const light = colour => { const [r, g, b] = parts(colour).map(c => (c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
                  return .2126 * r + .7152 * g + .0722 * b };
                const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if ((parts(c)[3] ?? 1) === 1) return c } return 'rgb(255, 255, 255)' };
                // The outline lies outside of its element.
                const [one, other] = [style.outlineColor, ground(e.parentElement)].map(light).sort((a, b) => b - a);
                const stands = e.closest('svg') || (one + .05) / (other + .05) >= 3;
                return [at === -1 ? -1 : at - before, seen && inView && stands || at === -1 ? '' : e.outerHTML.slice(0, 160)]",
                    json!([]),
                )
                .await?;
            if at == -1 {
                break;
            }
            // WebKit has nothing around the page that the focus could go to: it stays at the end, which the count below tells.
            if at <= 0 && stage.browser.engine == Engine::WebKit {
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

/// What is above is before, and in a line what is nearer to the right: on phones as well, where the header takes several lines.
pub async fn the_header_is_read_as_it_is_seen(stage: &Stage) -> Result<()> {
    let page = stage.page();
    for width in [320, 390, 800, 1280] {
        stage.browser.resize(width, 844).await?;
        page.open_ready("/about/").await?;
        let out_of_order: Vec<String> = stage
            .browser
            .eval(
                "const boxes = [...document.querySelectorAll('.header :is(a, summary, input, button)')].filter(e => e.checkVisibility())
                  .map(e => ({e, box: e.getBoundingClientRect()})).filter(({box}) => box.width > 0);
                return boxes.slice(1).filter(({box}, at) => {
                  const before = boxes[at].box;
                  return box.bottom <= before.top || box.top < before.bottom - 1 && box.right > before.right;
                }).map(({e}) => e.outerHTML.slice(0, 120))",
                json!([]),
            )
            .await?;
        ensure!(out_of_order.is_empty(), "{width} px: {out_of_order:#?}");
    }
    Ok(())
}

pub async fn what_lies_over_the_text_closes(stage: &Stage) -> Result<()> {
    let page = stage.page();
    page.open_ready("/platform/").await?;
    let open = "document.querySelector('.cite[open]') !== null";
    page.click(".cite > summary").await?;
    stage.browser.wait_until("the citation is open", open).await?;
    stage.browser.driver.active_element().await?.send_keys(Key::Tab).await?;
    stage.browser.wait_until("the focus is in it", "document.activeElement.closest('.cite__box') !== null").await?;
    stage.browser.driver.active_element().await?.send_keys(Key::Escape).await?;
    stage
        .browser
        .wait_until("Escape closes it and gives the focus back", &format!("!({open}) && document.activeElement.matches('.cite > summary')"))
        .await?;
    page.click(".cite > summary").await?;
    stage.browser.wait_until("the citation is open again", open).await?;
    page.click("#main h1").await?;
    stage.browser.wait_until("a click beside it closes it", &format!("!({open})")).await
}
