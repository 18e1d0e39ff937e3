//! Tests that need a browser's DOM and network, but no site: how data arrives and how the app follows it.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::expect_used, reason = "a test that cannot go on fails")]

use content::page::{Block, Frame, Inline, Page};
use leptos::prelude::*;
use marrakech_platform::{
    app::{App, Loading, State},
    load::{self, LoadError},
    prepared::NextPage,
};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn frame() -> Frame {
    let text = String::new;
    Frame {
        name: "الموقع".into(),
        tagline: text(),
        base: text(),
        updated: "2024-01-01".into(),
        updated_label: text(),
        licence: text(),
        licence_url: text(),
        contact: text(),
    }
}

fn page(title: &str) -> Page {
    let blocks = vec![Block::Paragraph(vec![Inline::Text("نص".into()), Inline::Foreign("en".into(), "UNOCT".into())])];
    Page { path: "/platform/".into(), title: title.into(), first_screen: blocks.len(), blocks, ..Page::default() }
}

/// Mounts the app and hands out its state; the mounted view lives as long as the handle.
fn mounted() -> (State, impl Drop) {
    let body = document().body().expect("a body");
    let state = std::rc::Rc::new(std::cell::Cell::new(None));
    let given = std::rc::Rc::clone(&state);
    let handle = leptos::mount::mount_to(body, move || {
        let state = State::published(frame(), "/platform/".into(), String::new());
        given.set(Some(state));
        view! { <App state=state /> }
    });
    let state = state.get().expect("the state of the mounted app");
    show(page("الأولى"), state);
    (state, handle)
}

fn show(page: Page, state: State) {
    NextPage::Read(page).show(state).expect("a place for the page");
}

fn text_of(selector: &str) -> String {
    let element = document().query_selector(selector).ok().flatten();
    element.and_then(|element| element.text_content()).unwrap_or_default()
}

#[wasm_bindgen_test]
async fn a_page_that_is_not_there_is_not_found() {
    assert_eq!(load::page("", "/nowhere/").await.err(), Some(LoadError::NotFound));
}

#[wasm_bindgen_test]
async fn no_other_site_is_ever_asked() {
    for path in ["//example.org/", "https://example.org/", "/elsewhere/"] {
        assert_eq!(load::page("/ref", path).await.err(), Some(LoadError::NotFound), "{path}");
    }
    assert_eq!(load::page("", "//example.org/").await.err(), Some(LoadError::NotFound));
}

#[wasm_bindgen_test]
async fn the_text_follows_the_page() {
    let (state, _mounted) = mounted();
    assert_eq!(text_of("h1"), "الأولى");
    assert_eq!(text_of("main bdi[lang=en][dir=ltr]"), "UNOCT");
    assert_eq!(text_of("[aria-current=page]"), "المنصة");
    show(Page { path: "/about/".into(), ..page("الثانية") }, state);
    leptos::task::tick().await;
    assert_eq!(text_of("h1"), "الثانية");
    assert_eq!(text_of("[aria-current=page]"), "عن المرجع");
}

#[wasm_bindgen_test]
async fn a_failed_load_is_told_and_leaves_the_text() {
    let (state, _mounted) = mounted();
    state.loading.set(Loading::Failed(LoadError::Offline.phrase()));
    leptos::task::tick().await;
    assert!(text_of(".load-error[role=alert]").contains("تعذّر الاتصال"));
    assert_eq!(text_of("h1"), "الأولى");
    state.loading.set(Loading::No);
    leptos::task::tick().await;
    assert_eq!(text_of(".load-error"), "");
}
