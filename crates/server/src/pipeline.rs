//! From a request to an answer: log, compression, faults, headers, mount point, files.

use std::path::{Path, PathBuf};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn, from_fn_with_state, map_response};
use axum::response::{IntoResponse, Response};
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::services::ServeDir;

use crate::{BasePath, Faults, RequestLog, faults, log};

/// Fast enough to compress while serving; what is published is compressed at 11 and measured by the prerenderer.
const BROTLI_QUALITY: i32 = 5;

/// The layers, innermost first.
pub(crate) fn router(root: &Path, base: &BasePath, faults: &Faults, log: &RequestLog) -> Router {
    let files = ServeDir::new(root).redirect_path_prefix(base.prefix());
    Router::new()
        .fallback_service(files)
        .layer(from_fn_with_state(root.join("404.html"), not_found_page))
        .layer(map_response(permanent_redirect))
        .layer(from_fn_with_state(base.clone(), strip_base))
        .layer(from_fn(cache_headers))
        .layer(map_response(charset))
        .layer(from_fn(media_type))
        .layer(from_fn_with_state(faults.clone(), faults::apply))
        .layer(compression())
        .layer(from_fn_with_state(log.clone(), log::record))
}

fn compression() -> CompressionLayer<impl Predicate> {
    // Fonts are Brotli inside already.
    let worthwhile = DefaultPredicate::new().and(NotForContentType::const_new("font/"));
    CompressionLayer::new()
        .no_gzip()
        .no_deflate()
        .no_zstd()
        .br(true)
        .quality(CompressionLevel::Precise(BROTLI_QUALITY))
        .compress_when(worthwhile)
}

/// Answers outside the base path with a plain 404 (another site's business), `/ref` with a redirect to `/ref/`,
/// and hands the rest on with the base path taken off.
async fn strip_base(State(base): State<BasePath>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if path == base.prefix() {
        return redirect(base.as_str(), request.uri().query());
    }
    let Some(rest) = path.strip_prefix(base.as_str()) else {
        return (StatusCode::NOT_FOUND, "nothing is served outside the base path").into_response();
    };
    let inner = match request.uri().query() {
        Some(query) => format!("/{rest}?{query}"),
        None => format!("/{rest}"),
    };
    match inner.parse::<Uri>() {
        Ok(uri) => *request.uri_mut() = uri,
        Err(_) => return StatusCode::BAD_REQUEST.into_response(),
    }
    next.run(request).await
}

fn redirect(target: &str, query: Option<&str>) -> Response {
    let location = query.map_or_else(|| target.to_owned(), |query| format!("{target}?{query}"));
    (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, location)]).into_response()
}

/// `ServeDir` redirects `/platform` temporarily; the addresses of this site are for good.
async fn permanent_redirect(mut response: Response) -> Response {
    if response.status() == StatusCode::TEMPORARY_REDIRECT {
        *response.status_mut() = StatusCode::PERMANENT_REDIRECT;
    }
    response
}

/// Read at each miss and not kept: `dist/` may be rebuilt while the server runs.
async fn not_found_page(State(page): State<PathBuf>, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    if response.status() != StatusCode::NOT_FOUND {
        return response;
    }
    match tokio::fs::read(&page).await {
        Ok(html) => {
            let headers = [(header::CONTENT_TYPE, "text/html")];
            (StatusCode::NOT_FOUND, headers, Body::from(html)).into_response()
        }
        Err(_) => (StatusCode::NOT_FOUND, "not found, and the site has no 404.html").into_response(),
    }
}

async fn cache_headers(request: Request, next: Next) -> Response {
    let hashed = is_hashed(request.uri().path());
    let mut response = next.run(request).await;
    let forever = hashed && (response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED);
    let value = if forever { "public, max-age=31536000, immutable" } else { "no-cache" };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(value));
    response
}

/// Trunk writes `name-<hash>.css` and `name-<hash>_bg.wasm`. Its hash is a 64-bit number in hexadecimal without
/// leading zeros, so it may be a little shorter than sixteen digits.
fn is_hashed(path: &str) -> bool {
    let file = path.rsplit('/').next().unwrap_or(path);
    file.match_indices('-').any(|(dash, _)| {
        let rest = file.get(dash + 1..).unwrap_or("");
        let digits = rest.bytes().take_while(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(b)).count();
        let after = rest.get(digits..).unwrap_or("");
        (12..=16).contains(&digits) && (after.starts_with('.') || after.starts_with("_bg."))
    })
}

/// Types that the file's name alone does not tell, or that lists of types know only as plain XML.
async fn media_type(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let known = if path.ends_with("/feed.xml") {
        // RFC 4287, 7
        Some("application/atom+xml; charset=utf-8")
    } else if Path::new(path).extension().is_some_and(|extension| extension == "bib") {
        // Not registered; what citation managers and CrossRef use.
        Some("application/x-bibtex; charset=utf-8")
    } else {
        None
    };
    let mut response = next.run(request).await;
    // An answer without a body keeps its headers, and the page for a missing file stays HTML.
    if let Some(known) = known.filter(|_| response.status().is_success()) {
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(known));
    }
    response
}

/// Everything written here is UTF-8; without saying so, some clients guess.
async fn charset(mut response: Response) -> Response {
    let Some(kind) = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()) else {
        return response;
    };
    let textual = kind.starts_with("text/")
        || [
            "application/json",
            "application/javascript",
            "application/xml",
            "application/manifest+json",
            "application/x-research-info-systems",
        ]
        .contains(&kind);
    if textual
        && !kind.contains("charset")
        && let Ok(value) = HeaderValue::from_str(&format!("{kind}; charset=utf-8"))
    {
        response.headers_mut().insert(header::CONTENT_TYPE, value);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::is_hashed;

    #[test]
    fn hashed_names_are_told_from_plain_ones() {
        for path in ["/app-0123456789abcdef.js", "/ref/app-123456789abcdef_bg.wasm", "/a/marrakech-platform-0123456789abcdef.css"] {
            assert!(is_hashed(path), "{path}");
        }
        for path in ["/", "/sources/S021/", "/editions/2022-marrakech/index.json", "/feed-face.css", "/app-0123456789abcdefff.js"] {
            assert!(!is_hashed(path), "{path}");
        }
    }
}
