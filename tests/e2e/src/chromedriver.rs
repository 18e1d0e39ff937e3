//! One chromedriver for the whole run, on a free port, ended with the run.

use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::time::timeout;

const START_BOUND: Duration = Duration::from_secs(30);
const STARTED: &str = "started successfully on port ";

/// A running driver; dropping it kills the process.
pub struct Chromedriver {
    /// Where sessions are asked for.
    pub url: String,
    _process: Child,
}

impl Chromedriver {
    /// Starts the program named by `CHROMEDRIVER`, else the one on PATH.
    ///
    /// # Errors
    /// When there is none, or it does not say its port in time.
    pub async fn start() -> Result<Self> {
        let program = std::env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("cannot start {program}; on Debian: apt-get install chromium chromium-driver fonts-noto-core"))?;
        let output = process.stdout.take().context("chromedriver has no output to read")?;
        let mut lines = BufReader::new(output).lines();
        let port = timeout(START_BOUND, async {
            while let Some(line) = lines.next_line().await? {
                if let Some((_, rest)) = line.split_once(STARTED) {
                    return Ok(rest.trim_end_matches('.').to_owned());
                }
            }
            bail!("{program} ended without saying its port")
        })
        .await
        .with_context(|| format!("{program} did not say its port within {START_BOUND:?}"))??;
        Ok(Self { url: format!("http://127.0.0.1:{port}"), _process: process })
    }
}
