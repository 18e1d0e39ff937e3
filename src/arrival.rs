//! How a page that has come is shown: what fills a screen is painted first, the rest follows, block after block.

use std::time::Duration;

use content::{page::Page, phrases, plural::counted};
use js_sys::Function;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::{app::State, enhance, transition::promise};

/// The article that waits for its rest.
const UNFINISHED: &str = ".page > article[aria-busy]";

/// Puts the rest of the page shown into it, all at once: for a reader who goes to a place within it.
pub fn complete(state: State) {
    while append_next(state) {}
}

/// The same, once what is there has been painted, and with room for what the reader does between the blocks.
pub async fn complete_after_paint(state: State) {
    let (painted, tell) = promise();
    // A frame begins with this callback; the task after it comes when the frame is done.
    request_animation_frame(move || in_next_task(tell));
    // Nothing is painted of a page that nobody looks at.
    if !document().hidden() {
        let _ = JsFuture::from(painted).await;
    }
    while append_next(state) {
        let (come, tell) = promise();
        in_next_task(tell);
        let _ = JsFuture::from(come).await;
    }
}

fn in_next_task(tell: Function) {
    let tell = move || {
        let _ = tell.call0(&JsValue::NULL);
    };
    set_timeout(tell, Duration::ZERO);
}

/// Puts the next block at the end of the article; tells whether there was one. What is left belongs to the page shown, so it
/// is never put into another.
fn append_next(state: State) -> bool {
    let Ok(Some(article)) = document().query_selector(UNFINISHED) else { return false };
    let Some(block) = state.rest.try_update_value(|rest| (!rest.is_empty()).then(|| rest.remove(0))).flatten() else {
        let _ = article.remove_attribute("aria-busy");
        return false;
    };
    enhance::mount(article, || block);
    true
}

/// What a page weighs, in words; nothing where it was not measured.
pub fn weight(page: &Page) -> String {
    if page.kilobytes == 0 { String::new() } else { counted(page.kilobytes as usize, &phrases::KILOBYTES_NOUN) }
}
