//! How the next page arrives: its JSON, fetched from beside its HTML.

#[cfg(not(feature = "hydrate"))]
use content::route::FRAME_FILE;
use content::{
    page::{BUILD_DIGITS, Page},
    phrases,
    route::DATA_FILE,
};
use gloo_net::http::Request;
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;

use crate::prefetch;

/// Why a page did not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// No connection.
    Offline,
    /// No such page.
    NotFound,
    /// The server answered with a fault.
    Server,
    /// What came is not JSON.
    Unreadable,
    /// What came is JSON, but not a page.
    WrongShape,
    /// The page is for the app of another build: the site was published anew while this page was open.
    OtherBuild,
}

impl LoadError {
    /// What the reader is told.
    #[must_use]
    pub fn phrase(self) -> &'static str {
        match self {
            Self::Offline => phrases::OFFLINE,
            Self::NotFound => phrases::NOT_FOUND,
            Self::Server => phrases::SERVER_FAULT,
            Self::Unreadable => phrases::UNREADABLE,
            Self::WrongShape | Self::OtherBuild => phrases::WRONG_SHAPE,
        }
    }
}

/// The page at `path`, which begins with `base` and ends with `/`.
///
/// # Errors
/// [`LoadError`], never a panic; also when what came is another page, or one for another build.
pub async fn page(base: &str, path: &str) -> Result<Page, LoadError> {
    // `//host/` would be another site's address.
    let below = path.strip_prefix(base).filter(|below| below.starts_with('/') && !below.starts_with("//"));
    let below = below.ok_or(LoadError::NotFound)?;
    let address = data_address(path);
    let text = match prefetch::fetched(&address).await {
        Some(text) => text,
        None => text(&address).await?,
    };
    let page: Page = parse(&text)?;
    match page.path == below {
        true if page.build == build() => Ok(page),
        true => Err(LoadError::OtherBuild),
        false => Err(LoadError::WrongShape),
    }
}

/// Which build this app belongs to, by the name of its loader; empty in development, where that has none.
fn build() -> String {
    let loader = leptos::prelude::document().query_selector("script[src*='/loader-']").ok().flatten();
    let address = loader.and_then(|loader| loader.get_attribute("src")).unwrap_or_default();
    address.rsplit_once("/loader-").and_then(|(_, hash)| hash.get(..BUILD_DIGITS)).unwrap_or_default().to_owned()
}

/// Where the data of the page at `path` is.
pub fn data_address(path: &str) -> String {
    [path, DATA_FILE].concat()
}

/// The text at an address on this site.
///
/// # Errors
/// [`LoadError`], never a panic.
pub async fn text(address: &str) -> Result<String, LoadError> {
    let response = Request::get(address).send().await.map_err(|_| LoadError::Offline)?;
    match response.status() {
        404 | 410 => Err(LoadError::NotFound),
        200..=299 => response.text().await.map_err(|_| LoadError::Unreadable),
        _ => Err(LoadError::Server),
    }
}

/// What an address on this site says, from its JSON.
///
/// # Errors
/// [`LoadError`], never a panic.
pub async fn json<T: serde::de::DeserializeOwned>(address: &str) -> Result<T, LoadError> {
    parse(&text(address).await?)
}

/// The bytes at an address on this site, for the search.
///
/// # Errors
/// What the reader is told, as JavaScript's errors are values of any type.
pub async fn bytes(address: String) -> Result<JsValue, JsValue> {
    let response = Request::get(&address).send().await.map_err(|_| LoadError::Offline.phrase())?;
    if !response.ok() {
        return Err(LoadError::Server.phrase().into());
    }
    let bytes = response.binary().await.map_err(|_| LoadError::Unreadable.phrase())?;
    Ok(Uint8Array::from(bytes.as_slice()).into())
}

/// A page, or what carries it, from its JSON.
///
/// # Errors
/// [`LoadError::Unreadable`] or [`LoadError::WrongShape`].
pub fn parse<'a, T: serde::Deserialize<'a>>(text: &'a str) -> Result<T, LoadError> {
    serde_json::from_str(text).map_err(|error| if error.is_data() { LoadError::WrongShape } else { LoadError::Unreadable })
}

/// The frame, in development; a published page carries it.
///
/// # Errors
/// [`LoadError`], never a panic.
#[cfg(not(feature = "hydrate"))]
pub async fn frame() -> Result<content::page::Frame, LoadError> {
    json(FRAME_FILE).await
}
