//! The page object: every selector and every question a journey asks of a page.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::driver::Engine;
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
        let address = self.site.url(path);
        // Where only the fragment changes, the document stays; at first there is none of the site's.
        let document = "const bare = address => address.split('#')[0];
            return bare(arguments[0]) === bare(location.href) ? null : performance.timeOrigin";
        let before: Option<f64> = self.browser.eval(document, json!([address])).await?;
        self.browser.driver.goto(&address).await.with_context(|| format!("cannot open {path}"))?;
        // Firefox's driver may come back while the last document is still there.
        match before.filter(|_| self.browser.engine == Engine::Firefox) {
            Some(before) => self.browser.wait_until(&format!("{path} is opened"), &format!("performance.timeOrigin !== {before}")).await,
            None => Ok(()),
        }
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
        self.settled().await?;
        let failed = self.browser.eval::<bool>("return document.documentElement.matches('[data-failed]')", json!([]));
        if failed.await? {
            anyhow::bail!("the app failed: {:?}", self.browser.complaints().await?);
        }
        Ok(())
    }

    /// Waits until the app has taken over, or has failed.
    ///
    /// # Errors
    /// When it does neither.
    pub async fn settled(&self) -> Result<()> {
        let settled = "document.documentElement.matches('[data-ready], [data-failed]')";
        self.browser.wait_until("the app is ready or has failed", settled).await
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

    /// Clicks the first visible element that a selector names.
    ///
    /// # Errors
    /// When there is none, or something covers it.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let finder = "return [...document.querySelectorAll(arguments[0])].find(element => element.checkVisibility())";
        self.tap(finder, json!([selector])).await.with_context(|| format!("cannot click {selector}"))
    }

    /// Brings the element that a script finds into view and clicks it with the pointer, as a hand would: where it is,
    /// whatever lies there. (WebDriver's own click takes any element in a closed `<details>` for invisible, even where
    /// the style shows it.)
    ///
    /// # Errors
    /// When the script finds nothing, or something else lies where the pointer would go.
    pub async fn tap(&self, finder: &str, arguments: Value) -> Result<()> {
        // While one page fades into the next, nothing can be met.
        self.browser.wait_until("nothing fades", "!document.activeViewTransition").await?;
        let script = format!(
            "const element = (function () {{ {finder} }}).apply(null, arguments);
             if (!element) return null;
             element.scrollIntoView({{block: 'center', behavior: 'instant'}});
             // A link that runs over two lines has two boxes, and perhaps nothing of it in the middle.
             const box = element.getClientRects()[0];
             const [x, y] = [box.left + box.width / 2, box.top + box.height / 2].map(Math.floor);
             const hit = document.elementFromPoint(x, y);
             return [x, y, element.contains(hit) ? null : (hit ? hit.outerHTML.slice(0, 200) : 'nothing')];"
        );
        let found: Option<(i64, i64, Option<String>)> = self.browser.eval(&script, arguments).await?;
        let (x, y, cover) = found.context("there is no such visible element")?;
        ensure!(cover.is_none(), "at {x}, {y} lies {}", cover.unwrap_or_default());
        let pointer = self.browser.driver.action_chain().move_to(x, y).click();
        pointer.perform().await.context("the pointer could not be moved")
    }

    /// Waits until the address is this path (fragment included) and the page is there as a whole, nothing loading.
    ///
    /// # Errors
    /// When it is not.
    pub async fn arrived(&self, path: &str) -> Result<()> {
        let target = serde_json::to_string(&self.site.mounted(path))?;
        let arrived = format!(
            "location.pathname + location.hash === {target} && document.readyState === 'complete'
               && document.querySelector('{}') && !document.documentElement.matches('[data-navigating]') && !({})",
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
        let outcome = self.browser.wait_until(&format!("#{id} is the target and in view"), &condition).await;
        let Err(error) = outcome else { return Ok(()) };
        let script = "return [document.querySelector(':target')?.id ?? 'nothing',
            document.getElementById(arguments[0])?.getBoundingClientRect().top ?? null]";
        let (target, top): (String, Option<f64>) = self.browser.eval(script, json!([id])).await?;
        Err(error.context(format!("the target is {target}, and #{id} begins {top:?} px below the top of the view")))
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

    /// Remembers how far the reader has scrolled when the next click comes: reaching for a link may scroll, too.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn note_place_at_next_click(&self) -> Result<()> {
        let note = "addEventListener('click', () => { window.leftAt = scrollY }, {capture: true, once: true}); return null";
        self.browser.eval(note, json!([])).await
    }

    /// The place remembered.
    ///
    /// # Errors
    /// When there was no click, or the document is another.
    pub async fn noted_place(&self) -> Result<f64> {
        self.browser.eval("return window.leftAt", json!([])).await.context("no place was noted in this document")
    }

    /// Waits until the reader is at this place again.
    ///
    /// # Errors
    /// When the page stands elsewhere.
    pub async fn is_scrolled_to(&self, place: f64) -> Result<()> {
        let outcome = self.browser.wait_until(&format!("the page is at {place} px"), &format!("Math.abs(scrollY - {place}) <= 2")).await;
        let Err(error) = outcome else { return Ok(()) };
        Err(error.context(format!("the page stands at {} px", self.scrolled().await?)))
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

/// A JavaScript expression: whether what the selector names can be seen.
fn visible(selector: &str) -> String {
    format!("[...document.querySelectorAll({})].some(element => element.checkVisibility())", json!(selector))
}
