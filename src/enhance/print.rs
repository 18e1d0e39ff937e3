//! Printing a page with its sources in full: they are fetched when a reader wants to print, and stand at its end as notes.

use content::phrases::{self, print as words};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, HtmlElement, KeyboardEvent};

use super::{all, announce, endnotes, mount};
use crate::load;

/// Where the open data has the sources, below the base path.
const SOURCES: &str = "/data/v1/sources.json";

/// Listens to the browser's own ways of printing. Called once.
pub fn attach(base: String) {
    let on_print = Closure::<dyn Fn(Event)>::new(|_| endnotes::number());
    let on_key = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        // The sources come first, if they are not there.
        let is_print = event.code() == "KeyP" && (event.ctrl_key() || event.meta_key()) && !event.shift_key() && !event.alt_key();
        if is_print && !endnotes::cited(&base).is_empty() {
            event.prevent_default();
            print(base.clone());
        }
    });
    let _ = window().add_event_listener_with_callback("beforeprint", on_print.as_ref().unchecked_ref());
    let _ = window().add_event_listener_with_callback("keydown", on_key.as_ref().unchecked_ref());
    // They live as long as the document.
    on_print.forget();
    on_key.forget();
}

/// Adds the button to a page that names sources.
pub fn page(base: &str) {
    let base = base.to_owned();
    show_address();
    if let Some(article) = all("main article").pop().filter(|_| !endnotes::cited(&base).is_empty()) {
        mount(article, move || view! { <button class="print" type="button" on:click=move |_| print(base.clone())>{words::PRINT}</button> });
    }
}

/// Where the page is found and of when it is, for the foot of every sheet (style/print.css).
fn show_address() {
    // There is no markup in a margin box: marks of direction keep the slashes of the address in their places.
    let address = super::address().map(|url| ["\\200e ", &url.origin(), &url.pathname(), "\\200e "].concat());
    let date = all(".footer time").pop().and_then(|date| date.text_content()).map(|date| [phrases::UPDATED, " ", &date].concat());
    let root = document().document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok());
    let Some(root) = root else { return };
    for (name, value) in [("--address", address), ("--content-date", date)] {
        // A string of CSS; addresses are encoded and dates are our own words, so neither holds a quote.
        let _ = root.style().set_property(name, &["\"", &value.unwrap_or_default(), "\""].concat());
    }
}

fn print(base: String) {
    spawn_local(async move {
        // Where they do not come, the page is printed with what it says itself.
        if all(".endnotes--sources").is_empty() {
            match load::json(&[&base, SOURCES].concat()).await {
                Ok(sources) => endnotes::add(&base, &sources),
                Err(error) => announce(error.phrase()),
            }
        }
        let _ = window().print();
    });
}
