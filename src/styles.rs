//! Styles that only some pages need: they are there before such a page is shown, and stay.

use content::page::{Page, Subresource};
use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Asks for the styles of a page, those that are not there yet.
pub fn ask(page: &Page) -> Vec<Promise> {
    let styles = [&page.exhibit_styles, &page.picture_styles, &page.matrix_styles, &page.styles];
    styles.into_iter().filter(|styles| !styles.is_none()).filter_map(loading).collect()
}

/// Waits until the styles of a page apply. Those that do not come delay nothing further: the page is whole without them.
pub async fn ready(page: &Page) {
    for loaded in ask(page) {
        let _ = JsFuture::from(loaded).await;
    }
}

/// Asks for a stylesheet; nothing if the head has it already.
fn loading(Subresource { address, integrity }: &Subresource) -> Option<Promise> {
    let document = document();
    let head = document.query_selector("head").ok()??;
    let has = head.query_selector(&["[rel=stylesheet][href='", address, "']"].concat()).ok()?;
    if has.is_some() {
        return None;
    }
    let link = document.create_element("link").ok()?;
    for (name, value) in [("rel", "stylesheet"), ("integrity", integrity), ("href", address)] {
        let _ = link.set_attribute(name, value);
    }
    let loaded = Promise::new(&mut |resolve, _| {
        for event in ["load", "error"] {
            let _ = link.add_event_listener_with_callback(event, &resolve);
        }
    });
    head.append_child(&link).ok()?;
    Some(loaded)
}
