//! The same site under `/ref/`: nothing may assume that it owns the host.

use anyhow::{Context, Result, ensure};
use e2e::stage::Stage;
use serde_json::json;

use crate::{navigation, visits};

pub async fn the_site_works_under_a_path(stage: &Stage) -> Result<()> {
    let page = stage.page();
    for path in ["/", "/platform/", "/editions/2024-fes/", "/sources/"] {
        visits::opens_cleanly(stage, path).await.with_context(|| format!("visiting {path}"))?;
        let strays = page.links_outside_the_base().await?;
        ensure!(strays.is_empty(), "{path} links outside the base path: {strays:?}");
    }
    page.open_ready("/").await?;
    page.mark_document().await?;
    for path in ["/platform/", "/editions/", "/editions/2024-fes/"] {
        navigation::follow(stage, path).await.with_context(|| format!("clicking to {path}"))?;
    }
    stage.browser.driver.back().await?;
    page.arrived("/editions/").await?;
    page.is_the_published_page("/editions/").await?;
    ensure!(page.is_marked_document().await?, "going back loaded the document anew");

    navigation::a_deep_link_opens_at_its_target(stage).await?;
    page.open_ready("/no-such-page/").await?;
    page.click_link("/").await?;
    page.arrived("/").await
}

/// What comes in all the same neither runs nor asks others, on pages and on the one that stands in for what is not there.
pub async fn what_the_pages_hold_is_enforced(stage: &Stage) -> Result<()> {
    let attempts = "const refused = [];
        document.addEventListener('securitypolicyviolation', event => refused.push(event.effectiveDirective));
        const attempts = [
          () => { document.createElement('div').innerHTML = '<b></b>' },
          () => { document.head.append(Object.assign(document.createElement('style'), {textContent: 'a {}'})) },
          () => fetch('http://elsewhere.invalid/'),
          () => { new Image().src = 'data:,' },
          () => { document.body.append(Object.assign(document.createElement('a'), {href: 'javascript:window.ran = true', id: 'ran'})); ran.click() },
        ];
        for (const attempt of attempts) await (async () => attempt())().catch(() => {});
        while (refused.length < attempts.length) await new Promise(requestAnimationFrame);
        return refused.toSorted()";
    let page = stage.page();
    for path in ["/", "/no-such-page/"] {
        page.open_ready(path).await?;
        let refused: Vec<String> = stage.browser.eval_async(attempts, json!([])).await.with_context(|| format!("at {path}"))?;
        let expected = ["connect-src", "img-src", "require-trusted-types-for", "script-src-elem", "style-src-elem"];
        ensure!(refused == expected, "{path} refuses {refused:?}");
    }
    Ok(())
}
