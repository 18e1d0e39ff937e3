//! Shows which words were met. Never inside a word: joined letters stay joined.
//!
//! The CSS Custom Highlight API marks them without touching the text; where a browser lacks it, whole words get a `<mark>`.

use std::cell::RefCell;

use js_sys::{Array, Function, Reflect};
use search::outcome::Hit;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node, Text};

use crate::{dom, index};

/// The name by which styles know the highlight.
const NAME: &str = "found";

thread_local! {
    /// The highlight of this document: made once, ranges come and go.
    static HIGHLIGHT: RefCell<Option<JsValue>> = RefCell::default();
    /// What was found and followed.
    static HITS: RefCell<Vec<Hit>> = RefCell::default();
    static FOLLOWED: RefCell<Option<Hit>> = RefCell::default();
}

/// Forgets what was shown before; `hits` are shown now.
pub fn begin(hits: &[Hit]) {
    HITS.set(hits.to_vec());
    if let Some(highlight) = HIGHLIGHT.with_borrow(Clone::clone) {
        call(&highlight, "clear", &Array::new());
    }
}

/// Notes which hit a link leads to.
pub fn follow(link: &Element) {
    FOLLOWED.set(hit(link));
}

/// The hit that a link leads to.
pub fn hit(link: &Element) -> Option<Hit> {
    let passage = link.get_attribute("data-passage")?.parse::<u32>().ok()?;
    HITS.with_borrow(|hits| hits.iter().find(|hit| hit.passage == passage).cloned())
}

/// Highlights what was followed, in the page that is shown now.
pub fn arrived() {
    let Some(hit) = FOLLOWED.take() else { return };
    begin(&[]);
    let anchor = index::with(|engine| engine.passages().get(hit.passage as usize).map(|passage| passage.anchor.clone())).flatten();
    let target = anchor.filter(|anchor| !anchor.is_empty()).and_then(|anchor| dom::document()?.get_element_by_id(&anchor));
    if let Some(target) = target.or_else(|| dom::find("main article")) {
        add(&target, &hit);
    }
}

/// Highlights the words that a hit met in the text of an element.
pub fn add(element: &Node, hit: &Hit) {
    if let Some(text) = element.dyn_ref::<Text>() {
        add_in_text(text, hit);
        return;
    }
    let children = element.child_nodes();
    // Listed first: marking a word adds children.
    let children: Vec<Node> = (0..children.length()).filter_map(|index| children.get(index)).collect();
    for child in children {
        add(&child, hit);
    }
}

fn add_in_text(node: &Text, hit: &Hit) {
    let text = node.data();
    let ranges = index::with(|engine| engine.highlights(&text, hit)).unwrap_or_default();
    let units = |end: usize| text.get(..end).map_or(0, |before| u32::try_from(before.encode_utf16().count()).unwrap_or_default());
    // From the end, so that splitting the text leaves what comes before as it is.
    for range in ranges.iter().rev() {
        let (start, end) = (units(range.start), units(range.end));
        if mark_range(node, start, end).is_none() {
            mark_word(node, start, end);
        }
    }
}

/// Adds a range to the highlight; nothing where the browser has no highlights.
fn mark_range(node: &Text, start: u32, end: u32) -> Option<()> {
    let highlight = highlight()?;
    let range = dom::document()?.create_range().ok()?;
    range.set_start(node, start).ok()?;
    range.set_end(node, end).ok()?;
    call(&highlight, "add", &Array::of1(&range));
    Some(())
}

fn highlight() -> Option<JsValue> {
    if let Some(highlight) = HIGHLIGHT.with_borrow(Clone::clone) {
        return Some(highlight);
    }
    let global = js_sys::global();
    let get = |from: &JsValue, name: &str| Reflect::get(from, &name.into()).ok().filter(|value| !value.is_undefined());
    let registry = get(&get(&global, "CSS")?, "highlights")?;
    let constructor = get(&global, "Highlight")?.dyn_into::<Function>().ok()?;
    let highlight = Reflect::construct(&constructor, &Array::new()).ok()?;
    call(&registry, "set", &Array::of2(&NAME.into(), &highlight));
    HIGHLIGHT.set(Some(highlight.clone()));
    Some(highlight)
}

fn call(object: &JsValue, method: &str, arguments: &Array) {
    if let Some(method) = Reflect::get(object, &method.into()).ok().and_then(|method| method.dyn_into::<Function>().ok()) {
        let _ = method.apply(object, arguments);
    }
}

/// Puts a word into a `<mark>`.
fn mark_word(node: &Text, start: u32, end: u32) -> Option<()> {
    let mark = dom::document()?.create_element("mark").ok()?;
    node.split_text(end).ok()?;
    let word = node.split_text(start).ok()?;
    word.parent_node()?.replace_child(&mark, &word).ok()?;
    mark.append_child(&word).ok()?;
    Some(())
}
