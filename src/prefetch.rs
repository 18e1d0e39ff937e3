//! The next page's data, asked for when a reader shows that they are about to follow a link: the pointer rests on it, or a
//! finger has come down. (Speculation Rules would fetch the HTML, which the app does not use; so there are none.)

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use content::page::Page;
use js_sys::{Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Element, MouseEvent};

use crate::{links::page_linked, load, styles};

/// Milliseconds that a pointer rests on a link which it does not merely cross.
const REST: u64 = 65;
/// Bytes of data that may be fetched ahead on one page, before compression, which makes a quarter of them: what was fetched
/// and not read, readers have paid for nothing.
const BUDGET: usize = 200_000;

/// A page that was asked for.
struct Asked {
    /// Where its data is.
    address: String,
    /// Kept when it has come, or will not.
    settled: Promise,
    /// The page, read while the reader had not clicked yet.
    page: Rc<RefCell<Option<Page>>>,
}

thread_local! {
    static ASKED: RefCell<Vec<Asked>> = RefCell::default();
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

/// The page that was asked for ahead at `address`, once it is there; nothing if it was not, or did not come.
pub async fn fetched(address: &str) -> Option<Page> {
    let asked = ASKED.with_borrow_mut(|asked| {
        let index = asked.iter().position(|asked| asked.address == address)?;
        Some(asked.swap_remove(index))
    })?;
    JsFuture::from(asked.settled).await.ok()?;
    asked.page.take()
}

/// Where the data of the page is to which an event points; nothing for the page that is shown.
fn address(event: &MouseEvent, base: &str) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let path = page_linked(&target, base)?.pathname();
    let is_here = window().location().pathname().is_ok_and(|here| here == path);
    (!is_here).then(|| load::data_address(&path))
}

fn ask(address: String) {
    let is_asked = ASKED.with_borrow(|asked| asked.iter().any(|asked| asked.address == address));
    if is_asked || SPENT.get() > BUDGET {
        return;
    }
    let page = Rc::<RefCell<_>>::default();
    let (wanted, place) = (address.clone(), Rc::clone(&page));
    let settled = future_to_promise(async move {
        // What did not come is asked for again by the click, which tells why.
        if let Ok(bytes) = load::bytes(&wanted).await {
            SPENT.set(SPENT.get() + bytes.len());
            place.replace(load::read(&bytes).ok().inspect(styles::ask));
        }
        Ok(JsValue::UNDEFINED)
    });
    ASKED.with_borrow_mut(|asked| asked.push(Asked { address, settled, page }));
}

/// Whether the connection is so slow, or data so dear, that nothing is fetched which nobody asked for (Network Information API).
fn is_dear() -> bool {
    let connection = Reflect::get(&window().navigator(), &"connection".into()).unwrap_or_default();
    let says = |name: &str| Reflect::get(&connection, &name.into()).unwrap_or_default();
    connection.is_object() && (says("saveData").is_truthy() || says("effectiveType").as_string().is_some_and(|kind| kind.ends_with("2g")))
}
