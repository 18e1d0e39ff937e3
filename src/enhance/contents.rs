//! Marks in the contents of a long page the section being read, and opens folded sections: on wide screens all of them, and
//! wherever one is linked to.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event};

/// A section is being read once its heading has passed this part of the window's height.
const READ: f64 = 0.35;
/// From this width on sections stand open, as in style/layout.css.
const WIDE: &str = "(min-width: 48rem)";

thread_local! {
    /// Sections of the page shown, with the links that lead to them.
    static SECTIONS: RefCell<Vec<(Element, Element)>> = RefCell::default();
    static IS_DUE: Cell<bool> = Cell::default();
}

/// Listens to scrolling, and to printing, which wants everything open. Called once.
pub fn attach() {
    let on_scroll = Closure::<dyn Fn(Event)>::new(|_| {
        if !IS_DUE.replace(true) {
            request_animation_frame(|| {
                IS_DUE.set(false);
                mark();
            });
        }
    });
    let on_print = Closure::<dyn Fn(Event)>::new(|_| open_all(".fold"));
    let _ = window().add_event_listener_with_callback("scroll", on_scroll.as_ref().unchecked_ref());
    let _ = window().add_event_listener_with_callback("beforeprint", on_print.as_ref().unchecked_ref());
    // They live as long as the document.
    on_scroll.forget();
    on_print.forget();
}

/// Reads the contents of the page shown.
pub fn page() {
    let section = |link: Element| {
        let id = link.get_attribute("href")?;
        Some((document().get_element_by_id(id.strip_prefix('#')?)?, link))
    };
    SECTIONS.set(super::all(".contents a").into_iter().filter_map(section).collect());
    mark();
    if window().match_media(WIDE).is_ok_and(|media| media.is_some_and(|media| media.matches())) {
        open_all(".fold");
    }
    place();
}

/// Opens what folds the place of the address shown.
pub fn place() {
    if let Some(target) = super::address().map(|url| url.hash()).filter(|hash| hash.len() > 1)
        && let Some(target) = document().get_element_by_id(&target[1..])
    {
        let folded = target.closest(".fold").ok().flatten().or_else(|| target.query_selector(":scope > .fold").ok().flatten());
        if let Some(folded) = folded {
            let _ = folded.set_attribute("open", "");
        }
    }
}

fn open_all(selector: &str) {
    for folded in super::all(selector) {
        let _ = folded.set_attribute("open", "");
    }
}

/// Marks the last section that the reader has reached. At the end of the page that is the last one in sight: a short section
/// never rises higher.
fn mark() {
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let end = document().document_element().map_or(f64::MAX, |root| root.get_bounding_client_rect().bottom());
    let line = if end < height + 2.0 { height } else { height * READ };
    SECTIONS.with_borrow(|sections| {
        let reached = sections.iter().rposition(|(section, _)| section.get_bounding_client_rect().top() < line);
        for (index, (_, link)) in sections.iter().enumerate() {
            let _ = if reached == Some(index) { link.set_attribute("aria-current", "true") } else { link.remove_attribute("aria-current") };
        }
    });
}
