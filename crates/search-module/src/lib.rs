//! The search in the browser: what is typed becomes results, below the field and on the page of the search.
//!
//! The app loads this module with the first focus of the field and hands it the one thing it cannot do itself: fetching.
//! It changes nothing but elements of its own, the field's attributes, and highlights.
#![cfg(target_arch = "wasm32")]

mod answer;
mod dom;
mod highlight;
mod index;
mod options;
mod page;
mod sentence;

use js_sys::Function;
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{Element, Event, FocusEvent, KeyboardEvent};

/// Takes over the field. `base` is the base path without its last slash; `fetch` takes an address below it and gives a
/// promise: of the bytes of a file (`Uint8Array`), of the texts of a page (`Array` of `string`).
#[wasm_bindgen]
pub fn start(base: String, fetch: Function) {
    index::provide(base, fetch);
    options::prepare();
    dom::listen("input", |event| {
        if is_field(&event) {
            typed();
        }
    });
    dom::listen("keydown", |event| {
        if let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| is_field(event) && !event.is_composing()) {
            options::key(event);
        }
    });
    dom::listen("submit", |event| {
        if is_field_form(&event) {
            event.prevent_default();
            options::submit();
        }
    });
    dom::listen("focusout", |event| {
        let next = event.dyn_ref::<FocusEvent>().and_then(FocusEvent::related_target);
        let is_inside = next.and_then(|next| next.dyn_into::<Element>().ok()).is_some_and(|next| in_form(&next));
        if is_field_form(&event) && !is_inside {
            options::close();
        }
    });
    dom::listen("click", |event| clicked(&event));
    // The app shows another page, or another entry of the history of this one.
    dom::listen("page-shown", |_| {
        options::close();
        highlight::arrived();
        page::show();
    });
    if page::is_shown() { page::show() } else { typed() }
}

fn typed() {
    if page::is_shown() { page::typed() } else { options::show() }
}

fn clicked(event: &Event) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    if let Ok(Some(link)) = target.closest("[data-passage]") {
        highlight::follow(&link);
    } else if let Ok(Some(_)) = target.closest(".search__retry") {
        typed();
    } else if let Ok(Some(_)) = target.closest(".results__more") {
        page::more();
    }
}

fn is_field(event: &Event) -> bool {
    event.target().and_then(|target| target.dyn_into::<Element>().ok()).is_some_and(|target| target.id() == "q")
}

fn is_field_form(event: &Event) -> bool {
    event.target().and_then(|target| target.dyn_into::<Element>().ok()).is_some_and(|target| in_form(&target))
}

fn in_form(element: &Element) -> bool {
    matches!(element.closest("form.search"), Ok(Some(_)))
}
