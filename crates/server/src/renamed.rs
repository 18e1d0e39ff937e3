//! What Cloudflare Pages does with names: a file of HTML is found without its end, and its full name leads there.

use std::path::PathBuf;

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

const END: &str = ".html";

/// The middleware that does it, for the folder `root`.
pub(crate) async fn without_end(State(root): State<PathBuf>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if let Some(name) = path.strip_suffix(END) {
        let location = name.strip_suffix("/index").map_or_else(|| name.to_owned(), |folder| [folder, "/"].concat());
        let headers: [(HeaderName, String); 1] = [(header::LOCATION, location)];
        return (StatusCode::PERMANENT_REDIRECT, headers).into_response();
    }
    let file = [path, END].concat();
    if path.ends_with('/') || !root.join(file.trim_start_matches('/')).is_file() {
        return next.run(request).await;
    }
    // An address with something at its end is one still.
    if let Ok(uri) = file.parse::<Uri>() {
        *request.uri_mut() = uri;
    }
    let mut response = next.run(request).await;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    response
}
