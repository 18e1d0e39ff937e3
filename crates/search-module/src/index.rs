//! The index in this tab: fetched once, shard by shard as queries need it.

use std::cell::{Cell, RefCell};

use content::route::{SEARCH_FOLDER, SEARCH_HEAD};
use js_sys::{Array, Function, Promise, Uint8Array};
use search::Engine;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

thread_local! {
    static BASE: RefCell<String> = RefCell::default();
    static FETCH: RefCell<Option<Function>> = RefCell::default();
    static ENGINE: RefCell<Option<Engine>> = RefCell::default();
    /// Number of the latest question: an answer that comes late is not shown.
    static LATEST: Cell<u32> = Cell::default();
}

/// Notes where the site is mounted and how files are fetched.
pub fn provide(base: String, fetch: Function) {
    BASE.set(base);
    FETCH.set(Some(fetch));
}

/// An address on this site.
pub fn address(path: &str) -> String {
    BASE.with_borrow(|base| [base.as_str(), path].concat())
}

/// Does something with the engine, if it is there.
pub fn with<T>(with: impl FnOnce(&Engine) -> T) -> Option<T> {
    ENGINE.with_borrow(|engine| engine.as_ref().map(with))
}

/// Calls `then` when what a query needs is there, telling whether it is; not at all if another question was asked
/// meanwhile.
pub fn prepare(query: String, then: fn(bool)) {
    let number = LATEST.get() + 1;
    LATEST.set(number);
    spawn_local(async move {
        let is_ready = load(&query).await.is_some();
        if LATEST.get() == number {
            then(is_ready);
        }
    });
}

async fn load(query: &str) -> Option<()> {
    if with(|_| ()).is_none() {
        let head = bytes(&in_folder(SEARCH_HEAD)).await?;
        let engine = Engine::open(&head).ok()?;
        ENGINE.set(Some(engine));
    }
    // Asked for all at once: on a slow line each round trip counts.
    let asked: Vec<(String, Option<Promise>)> =
        with(|engine| engine.missing(query))?.into_iter().map(|file| (file.clone(), ask(&in_folder(&file)))).collect();
    for (file, promise) in asked {
        let shard = answered(promise?).await?;
        ENGINE.with_borrow_mut(|engine| engine.as_mut()?.add(&file, &shard).ok())?;
    }
    Some(())
}

fn in_folder(file: &str) -> String {
    address(&[SEARCH_FOLDER, file].concat())
}

/// The texts of the page at an address; nothing if they cannot be had.
pub async fn texts(address: &str) -> Option<Vec<String>> {
    let texts = JsFuture::from(ask(address)?).await.ok()?.dyn_into::<Array>().ok()?;
    Some(texts.iter().filter_map(|text| text.as_string()).collect())
}

/// The bytes at an address; nothing if they cannot be had.
async fn bytes(address: &str) -> Option<Vec<u8>> {
    answered(ask(address)?).await
}

fn ask(address: &str) -> Option<Promise> {
    FETCH.with_borrow(|fetch| fetch.as_ref()?.call1(&JsValue::NULL, &address.into()).ok())?.dyn_into().ok()
}

async fn answered(promise: Promise) -> Option<Vec<u8>> {
    let bytes = JsFuture::from(promise).await.ok()?;
    Some(bytes.dyn_into::<Uint8Array>().ok()?.to_vec())
}
