//! The reader's part in reading without a connection: keeping the whole site, removing it, taking the news. What changes is
//! written into elements that are there from the beginning.

use std::cell::Cell;

use content::phrases::offline as words;
use leptos::prelude::*;
use web_sys::Element;

use super::all;
use crate::{components::element::element, offline};

/// The group among the reading settings; hidden until it is known that something can be kept.
const GROUP: &str = ".settings__offline";
/// The news of another build; hidden until there is any.
const NOTICE: &str = ".notice";

thread_local! {
    /// Whether the whole site is kept.
    static IS_KEPT: Cell<bool> = Cell::default();
}

/// What stands among the reading settings.
pub fn group() -> impl IntoView {
    let press = |_| {
        let is_wanted = !IS_KEPT.get();
        if is_wanted {
            say(words::COMING, "");
        }
        offline::keep_site(is_wanted);
    };
    view! {
        <fieldset class="settings__offline" hidden>
            <legend>{words::TITLE}</legend>
            {element("p").with("role", "status").into_view()}
            <button type="button" on:click=press></button>
        </fieldset>
    }
}

/// What tells that the site was published anew.
pub fn notice() -> impl IntoView {
    view! {
        <div role="status">
            <div class="notice" hidden>
                <p>{words::RENEWED}</p>
                <button type="button" on:click=|_| offline::update()>{words::UPDATE}</button>
            </div>
        </div>
    }
}

/// Shows how the site is kept, as the worker says it; `size` is that of the whole site in words.
pub fn kept(state: &str, size: &str) {
    IS_KEPT.set(state == "kept");
    match state {
        "kept" => say(words::SITE, words::REMOVE),
        "failed" => say(words::FAILED, &words::keep(size)),
        _ => say(words::VISITED, &words::keep(size)),
    }
    show(all(GROUP));
}

/// Shows the news.
pub fn renewed() {
    show(all(NOTICE));
}

/// Writes what is so and what the button does; without a label there is nothing to press.
fn say(state: &str, label: &str) {
    for group in all(GROUP) {
        write(&group, "p", state);
        write(&group, "button", label);
        if let Ok(Some(button)) = group.query_selector("button") {
            let _ = button.toggle_attribute_with_force("hidden", label.is_empty());
        }
    }
}

fn write(parent: &Element, selector: &str, text: &str) {
    if let Ok(Some(element)) = parent.query_selector(selector) {
        element.set_text_content(Some(text));
    }
}

fn show(elements: Vec<Element>) {
    for element in elements {
        let _ = element.remove_attribute("hidden");
    }
}
