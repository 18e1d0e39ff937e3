//! The next page's data, asked for when a reader shows that they are about to follow a link: the pointer rests on it, or a
//! finger has come down. (Speculation Rules would fetch the HTML, which the app does not use; so there are none.)

use std::{
    cell::{Cell, RefCell},
    time::Duration,
};

use js_sys::{Promise, Reflect, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Element, MouseEvent};

use crate::{load, navigate::page_linked};

/// Milliseconds that a pointer rests on a link which it does not merely cross.
const REST: u64 = 65;
/// Bytes of data that may be fetched ahead on one page, before compression, which makes a quarter of them: what was fetched
/// and not read, readers have paid for nothing.
const BUDGET: usize = 200_000;

thread_local! {
    /// What was asked for, by address: promises of bytes.
    static ASKED: RefCell<Vec<(String, Promise)>> = RefCell::default();
    static SPENT: Cell<usize> = Cell::default();
    /// Where the pointer last came down, on the screen.
    static CAME_DOWN: Cell<(i32, i32)> = Cell::default();
    /// The address under the pointer.
    static POINTED_AT: RefCell<Option<String>> = RefCell::default();
}

/// Listens to pointers. Called once.
pub fn attach(base: String) {
    if is_dear() {
        return;
    }
    let on_pointer = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
        let place = (event.screen_x(), event.screen_y());
        if event.type_() == "pointerdown" {
            CAME_DOWN.set(place);
        } else if place == CAME_DOWN.get() {
            // The page was changed under a pointer that rests where it was.
            return;
        }
        let address = address(&event, &base);
        POINTED_AT.replace(address.clone());
        let Some(address) = address else { return };
        if event.type_() == "pointerdown" {
            return ask(address);
        }
        let ask_if_resting = move || {
            if POINTED_AT.with_borrow(|pointed_at| pointed_at.as_ref() == Some(&address)) {
                ask(address);
            }
        };
        set_timeout(ask_if_resting, Duration::from_millis(REST));
    });
    for event in ["pointerover", "pointerdown"] {
        let _ = document().add_event_listener_with_callback(event, on_pointer.as_ref().unchecked_ref());
    }
    // It lives as long as the document.
    on_pointer.forget();
}

/// Another page is shown: its links are others.
pub fn page() {
    ASKED.take();
    SPENT.set(0);
}

/// The bytes that were asked for ahead at `address`, once they are there; nothing if they were not, or did not come.
pub async fn fetched(address: &str) -> Option<Vec<u8>> {
    let promise = ASKED.with_borrow_mut(|asked| {
        let index = asked.iter().position(|(known, _)| known == address)?;
        Some(asked.swap_remove(index).1)
    })?;
    Some(JsFuture::from(promise).await.ok()?.dyn_into::<Uint8Array>().ok()?.to_vec())
}

/// Where the data of the page is to which an event points.
fn address(event: &MouseEvent, base: &str) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    page_linked(&target, base).map(|url| load::data_address(&url.pathname()))
}

fn ask(address: String) {
    let is_asked = ASKED.with_borrow(|asked| asked.iter().any(|(known, _)| *known == address));
    if is_asked || SPENT.get() > BUDGET {
        return;
    }
    let wanted = address.clone();
    let bytes = future_to_promise(async move {
        // What did not come is asked for again by the click. Refused, and awaited by nobody, it would be an error in the console.
        let Ok(bytes) = load::bytes(&wanted).await else { return Ok(JsValue::UNDEFINED) };
        SPENT.set(SPENT.get() + bytes.len());
        Ok(Uint8Array::from(bytes.as_slice()).into())
    });
    ASKED.with_borrow_mut(|asked| asked.push((address, bytes)));
}

/// Whether the connection is so slow, or data so dear, that nothing is fetched which nobody asked for (Network Information API).
fn is_dear() -> bool {
    let connection = Reflect::get(&window().navigator(), &"connection".into()).unwrap_or_default();
    let says = |name: &str| Reflect::get(&connection, &name.into()).unwrap_or_default();
    connection.is_object() && (says("saveData").is_truthy() || says("effectiveType").as_string().is_some_and(|kind| kind.ends_with("2g")))
}
