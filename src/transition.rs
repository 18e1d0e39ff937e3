//! View transitions: on wide screens, where the browser has them and the reader wants motion, one page fades into the next.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;

thread_local! {
    static IGNORE: Closure<dyn FnMut(JsValue)> = Closure::new(|_| {});
}

/// A transition that has begun: the old page is held on the screen until [`Transition::end`].
pub struct Transition(Option<Function>);

impl Transition {
    /// Begins a transition; without support or wish for motion it does nothing. Afterwards the page may be changed.
    pub async fn begin() -> Self {
        let document = document();
        let start = Reflect::get(&document, &"startViewTransition".into()).ok().and_then(|start| start.dyn_into::<Function>().ok());
        let Some(start) = start.filter(|_| is_wanted()) else { return Self(None) };
        let (taken, tell) = promise();
        let (changed, change) = promise();
        // The browser calls this once it has taken its picture of the old page, and waits for what it returns.
        let update = Closure::once_into_js(move || {
            let _ = tell.call0(&JsValue::NULL);
            changed
        });
        let Ok(transition) = start.call1(&document, &update) else { return Self(None) };
        // A transition that is skipped (the tab is hidden, another begins) is no failure.
        for outcome in ["ready", "finished"] {
            if let Ok(promise) = Reflect::get(&transition, &outcome.into()) {
                let _ = IGNORE.with(|ignore| Promise::from(promise).catch(ignore));
            }
        }
        let _ = JsFuture::from(taken).await;
        Self(Some(change))
    }

    /// Lets the browser show the new page.
    pub fn end(self) {
        if let Some(change) = self.0 {
            let _ = change.call0(&JsValue::NULL);
        }
    }
}

fn is_wanted() -> bool {
    let root = document().document_element();
    let is_off = root.is_some_and(|root| root.get_attribute("data-motion").is_some());
    // Taking the picture of the old page delays the new one by a quarter of a second on a slow phone.
    let prefers = window().match_media("(prefers-reduced-motion: no-preference) and (min-width: 48rem)");
    !is_off && prefers.is_ok_and(|media| media.is_some_and(|media| media.matches()))
}

/// A promise and the function that keeps it.
pub fn promise() -> (Promise, Function) {
    let mut keep = None;
    let promise = Promise::new(&mut |resolve, _| keep = Some(resolve));
    (promise, keep.unwrap_or_default())
}
