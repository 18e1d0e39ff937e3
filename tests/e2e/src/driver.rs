//! WebDriver servers, one for each engine, on free ports, ended with those who started them.

use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};
use tokio::time::timeout;

use crate::webkit::{self, Screen};

const START_BOUND: Duration = Duration::from_secs(30);

/// A browser engine and the program that drives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, for everything.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKit, as `WebKitGTK` has it.
    WebKit,
}

impl Engine {
    /// What journeys in this engine are filtered by.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

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
            Self::WebKit => ("WEBKITDRIVER", "WebKitWebDriver", "", "on Debian: apt-get install webkit2gtk-driver xvfb"),
        }
    }
}

/// A running driver; dropping it kills the process.
pub struct Driver {
    /// Where sessions are asked for.
    pub url: String,
    _process: Child,
    /// After the driver: browsers that it has left behind end with their screen.
    _screen: Option<Screen>,
}

impl Driver {
    /// Starts the driver of an engine. Those of Firefox and WebKit have one session.
    ///
    /// # Errors
    /// When there is none, or it does not say its port in time.
    pub async fn start(engine: Engine) -> Result<Self> {
        let (variable, name, said, advice) = engine.driver();
        let program = std::env::var(variable).unwrap_or_else(|_| name.to_owned());
        let mut command = Command::new(&program);
        command.stdin(Stdio::null()).stderr(Stdio::inherit()).kill_on_drop(true);
        if engine != Engine::Chromium {
            // They tell of every fault within the browser's own interface.
            command.stderr(Stdio::null());
        }
        if engine == Engine::WebKit {
            let screen = Screen::start().await.context(advice)?;
            let port = webkit::free_port().await?;
            command.arg(format!("--port={port}")).envs(screen.environment()).stdout(Stdio::null());
            let process = command.spawn().with_context(|| format!("cannot start {program}; {advice}"))?;
            timeout(START_BOUND, webkit::listens(port)).await.with_context(|| format!("{program} does not listen on {port}"))?;
            return Ok(Self { url: format!("http://127.0.0.1:{port}"), _process: process, _screen: Some(screen) });
        }
        command.arg("--port=0").stdout(Stdio::piped());
        let mut process = command.spawn().with_context(|| format!("cannot start {program}; {advice}"))?;
        let output = process.stdout.take().with_context(|| format!("{program} has no output to read"))?;
        let rest = line_after(output, said).await.with_context(|| format!("{program} did not say its port"))?;
        let url = format!("http://127.0.0.1:{}", rest.trim_end_matches('.'));
        Ok(Self { url, _process: process, _screen: None })
    }
}

/// What a program says after these words, within the bound.
///
/// # Errors
/// When it does not, or ends.
pub(crate) async fn line_after(output: ChildStdout, words: &str) -> Result<String> {
    let mut lines = BufReader::new(output).lines();
    let rest = timeout(START_BOUND, find_line(&mut lines, words)).await.with_context(|| format!("not within {START_BOUND:?}"))??;
    // What it says from now on goes nowhere, but a full pipe would stop it.
    tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
    Ok(rest)
}

async fn find_line(lines: &mut Lines<BufReader<ChildStdout>>, words: &str) -> Result<String> {
    while let Some(line) = lines.next_line().await? {
        if let Some((_, rest)) = line.split_once(words) {
            return Ok(rest.to_owned());
        }
    }
    bail!("it ended first")
}
