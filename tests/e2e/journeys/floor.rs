//! Browsers older than the site's styles and app: the page is there, readable, and leads on.

use anyhow::{Context, Result, ensure};
use e2e::floor;
use e2e::page::part;
use e2e::stage::Stage;
use serde_json::json;

use crate::layout::OVERFLOW;

/// Words that lie on each other, and words hardly darker than what they stand on.
const UNREADABLE: &str = "
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), boxes = [], faults = [];
  const parts = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = colour => { const [r, g, b] = parts(colour).map(c => (c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b };
  const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if ((parts(c)[3] ?? 1) === 1) return c } return 'rgb(255, 255, 255)' };
  while (texts.nextNode()) {
    const node = texts.currentNode, e = node.parentElement;
    // Of a drawing the words stand on shapes; the header's link to the content and the mark of a claim appear when they are needed.
    if (!node.data.trim() || !e.checkVisibility() || e.closest('script, style, noscript, svg, .skip-link, .visually-hidden')) continue;
    const [one, other] = [getComputedStyle(e).color, ground(e)].map(light).sort((a, b) => b - a);
    if ((one + .05) / (other + .05) < 4.5) faults.push(`faint: ${node.data.trim().slice(0, 60)}`);
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 2 && box.height > 2) boxes.push({box, node});
  }
  boxes.sort((a, b) => a.box.top - b.box.top);
  boxes.forEach(({box, node}, at) => {
    for (let next = at + 1; next < boxes.length && boxes[next].box.top < box.bottom; next++) {
      const other = boxes[next].box;
      if (boxes[next].node === node) continue;
      const width = Math.min(box.right, other.right) - Math.max(box.left, other.left);
      const height = Math.min(box.bottom, other.bottom) - other.top;
      // Lines of text have boxes that are higher than the lines.
      if (width > 4 && height > .6 * Math.min(box.height, other.height))
        faults.push(`on each other: ${node.data.trim().slice(0, 60)} / ${boxes[next].node.data.trim().slice(0, 60)}`);
    }
  });
  return faults.slice(0, 5)";

/// Without `:has()`, container queries, `<dialog>` and what else came after cascade layers; without scripts.
pub async fn a_browser_of_2022_shows_good_pages(stage: &Stage) -> Result<()> {
    shows_good_pages(stage, floor::of_2022).await?;
    let page = stage.page();
    page.open("/platform/").await?;
    page.click(&format!("{} summary", part::MENU)).await?;
    page.click("header nav a[href='/editions/']").await?;
    page.arrived("/editions/").await?;
    page.open("/editions/2023-tangier/").await?;
    page.click("#F038 .claim__evidence > summary").await?;
    page.shown("#F038 .claim__sources a").await
}

/// Before cascade layers no style applies at all: headings, lists and links as the browser has them.
pub async fn an_older_browser_shows_plain_pages(stage: &Stage) -> Result<()> {
    shows_good_pages(stage, floor::before).await
}

async fn shows_good_pages(stage: &Stage, styles: fn(&str) -> String) -> Result<()> {
    let page = stage.page();
    stage.browser.resize(390, 844).await?;
    // From the server, in Chromium as well: both go together.
    stage.site.server.documents.allow_scripts(false);
    let mut faults = Vec::new();
    for path in stage.site.one_of_each_kind() {
        stage.site.server.documents.restyle(str::to_owned);
        page.open(&path).await?;
        let words = page.text("body").await?;
        stage.site.server.documents.restyle(styles);
        page.open(&path).await?;
        page.shown(part::HEADING).await.with_context(|| format!("reading {path}"))?;
        ensure!(page.text("body").await? == words, "{path}: the words are others");
        let shown = page.visible_text(part::MAIN).await?;
        ensure!(shown.split_whitespace().count() >= 20, "{path} shows only: {shown}");
        for script in [OVERFLOW, UNREADABLE] {
            let found: Vec<String> = stage.browser.eval(script, json!([390])).await?;
            faults.extend(found.iter().map(|fault| format!("{path}: {fault}")));
        }
        let other = page.linked_pages().await?.into_iter().find(|other| *other != path).context("no link leads on")?;
        page.click_link(&other).await.with_context(|| format!("leaving {path}"))?;
        page.arrived(&other).await?;
    }
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

/// A browser without WebAssembly, or one that was told to have none: nothing is missing, and links lead on.
pub async fn a_browser_without_wasm_loses_nothing(stage: &Stage) -> Result<()> {
    let page = stage.page();
    stage.browser.in_new_documents("delete window.WebAssembly").await?;
    for path in stage.site.one_of_each_kind() {
        page.open(&path).await?;
        page.failed().await.with_context(|| format!("opening {path}"))?;
        page.is_the_published_page(&path).await?;
        let other = if path == "/about/" { "/related/" } else { "/about/" };
        page.mark_document().await?;
        page.click_link(other).await?;
        page.arrived(other).await?;
        ensure!(!page.is_marked_document().await?, "the click was handled by an app that cannot run");
    }
    Ok(())
}
