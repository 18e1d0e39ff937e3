//! One WebDriver server per engine for the whole run, on a free port, ended with the run.

use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::time::timeout;

const START_BOUND: Duration = Duration::from_secs(30);
/// A browser engine and the program that drives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, for nearly everything.
    Chromium,
    /// Firefox.
    Firefox,
}

impl Engine {
    /// The variable that names the driver, else its name on PATH; what it says before its port; what to install.
    fn driver(self) -> (&'static str, &'static str, &'static str, &'static str) {
        match self {
            Self::Chromium => (
                "CHROMEDRIVER",
                "chromedriver",
                "started successfully on port ",
                "on Debian: apt-get install chromium chromium-driver fonts-noto-core",
            ),
            Self::Firefox => (
                "GECKODRIVER",
                "geckodriver",
                "Listening on 127.0.0.1:",
                "on Debian: apt-get install firefox-esr, and cargo install --locked geckodriver",
            ),
        }
    }
}

/// A running driver; dropping it kills the process.
pub struct Driver {
    /// Where sessions are asked for.
    pub url: String,
    _process: Child,
}

impl Driver {
    /// Starts the driver of an engine.
    ///
    /// # Errors
    /// When there is none, or it does not say its port in time.
    pub async fn start(engine: Engine) -> Result<Self> {
        let (variable, name, started, advice) = engine.driver();
        let program = std::env::var(variable).unwrap_or_else(|_| name.to_owned());
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("cannot start {program}; {advice}"))?;
        let output = process.stdout.take().with_context(|| format!("{program} has no output to read"))?;
        let mut lines = BufReader::new(output).lines();
        let port = timeout(START_BOUND, async {
            while let Some(line) = lines.next_line().await? {
                if let Some((_, rest)) = line.split_once(started) {
                    return Ok(rest.trim_end_matches('.').to_owned());
                }
            }
            bail!("{program} ended without saying its port")
        })
        .await
        .with_context(|| format!("{program} did not say its port within {START_BOUND:?}"))??;
        // What it says from now on goes nowhere, but a full pipe would stop it.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        Ok(Self { url: format!("http://127.0.0.1:{port}"), _process: process })
    }
}
