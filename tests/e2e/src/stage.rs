//! Everything one journey needs, opened before it and closed after it, whatever happens in between.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Result, anyhow};

use crate::browser::Browser;
use crate::driver::Engine;
use crate::page::Page;
use crate::site::{Build, Site};

/// What all journeys share.
pub struct World {
    /// Where chromedriver listens.
    pub chromium_url: String,
    /// Where geckodriver listens.
    pub firefox_url: String,
    /// Where pictures of failures go.
    pub artifacts: PathBuf,
}

/// What one journey has to itself: a server with its faults and log, a browser with its cache and console.
pub struct Stage {
    /// The site.
    pub site: Site,
    /// The browser.
    pub browser: Browser,
}

impl Stage {
    /// The two together.
    #[must_use]
    pub fn page(&self) -> Page<'_> {
        Page { browser: &self.browser, site: &self.site }
    }
}

/// Runs a journey on a stage of its own.
///
/// # Errors
/// When the journey fails; the message then tells where the browser was and what it and the server said.
pub async fn perform(
    world: Arc<World>,
    name: &str,
    (engine, build): (Engine, Build),
    journey: impl AsyncFnOnce(&Stage) -> Result<()>,
) -> Result<()> {
    let site = Site::start(build).await?;
    let browser = match engine {
        Engine::Chromium => Browser::launch(&world.chromium_url).await?,
        Engine::Firefox => Browser::launch_firefox(&world.firefox_url).await?,
    };
    let stage = Stage { site, browser };
    let outcome = match journey(&stage).await {
        Ok(()) => Ok(()),
        Err(error) => Err(anyhow!("{error:#}\n{}", circumstances(&stage, &world.artifacts, name).await)),
    };
    // The browser is closed even after a failure; a session that cannot be closed dies with the driver.
    let closed = stage.browser.driver.quit().await;
    outcome.and_then(|()| closed.map_err(Into::into))
}

async fn circumstances(stage: &Stage, artifacts: &Path, name: &str) -> String {
    let driver = &stage.browser.driver;
    let url = driver.current_url().await.map_or_else(|error| error.to_string(), |url| url.to_string());
    let console = stage.browser.complaints().await.unwrap_or_default().join("\n    ");
    let failed = stage.site.failed_requests().join("\n    ");
    let picture = artifacts.join(format!("{name}.png"));
    let drawn = match fs::create_dir_all(artifacts) {
        Ok(()) => driver.screenshot(&picture).await.is_ok(),
        Err(_) => false,
    };
    let picture = if drawn { picture.display().to_string() } else { "none".to_owned() };
    format!("  at: {url}\n  picture: {picture}\n  console since last asked:\n    {console}\n  failed requests:\n    {failed}")
}
