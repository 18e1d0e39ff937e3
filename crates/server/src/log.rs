//! What was asked and what was answered, so that a test can say "nothing failed" or "no WASM was fetched".

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

use crate::faults::HangUp;

/// One request and its outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedRequest {
    /// GET, HEAD …
    pub method: String,
    /// The path as requested, base path included, query left out.
    pub path: String,
    /// The status sent, or 0 when the connection was closed without an answer.
    pub status: u16,
}

impl LoggedRequest {
    /// Whether the path ends so: `".wasm"`, `"/platform/index.bin"`.
    #[must_use]
    pub fn is_for(&self, suffix: &str) -> bool {
        self.path.ends_with(suffix)
    }
}

/// The requests since the start or since the last [`RequestLog::take`]. Clones share one log.
#[derive(Clone, Default)]
pub struct RequestLog {
    entries: Arc<Mutex<Vec<LoggedRequest>>>,
}

impl RequestLog {
    /// What has been logged so far.
    #[must_use]
    pub fn entries(&self) -> Vec<LoggedRequest> {
        self.lock().clone()
    }

    /// What has been logged so far; the log begins anew.
    #[must_use]
    pub fn take(&self) -> Vec<LoggedRequest> {
        std::mem::take(&mut *self.lock())
    }

    /// The log begins anew.
    pub fn clear(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> MutexGuard<'_, Vec<LoggedRequest>> {
        // Entries are pushed whole, so a poisoned lock is safe to use.
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The middleware that writes the log.
pub(crate) async fn record(State(log): State<RequestLog>, request: Request, next: Next) -> Response {
    let method = request.method().to_string();
    let path = request.uri().path().to_owned();
    let response = next.run(request).await;
    let dropped = response.extensions().get::<HangUp>().is_some();
    let status = if dropped { 0 } else { response.status().as_u16() };
    log.lock().push(LoggedRequest { method, path, status });
    response
}
