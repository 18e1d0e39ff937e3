//! The reader's part in reading without a connection: keeping the whole site, removing it, taking the news.

use content::phrases::offline as words;
use leptos::prelude::*;

use crate::offline::{self, Kept};

/// A group among the reading settings; nothing until it is known that something can be kept.
pub fn group() -> impl IntoView {
    let kept = offline::kept();
    let state = move || {
        let (said, button) = match kept.get() {
            Kept::Unknown => return None,
            Kept::Visited(size) => (words::VISITED.to_owned(), keep(&size).into_any()),
            Kept::Coming => (words::COMING.to_owned(), ().into_any()),
            Kept::Site => (
                words::SITE.to_owned(),
                view! { <button type="button" on:click=|_| offline::remove_site()>{words::REMOVE}</button> }.into_any(),
            ),
            Kept::Failed(size) => (words::FAILED.to_owned(), keep(&size).into_any()),
        };
        Some(view! { <legend>{words::TITLE}</legend><p role="status">{said}</p>{button} })
    };
    view! { <fieldset class="settings__offline">{state}</fieldset> }
}

fn keep(size: &str) -> impl IntoView + use<> {
    view! { <button type="button" on:click=|_| offline::keep_site()>{words::keep(size)}</button> }
}

/// Tells that the site was published anew, in a place of its own.
pub fn notice() -> impl IntoView {
    let is_renewed = offline::is_renewed();
    let notice = move || {
        let button = view! { <button type="button" on:click=|_| offline::update()>{words::UPDATE}</button> };
        is_renewed.get().then(|| view! { <div class="notice"><p>{words::RENEWED}</p>{button}</div> })
    };
    view! { <div role="status">{notice}</div> }
}
