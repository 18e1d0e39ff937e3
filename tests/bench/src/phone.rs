//! The reader's device: a phone four times slower than this machine, on a slow network, with or without a cache.

use anyhow::{Context, Result, ensure};
use e2e::browser::Browser;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// The window of a common phone, in CSS pixels.
pub const WIDTH: u32 = 390;
pub const HEIGHT: u32 = 844;
/// How many times slower than this machine.
pub const SLOWER: u32 = 4;
/// «Slow 4G»: megabits per second down and up, milliseconds for the way there and back.
pub const DOWN: f64 = 1.6;
pub const UP: f64 = 0.75;
pub const ROUND_TRIP: f64 = 150.0;

const OBSERVE: &str = include_str!("observe.js");

/// Counts for a while; gives the milliseconds of the quickest of several rounds.
const COUNT: &str = "const rounds = [1, 2, 3, 4, 5].map(round => {
      const begin = performance.now();
      let sum = 0;
      for (let number = 0; number < 5e6; number++) sum += number % 7 * round;
      return sum && performance.now() - begin;
    });
    return Math.min(...rounds)";

/// Asks for a page again; gives milliseconds. (Timing entries tell of the network below the emulated one.)
const ASK: &str = "const begin = performance.now();
    await fetch(location.href, {method: 'HEAD', cache: 'no-store'});
    return performance.now() - begin";

/// A browser that behaves like such a phone.
pub struct Phone {
    /// The browser.
    pub browser: Browser,
}

/// What shows that the phone is as slow as it is said to be.
pub struct Check {
    /// Name and version of the browser.
    pub browser: String,
    /// Milliseconds until an answer begins.
    pub answer: f64,
    /// How many times slower scripts run than without slowing down.
    pub slower: f64,
}

/// A place in the window.
#[derive(Clone, Copy, Deserialize)]
pub struct Point(i64, i64);

/// How a page loaded; times in milliseconds since the address was entered.
#[derive(Clone, Debug, Deserialize)]
pub struct Visit {
    /// First Contentful Paint.
    pub paint: f64,
    /// Largest Contentful Paint.
    pub largest: f64,
    /// What was painted then.
    pub element: String,
    /// Cumulative Layout Shift.
    pub shifts: f64,
    /// When the app was ready.
    pub ready: f64,
    /// Total Blocking Time until then.
    pub blocked: f64,
    /// Requests.
    pub requests: f64,
    /// Bytes that they brought, compressed; each answer counts 300 bytes for its headers (Resource Timing).
    pub bytes: f64,
    /// Those of everything but the app.
    pub early: f64,
}

impl Phone {
    /// Opens a browser and makes it slow.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn start(driver_url: &str) -> Result<Self> {
        let phone = Self { browser: Browser::launch(driver_url).await? };
        phone.browser.resize(WIDTH, HEIGHT).await?;
        phone.send("Network.enable", json!({})).await?;
        phone.slow_down().await?;
        Ok(phone)
    }

    /// A command of the DevTools protocol.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn send(&self, method: &str, parameters: Value) -> Result<Value> {
        self.browser.driver.cdp().send_raw(method, parameters).await.with_context(|| format!("{method} failed"))
    }

    /// Calls a function of `observe.js`.
    ///
    /// # Errors
    /// When it throws, or returns another type.
    pub async fn ask<T: DeserializeOwned>(&self, call: &str, arguments: Value) -> Result<T> {
        self.browser.eval_async(&format!("return await observed.{call} ?? null"), arguments).await
    }

    /// Network and processor are those of the phone.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn slow_down(&self) -> Result<()> {
        let bytes = |megabits: f64| megabits * 1_000_000.0 / 8.0;
        let network = json!({
            "offline": false, "latency": ROUND_TRIP, "downloadThroughput": bytes(DOWN), "uploadThroughput": bytes(UP), "connectionType": "cellular4g",
        });
        self.send("Network.emulateNetworkConditions", network).await?;
        self.browser.slow_down(SLOWER).await
    }

    /// Network and processor are those of this machine.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn speed_up(&self) -> Result<()> {
        let network = json!({"offline": false, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1});
        self.send("Network.emulateNetworkConditions", network).await?;
        self.browser.slow_down(1).await
    }

    /// Nothing is in the cache, nor in the memory of the page.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn forget(&self) -> Result<()> {
        self.send("Network.clearBrowserCache", json!({})).await?;
        for disabled in [true, false] {
            self.send("Network.setCacheDisabled", json!({"cacheDisabled": disabled})).await?;
        }
        Ok(())
    }

    /// Opens an address and tells how it loaded, once the app is ready and nothing more comes.
    ///
    /// # Errors
    /// When the page does not load, or its app fails.
    pub async fn visit(&self, url: &str, has_app: bool) -> Result<Visit> {
        self.browser.driver.goto("about:blank").await?;
        // Whatever process shows the next page, it is slow.
        self.browser.slow_down(SLOWER).await?;
        self.browser.driver.goto(url).await.with_context(|| format!("cannot open {url}"))?;
        // Only now: what runs before the page's own scripts would slow down its first paint, and the browser has kept all of it.
        self.browser.eval::<()>(OBSERVE, json!([])).await?;
        self.ask("visit(arguments[0])", json!([has_app])).await.with_context(|| format!("{url} did not load"))
    }

    /// Brings what an expression finds into view, the pointer being elsewhere.
    ///
    /// # Errors
    /// When it finds nothing.
    pub async fn reach(&self, finder: &str) -> Result<Point> {
        self.point(Point(0, 0)).await?;
        let place: Option<Point> = self.ask(&format!("reach({finder})"), json!([])).await?;
        place.with_context(|| format!("nothing is found by {finder}"))
    }

    /// Moves the pointer there.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn point(&self, Point(x, y): Point) -> Result<()> {
        self.browser.driver.action_chain().move_to(x, y).perform().await.context("the pointer could not be moved")
    }

    /// Clicks there.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn click(&self, Point(x, y): Point) -> Result<()> {
        self.browser.driver.action_chain().move_to(x, y).click().perform().await.context("the pointer could not click")
    }

    /// Makes sure that the browser does slow down: measurements on a fast network would look well and mean nothing.
    ///
    /// # Errors
    /// When it does not.
    pub async fn check(&self, url: &str) -> Result<Check> {
        self.visit(url, true).await?;
        let answer: f64 = self.browser.eval_async(ASK, json!([])).await?;
        let slow: f64 = self.browser.eval(COUNT, json!([])).await?;
        self.browser.slow_down(1).await?;
        let fast: f64 = self.browser.eval(COUNT, json!([])).await?;
        self.browser.slow_down(SLOWER).await?;
        let slower = slow / fast;
        ensure!(answer >= ROUND_TRIP, "an answer came after {answer} ms: the browser does not slow the network down");
        ensure!(
            slower > f64::from(SLOWER) / 2.0,
            "scripts run {slower:.1} times slower instead of {SLOWER}: does something else keep the machine busy?"
        );
        let version = self.send("Browser.getVersion", json!({})).await?;
        let browser = version["product"].as_str().context("a browser without a name")?.to_owned();
        Ok(Check { browser, answer, slower })
    }
}
