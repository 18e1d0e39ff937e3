//! How the browser begins: hydrate the prerendered page, or (in development) mount an empty one.

#[cfg(feature = "hydrate")]
use content::page::Initial;
use leptos::prelude::*;
#[cfg(feature = "hydrate")]
use wasm_bindgen::JsCast;

use crate::{
    app::{App, State},
    navigate,
};

/// Takes over the page. Where its data cannot be read the page stays as it is and links stay ordinary.
#[cfg(feature = "hydrate")]
pub fn start() {
    let Some(initial) = initial() else {
        navigate::mark("failed");
        return;
    };
    let base = initial.site.base.clone();
    hydrate_body(move || {
        let state = State::published(initial.site, initial.path, initial.weight);
        navigate::attach(state);
        view! { <App state=state /> }
    });
    // A task of its own: between the two, the browser can answer the reader.
    set_timeout(
        move || {
            crate::enhance::page(&base);
            navigate::mark("ready");
            // The reader comes first.
            request_idle_callback(move || crate::offline::attach(&base));
        },
        std::time::Duration::ZERO,
    );
}

/// What the page carries for this.
#[cfg(feature = "hydrate")]
fn initial() -> Option<Initial> {
    let data = document().get_element_by_id("page-data")?.text_content()?;
    let texts = js_sys::JSON::parse(&data).ok()?.dyn_into::<js_sys::Array>().ok()?;
    let texts: Option<Vec<String>> = texts.iter().map(|text| text.as_string()).collect();
    texts?.try_into().ok().map(Initial::from_texts)
}

/// Mounts the app into the empty page of `trunk serve`.
#[cfg(not(feature = "hydrate"))]
pub fn start() {
    // Leptos starts its own executor only when it mounts.
    wasm_bindgen_futures::spawn_local(async {
        let path = crate::history::location_path();
        let (Ok(site), Ok(page)) = (crate::load::frame().await, crate::load::page("", &path).await) else {
            leptos::logging::error!("no data for {path}: see the output of the post_build hook of trunk");
            return;
        };
        mount_to_body(move || {
            let state = State::published(site, page.path.clone(), String::new());
            navigate::attach(state);
            // Once there is a place for the page.
            set_timeout(move || show(page, state), std::time::Duration::ZERO);
            view! { <App state=state /> }
        });
    });
}

#[cfg(not(feature = "hydrate"))]
fn show(page: content::page::Page, state: State) {
    let _ = crate::prepared::NextPage::Read(page).show(state);
    crate::arrival::complete();
    crate::enhance::page("");
    navigate::mark("ready");
    // `trunk serve` has no worker, and nothing happens.
    crate::offline::attach("");
}
