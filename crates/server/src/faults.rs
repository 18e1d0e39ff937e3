//! The faults of a real network, on request: a shared table that a test fills while the server runs.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// How an answer goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// This status, with a body that is none of ours.
    Status(u16),
    /// The first half of the file, as if it were whole.
    Truncate,
    /// A document that ends in the middle of its text, as when the connection drops.
    CutText,
    /// The right length and type, the second half unreadable.
    Corrupt,
    /// Valid JSON of a shape nobody expects, where something else is expected.
    WrongShape,
    /// The right answer as a media type that nobody expects.
    WrongType,
    /// The data of a page as another build has it.
    OtherBuild,
    /// The right answer, late.
    Delay(Duration),
    /// The connection ends without an answer.
    Drop,
}

type Condition = Arc<dyn Fn(&str) -> bool + Send + Sync>;

/// The rules in force. Clones share one table.
#[derive(Clone, Default)]
pub struct Faults {
    rules: Arc<Mutex<Vec<(Condition, Fault)>>>,
}

impl Faults {
    /// Breaks every path that ends so: `"/platform/index.bin"`, `".wasm"`.
    pub fn on_suffix(&self, suffix: impl Into<String>, fault: Fault) {
        let suffix = suffix.into();
        self.on(move |path| path.ends_with(&suffix), fault);
    }

    /// Breaks every path that satisfies the condition. Of several rules the first one counts.
    pub fn on(&self, condition: impl Fn(&str) -> bool + Send + Sync + 'static, fault: Fault) {
        self.table().push((Arc::new(condition), fault));
    }

    /// The network is well again.
    pub fn clear(&self) {
        self.table().clear();
    }

    fn find(&self, path: &str) -> Option<Fault> {
        self.table().iter().find(|(condition, _)| condition(path)).map(|(_, fault)| *fault)
    }

    fn table(&self) -> MutexGuard<'_, Vec<(Condition, Fault)>> {
        // A condition that panicked left the table whole, so a poisoned lock is safe to use.
        self.rules.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Marks an answer that must never be sent: the connection is closed instead.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HangUp;

/// The middleware that applies the table.
pub(crate) async fn apply(State(faults): State<Faults>, request: Request, next: Next) -> Response {
    match faults.find(request.uri().path()) {
        None => next.run(request).await,
        Some(Fault::Status(code)) => failure(code),
        Some(Fault::Truncate) => rewrite(whole(request, next).await, first_half).await,
        Some(Fault::CutText) => rewrite(whole(request, next).await, half_of_the_text).await,
        Some(Fault::Corrupt) => rewrite(whole(request, next).await, second_half_unreadable).await,
        Some(Fault::WrongShape) => wrong_shape(),
        Some(Fault::WrongType) => {
            let mut response = next.run(request).await;
            response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain"));
            response
        }
        Some(Fault::OtherBuild) => rewrite(whole(request, next).await, with_another_build).await,
        Some(Fault::Delay(pause)) => {
            tokio::time::sleep(pause).await;
            next.run(request).await
        }
        Some(Fault::Drop) => {
            let mut response = StatusCode::BAD_GATEWAY.into_response();
            response.extensions_mut().insert(HangUp);
            response
        }
    }
}

fn failure(code: u16) -> Response {
    let status = StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    ([(header::CACHE_CONTROL, "no-store")], (status, "a fault on request")).into_response()
}

fn wrong_shape() -> Response {
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    (headers, r#"{"unexpected":true}"#).into_response()
}

/// The file as such: a "304 Not Modified" or a range would let the client fall back on what it kept, and what is compressed
/// already cannot be spoilt at a place of one's choice.
pub(crate) async fn whole(mut request: Request, next: Next) -> Response {
    for condition in [header::IF_NONE_MATCH, header::IF_MODIFIED_SINCE, header::RANGE, header::ACCEPT_ENCODING] {
        request.headers_mut().remove(condition);
    }
    next.run(request).await
}

async fn rewrite(response: Response, change: fn(&[u8]) -> Vec<u8>) -> Response {
    let (mut parts, body) = response.into_parts();
    let whole = to_bytes(body, usize::MAX).await.unwrap_or_else(|_| Bytes::new());
    // What a cache keeps of a broken answer would spoil the next step of a journey.
    parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    for stale in [header::CONTENT_LENGTH, header::ETAG, header::LAST_MODIFIED] {
        parts.headers.remove(stale);
    }
    Response::from_parts(parts, Body::from(change(&whole)))
}

fn first_half(whole: &[u8]) -> Vec<u8> {
    whole.iter().take(whole.len() / 2).copied().collect()
}

fn half_of_the_text(whole: &[u8]) -> Vec<u8> {
    let text = whole.windows(5).position(|bytes| bytes == b"<main").unwrap_or_default();
    whole.iter().take(text + (whole.len() - text) / 2).copied().collect()
}

fn second_half_unreadable(whole: &[u8]) -> Vec<u8> {
    let keep = whole.len() / 2;
    // 0xFF is never valid in UTF-8 and, repeated, never a valid WebAssembly section.
    whole.iter().enumerate().map(|(at, byte)| if at < keep { *byte } else { 0xFF }).collect()
}

/// The digits of the build are no longer those of any app. A page's data begin with their number and them.
fn with_another_build(whole: &[u8]) -> Vec<u8> {
    const DIGITS: usize = 6;
    whole.iter().enumerate().map(|(at, byte)| if (1..=DIGITS).contains(&at) { b'0' } else { *byte }).collect()
}
