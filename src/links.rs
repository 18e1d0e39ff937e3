//! Which links the app follows: those to pages of this site, as a plain click means them.

use leptos::prelude::*;
use web_sys::{Element, MouseEvent, Url};

/// Begins what an address says to the browser alone (URL Fragment Text Directives).
const DIRECTIVE: &str = ":~:";

/// The address of a link this app shall follow: on this site, a page, without modifier keys.
pub fn followed_link(event: &MouseEvent, target: &Element, base: &str) -> Option<Url> {
    let is_plain = event.button() == 0 && !event.ctrl_key() && !event.meta_key() && !event.shift_key() && !event.alt_key();
    if event.default_prevented() || !is_plain {
        return None;
    }
    let url = page_linked(target, base)?;
    // Which words to highlight is for a browser that loads the page; here the search knows it.
    if let Some((place, _)) = url.hash().split_once(DIRECTIVE) {
        url.set_hash(place);
    }
    Some(url)
}

/// The address of the page of this site to which `target` links; nothing if that is a place on the page shown.
pub fn page_linked(target: &Element, base: &str) -> Option<Url> {
    // Links in pictures are elements of SVG: what HTML and SVG share are the attributes.
    let link = target.closest("a[href]").ok()??;
    let is_external = link.get_attribute("rel").is_some_and(|rel| rel.contains("external"));
    let is_ordinary = !link.has_attribute("target") && !link.has_attribute("download") && !is_external;
    let location = window().location();
    let url = Url::new_with_base(&link.get_attribute("href")?, &location.href().ok()?).ok()?;
    let is_page = url.pathname().starts_with(&format!("{base}/")) && url.pathname().ends_with('/');
    let is_this_page = location.pathname().ok()? == url.pathname() && !url.hash().is_empty();
    (is_ordinary && is_page && !is_this_page && location.origin().ok()? == url.origin()).then_some(url)
}
