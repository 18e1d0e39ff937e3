//! Copying and sharing a claim: buttons that appear when its evidence is opened.

use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, ShareData};

use content::phrases::claim as words;

use super::{announce, dates, mount};

/// Adds the buttons when a claim's evidence opens. `toggle` does not bubble, so it is caught on its way down.
pub fn attach() {
    let handler = wasm_bindgen::closure::Closure::<dyn Fn(web_sys::Event)>::new(|event: web_sys::Event| {
        let Some(details) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        let is_evidence = details.matches(".claim__evidence[open]").unwrap_or_default();
        let is_complete = details.query_selector(".claim__actions").is_ok_and(|found| found.is_some());
        if is_evidence && !is_complete {
            add_buttons(&details);
        }
    });
    let _ = document().add_event_listener_with_callback_and_bool("toggle", handler.as_ref().unchecked_ref(), true);
    // It lives as long as the document.
    handler.forget();
}

fn add_buttons(details: &Element) {
    let Ok(Some(claim)) = details.closest(".claim") else { return };
    let Some(permalink) = text_of(&claim, ".claim__cite bdi") else { return };
    let (link, shared) = (permalink.clone(), permalink);
    let cited = claim.clone();
    let can_share = js_sys::Reflect::has(&window().navigator(), &JsValue::from_str("share")).unwrap_or_default();
    mount(details.clone(), move || {
        let share = can_share.then(|| view! { <button type="button" on:click=move |_| share(&shared)>{words::SHARE}</button> });
        view! {
            <div class="claim__actions">
                <button type="button" on:click=move |_| copy(link.clone())>{words::COPY_LINK}</button>
                <button type="button" on:click=move |_| copy(citation(&cited).unwrap_or_default())>{words::COPY_CITATION}</button>
                {share}
            </div>
        }
    });
}

/// The claim with its citation and today's date, as one would paste it into a text.
fn citation(claim: &Element) -> Option<String> {
    let text = text_of(claim, ".claim__text")?;
    let source = text_of(claim, ".claim__cite")?;
    let source = source.strip_prefix(words::CITE).unwrap_or(&source).trim();
    Some(words::cited(text.trim_end_matches('.'), source, &dates::today(dates::ARABIC)))
}

/// The text of an element below `parent`, without the numbers of citations.
fn text_of(parent: &Element, selector: &str) -> Option<String> {
    let copy = parent.query_selector(selector).ok()??.clone_node_with_deep(true).ok()?.dyn_into::<Element>().ok()?;
    while let Ok(Some(mark)) = copy.query_selector(".cite, .reference, .conflict-mark") {
        mark.remove();
    }
    copy.text_content().map(|text| text.trim().to_owned())
}

fn copy(text: String) {
    spawn_local(async move {
        let copied = JsFuture::from(window().navigator().clipboard().write_text(&text)).await;
        announce(if copied.is_ok() { words::COPIED } else { words::NOT_COPIED });
    });
}

fn share(address: &str) {
    let data = ShareData::new();
    data.set_title(&document().title());
    data.set_url(address);
    let shared = window().navigator().share_with_data(&data);
    // A reader who closes the sheet has changed their mind: nothing to say.
    spawn_local(async move {
        let _ = JsFuture::from(shared).await;
    });
}
