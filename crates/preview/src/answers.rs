//! What the preview answers: files of the draft, and to the script in its pages whether there is something new.

use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    body::Body,
    extract::State,
    http::{HeaderName, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse, Response},
    routing::get,
};
use content::{phrases::preview as words, route::Route};
use delivery::{Policy, media_type};
use prerender::draft::{App, Draft};
use serde_json::json;
use tokio::sync::watch::Sender;

use crate::view::View;

const SCRIPT: &str = include_str!("overlay.js");
const STYLES: &str = include_str!("overlay.css");
/// How long the script waits for an answer; then it asks again.
const PATIENCE: Duration = Duration::from_secs(20);

#[derive(Clone)]
struct Shown {
    app: Arc<App>,
    views: Sender<Arc<View>>,
}

/// The addresses of the preview; those that begin with a dot are its own.
pub fn router(app: App, views: Sender<Arc<View>>) -> Router {
    Router::new()
        .route("/.preview/overlay.js", get(async || answer(StatusCode::OK, "overlay.js", SCRIPT, &Policy::default())))
        .route("/.preview/overlay.css", get(async || answer(StatusCode::OK, "overlay.css", STYLES, &Policy::default())))
        .route("/.preview/state", get(state))
        .fallback(file)
        .with_state(Shown { app: Arc::new(app), views })
}

/// The state, as soon as it is another than the one that the page knows (`?after=`), or after a while.
async fn state(State(shown): State<Shown>, uri: Uri) -> Response {
    let after: Option<u64> = uri.query().and_then(|query| query.strip_prefix("after=")?.parse().ok());
    let mut views = shown.views.subscribe();
    // Out of patience, the last state is the answer as well.
    let _ = tokio::time::timeout(PATIENCE, views.wait_for(|view| Some(view.version) != after)).await;
    let view = views.borrow().clone();
    let state = json!({"version": view.version, "shown": view.shown(), "faults": view.faults});
    answer(StatusCode::OK, "state.json", state.to_string(), &Policy::default())
}

async fn file(State(shown): State<Shown>, uri: Uri) -> Response {
    let view = shown.views.borrow().clone();
    let Some((version, draft)) = view.draft.clone() else {
        return page(StatusCode::OK, &empty_page(), 0);
    };
    let address = uri.path().to_owned();
    if !address.ends_with('/') && draft.has_page(&format!("{address}/")) {
        return (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, format!("{address}/"))]).into_response();
    }
    let made = tokio::task::spawn_blocking(move || made(&draft, &shown.app, &address)).await;
    match made {
        Ok(Ok((status, name, bytes))) if media_type(&name) == media_type("/") => page(status, &String::from_utf8_lossy(&bytes), version),
        Ok(Ok((status, name, bytes))) => answer(status, &name, bytes, &Policy::default()),
        Ok(Err(reason)) => answer(StatusCode::INTERNAL_SERVER_ERROR, "reason.txt", reason, &Policy::default()),
        Err(panic) => answer(StatusCode::INTERNAL_SERVER_ERROR, "reason.txt", panic.to_string(), &Policy::default()),
    }
}

/// Status, name and content of the file at an address; at unknown ones, the page for these.
fn made(draft: &Draft, app: &App, address: &str) -> Result<(StatusCode, String, Vec<u8>), String> {
    if let Some(bytes) = draft.file(app, address)? {
        let name = if address.ends_with('/') { format!("{address}index.html") } else { address.to_owned() };
        return Ok((StatusCode::OK, name, bytes));
    }
    let not_found = Route::NotFound.path();
    let bytes = draft.file(app, &not_found)?.unwrap_or_default();
    Ok((StatusCode::NOT_FOUND, not_found, bytes))
}

/// Until there is sound content.
fn empty_page() -> String {
    let title = words::UNREADABLE;
    format!(
        "<!doctype html><html lang=\"ar\" dir=\"rtl\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title></head><body></body></html>"
    )
}

/// A page with what shows news and faults.
fn page(status: StatusCode, html: &str, version: u64) -> Response {
    let added = format!(
        "<link rel=\"stylesheet\" href=\"/.preview/overlay.css\"><script defer src=\"/.preview/overlay.js\" data-version=\"{version}\"></script></head>"
    );
    let shown = html.replacen("</head>", &added, 1);
    answer(status, "index.html", shown, &Policy::of_document(html))
}

/// An answer with the headers of the published site; but nothing of a draft is kept.
fn answer(status: StatusCode, name: &str, bytes: impl Into<Body>, policy: &Policy) -> Response {
    let mut response = (status, bytes.into()).into_response();
    for (name, value) in delivery::headers(name, policy) {
        // All of them are ASCII.
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(HeaderName::from_static(name), value);
        }
    }
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
