//! What WebKit needs besides its driver: a screen, and a browser window that becomes as narrow as a phone.

use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::Capabilities;
use tokio::net::{TcpListener, TcpStream};
use tokio::process::{Child, Command};

use crate::driver::line_after;

/// Where the packages of distributions put the browser that the driver opens. It is no program for readers, so it is not on PATH.
const BROWSERS: [&str; 4] = [
    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/webkit2gtk-4.1/MiniBrowser",
];

/// Without a window manager the window under the pointer has the focus, and the pointer starts in the middle of the screen: that of
/// a small screen lies in every window. What sticks out is laid out and drawn all the same.
const SCREEN: &str = "500x500x24";

/// The buttons around the page would keep the window wider than a phone.
const SMALL_BUTTONS: &str =
    "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; -gtk-icon-transform: scale(.05) }";

/// A screen of its own for each browser: two windows would take each other's focus.
pub(crate) struct Screen {
    name: String,
    settings: TempDir,
    _process: Child,
}

impl Screen {
    /// Starts a screen that exists in memory only.
    ///
    /// # Errors
    /// When Xvfb is missing.
    pub(crate) async fn start() -> Result<Self> {
        let settings = tempfile::tempdir().context("no folder for the settings of WebKit")?;
        let styles = settings.path().join("gtk-3.0");
        tokio::fs::create_dir(&styles).await?;
        tokio::fs::write(styles.join("gtk.css"), SMALL_BUTTONS).await?;
        let mut process = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .context("cannot start Xvfb")?;
        let output = process.stdout.take().context("Xvfb has no output to read")?;
        let number = line_after(output, "").await.context("Xvfb did not say its number")?;
        Ok(Self { name: format!(":{number}"), settings, _process: process })
    }

    pub(crate) fn environment(&self) -> [(&'static str, String); 4] {
        let settings = self.settings.path().display().to_string();
        [
            ("DISPLAY", self.name.clone()),
            ("XDG_CONFIG_HOME", settings.clone()),
            ("XDG_CACHE_HOME", settings),
            // Tests run as root in containers, where there is no second sandbox.
            ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1".to_owned()),
        ]
    }
}

/// A port that was free a moment ago: the driver takes any, but does not say which.
pub(crate) async fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0").await?.local_addr()?.port())
}

/// Asks until somebody listens; the caller sets the bound.
pub(crate) async fn listens(port: u16) {
    while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
        tokio::time::sleep(Duration::from_millis(15)).await;
    }
}

/// What the driver is asked for. `MINIBROWSER` names another program than that of the distribution.
pub(crate) fn wanted() -> Capabilities {
    let browser = std::env::var("MINIBROWSER").ok();
    let browser = browser.or_else(|| BROWSERS.into_iter().find(|file| std::path::Path::new(file).is_file()).map(str::to_owned));
    let options = json!({"binary": browser.unwrap_or_else(|| "MiniBrowser".to_owned()), "args": ["--automation"]});
    let options: Value = json!({"webkitgtk:browserOptions": options});
    options.as_object().cloned().unwrap_or_default().into()
}
