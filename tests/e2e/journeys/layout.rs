//! Pages fit the screen they are read on.

use anyhow::{Result, ensure};
use e2e::stage::Stage;
use serde_json::json;

const WIDTHS: [u32; 3] = [320, 390, 1280];

/// The elements that stick out tell more than the number of pixels.
const OVERFLOW: &str = "
  // A vertical scroll bar, where there is one, takes its part of the width.
  const width = Math.min(arguments[0], document.documentElement.clientWidth);
  if (document.documentElement.scrollWidth <= width) return [];
  const out = [...document.body.querySelectorAll('*')].filter(element => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.left < -0.5 || box.right > width + 0.5);
  });
  return [`${document.documentElement.scrollWidth} px`, ...out.slice(0, 5).map(element => element.outerHTML.slice(0, 160))];
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
                wide.push(format!("{path} at {width}: {overflow:?}"));
            }
        }
    }
    ensure!(wide.is_empty(), "pages scroll sideways:\n{}", wide.join("\n"));
    Ok(())
}
