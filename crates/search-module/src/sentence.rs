//! The sentence of a result whose words alone are in the index: read from the data of its page, for what is shown only.

use js_sys::{Array, JSON, JsString, Object};
use search::outcome::Hit;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

use crate::{dom, highlight, index};

/// Results whose page is asked at most: readers pay for it.
const ASKED: usize = 5;

/// Adds sentences to the results on the page that have none.
pub fn fill() {
    spawn_local(async {
        let Some(list) = dom::find("#results .results__list") else { return };
        let Ok(links) = list.query_selector_all(".result__link") else { return };
        let links = (0..links.length()).filter_map(|index| links.get(index)?.dyn_into::<Element>().ok());
        let missing: Vec<(Element, Hit, String)> = links.filter_map(wanted).take(ASKED).collect();
        for (link, hit, path) in missing {
            let address = index::address(&[&path, content::route::DATA_FILE].concat());
            let Some(bytes) = index::bytes(&address).await else { continue };
            let mut texts = texts(&String::from_utf8_lossy(&bytes));
            // The title stands there already.
            let title = link.text_content().unwrap_or_default();
            texts.retain(|text| *text != title);
            let best = index::with(|engine| engine.best(&texts, &hit)).flatten();
            if let Some(text) = best.and_then(|best| texts.get(best))
                && let Some(item) = link.parent_element().filter(|item| item.is_connected())
                && let Some(sentence) = dom::add(&item, "p", "result__sentence", text)
            {
                let _ = link.after_with_node_1(&sentence);
                highlight::add(&sentence, &hit);
            }
        }
    });
}

/// The link with its hit and the address of its page, if the index has no sentence for it.
fn wanted(link: Element) -> Option<(Element, Hit, String)> {
    let hit = highlight::hit(&link)?;
    let path = index::with(|engine| {
        let passage = engine.passages().get(hit.passage as usize).filter(|passage| passage.text.is_empty())?;
        engine.pages().get(passage.page as usize).map(|page| page.path.clone())
    });
    Some((link, hit, path??))
}

/// The texts of a page's data: whatever runs of inline text it has, and strings with more than a word.
fn texts(json: &str) -> Vec<String> {
    let mut texts = Vec::new();
    if let Ok(page) = JSON::parse(json) {
        gather(&page, &mut texts);
    }
    texts
}

fn gather(value: &JsValue, texts: &mut Vec<String>) {
    if let Some(items) = value.dyn_ref::<Array>() {
        let run: Option<Vec<String>> = items.iter().map(|item| inline(&item)).collect();
        match run {
            Some(run) if !run.is_empty() => texts.push(run.concat()),
            _ => items.iter().for_each(|item| gather(&item, texts)),
        }
    } else if let Some(text) = value.as_string() {
        if text.contains(' ') {
            texts.push(text);
        }
    } else if let Some(object) = value.dyn_ref::<Object>() {
        Object::values(object).iter().for_each(|item| gather(&item, texts));
    }
}

/// The text of an inline (`content::page::Inline`): an object with one short key.
fn inline(value: &JsValue) -> Option<String> {
    let object = value.dyn_ref::<Object>().filter(|_| !Array::is_array(value) && !value.is_instance_of::<JsString>())?;
    let entries = Object::entries(object);
    let entry = Array::from(&entries.get(0));
    if entries.length() != 1 {
        return None;
    }
    let content = entry.get(1);
    let second = || Array::from(&content).get(1);
    match entry.get(0).as_string()?.as_str() {
        "t" => content.as_string(),
        "f" | "d" => second().as_string(),
        "a" => Array::from(&second()).iter().map(|part| inline(&part)).collect::<Option<Vec<String>>>().map(|parts| parts.concat()),
        "c" | "k" | "r" => Some(String::new()),
        _ => None,
    }
}
