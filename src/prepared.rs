//! A page whose elements are made and that is not shown yet: while the pointer rests on a link there is time for what a
//! reader would wait for after the click.

use std::cell::RefCell;

use content::{page::Page, phrases, plural::counted};
use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use crate::{app::State, components::page, styles};

thread_local! {
    /// What is still to be put at the end of the page shown. What comes for one that was left is never made.
    static REST: RefCell<Vec<AnyView>> = RefCell::default();
}

/// A page as it waits. It is made anew each time and never patched: a translation extension may have moved the text nodes of
/// the one that it replaces.
pub struct Prepared {
    /// The title of the document.
    pub title: String,
    /// Its address, below the base path.
    path: String,
    /// What it weighs, in words; empty where nothing was measured.
    weight: String,
    /// Kept when its styles apply, or will not.
    styles: Vec<Promise>,
    first_screen: Element,
    rest: Vec<AnyView>,
}

impl Prepared {
    /// Makes the elements that fill a screen, and asks for the page's styles. Nothing where the browser makes no element.
    #[must_use]
    pub fn new(page: Page, state: State) -> Option<Self> {
        let holder = document().create_element("div").ok()?;
        let title = state.site.with_value(|site| page.document_title(&site.name));
        let weight = if page.kilobytes == 0 { String::new() } else { counted(page.kilobytes as usize, &phrases::KILOBYTES_NOUN) };
        let (path, styles) = (page.path.clone(), styles::asked_for(&page));
        let page::Parts { first, rest } = page::parts(page);
        append(first, &holder);
        Some(Self { title, path, weight, styles, first_screen: holder.first_element_child()?, rest })
    }

    /// Waits until its styles apply. Those that do not come delay nothing further: the page is whole without them.
    pub async fn styled(&self) {
        for applied in &self.styles {
            let _ = JsFuture::from(applied.clone()).await;
        }
    }

    /// Puts it in the place of the page shown.
    pub fn show(self, state: State) {
        state.path.set(self.path);
        state.weight.set(self.weight);
        // The page is another, so its letters may be as well, if they are there. The frame keeps those that it has.
        if document().document_element().is_some_and(|root| root.has_attribute("data-typefaces")) {
            let _ = self.first_screen.set_attribute("data-fonts", "");
        }
        if let Ok(Some(shown)) = document().query_selector(&["main > .", page::CLASS].concat()) {
            let _ = shown.replace_with_with_node_1(&self.first_screen);
        }
        REST.set(self.rest);
    }
}

/// Puts the next block of the page shown at the end of its `article`; tells whether there was one.
pub fn append_next(article: &Element) -> bool {
    let next = REST.with_borrow_mut(|rest| (!rest.is_empty()).then(|| rest.remove(0)));
    next.map(|block| append(block, article)).is_some()
}

/// The text of a page does not react to anything, so its elements are all that is kept of it.
fn append(view: AnyView, parent: &Element) {
    view.build().mount(parent, None);
}
