//! What opens over the text closes by Escape, and by a click beside it. Without the app it closes where it was opened.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// What lies over the text while it is open.
const OVER_THE_TEXT: &str = "#settings [open], .cite[open]";
/// What a reader may want to be rid of; the menu moves the text and stays until it is asked to go.
const CLOSED_BY_KEY: &str = "#settings [open], .cite[open], .menu[open]";

/// Listens to keys and clicks. Called once.
pub fn attach() {
    let on_key = Closure::<dyn Fn(KeyboardEvent)>::new(|event: KeyboardEvent| {
        if event.key() == "Escape" {
            super::all(CLOSED_BY_KEY).iter().for_each(close);
        }
    });
    let on_click = Closure::<dyn Fn(Event)>::new(|event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let beside = super::all(OVER_THE_TEXT).into_iter().filter(|open| !open.contains(target.as_deref()));
        beside.for_each(|open| {
            let _ = open.remove_attribute("open");
        });
    });
    let _ = document().add_event_listener_with_callback("keydown", on_key.as_ref().unchecked_ref());
    let _ = document().add_event_listener_with_callback("click", on_click.as_ref().unchecked_ref());
    // They live as long as the document.
    on_key.forget();
    on_click.forget();
}

/// Closes it; the focus goes back to its button if it was inside.
fn close(open: &Element) {
    let is_inside = document().active_element().is_some_and(|active| open.contains(Some(&active)));
    let _ = open.remove_attribute("open");
    let button = open.query_selector("summary").ok().flatten().and_then(|button| button.dyn_into::<HtmlElement>().ok());
    if let Some(button) = button.filter(|_| is_inside) {
        let _ = button.focus();
    }
}
