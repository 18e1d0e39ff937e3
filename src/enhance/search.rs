//! Has the search loaded when a reader first wants it, and tells it when another page is shown.

use std::cell::Cell;

use content::{phrases, route::Route};
use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{CustomEvent, CustomEventInit, Element, Event};

use crate::load;

thread_local! {
    static IS_WANTED: Cell<bool> = Cell::default();
}

/// Loads the search with the first focus of its field.
pub fn attach(base: String) {
    let on_focus = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.is_some_and(|target| target.id() == "q") {
            want(&base);
        }
    });
    let _ = document().add_event_listener_with_callback("focusin", on_focus.as_ref().unchecked_ref());
    // It lives as long as the document.
    on_focus.forget();
}

/// Another page, or another entry of the history of this one, is shown.
pub fn page(base: &str) {
    if is_search(base) || super::is_focused("q") {
        want(base);
    }
    if let Ok(event) = Event::new("page-shown") {
        let _ = document().dispatch_event(&event);
    }
}

fn is_search(base: &str) -> bool {
    window().location().pathname().is_ok_and(|path| path == [base, &Route::Search.path()].concat())
}

/// Asks the loader for the module: it can import, this cannot.
fn want(base: &str) {
    if IS_WANTED.replace(true) {
        return;
    }
    let mounted_at = base.to_owned();
    let fetch = Closure::<dyn Fn(String) -> js_sys::Promise>::new(move |address: String| {
        let base = mounted_at.clone();
        wasm_bindgen_futures::future_to_promise(async move { load::for_search(&base, &address).await })
    });
    let mounted_at = base.to_owned();
    let fail = Closure::<dyn Fn()>::new(move || {
        // The next focus tries again.
        IS_WANTED.set(false);
        if is_search(&mounted_at) {
            super::alert(phrases::search::FAILED);
        }
    });
    let detail = Array::of3(&base.into(), &fetch.into_js_value(), &fail.into_js_value());
    let init = CustomEventInit::new();
    init.set_detail(&detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict("search-wanted", &init) {
        let _ = window().dispatch_event(&event);
    }
}
