//! Firefox and WebKit: how they are opened, and what WebDriver and the test server give in place of Chromium's own commands.

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::{Capabilities, DesiredCapabilities, WebDriver};

use crate::browser::Browser;
use crate::driver::Engine;
use crate::webkit;

/// Keeps what goes wrong in a document, for want of a console that can be read: errors, refused promises, what the policy refused,
/// files of elements that did not come, and what is said in the console.
pub(crate) const LISTEN: &str = "
  const kept = window.complaints = [];
  addEventListener('error', event => kept.push(event.target === window
    ? `error: ${event.message} at ${event.filename}:${event.lineno}` : `did not come: ${event.target.href ?? event.target.src}`), true);
  addEventListener('unhandledrejection', event => kept.push(`refused: ${event.reason}`));
  document.addEventListener('securitypolicyviolation', event => kept.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  for (const level of ['warn', 'error']) {
    const say = console[level];
    console[level] = (...words) => { kept.push(`${level}: ${words.join(' ')}`); say.apply(console, words); };
  }
  // Whether a page fades only newer engines say.
  const fade = document.startViewTransition;
  if (fade && !('activeViewTransition' in document)) document.startViewTransition = change => {
    const ended = () => { document.activeViewTransition = null };
    const transition = document.activeViewTransition = fade.call(document, change);
    transition.finished.then(ended, ended);
    return transition;
  };";

/// Opens Firefox (`FIREFOX` names another program than the driver's own choice) or WebKit.
///
/// # Errors
/// When the driver refuses.
pub(crate) async fn open(engine: Engine, driver_url: &str) -> Result<WebDriver> {
    let wanted = if engine == Engine::Firefox { firefox()? } else { webkit::wanted() };
    let driver = WebDriver::new(driver_url, wanted).await.with_context(|| format!("cannot open a session of {}", engine.name()))?;
    if engine == Engine::Firefox {
        leave_the_tool_bars(&driver).await?;
    }
    Ok(driver)
}

fn firefox() -> Result<Capabilities> {
    let mut wanted = DesiredCapabilities::firefox();
    wanted.set_headless()?;
    if let Ok(program) = std::env::var("FIREFOX") {
        wanted.set_firefox_binary(&program)?;
    }
    Ok(wanted.into())
}

/// A window with tool bars is never narrower than 500 px; one without is as narrow as a phone.
async fn leave_the_tool_bars(driver: &WebDriver) -> Result<()> {
    let first = driver.window().await?;
    driver.execute("window.open('about:blank', '', 'popup,width=1280,height=900')", []).await?;
    let windows = driver.windows().await?;
    let second = windows.into_iter().find(|window| *window != first).context("no second window opened")?;
    driver.close_window().await?;
    Ok(driver.switch_to_window(second).await?)
}

/// How much larger the window is than the page in it, once it has come to rest.
pub(crate) async fn frame(browser: &Browser) -> Result<(u32, u32)> {
    browser.driver.set_window_rect(0, 0, 1280, 900).await?;
    let at_rest = "const size = () => [outerWidth - innerWidth, outerHeight - innerHeight, outerWidth, outerHeight];
        let [before, since] = [size(), 0];
        while (since < 5 || before[2] !== 1280 || before[3] !== 900) {
          await new Promise(done => requestAnimationFrame(done));
          since = String(size()) === String(before) ? since + 1 : 0;
          before = size();
        }
        return before.slice(0, 2)";
    browser.eval_async(at_rest, json!([])).await.context("the window does not come to rest")
}
