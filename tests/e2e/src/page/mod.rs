//! The page object: every selector and every question a journey asks of a page.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::By;

use crate::browser::Browser;
use crate::site::Site;

pub mod compare;
pub mod links;
pub mod part;

/// A browser looking at a site.
pub struct Page<'a> {
    /// The browser.
    pub browser: &'a Browser,
    /// The site.
    pub site: &'a Site,
}

impl Page<'_> {
    /// Opens an address as a reader with a link would.
    ///
    /// # Errors
    /// When the browser cannot.
    pub async fn open(&self, path: &str) -> Result<()> {
        self.browser.driver.goto(self.site.url(path)).await.with_context(|| format!("cannot open {path}"))
    }

    /// Opens an address and waits until the app has taken over.
    ///
    /// # Errors
    /// When it does not, or failed.
    pub async fn open_ready(&self, path: &str) -> Result<()> {
        self.open(path).await?;
        self.ready().await
    }

    /// Waits until the app has taken over.
    ///
    /// # Errors
    /// When it does not, or failed.
    pub async fn ready(&self) -> Result<()> {
        let settled = "document.documentElement.matches('[data-ready], [data-failed]')";
        self.browser.wait_until("the app is ready", settled).await?;
        let failed = self.browser.eval::<bool>("return document.documentElement.matches('[data-failed]')", json!([]));
        if failed.await? {
            anyhow::bail!("the app failed: {:?}", self.browser.complaints().await?);
        }
        Ok(())
    }

    /// Waits until the loader has given up on the app.
    ///
    /// # Errors
    /// When it does not.
    pub async fn failed(&self) -> Result<()> {
        let failed = "document.documentElement.matches('[data-failed]')";
        self.browser.wait_until("the app is marked as failed", failed).await
    }

    /// Leaves a mark that only a new document wipes out.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn mark_document(&self) -> Result<()> {
        self.browser.eval("window.sameDocument = true; return null", json!([])).await
    }

    /// Whether the document is the one that was marked.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn is_marked_document(&self) -> Result<bool> {
        self.browser.eval("return window.sameDocument === true", json!([])).await
    }

    /// Clicks what a selector names.
    ///
    /// # Errors
    /// When there is none, or something covers it.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let element = self.browser.driver.find(By::Css(selector)).await.with_context(|| format!("no {selector}"))?;
        element.click().await.with_context(|| format!("cannot click {selector}"))
    }

    /// Waits until the address is this path (fragment included) and the page's heading is there, nothing loading.
    ///
    /// # Errors
    /// When it is not.
    pub async fn arrived(&self, path: &str) -> Result<()> {
        let target = serde_json::to_string(&self.site.mounted(path))?;
        let arrived = format!(
            "location.pathname + location.hash === {target} && document.readyState === 'complete'
               && document.querySelector('{}') && !({})",
            part::HEADING,
            visible(part::PROGRESS)
        );
        self.browser.wait_until(&format!("the reader is at {path}"), &arrived).await
    }

    /// Waits until the heading holds the focus.
    ///
    /// # Errors
    /// When it does not.
    pub async fn heading_focused(&self) -> Result<()> {
        let focused = format!("document.activeElement === document.querySelector('{}')", part::HEADING);
        self.browser.wait_until("the heading has the focus", &focused).await
    }

    /// Waits until what a selector names can be seen.
    ///
    /// # Errors
    /// When it cannot.
    pub async fn shown(&self, selector: &str) -> Result<()> {
        self.browser.wait_until(&format!("{selector} is visible"), &visible(selector)).await
    }

    /// Waits until what a selector names cannot be seen.
    ///
    /// # Errors
    /// When it still can.
    pub async fn hidden(&self, selector: &str) -> Result<()> {
        self.browser.wait_until(&format!("{selector} is hidden"), &format!("!({})", visible(selector))).await
    }

    /// Waits until the fragment's target is marked as such and lies in view.
    ///
    /// # Errors
    /// When it does not.
    pub async fn target_in_view(&self, id: &str) -> Result<()> {
        let condition = format!(
            "(target => target && target.id === '{id}' && target.getBoundingClientRect().top >= 0
               && target.getBoundingClientRect().top < innerHeight)(document.querySelector(':target'))"
        );
        self.browser.wait_until(&format!("#{id} is the target and in view"), &condition).await
    }

    /// The words of what a selector names.
    ///
    /// # Errors
    /// When there is none.
    pub async fn text(&self, selector: &str) -> Result<String> {
        let script = "return document.querySelector(arguments[0])?.textContent.trim() ?? null";
        let text: Option<String> = self.browser.eval(script, json!([selector])).await?;
        text.with_context(|| format!("no {selector}"))
    }

    /// The words of what a selector names, as far as they can be seen.
    ///
    /// # Errors
    /// When there is none.
    pub async fn visible_text(&self, selector: &str) -> Result<String> {
        let text: Option<String> =
            self.browser.eval("return document.querySelector(arguments[0])?.innerText ?? null", json!([selector])).await?;
        text.with_context(|| format!("no {selector}"))
    }

    /// From now on, keeps what a screen reader would speak.
    ///
    /// # Errors
    /// When the page has no announcer.
    pub async fn listen_to_announcements(&self) -> Result<()> {
        let script = "window.listening?.disconnect();
            window.announced = [];
            const announcer = document.querySelector(arguments[0]);
            window.listening = new MutationObserver(() => {
              const words = announcer.textContent.trim();
              if (words) announced.push(words);
            });
            listening.observe(announcer, {childList: true, subtree: true, characterData: true});
            return null;";
        self.browser.eval(script, json!([part::ANNOUNCER])).await.context("there is no announcer to listen to")
    }

    /// What has been spoken since.
    ///
    /// # Errors
    /// When nobody listened.
    pub async fn announcements(&self) -> Result<Vec<String>> {
        self.browser.wait_until("something is announced", "window.announced.length > 0").await?;
        self.browser.eval("return announced", json!([])).await
    }

    /// How far the reader has scrolled.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn scrolled(&self) -> Result<f64> {
        self.browser.eval("return scrollY", json!([])).await
    }

    /// Checks that the console is silent.
    ///
    /// # Errors
    /// When it is not.
    pub async fn console_is_silent(&self) -> Result<()> {
        let complaints = self.browser.complaints().await?;
        ensure!(complaints.is_empty(), "the console complains: {complaints:#?}");
        Ok(())
    }
}

fn visible(selector: &str) -> String {
    format!("document.querySelector('{selector}')?.checkVisibility() === true")
}
