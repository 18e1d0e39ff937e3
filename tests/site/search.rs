//! The search index of the whole site: whatever a reader sees on a page finds that page.

use std::collections::{BTreeMap, BTreeSet};

use content::route::{SEARCH_FOLDER, SEARCH_HEAD};
use prerender::publish::Output;
use scraper::{Html, Selector};
use search::{Engine, outcome::Filter, token::tokens};

use super::support::{publish, root};

fn outputs() -> Vec<Output> {
    publish(&root().join("content"), "https://example.org/")
}

fn bytes<'a>(outputs: &'a [Output], name: &str) -> &'a [u8] {
    let path = format!("{}{name}", SEARCH_FOLDER.trim_start_matches('/'));
    &outputs.iter().find(|output| output.path == path).unwrap_or_else(|| panic!("{path} was not published")).bytes
}

/// The engine as a browser has it after this query.
fn asked(outputs: &[Output], query: &str, engine: &mut Engine) {
    for name in engine.missing(query) {
        engine.add(&name, bytes(outputs, &name)).expect("a whole shard");
    }
}

fn address(path: &str) -> String {
    format!("/{}", path.trim_end_matches("index.html"))
}

#[test]
fn every_visible_word_of_every_page_finds_that_page() {
    let outputs = outputs();
    let selector = Selector::parse("main").expect("a selector");
    let mut pages_of: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for output in outputs.iter().filter(|output| output.is("html") && output.path.ends_with("index.html")) {
        let document = Html::parse_document(std::str::from_utf8(&output.bytes).expect("text"));
        let text: Vec<&str> = document.select(&selector).flat_map(|main| main.text()).collect();
        for token in tokens(&text.join("\n")) {
            pages_of.entry(token.surface).or_default().insert(address(&output.path));
        }
    }
    assert!(pages_of.len() > 4_000, "only {} words", pages_of.len());
    let mut engine = Engine::open(bytes(&outputs, SEARCH_HEAD)).expect("a whole head");
    for (word, pages) in &pages_of {
        asked(&outputs, word, &mut engine);
        let outcome = engine.search(word, Filter::default(), false);
        let mut found: BTreeSet<&str> = BTreeSet::new();
        for hit in &outcome.hits {
            let passage = &engine.passages()[hit.passage as usize];
            let places = std::iter::once(&passage.page).chain(&passage.also_on);
            found.extend(places.map(|page| engine.pages()[*page as usize].path.as_str()));
        }
        let missing: Vec<&String> = pages.iter().filter(|page| !found.contains(page.as_str())).collect();
        assert!(missing.is_empty(), "«{word}» does not find {missing:?}");
    }
}

#[test]
fn a_claim_is_found_at_home_with_its_anchor() {
    let outputs = outputs();
    let mut engine = Engine::open(bytes(&outputs, SEARCH_HEAD)).expect("a whole head");
    asked(&outputs, "لمكافحة القرصنة", &mut engine);
    for passage in engine.passages().iter().filter(|passage| !passage.anchor.is_empty()) {
        let page = &engine.pages()[passage.page as usize];
        let path = format!("{}index.html", page.path.trim_start_matches('/'));
        let html =
            outputs.iter().find(|output| output.path == path).map(|output| String::from_utf8_lossy(&output.bytes)).expect("the page");
        assert!(html.contains(&format!("id=\"{}\"", passage.anchor)), "{} on {}", passage.anchor, page.path);
    }
    assert_eq!(engine.passages().iter().filter(|passage| !passage.anchor.is_empty()).count(), 153);
}

#[test]
fn a_damaged_index_is_refused() {
    let outputs = outputs();
    let head = bytes(&outputs, SEARCH_HEAD);
    assert!(Engine::open(&head[..head.len() - 1]).is_err() && Engine::open(&[]).is_err());
    for place in (0..head.len()).step_by(997) {
        let mut damaged = head.to_vec();
        damaged[place] ^= 1;
        assert!(Engine::open(&damaged).is_err(), "byte {place}");
    }
    let mut engine = Engine::open(head).expect("a whole head");
    let name = engine.missing("الناشر").first().cloned().expect("a shard");
    let mut shard = bytes(&outputs, &name).to_vec();
    shard[10] ^= 1;
    assert!(engine.add(&name, &shard).is_err());
}
