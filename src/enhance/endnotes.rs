//! The notes at the end of a printed page: which sources each citation has, and every source in full.

use content::{
    phrases::{self, print as words},
    route::Route,
};
use js_sys::{Array, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::{address, all, dates, mount};
use crate::components::element::{self as html, element, latin};

/// A source in the open data.
struct Source(JsValue);

impl Source {
    /// A text that it may have.
    fn get(&self, field: &str) -> Option<String> {
        Reflect::get(&self.0, &field.into()).ok()?.as_string()
    }

    /// A text that every source has.
    fn text(&self, field: &str) -> String {
        self.get(field).unwrap_or_default()
    }
}

/// Ids of the sources that the page links to, each once, in order.
pub fn cited(base: &str) -> Vec<String> {
    let links = all("main article a[href]");
    links.iter().filter_map(|link| source_id(link, base)).fold(Vec::new(), |mut ids, id| {
        if !ids.contains(&id) {
            ids.push(id);
        }
        ids
    })
}

/// The source to whose page a link leads.
fn source_id(link: &Element, base: &str) -> Option<String> {
    let id = link.get_attribute("href")?.strip_prefix(base)?.strip_prefix(&Route::Sources.path())?.strip_suffix('/')?.to_owned();
    (!id.is_empty()).then_some(id)
}

/// Says the ids of its sources with every claim, and at the end those of every numbered citation. Once for a page.
pub fn number() {
    if !all(".printed, .endnotes--citations").is_empty() {
        return;
    }
    for summary in all(".claim__evidence > summary") {
        let ids = summary.parent_element().map(|evidence| ids_in(&evidence)).unwrap_or_default();
        if let Ok(span) = document().create_element("span") {
            span.set_class_name("printed");
            span.set_text_content(Some(&[" (", &ids, ")"].concat()));
            let _ = summary.append_child(&span);
        }
    }
    let mut notes = Vec::new();
    for cite in all("main .cite") {
        let text = |selector: &str| cite.query_selector(selector).ok().flatten().and_then(|found| found.text_content()).unwrap_or_default();
        add_note(&mut notes, text("summary"), [&text(".cite__box > a bdi"), ": ", &ids_in(&cite)].concat());
    }
    for reference in all("main a.reference") {
        let Some(href) = reference.get_attribute("href") else { continue };
        let is_here = href.split_once('#').is_some_and(|(_, id)| document().get_element_by_id(id).is_some());
        if let Some(url) = address().filter(|_| !is_here) {
            add_note(&mut notes, reference.text_content().unwrap_or_default(), [url.origin(), href].concat());
        }
    }
    let notes = notes.into_iter().map(|(sign, text)| element("li").child(latin(sign)).text(". ").child(latin(text)));
    append("endnotes endnotes--citations", words::CITATIONS, notes.collect());
}

/// Adds a note unless it is there.
fn add_note(notes: &mut Vec<(String, String)>, sign: String, text: String) {
    if notes.iter().all(|(known, _)| *known != sign) {
        notes.push((sign, text));
    }
}

/// «S021, S029»: the sources that an element links to, by the last part of their addresses.
fn ids_in(parent: &Element) -> String {
    let links = parent.query_selector_all(".cite__sources a, .claim__sources a:first-child").ok();
    let href = |index| {
        let link = links.as_ref()?.item(index)?.dyn_into::<Element>().ok()?;
        Some(link.get_attribute("href")?.trim_end_matches('/').rsplit('/').next()?.to_owned())
    };
    (0..links.as_ref().map_or(0, web_sys::NodeList::length)).filter_map(href).collect::<Vec<_>>().join(", ")
}

/// Adds the sources that the page cites, in full. `sources` is the list of all, from the open data.
pub fn add(base: &str, sources: &JsValue) {
    let sources: Vec<Source> = sources.dyn_ref::<Array>().into_iter().flat_map(Array::iter).map(Source).collect();
    let notes = cited(base).into_iter().filter_map(|id| sources.iter().find(|source| source.text("id") == id)).map(note);
    append("endnotes endnotes--sources", words::SOURCES, notes.collect());
}

fn append(class: &'static str, title: &'static str, notes: Vec<html::Element>) {
    if notes.is_empty() {
        return;
    }
    let section = element("section").class(class).child(element("h2").text(title)).child(element("ol").children(notes));
    if let Some(article) = all("main article").pop() {
        mount(article, move || section.into_view());
    }
}

/// «S021. وزارة الشؤون الخارجية المغربية. «…». بالفرنسية، 2023-06-02. https://…»
fn note(source: &Source) -> html::Element {
    let item = element("li").child(latin(source.text("id"))).text([". ", &source.text("publisher"), ". "].concat());
    let language = source.text("language");
    let item = match source.get("title") {
        Some(title) => item.text("«").child(element("bdi").with("lang", &language).text(title)).text("». "),
        None => item.text([source.text("description").trim_end_matches('.'), ". "].concat()),
    };
    let date = source.get("published").map_or_else(|| phrases::page::NO_DATE.to_owned(), |date| dates::written(&date));
    let item = item.text([phrases::in_language(&language), phrases::page::COMMA, &date, ". "].concat());
    match source.get("original_url") {
        Some(url) => item.child(latin(readable(&url))),
        None => item,
    }
}

/// The address with its letters as letters (RFC 3987), as browsers show it; unchanged when it cannot be read so.
fn readable(url: &str) -> String {
    js_sys::decode_uri(url).map_or_else(|_| url.to_owned(), String::from)
}
