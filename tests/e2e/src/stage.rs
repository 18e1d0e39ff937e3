//! Everything one journey needs, opened before it and closed after it, whatever happens in between.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use anyhow::{Context, Result, anyhow};

use crate::browser::Browser;
use crate::driver::{Driver, Engine};
use crate::page::Page;
use crate::site::{Host, Site};

/// What all journeys share.
pub struct World {
    /// Where chromedriver listens.
    pub chromium_url: String,
    /// Where pictures of failures go.
    pub artifacts: PathBuf,
    /// Browsers that are being closed, which takes Firefox seconds: meanwhile the next journey begins.
    pub closing: Mutex<Vec<JoinHandle<Result<()>>>>,
}

/// What one journey has to itself: a server with its faults and log, a browser with its cache and console.
pub struct Stage {
    /// The site.
    pub site: Site,
    /// The browser.
    pub browser: Browser,
    host: Host,
    /// Those of Firefox and WebKit have one session, so each journey has its own.
    _driver: Option<Driver>,
}

impl Stage {
    /// The two together.
    #[must_use]
    pub fn page(&self) -> Page<'_> {
        Page { browser: &self.browser, site: &self.site }
    }

    /// The pages of a journey that looks at each: all in Chromium with our server, elsewhere one of each kind.
    #[must_use]
    pub fn pages(&self) -> Vec<String> {
        if (self.browser.engine, self.host) == (Engine::Chromium, Host::Root) {
            self.site.pages.clone()
        } else {
            self.site.one_of_each_kind()
        }
    }
}

/// Runs a journey on a stage of its own, tells its outcome and closes the browser. The message of a failure tells where the browser
/// was and what it and the server said.
///
/// # Errors
/// When the browser cannot be closed.
pub async fn perform(
    world: Arc<World>,
    name: &str,
    place: (Engine, Host),
    journey: impl AsyncFnOnce(&Stage) -> Result<()>,
    told: Sender<Result<()>>,
) -> Result<()> {
    let stage = match open(&world, place).await {
        Ok(stage) => stage,
        Err(error) => return told.send(Err(error)).context("nobody waits for the outcome"),
    };
    let outcome = match journey(&stage).await {
        Ok(()) => Ok(()),
        Err(error) => Err(anyhow!("{error:#}\n{}", circumstances(&stage, &world.artifacts, name).await)),
    };
    told.send(outcome).context("nobody waits for the outcome")?;
    // The browser is closed even after a failure; a session that cannot be closed dies with the driver.
    stage.browser.driver.quit().await.with_context(|| format!("{name}: the browser cannot be closed"))
}

async fn open(world: &World, (engine, host): (Engine, Host)) -> Result<Stage> {
    let site = Site::at(host).await?;
    let (browser, driver) = match engine {
        Engine::Chromium => (Browser::launch(&world.chromium_url).await?, None),
        Engine::Firefox | Engine::WebKit => {
            let driver = Driver::start(engine).await?;
            (Browser::launch_elsewhere(engine, &driver.url, site.server.documents.clone()).await?, Some(driver))
        }
    };
    Ok(Stage { site, browser, host, _driver: driver })
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
