//! The entries of the browser's history: which one is shown, and where the reader was on it.

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::ScrollRestoration;

/// Who puts the reader where they were, when they come back.
pub fn restore_by(who: ScrollRestoration) {
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(who);
    }
}

/// The number of the current history entry, if this app gave it one, and where the reader was on it.
pub fn entry() -> (Option<u32>, Option<f64>) {
    let state = window().history().ok().and_then(|history| history.state().ok()).unwrap_or_default();
    let Ok(state) = state.dyn_into::<Array>() else { return (None, None) };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "only `write_entry` writes it")]
    let number = state.get(0).as_f64().map(|number| number as u32);
    (number, state.get(1).as_f64())
}

/// Writes number and place of the current history entry or, with `url`, adds an entry.
pub fn write_entry(number: u32, place: Option<f64>, url: Option<&str>) {
    let Ok(history) = window().history() else { return };
    let state = Array::of2(&number.into(), &place.into());
    let _ = match url {
        Some(url) => history.push_state_with_url(&state, "", Some(url)),
        None => history.replace_state(&state, ""),
    };
}

/// The path of the address bar.
#[cfg(not(feature = "hydrate"))]
pub fn location_path() -> String {
    window().location().pathname().unwrap_or_else(|_| "/".into())
}
