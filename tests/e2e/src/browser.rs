//! One browser with an empty profile, and the few things a journey needs from it beyond WebDriver.

use std::cell::RefCell;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use server::Documents;
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver, WebElement};

use crate::driver::Engine;
use crate::elsewhere;

/// How long any single condition may take before the journey fails.
const BOUND: Duration = Duration::from_secs(20);
const INTERVAL: Duration = Duration::from_millis(15);

/// No sandbox because tests run as root in containers; the rest silences traffic and work that is not the site's.
const FLAGS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
];

/// A browser session.
pub struct Browser {
    /// The WebDriver session itself, for what has no method here.
    pub driver: WebDriver,
    /// Which engine it is.
    pub engine: Engine,
    /// What only Chromium can be told, the server does for the others.
    documents: Documents,
    /// How much larger than the page its window is.
    frame: (u32, u32),
    /// The script that hides service workers, while it does.
    hiding: RefCell<Option<String>>,
}

impl Browser {
    /// Opens Chromium. `CHROMIUM` names another program than the driver's own choice.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn launch(driver_url: &str) -> Result<Self> {
        let mut wanted = DesiredCapabilities::chrome();
        for flag in FLAGS {
            wanted.add_arg(flag)?;
        }
        if let Ok(program) = std::env::var("CHROMIUM") {
            wanted.set_binary(&program)?;
        }
        wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        let driver = WebDriver::new(driver_url, wanted).await.context("cannot open a browser session")?;
        let browser = Self { driver, engine: Engine::Chromium, documents: Documents::default(), frame: (0, 0), hiding: RefCell::default() };
        browser.resize(1280, 900).await?;
        browser.hide_service_workers().await?;
        Ok(browser)
    }

    /// Opens another engine, whose documents the site's server changes.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn launch_elsewhere(engine: Engine, driver_url: &str, documents: Documents) -> Result<Self> {
        let driver = elsewhere::open(engine, driver_url).await?;
        let mut browser = Self { driver, engine, documents, frame: (0, 0), hiding: RefCell::default() };
        match browser.prepare().await {
            Ok(()) => Ok(browser),
            Err(error) => {
                // The browser would outlive its driver.
                let _ = browser.driver.quit().await;
                Err(error)
            }
        }
    }

    async fn prepare(&mut self) -> Result<()> {
        self.frame = elsewhere::frame(self).await?;
        self.resize(1280, 900).await?;
        self.in_new_documents(elsewhere::LISTEN).await?;
        self.hide_service_workers().await
    }

    /// From now on pages find no service workers. Most journeys look at the network as it is, and a copy would stand in for it.
    async fn hide_service_workers(&self) -> Result<()> {
        let script = self.begin_documents_with("delete Navigator.prototype.serviceWorker").await?;
        self.hiding.replace(Some(script));
        Ok(())
    }

    /// From now on pages find service workers, as for readers.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn show_service_workers(&self) -> Result<()> {
        let hiding = self.hiding.take();
        match hiding {
            Some(script) => self.no_longer_begin_with(&script).await,
            None => Ok(()),
        }
    }

    /// Runs the body of a function in the page and reads what it returns.
    ///
    /// # Errors
    /// When the script throws, or returns another type.
    pub async fn eval<T: DeserializeOwned>(&self, body: &str, arguments: Value) -> Result<T> {
        let answer = self.driver.execute(body, list(arguments)).await.with_context(|| format!("script failed: {body}"))?;
        answer.convert().with_context(|| format!("unexpected answer {} of: {body}", answer.json()))
    }

    /// Like [`Browser::eval`]; the body is `async` and may `await`.
    ///
    /// # Errors
    /// When the script throws, or returns another type.
    pub async fn eval_async<T: DeserializeOwned>(&self, body: &str, arguments: Value) -> Result<T> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async function () {{ {body} }}).apply(null, arguments)
               .then(value => done({{value}}), error => done({{error: String(error)}}));"
        );
        let answer = self.driver.execute_async(script, list(arguments)).await?;
        let mut outcome: Value = answer.convert()?;
        if let Some(error) = outcome.get("error") {
            bail!("script failed with {error}: {body}");
        }
        serde_json::from_value(outcome["value"].take()).with_context(|| format!("unexpected answer of: {body}"))
    }

    /// The element a script returns.
    ///
    /// # Errors
    /// When it returns none.
    pub async fn element(&self, body: &str, arguments: Value) -> Result<WebElement> {
        let answer = self.driver.execute(body, list(arguments)).await?;
        answer.element().with_context(|| format!("no such element: {body}"))
    }

    /// Asks again and again, within a bound, until the JavaScript expression is true.
    ///
    /// # Errors
    /// When the bound has passed; the message names what was awaited.
    pub async fn wait_until(&self, awaited: &str, expression: &str) -> Result<()> {
        let script = format!("return Boolean({expression})");
        let begin = Instant::now();
        loop {
            // Between two documents there is nothing to ask; that is "not yet", and told if it never ends.
            let trouble = match self.eval::<bool>(&script, json!([])).await {
                Ok(true) => return Ok(()),
                Ok(false) => None,
                Err(error) => Some(error),
            };
            if begin.elapsed() > BOUND {
                let url = self.driver.current_url().await.map(|url| url.to_string()).unwrap_or_default();
                let detail = trouble.map(|error| format!(" ({error:#})")).unwrap_or_default();
                bail!("waited {BOUND:?} in vain until {awaited} at {url}{detail}");
            }
            tokio::time::sleep(INTERVAL).await;
        }
    }

    /// Gives the page this viewport, as a phone does up to 480 px.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        if self.engine != Engine::Chromium {
            self.driver.set_window_rect(0, 0, width + self.frame.0, height + self.frame.1).await?;
            let expression = format!("innerWidth === {width} && innerHeight === {height}");
            return self.wait_until(&format!("the page is {width} px wide and {height} px high"), &expression).await;
        }
        let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width <= 480});
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await
    }

    /// Pretends that the reader's system prefers dark or light.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn prefer_colour_scheme(&self, scheme: &str) -> Result<()> {
        let features = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.cdp("Emulation.setEmulatedMedia", features).await
    }

    /// What assistive technology is told of the page: the nodes of `Accessibility.getFullAXTree`.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn accessibility_tree(&self) -> Result<Value> {
        self.driver.cdp().send_raw("Accessibility.getFullAXTree", json!({})).await.context("Accessibility.getFullAXTree failed")
    }

    /// Pretends features of the device and a medium (Media Queries 5); without any, those of the browser again.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn emulate(&self, features: &[(&str, &str)], medium: &str) -> Result<()> {
        let features: Vec<Value> = features.iter().map(|(name, value)| json!({"name": name, "value": value})).collect();
        self.cdp("Emulation.setEmulatedMedia", json!({"media": medium, "features": features})).await
    }

    /// The whole page as a PNG file, also what lies below the window.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn whole_page(&self) -> Result<Vec<u8>> {
        let parameters = json!({"format": "png", "captureBeyondViewport": true});
        let answer = self.driver.cdp().send_raw("Page.captureScreenshot", parameters).await.context("Page.captureScreenshot failed")?;
        let data = answer["data"].as_str().context("a picture without data")?;
        base64::engine::general_purpose::STANDARD.decode(data).context("a picture that is not base64")
    }

    /// The page on paper as a PDF file, on the paper that the page asks for.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn printed(&self) -> Result<Vec<u8>> {
        let parameters = json!({"preferCSSPageSize": true});
        let answer = self.driver.cdp().send_raw("Page.printToPDF", parameters).await.context("Page.printToPDF failed")?;
        let data = answer["data"].as_str().context("a file without data")?;
        base64::engine::general_purpose::STANDARD.decode(data).context("a file that is not base64")
    }

    /// Makes scripts run so many times slower.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn slow_down(&self, times: u32) -> Result<()> {
        self.cdp("Emulation.setCPUThrottlingRate", json!({"rate": times})).await
    }

    /// Lays pages out as on paper.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn lay_out_for_print(&self) -> Result<()> {
        self.cdp("Emulation.setEmulatedMedia", json!({"media": "print"})).await
    }

    /// Pages opened from now on run no script of theirs, or run them again.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn allow_javascript(&self, allowed: bool) -> Result<()> {
        if self.engine != Engine::Chromium {
            self.documents.allow_scripts(allowed);
            return Ok(());
        }
        self.cdp("Emulation.setScriptExecutionDisabled", json!({"value": !allowed})).await
    }

    /// Runs a script in every document opened from now on, before the document's own.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn in_new_documents(&self, script: &str) -> Result<()> {
        self.begin_documents_with(script).await?;
        Ok(())
    }

    /// The same until [`Browser::no_longer_begin_with`] is told what this returns.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn begin_documents_with(&self, script: &str) -> Result<String> {
        if self.engine != Engine::Chromium {
            return Ok(self.documents.begin_with(script).to_string());
        }
        let command = "Page.addScriptToEvaluateOnNewDocument";
        let answer = self.driver.cdp().send_raw(command, json!({"source": script})).await.with_context(|| format!("{command} failed"))?;
        Ok(answer["identifier"].as_str().unwrap_or_default().to_owned())
    }

    /// Documents opened from now on no longer begin with that script.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn no_longer_begin_with(&self, script: &str) -> Result<()> {
        if self.engine != Engine::Chromium {
            self.documents.no_longer_begin_with(script.parse()?);
            return Ok(());
        }
        self.cdp("Page.removeScriptToEvaluateOnNewDocument", json!({"identifier": script})).await
    }

    /// Warnings and errors of the console since the last call, network failures included. Elsewhere than in Chromium: what went wrong
    /// in this document, and what it said in the console.
    ///
    /// # Errors
    /// When the driver cannot tell.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        if self.engine != Engine::Chromium {
            return self.eval("return (window.complaints ?? []).splice(0)", json!([])).await;
        }
        let entries = self.driver.browser_log().await?;
        let serious = entries.into_iter().filter(|entry| ["SEVERE", "WARNING"].contains(&entry.level.as_str()));
        Ok(serious.map(|entry| format!("{}: {}", entry.level, entry.message)).collect())
    }

    async fn cdp(&self, method: &str, parameters: Value) -> Result<()> {
        self.driver.cdp().send_raw(method, parameters).await.with_context(|| format!("{method} failed"))?;
        Ok(())
    }
}

fn list(arguments: Value) -> Vec<Value> {
    match arguments {
        Value::Array(items) => items,
        single => vec![single],
    }
}
