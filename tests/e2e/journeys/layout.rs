//! Pages fit the screen they are read on.

use anyhow::{Result, ensure};
use e2e::stage::Stage;
use serde_json::json;

const WIDTHS: [u32; 3] = [320, 390, 1280];

/// What sticks out tells more than the number of pixels: those that stick out without holding another that does.
pub const OVERFLOW: &str = "
  // A vertical scroll bar, where there is one, takes its part of the width.
  const root = document.documentElement;
  const width = Math.min(arguments[0], root.clientWidth);
  if (root.scrollWidth <= width) return [];
  // Measured from the root's box: a page that is too wide may already stand shifted in the window.
  const bounds = root.getBoundingClientRect();
  const excess = element => {
    const box = element.getBoundingClientRect();
    return box.width > 0 ? Math.max(bounds.left - box.left, box.right - bounds.right) : 0;
  };
  const out = [...document.body.querySelectorAll('*')].filter(element => excess(element) > 0.5
    && ![...element.children].some(child => excess(child) >= excess(element)));
  out.sort((one, other) => excess(other) - excess(one));
  return [`${root.scrollWidth} px`, ...out.slice(0, 3).map(element => element.outerHTML.slice(0, 160))];
";

pub async fn no_page_scrolls_sideways(stage: &Stage) -> Result<()> {
    let page = stage.page();
    // Hydration changes nothing visible (another journey), so the layout is measured without waiting for it.
    stage.browser.allow_javascript(false).await?;
    let mut wide = Vec::new();
    for path in &stage.pages() {
        page.open(path).await?;
        // The largest text on the narrowest screen as well.
        for (width, size) in WIDTHS.map(|width| (width, "")).into_iter().chain([(320, "largest")]) {
            stage.browser.resize(width, 800).await?;
            stage.browser.eval::<()>("document.documentElement.dataset.size = arguments[0]; return null", json!([size])).await?;
            let overflow: Vec<String> = stage.browser.eval(OVERFLOW, json!([width])).await?;
            if !overflow.is_empty() {
                wide.push(format!("{path} at {width} {size}: {}", overflow.join("\n    ")));
            }
        }
    }
    ensure!(wide.is_empty(), "pages scroll sideways:\n{}", wide.join("\n"));
    Ok(())
}

/// What a finger meets is 44 px high, unless it stands within a sentence (WCAG 2.2, 2.5.5): beside other words of the same
/// line of text. A box that is ticked counts with its label.
const SMALL_TARGETS: &str = "
  const isLine = element => !getComputedStyle(element).display.startsWith('inline');
  const line = element => { do { element = element.parentElement } while (!isLine(element)); return element };
  const inSentence = element => line(element).innerText.replace(element.innerText, '').replace(/[\\s،؛:.()،]/g, '').length > 0
    && getComputedStyle(element).display === 'inline';
  const small = element => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height < 43.5;
  };
  return [...document.querySelectorAll('a[href], button, summary, label, input, select, [role=option]')]
    .filter(element => element.checkVisibility() && !element.closest('.visually-hidden, svg') && !(element.matches('input') && element.closest('label')))
    .filter(element => small(element) && !inSentence(element))
    .slice(0, 3).map(element => `${Math.round(element.getBoundingClientRect().height)} px: ${element.outerHTML.slice(0, 120)}`)";

pub async fn targets_outside_sentences_are_as_large_as_a_finger(stage: &Stage) -> Result<()> {
    let page = stage.page();
    stage.browser.resize(390, 800).await?;
    let mut small = Vec::new();
    for path in stage.site.one_of_each_kind() {
        page.open_ready(&path).await?;
        stage.browser.eval::<()>("document.querySelectorAll('details').forEach(details => details.open = true)", json!([])).await?;
        let found: Vec<String> = stage.browser.eval(SMALL_TARGETS, json!([])).await?;
        small.extend(found.iter().map(|target| format!("{path}: {target}")));
    }
    ensure!(small.is_empty(), "{small:#?}");
    Ok(())
}
