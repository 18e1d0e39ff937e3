//! Printing a page with its sources in full: they are fetched when a reader wants to print, and stand at its end as notes.

use content::phrases::{self, print as words};
use leptos::{prelude::*, task::spawn_local};
use serde::Deserialize;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{all, announce, dates, mount};
use crate::{
    components::element::{element, latin},
    load,
};

/// Where the open data has the sources, below the base path.
const SOURCES: &str = "/data/v1/sources.json";

/// What is printed of a source.
#[derive(Clone, Deserialize)]
struct Source {
    id: String,
    publisher: String,
    title: Option<String>,
    description: String,
    language: String,
    published: Option<String>,
    original_url: Option<String>,
}

/// Adds the button to a page that names sources.
pub fn page(base: &str) {
    let base = base.to_owned();
    show_address();
    if let Some(article) = all("main article").pop().filter(|_| !cited(&base).is_empty()) {
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

/// Ids of the sources that the page links to, each once, in order.
fn cited(base: &str) -> Vec<String> {
    let mut ids = Vec::new();
    let folder = [base, "/sources/"].concat();
    for link in all(&["main article a[href^='", &folder, "']"].concat()) {
        let id = link.get_attribute("href").and_then(|href| Some(href.strip_prefix(&folder)?.strip_suffix('/')?.to_owned()));
        if let Some(id) = id.filter(|id| !id.is_empty() && !ids.contains(id)) {
            ids.push(id);
        }
    }
    ids
}

fn print(base: String) {
    spawn_local(async move {
        // Where they do not come, the page is printed with what it says itself.
        if all(".endnotes").is_empty() {
            match load::json::<Vec<Source>>(&[&base, SOURCES].concat()).await {
                Ok(sources) => add(&base, &sources),
                Err(error) => announce(error.phrase()),
            }
        }
        let _ = window().print();
    });
}

fn add(base: &str, sources: &[Source]) {
    let notes = cited(base).into_iter().filter_map(|id| sources.iter().find(|source| source.id == id)).map(note);
    let list = element("ol").children(notes.collect::<Vec<_>>());
    let notes = element("section").class("endnotes").child(element("h2").text(words::SOURCES)).child(list);
    if let Some(article) = all("main article").pop().and_then(|article| article.dyn_into::<Element>().ok()) {
        mount(article, move || notes.into_view());
    }
}

/// «S021. وزارة الشؤون الخارجية المغربية. «…». بالفرنسية، 2023-06-02. https://…»
fn note(source: &Source) -> crate::components::element::Element {
    let item = element("li").child(latin(&source.id)).text([". ", &source.publisher, ". "].concat());
    let item = match &source.title {
        Some(title) => item.text("«").child(element("bdi").with("lang", &source.language).text(title)).text("». "),
        None => item.text([source.description.trim_end_matches('.'), ". "].concat()),
    };
    let date = source.published.as_deref().map_or_else(|| phrases::page::NO_DATE.to_owned(), dates::written);
    let item = item.text([phrases::in_language(&source.language), phrases::page::COMMA, &date, ". "].concat());
    match &source.original_url {
        Some(url) => item.child(latin(url)),
        None => item,
    }
}
