//! What GitHub Pages says with a file: a media type from a table of its own, ten minutes of caching, and nothing of the site's.

use std::path::Path;

use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;

/// Of every file, hashed or not.
const CACHE_CONTROL: &str = "max-age=600";

/// What its table (mime-db) says of the files of the site.
const MEDIA_TYPES: [(&str, &str); 14] = [
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "application/javascript; charset=utf-8"),
    ("json", "application/json; charset=utf-8"),
    ("xml", "application/xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("ics", "text/calendar; charset=utf-8"),
    ("ris", "application/x-research-info-systems"),
    ("webmanifest", "application/manifest+json"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("woff2", "font/woff2"),
    ("wasm", "application/wasm"),
];

/// The middleware that says it.
pub(crate) async fn headers(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    // Of an address that it does not know it shows a page.
    let path = if response.status() == StatusCode::NOT_FOUND { "/" } else { &path };
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type(path)));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(CACHE_CONTROL));
    response
}

/// A folder is its page; what the table does not know is bytes.
fn media_type(path: &str) -> &'static str {
    let path = if path.ends_with('/') { "index.html" } else { path };
    let extension = Path::new(path).extension();
    MEDIA_TYPES.iter().find(|(known, _)| extension.is_some_and(|end| end == *known)).map_or("application/octet-stream", |(_, known)| known)
}
