//! What the app adds to a page that is already whole: the reader's own choices, copying, the date of access.
//!
//! All of it works on the page's elements, so it is the same for a published page and for one that was navigated to.

mod clipboard;
mod closing;
mod contents;
mod dates;
mod endnotes;
pub mod evidence;
mod matrix;
pub mod offline;
mod print;
mod report;
mod search;
mod settings;

use std::{any::Any, cell::RefCell};

use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Url};

thread_local! {
    /// What was mounted into the page shown; it goes when the page goes.
    static MOUNTED: RefCell<Vec<Box<dyn Any>>> = RefCell::default();
}

/// Listens to what readers do on any page. Called once.
pub fn attach(base: &str) {
    clipboard::attach();
    closing::attach();
    contents::attach();
    settings::attach();
    evidence::attach(base.to_owned());
    print::attach(base.to_owned());
    search::attach(base.to_owned());
}

/// Another page is shown: what was mounted into the last one goes.
pub fn leave() {
    MOUNTED.take();
}

/// Adds to the page that is shown now, with the query of its address. Called for every page, once it is whole.
pub fn page(base: &str) {
    contents::page();
    dates::fill_in();
    matrix::choose(base);
    print::page(base);
    report::name_claim();
    search::page(base);
    crate::offline::visited();
}

/// The same page with another query or place of its address.
pub fn place(base: &str) {
    contents::place();
    search::page(base);
}

/// Mounts a view into `parent` until another page is shown.
pub fn mount<V: IntoView + 'static>(parent: Element, view: impl FnOnce() -> V + 'static) {
    if let Ok(parent) = parent.dyn_into::<HtmlElement>() {
        let handle = mount_to(parent, view);
        MOUNTED.with_borrow_mut(|mounted| mounted.push(Box::new(handle)));
    }
}

/// Mounts a view into `parent` for as long as the document lives.
fn mount_for_good<V: IntoView + 'static>(parent: Element, view: impl FnOnce() -> V + 'static) {
    if let Ok(parent) = parent.dyn_into::<HtmlElement>() {
        mount_to(parent, view).forget();
    }
}

/// The elements that match, in order.
fn all(selector: &str) -> Vec<Element> {
    let Ok(list) = document().query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok()).collect()
}

/// The address shown.
fn address() -> Option<Url> {
    Url::new(&window().location().href().ok()?).ok()
}

/// The value of a key in the query of the address shown.
fn asked_for(key: &str) -> Option<String> {
    address()?.search_params().get(key).filter(|value| !value.is_empty())
}

/// Whether the element with this id has the focus.
fn is_focused(id: &str) -> bool {
    document().active_element().is_some_and(|element| element.id() == id)
}

/// Tells what went wrong, once, below the title of the page.
fn alert(text: &str) {
    let (Ok(Some(title)), Ok(alert)) = (document().query_selector("main .masthead"), document().create_element("p")) else { return };
    if document().query_selector("main .masthead + [role=alert]").is_ok_and(|alert| alert.is_none()) {
        let _ = alert.set_attribute("role", "alert");
        alert.set_text_content(Some(text));
        let _ = title.after_with_node_1(&alert);
    }
}

/// Says something to readers who do not see it.
pub fn announce(text: &str) {
    if let Some(announcer) = document().get_element_by_id("announcer") {
        announcer.set_text_content(Some(text));
    }
}
