//! The app takes over a page that is already there: nobody may notice.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use e2e::page::compare::first_difference;
use e2e::stage::Stage;

pub async fn changes_nothing_visible_on_any_page(stage: &Stage) -> Result<()> {
    let page = stage.page();
    let mut before = BTreeMap::new();
    stage.browser.allow_javascript(false).await?;
    for path in &stage.site.pages {
        page.open(path).await?;
        before.insert(path, page.impression().await?);
    }
    page.console_is_silent().await?;
    stage.browser.allow_javascript(true).await?;
    for (path, before) in before {
        page.open_ready(path).await.with_context(|| format!("hydrating {path}"))?;
        let after = page.impression().await?;
        ensure!(before.title == after.title, "{path}: the title became {:?}", after.title);
        for (what, before, after) in [("words", &before.text, &after.text), ("elements", &before.outline, &after.outline)] {
            let difference = first_difference(before, after);
            ensure!(difference.is_none(), "{path}: hydration changed the {what}\n{}", difference.unwrap_or_default());
        }
        page.console_is_silent().await.with_context(|| format!("hydrating {path}"))?;
    }
    Ok(())
}
