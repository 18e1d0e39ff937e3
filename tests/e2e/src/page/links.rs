//! The links of a page, and following them.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use serde_json::json;

use super::{Page, part};

/// The visible links of the content that lead to another page of the site, in reading order.
const CONTENT_LINKS: &str = "[...document.querySelectorAll('#main a[href]')].filter(a => a.checkVisibility()
    && a.origin === location.origin && a.pathname !== location.pathname && !a.hash && a.pathname.endsWith('/'))";

impl Page<'_> {
    /// Clicks the first visible link to a path (with its fragment, if any), whole links first brought into view.
    ///
    /// # Errors
    /// When there is none, or something covers it.
    pub async fn click_link(&self, path: &str) -> Result<()> {
        let target = self.site.mounted(path);
        let finder = "return [...document.links].find(a => a.checkVisibility()
            && a.origin === location.origin && a.pathname + a.hash === arguments[0]);";
        self.tap(finder, json!([target])).await.with_context(|| format!("cannot click a link to {target}"))
    }

    /// The pages to which a visible link leads.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn linked_pages(&self) -> Result<BTreeSet<String>> {
        let script = "return [...document.links].filter(a => a.checkVisibility() && a.origin === location.origin && !a.hash)
            .map(a => a.pathname)";
        let paths: Vec<String> = self.browser.eval(script, json!([])).await?;
        Ok(paths.into_iter().filter_map(|path| self.site.unmounted(&path)).collect())
    }

    /// Links to this host that leave the part of it where the site is mounted.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn links_outside_the_base(&self) -> Result<Vec<String>> {
        let script = "return [...document.querySelectorAll('[href], [src]')].map(e => new URL(e.href ?? e.src, location))
            .filter(url => url.origin === location.origin && !url.pathname.startsWith(arguments[0])).map(String)";
        self.browser.eval(script, json!([self.site.mounted("/")])).await
    }

    /// Where the last link of the content leads.
    ///
    /// # Errors
    /// When there is none.
    pub async fn last_link_of_the_content(&self) -> Result<String> {
        let script = format!("return {CONTENT_LINKS}.at(-1)?.pathname ?? ''");
        let path: String = self.browser.eval(&script, json!([])).await?;
        self.site.unmounted(&path).context("the content leads to no other page")
    }

    /// Clicks it.
    ///
    /// # Errors
    /// When there is none, or something covers it.
    pub async fn click_last_link_of_the_content(&self) -> Result<()> {
        let finder = format!("return {CONTENT_LINKS}.at(-1)");
        self.tap(&finder, json!([])).await.context("cannot click the last link of the content")
    }

    /// The id of the last claim of the page.
    ///
    /// # Errors
    /// When it has none.
    pub async fn last_claim(&self) -> Result<String> {
        let script = "return [...document.querySelectorAll(arguments[0])].at(-1)?.id ?? null";
        let id: Option<String> = self.browser.eval(script, json!([part::CLAIM])).await?;
        id.context("the page has no claim")
    }

    /// The first visible link to a claim of another page: `/platform/#F001`.
    ///
    /// # Errors
    /// When there is none.
    pub async fn first_link_to_a_claim_elsewhere(&self) -> Result<String> {
        let script = "const link = [...document.links].find(a => a.checkVisibility() && a.origin === location.origin
              && a.pathname !== location.pathname && /^#F[0-9]{3}$/.test(a.hash));
            return link ? [link.pathname, link.hash] : null";
        let found: Option<(String, String)> = self.browser.eval(script, json!([])).await?;
        let (path, fragment) = found.context("no link to a claim of another page")?;
        let path = self.site.unmounted(&path).context("the claim is outside the site")?;
        Ok(format!("{path}{fragment}"))
    }
}
