//! The same site under `/ref/`: nothing may assume that it owns the host.

use anyhow::{Context, Result, ensure};
use e2e::stage::Stage;

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
