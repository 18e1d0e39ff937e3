//! Comparing what a reader sees with what was seen before, or with what the server publishes.

use anyhow::{Result, ensure};
use serde_json::json;

use super::{Page, part};

const OUTLINE: &str = include_str!("outline.js");
/// What only a running app writes into: not part of the page's own words. Then what is a reader's own: the date of access,
/// the choice in a matrix, the claim in which a mistake is reported; what the search adds; settings and printing.
const APP_STATE: &str = "#announcer, #progress, .citation__accessed, .matrix__choice, .report__claim, #q, #search-box, #search-status, #results, \
     #settings, .print, .endnotes";

/// What a reader meets on a page, for comparing two visits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Impression {
    /// The title of the tab.
    pub title: String,
    /// The words, as laid out.
    pub text: String,
    /// The elements and their attributes.
    pub outline: String,
}

/// The document at an address as it was published. The policy of the site lets no script make one of text (Trusted Types).
const PUBLISHED: &str = "const published = address => new Promise((done, refuse) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.onload = () => done(request.response);
    request.onerror = () => refuse(new Error(`${address} did not come`));
    request.send();
});";

impl Page<'_> {
    /// What a reader meets here.
    ///
    /// # Errors
    /// When the script fails.
    pub async fn impression(&self) -> Result<Impression> {
        let script = format!(
            "const outline = function () {{ {OUTLINE} }};
             const [ignored] = arguments;
             const additions = [...document.querySelectorAll(ignored)];
             for (const addition of additions) addition.style.display = 'none';
             const text = document.body.innerText;
             for (const addition of additions) addition.removeAttribute('style');
             return [document.title, text, outline(document.body, ignored)];"
        );
        let (title, text, outline) = self.browser.eval(&script, json!([APP_STATE])).await?;
        Ok(Impression { title, text, outline })
    }

    /// Checks that the page shown, reached in whatever way, is the page the server sends for this address.
    ///
    /// # Errors
    /// When a word or an attribute differs; the message shows the first difference.
    pub async fn is_the_published_page(&self, path: &str) -> Result<()> {
        self.is_published(path, "body").await
    }

    /// The same for the content alone, without the frame around it.
    ///
    /// # Errors
    /// When a word or an attribute differs; the message shows the first difference.
    pub async fn content_is_the_published_one(&self, path: &str) -> Result<()> {
        self.is_published(path, part::MAIN).await
    }

    async fn is_published(&self, path: &str, root: &str) -> Result<()> {
        // After back and forward, the browser changes the address at once, and the app the text when it has come.
        let title = format!("{PUBLISHED} return (await published(arguments[0])).title");
        let title: String = self.browser.eval_async(&title, json!([self.site.mounted(path)])).await?;
        let is_shown = format!("document.title === {}", serde_json::to_string(&title)?);
        self.browser.wait_until(&format!("the title is {title}"), &is_shown).await?;
        let script = format!(
            "const outline = function () {{ {OUTLINE} }};
             const [address, ignored, root] = arguments;
             {PUBLISHED}
             return [await published(address), document].map(d => outline(d.querySelector(root), ignored));"
        );
        let arguments = json!([self.site.mounted(path), APP_STATE, root]);
        let (outline, shown_outline): (String, String) = self.browser.eval_async(&script, arguments).await?;
        let difference = first_difference(&outline, &shown_outline);
        ensure!(difference.is_none(), "{path} differs from the published page\n{}", difference.unwrap_or_default());
        Ok(())
    }
}

/// The first line that two texts do not share, with its neighbours.
#[must_use]
pub fn first_difference(expected: &str, found: &str) -> Option<String> {
    let (left, right): (Vec<_>, Vec<_>) = (expected.lines().collect(), found.lines().collect());
    let at = (0..left.len().max(right.len())).find(|&line| left.get(line) != right.get(line))?;
    let show = |lines: &[&str]| {
        let window = lines.iter().skip(at.saturating_sub(3)).take(6);
        window.map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
    };
    Some(format!("  line {}, expected:\n{}\n  found:\n{}", at + 1, show(&left), show(&right)))
}
