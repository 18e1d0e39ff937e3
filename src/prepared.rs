//! The next page before it is shown. While the pointer rests on a link there is time for what a reader would wait for after the
//! click: the elements of its first screen are made.

use std::{cell::RefCell, sync::Arc};

use content::{page::Page, phrases, plural::counted};
use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use crate::{
    app::State,
    components::{block::Context, page},
    styles,
};

/// Windows that a first screen (`Page::first_screen`) fills: those of phones, where time is scarce, too. In others a page comes in
/// one piece.
const SMALL: &str = "(max-width: 30rem) and (max-height: 60rem)";

thread_local! {
    /// What is still to be put at the end of the page shown. With the next page it is dropped.
    static STILL_TO_COME: RefCell<Vec<AnyView>> = RefCell::default();
}

/// A page that has come.
pub enum NextPage {
    /// Its data was read.
    Read(Page),
    /// Its elements were made as well.
    Made(Prepared),
}

impl NextPage {
    /// Waits until its styles apply. Those that do not come delay nothing further: the page is whole without them.
    pub async fn styled(&self) {
        let styles = match self {
            Self::Read(page) => styles::asked_for(page),
            Self::Made(prepared) => prepared.styles.clone(),
        };
        for applied in styles {
            let _ = JsFuture::from(applied).await;
        }
    }

    /// Puts it in the place of the page shown and gives its title; nothing where that has no place any more.
    pub fn show(self, state: State) -> Option<String> {
        match self {
            Self::Read(page) => Prepared::new(page, state)?.show(state),
            Self::Made(prepared) => prepared.show(state),
        }
    }
}

/// A page as it waits. It is made anew each time and never patched: a translation extension may have moved the text nodes of
/// the one that it replaces.
pub struct Prepared {
    /// What its claims refer to.
    pub context: Arc<Context>,
    /// The title of the document.
    title: String,
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
    pub fn new(mut page: Page, state: State) -> Option<Self> {
        let holder = document().create_element("div").ok()?;
        let title = state.site.with_value(|site| page.document_title(&site.name));
        let weight = if page.kilobytes == 0 { String::new() } else { counted(page.kilobytes as usize, &phrases::KILOBYTES_NOUN) };
        let (path, styles) = (page.path.clone(), styles::asked_for(&page));
        if !is_small() {
            page.first_screen = page.blocks.len();
        }
        let page::Parts { first, rest, context } = page::parts(page);
        append(first, &holder);
        Some(Self { context, title, path, weight, styles, first_screen: holder.first_element_child()?, rest })
    }

    fn show(self, state: State) -> Option<String> {
        let shown = document().query_selector(&["#main .", page::CLASS].concat()).ok()??;
        // The page is another, so its letters may be as well, if they are there. The frame keeps those that it has.
        if document().document_element().is_some_and(|root| root.has_attribute("data-typefaces")) {
            let _ = self.first_screen.set_attribute("data-fonts", "");
        }
        shown.replace_with_with_node_1(&self.first_screen).ok()?;
        // The app keeps the element that it found in the document, and would keep the whole page.
        shown.replace_children_with_node_0();
        state.path.set(self.path);
        state.weight.set(self.weight);
        STILL_TO_COME.set(self.rest);
        Some(self.title)
    }
}

fn is_small() -> bool {
    window().match_media(SMALL).is_ok_and(|media| media.is_some_and(|media| media.matches()))
}

/// Puts the next block of the page shown at the end of its `article`; tells whether there was one.
pub fn append_next(article: &Element) -> bool {
    let next = STILL_TO_COME.with_borrow_mut(|blocks| (!blocks.is_empty()).then(|| blocks.remove(0)));
    let Some(block) = next else { return false };
    append(block, article);
    true
}

/// The text of a page does not react to anything, so its elements are all that is kept of it.
fn append(view: AnyView, parent: &Element) {
    view.build().mount(parent, None);
}
