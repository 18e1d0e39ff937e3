//! The app takes over a page that is already there: nobody may notice.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use e2e::page::compare::first_difference;
use e2e::stage::Stage;
use serde_json::json;

pub async fn changes_nothing_visible_on_any_page(stage: &Stage) -> Result<()> {
    let page = stage.page();
    let mut before = BTreeMap::new();
    stage.browser.allow_javascript(false).await?;
    for path in &stage.pages() {
        page.open(path).await?;
        before.insert(path.clone(), page.impression().await?);
    }
    page.console_is_silent().await?;
    stage.browser.allow_javascript(true).await?;
    for (path, before) in before {
        page.open_ready(&path).await.with_context(|| format!("hydrating {path}"))?;
        let after = page.impression().await?;
        ensure!(before.title == after.title, "{path}: the title became {:?}", after.title);
        for (what, before, after) in [("words", &before.text, &after.text), ("elements", &before.outline, &after.outline)] {
            let difference = first_difference(before, after);
            ensure!(difference.is_none(), "{path}: hydration changed the {what}\n{}", difference.unwrap_or_default());
        }
        page.console_is_silent().await.with_context(|| format!("hydrating {path}"))?;
        nothing_leaves(stage).await.with_context(|| format!("hydrating {path}"))?;
    }
    Ok(())
}

/// Nothing was asked of another address, and nothing is kept on the device that the reader has not chosen.
async fn nothing_leaves(stage: &Stage) -> Result<()> {
    let (elsewhere, cookies, kept): (Vec<String>, String, usize) = stage
        .browser
        .eval(
            "return [performance.getEntries().filter(entry => ['navigation', 'resource'].includes(entry.entryType))
                .map(entry => entry.name).filter(name => new URL(name).origin !== location.origin),
            document.cookie, localStorage.length + sessionStorage.length]",
            json!([]),
        )
        .await?;
    ensure!(elsewhere.is_empty(), "asked of others: {elsewhere:?}");
    ensure!(cookies.is_empty() && kept == 0, "kept on the device: cookies {cookies:?}, {kept} entries");
    Ok(())
}
