//! How the next page arrives: its data, fetched from beside its HTML.

#[cfg(not(feature = "hydrate"))]
use content::route::FRAME_FILE;
use content::{
    page::{self, BUILD_DIGITS, Page, Unreadable},
    phrases,
    route::{DATA_FILE, below},
};
use gloo_net::http::Request;
use js_sys::{Array, JSON, Uint8Array};
use wasm_bindgen::JsValue;

/// Why a page did not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// No connection.
    Offline,
    /// No such page.
    NotFound,
    /// The server answered with a fault.
    Server,
    /// What came is damaged or something else.
    Unreadable,
    /// What came is another page.
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

impl From<Unreadable> for LoadError {
    fn from(unreadable: Unreadable) -> Self {
        match unreadable {
            Unreadable::OtherBuild => Self::OtherBuild,
            Unreadable::Damaged => Self::Unreadable,
        }
    }
}

/// The page at `path`, which begins with `base` and ends with `/`.
///
/// # Errors
/// [`LoadError`], never a panic; also when what came is another page, or one for another build.
pub async fn page(base: &str, path: &str) -> Result<Page, LoadError> {
    let below = below(path, base).ok_or(LoadError::NotFound)?;
    read(&bytes(&data_address(path)).await?, below)
}

/// The page that these bytes are, if it is the one of the address `below` the base path.
///
/// # Errors
/// [`LoadError`], never a panic.
pub fn read(bytes: &[u8], below: &str) -> Result<Page, LoadError> {
    let page = Page::read(bytes, &build())?;
    if page.path == below { Ok(page) } else { Err(LoadError::WrongShape) }
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

/// The bytes at an address on this site.
///
/// # Errors
/// [`LoadError`], never a panic.
pub async fn bytes(address: &str) -> Result<Vec<u8>, LoadError> {
    let response = Request::get(address).send().await.map_err(|_| LoadError::Offline)?;
    match response.status() {
        404 | 410 => Err(LoadError::NotFound),
        200..=299 => response.binary().await.map_err(|_| LoadError::Unreadable),
        _ => Err(LoadError::Server),
    }
}

/// A part of a page from an address on this site.
///
/// # Errors
/// [`LoadError`], never a panic.
pub async fn part<T: serde::de::DeserializeOwned>(address: &str) -> Result<T, LoadError> {
    Ok(page::decode(&bytes(address).await?)?)
}

/// The open data at an address on this site, as the browser reads JSON.
///
/// # Errors
/// [`LoadError`], never a panic.
pub async fn json(address: &str) -> Result<JsValue, LoadError> {
    JSON::parse(&String::from_utf8_lossy(&bytes(address).await?)).map_err(|_| LoadError::Unreadable)
}

/// For the search, which cannot fetch: of a page, whose address ends with a slash, its texts (`Array` of `string`); of a
/// file its bytes (`Uint8Array`).
///
/// # Errors
/// What the reader is told, as JavaScript's errors are values of any type.
pub async fn for_search(base: &str, address: &str) -> Result<JsValue, JsValue> {
    let phrase = |error: LoadError| JsValue::from_str(error.phrase());
    if address.ends_with('/') {
        let texts = page(base, address).await.map_err(phrase)?.texts();
        return Ok(texts.into_iter().map(JsValue::from).collect::<Array>().into());
    }
    Ok(Uint8Array::from(bytes(address).await.map_err(phrase)?.as_slice()).into())
}

/// The frame, in development; a published page carries it.
///
/// # Errors
/// [`LoadError`], never a panic.
#[cfg(not(feature = "hydrate"))]
pub async fn frame() -> Result<content::page::Frame, LoadError> {
    part(FRAME_FILE).await
}
