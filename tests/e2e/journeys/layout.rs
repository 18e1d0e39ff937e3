//! Pages fit the screen they are read on.

use anyhow::{Result, ensure};
use e2e::stage::Stage;
use serde_json::json;

const WIDTHS: [u32; 3] = [320, 390, 1280];

/// What sticks out tells more than the number of pixels: those that stick out without holding another that does.
const OVERFLOW: &str = "
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
    for path in &stage.site.pages {
        page.open(path).await?;
        for width in WIDTHS {
            stage.browser.resize(width, 800).await?;
            let overflow: Vec<String> = stage.browser.eval(OVERFLOW, json!([width])).await?;
            if !overflow.is_empty() {
                wide.push(format!("{path} at {width}: {}", overflow.join("\n    ")));
            }
        }
    }
    ensure!(wide.is_empty(), "pages scroll sideways:\n{}", wide.join("\n"));
    Ok(())
}
