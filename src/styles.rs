//! Styles that only some pages need: they are there before such a page is shown, and stay.

use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Waits until the stylesheets at these addresses apply; an empty address is none. One that does not come delays nothing
/// further: the page is whole without it.
pub async fn ready(addresses: [&str; 4]) {
    for address in addresses.into_iter().filter(|address| !address.is_empty()) {
        if let Some(loaded) = loading(address) {
            let _ = JsFuture::from(loaded).await;
        }
    }
}

/// Asks for a stylesheet; nothing if the head has it already.
fn loading(address: &str) -> Option<Promise> {
    let document = document();
    let head = document.query_selector("head").ok()??;
    let has = head.query_selector(&["[rel=stylesheet][href='", address, "']"].concat()).ok()?;
    if has.is_some() {
        return None;
    }
    let link = document.create_element("link").ok()?;
    let _ = (link.set_attribute("rel", "stylesheet"), link.set_attribute("href", address));
    let loaded = Promise::new(&mut |resolve, _| {
        for event in ["load", "error"] {
            let _ = link.add_event_listener_with_callback(event, &resolve);
        }
    });
    head.append_child(&link).ok()?;
    Some(loaded)
}
