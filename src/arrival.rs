//! How a page that has come is shown: what fills a screen is painted first, the rest follows, block after block.

use std::time::Duration;

use content::{page::Page, phrases, plural::counted};
use js_sys::Function;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use crate::{app::State, enhance, transition::promise};

/// The article that waits for its rest.
const UNFINISHED: &str = ".page > article[aria-busy]";

/// Windows that a first screen (`Page::first_screen`) fills: those of phones, where time is scarce, too.
const SMALL: &str = "(max-width: 47.99rem) and (max-height: 60rem)";

/// Whether a page is seen earlier when its rest is made later: in small windows, and not where nobody looks and timers are slow.
pub fn is_worthwhile() -> bool {
    let is_small = window().match_media(SMALL).is_ok_and(|media| media.is_some_and(|media| media.matches()));
    is_small && !document().hidden()
}

/// Puts the rest of the page shown into it, all at once: for a reader who goes to a place within it, or prints it.
pub fn complete(state: State) {
    if let Some(article) = unfinished() {
        while append_next(state, &article) {}
    }
}

/// The same, once what is there has been painted, and with room for what the reader does between the blocks.
pub async fn complete_after_paint(state: State) {
    let Some(article) = unfinished() else { return };
    let (painted, tell) = promise();
    // A frame begins with this callback; the task after it comes when the frame is done.
    request_animation_frame(move || in_next_task(tell));
    let _ = JsFuture::from(painted).await;
    while append_next(state, &article) {
        let (come, tell) = promise();
        in_next_task(tell);
        let _ = JsFuture::from(come).await;
    }
}

fn unfinished() -> Option<Element> {
    document().query_selector(UNFINISHED).ok().flatten()
}

fn in_next_task(tell: Function) {
    let tell = move || {
        let _ = tell.call0(&JsValue::NULL);
    };
    set_timeout(tell, Duration::ZERO);
}

/// Puts the next block at the end of the article; tells whether there was one. What is left belongs to the page shown, so an
/// article that was left gets nothing of it.
fn append_next(state: State, article: &Element) -> bool {
    if !article.is_connected() {
        return false;
    }
    let next = state.rest.try_update_value(|rest| (!rest.is_empty()).then(|| rest.remove(0))).flatten();
    let Some(block) = next else {
        let _ = article.remove_attribute("aria-busy");
        return false;
    };
    enhance::mount(article.clone(), || block);
    true
}

/// What a page weighs, in words; nothing where it was not measured.
pub fn weight(page: &Page) -> String {
    if page.kilobytes == 0 { String::new() } else { counted(page.kilobytes as usize, &phrases::KILOBYTES_NOUN) }
}
