//! How a page that has come is shown: what fills a screen is painted first, the rest follows, block after block.

use std::time::Duration;

use js_sys::Function;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use crate::{prepared, transition::promise};

/// The article that waits for its rest.
const UNFINISHED: &str = ".page > article[aria-busy]";

/// Puts the rest of the page shown into it, all at once: for a reader who goes to a place within it, or prints it.
pub fn complete() {
    if let Some(article) = unfinished() {
        while append_next(&article) {}
    }
}

/// The same, once what is there has been painted, and with room for what the reader does between the blocks.
pub async fn complete_after_paint() {
    let Some(article) = unfinished() else { return };
    // Nobody looks, and no frame comes.
    if document().hidden() {
        return complete();
    }
    let (painted, tell) = promise();
    // A frame begins with this callback; the task after it comes when the frame is done.
    request_animation_frame(move || in_next_task(tell));
    let _ = JsFuture::from(painted).await;
    while append_next(&article) {
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
fn append_next(article: &Element) -> bool {
    if !article.is_connected() {
        return false;
    }
    let has_more = prepared::append_next(article);
    if !has_more {
        let _ = article.remove_attribute("aria-busy");
    }
    has_more
}
