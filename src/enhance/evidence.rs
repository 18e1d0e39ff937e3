//! The evidence of a claim that is named by its id: fetched and shown in place when the reader asks for it.

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, MouseEvent, Url};

use super::mount;
use crate::{components::claim, prefetch};

/// Opens evidence in place of following the link. Without the app, or when loading fails, the link leads to the claim.
pub fn attach(base: String) {
    // On the document, so that the navigator, which listens on the window, finds the click taken.
    let on_click = wasm_bindgen::closure::Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(link) = target.and_then(|target| link(&target)).filter(|_| is_plain(&event)) {
            event.prevent_default();
            toggle(base.clone(), link);
        }
    });
    let _ = document().add_event_listener_with_callback("click", on_click.as_ref().unchecked_ref());
    // It lives as long as the document.
    on_click.forget();
}

/// The link that opens in place, around `target`.
pub fn link(target: &Element) -> Option<HtmlAnchorElement> {
    target.closest("a.reference").ok()??.dyn_into().ok()
}

fn is_plain(event: &MouseEvent) -> bool {
    event.button() == 0 && !event.ctrl_key() && !event.meta_key() && !event.shift_key() && !event.alt_key()
}

fn toggle(base: String, link: HtmlAnchorElement) {
    let is_open = link.get_attribute("aria-expanded").is_some_and(|expanded| expanded == "true");
    let _ = link.set_attribute("aria-expanded", if is_open { "false" } else { "true" });
    if let Some(panel) = panel(&link) {
        let _ = panel.toggle_attribute_with_force("hidden", is_open);
        return;
    }
    spawn_local(async move {
        if show(&base, &link).await.is_none() {
            let _ = window().location().assign(&link.href());
        }
    });
}

/// The panel that was opened for `link` before.
fn panel(link: &Element) -> Option<Element> {
    link.next_element_sibling().filter(|sibling| sibling.class_list().contains("evidence"))
}

async fn show(base: &str, link: &HtmlAnchorElement) -> Option<()> {
    let url = Url::new(&link.href()).ok()?;
    let context = prefetch::context(base, &url.pathname()).await.ok()?;
    let id = url.hash();
    let found = context.claims.iter().find(|claim| Some(claim.id.as_str()) == id.strip_prefix('#'))?.clone();
    // A second click while the first was loading.
    if panel(link).is_some() {
        return Some(());
    }
    let panel = document().create_element("div").ok()?;
    panel.set_class_name("evidence");
    link.after_with_node_1(&panel).ok()?;
    mount(panel, move || claim::preview(&found, &context));
    Some(())
}
