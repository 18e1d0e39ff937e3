//! How the reader wants to read: theme, size of text, length of lines, contrast, motion. Kept on the device; the script in the
//! head of index.html applies it to the next page before its first paint.

use content::phrases::settings::{self as words, Setting};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

/// Where the choices are kept: a JSON object of names and values.
const KEY: &str = "reading";

/// Puts the button with its choices into the header: without the app they could do nothing.
pub fn attach() {
    let Some(place) = document().get_element_by_id("settings") else { return };
    super::mount_for_good(place.clone(), panel);
    super::mount_for_good(place, super::offline::notice);
}

fn panel() -> impl IntoView {
    let groups: Vec<_> = words::ALL.iter().map(group).collect();
    view! {
        <details class="settings" on:change=move |event| choose(&event)>
            <summary class="settings__button" aria-label=words::LABEL>{words::TITLE}</summary>
            <div class="settings__box">{groups}{super::offline::group()}</div>
        </details>
    }
}

fn group(setting: &'static Setting) -> impl IntoView {
    let chosen = root().and_then(|root| root.get_attribute(&attribute(setting.name))).unwrap_or_default();
    let option = |(value, label): &'static (&'static str, &'static str)| {
        let is_chosen = chosen == *value;
        view! { <label><input type="radio" name=setting.name value=*value checked=is_chosen/>{*label}</label> }
    };
    let options: Vec<_> = setting.options.iter().map(option).collect();
    view! { <fieldset><legend>{setting.label}</legend>{options}</fieldset> }
}

fn root() -> Option<Element> {
    document().document_element()
}

fn attribute(name: &str) -> String {
    ["data-", name].concat()
}

/// Applies a choice at once and keeps all of them. Where storage is refused, they last as long as the page.
fn choose(event: &Event) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let (Some(input), Some(root)) = (input, root()) else { return };
    let attribute = attribute(&input.name());
    let _ = match input.value().as_str() {
        "" => root.remove_attribute(&attribute),
        value => root.set_attribute(&attribute, value),
    };
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(KEY, &kept(&root));
    }
}

/// What is chosen, as a JSON object. Names and values are words of our own, without anything to escape.
fn kept(root: &Element) -> String {
    let pair = |setting: &Setting| Some([r#"""#, setting.name, r#"":""#, &root.get_attribute(&attribute(setting.name))?, r#"""#].concat());
    let pairs: Vec<String> = words::ALL.iter().filter_map(pair).collect();
    ["{", &pairs.join(","), "}"].concat()
}
