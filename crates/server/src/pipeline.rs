//! From a request to an answer: log, compression, faults, headers, mount point, files.

use std::path::{Path, PathBuf};

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn, from_fn_with_state, map_response};
use axum::response::{IntoResponse, Response};
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::services::ServeDir;

use crate::{BasePath, Documents, Faults, Host, RequestLog, documents, faults, github_pages, log, policy::SitePolicy, renamed};

/// What was published is compressed already, at 11; this is for the page of unknown addresses and for faults.
const BROTLI_QUALITY: i32 = 5;

/// The layers, innermost first.
pub(crate) fn router(root: &Path, (base, host): (&BasePath, Host), (faults, documents): (&Faults, &Documents), log: &RequestLog) -> Router {
    let files = ServeDir::new(root).redirect_path_prefix(base.prefix());
    let files = match host {
        Host::Cdn => Router::new().fallback_service(files.precompressed_br().precompressed_gzip()),
        Host::CloudflarePages => Router::new().fallback_service(files).layer(from_fn_with_state(root.to_owned(), renamed::without_end)),
        Host::GitHubPages => Router::new().fallback_service(files),
    };
    let files = files.layer(from_fn_with_state(root.join("404.html"), not_found_page)).layer(from_fn_with_state(base.clone(), strip_base));
    let said = match host {
        Host::Cdn | Host::CloudflarePages => files.layer(from_fn_with_state(SitePolicy::new(root), site_headers)),
        Host::GitHubPages => files.layer(from_fn(github_pages::headers)),
    };
    said.layer(map_response(move |response| async move { redirected(response, host) }))
        .layer(from_fn_with_state(faults.clone(), faults::apply))
        .layer(from_fn_with_state(documents.clone(), documents::apply))
        .layer(compression(host))
        .layer(from_fn_with_state(log.clone(), log::record))
}

fn compression(host: Host) -> CompressionLayer<impl Predicate> {
    // Fonts are Brotli inside already; what is bytes to a host it leaves as it is.
    let worthwhile = DefaultPredicate::new().and(NotForContentType::const_new("font/"));
    let worthwhile = worthwhile.and(NotForContentType::const_new("application/octet-stream"));
    CompressionLayer::new()
        .gzip(host == Host::GitHubPages)
        .no_deflate()
        .no_zstd()
        .br(host != Host::GitHubPages)
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

/// `ServeDir` redirects `/platform` temporarily; the addresses of this site are for good, which GitHub Pages says by another number.
fn redirected(mut response: Response, host: Host) -> Response {
    if response.status().is_redirection() && response.headers().contains_key(header::LOCATION) {
        *response.status_mut() = match host {
            Host::Cdn | Host::CloudflarePages => StatusCode::PERMANENT_REDIRECT,
            Host::GitHubPages => StatusCode::MOVED_PERMANENTLY,
        };
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
            let headers = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
            (StatusCode::NOT_FOUND, headers, Body::from(html)).into_response()
        }
        Err(_) => (StatusCode::NOT_FOUND, "not found, and the site has no 404.html").into_response(),
    }
}

/// Says with each answer what the site says of it, and only of files that they may be kept.
async fn site_headers(State(policy): State<SitePolicy>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let policy = policy.now().await;
    let is_file = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    let headers = if is_file { delivery::headers(&path, &policy) } else { delivery::headers_of_failures(&policy) };
    for (name, value) in headers {
        // All of them are ASCII.
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(HeaderName::from_static(name), value);
        }
    }
    response
}
