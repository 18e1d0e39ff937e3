//! The next page, asked for and made when a reader shows that they are about to follow a link: the pointer rests on it, or a
//! finger has come down. (Speculation Rules would fetch the HTML, which the app does not use; so there are none.)

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    sync::Arc,
    time::Duration,
};

use content::{page::Page, route::below};
use js_sys::{Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Element, MouseEvent};

use crate::{
    app::State,
    components::block::Context,
    enhance::evidence,
    links::page_linked,
    load::{self, LoadError},
    prepared::{NextPage, Prepared},
};

/// Milliseconds that a pointer rests on a link which it does not merely cross.
const RESTING: u64 = 65;
/// Bytes of data that may be fetched ahead on one page, before compression, which makes a quarter of them: what was fetched
/// and not read, readers have paid for nothing.
const BUDGET: usize = 200_000;

/// A page that was asked for.
struct Asked {
    /// Its address, without the host.
    path: String,
    /// Kept when its data has come, or will not.
    settled: Promise,
    page: Rc<RefCell<Option<NextPage>>>,
}

thread_local! {
    static ASKED: RefCell<Vec<Asked>> = RefCell::default();
    static SPENT: Cell<usize> = Cell::default();
    /// Where the pointer last came down, on the screen.
    static CAME_DOWN: Cell<(i32, i32)> = Cell::default();
    /// The address of the page to whose link the pointer points; nothing once that was followed.
    static POINTED_AT: RefCell<Option<String>> = RefCell::default();
}

/// Listens to pointers. Called once.
pub fn attach(state: State) {
    if is_dear() {
        return;
    }
    let base = state.site.with_value(|site| site.base.clone());
    let on_pointer = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
        // The finger scrolls.
        if event.type_() == "pointercancel" {
            POINTED_AT.take();
            return;
        }
        let place = (event.screen_x(), event.screen_y());
        if event.type_() == "pointerdown" {
            CAME_DOWN.set(place);
        } else if place == CAME_DOWN.get() {
            // The page was changed under a pointer that rests where it was.
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let path = target.as_ref().and_then(|target| path(target, &base));
        POINTED_AT.replace(path.clone());
        let Some(path) = path else { return };
        let is_followed = target.is_some_and(|target| evidence::link(&target).is_none());
        let ask = move |path| ask(path, state, is_followed);
        if event.type_() == "pointerdown" {
            return ask(path);
        }
        let ask_if_resting = move || {
            if is_pointed_at(&path) {
                ask(path);
            }
        };
        set_timeout(ask_if_resting, Duration::from_millis(RESTING));
    });
    for event in ["pointerover", "pointerdown", "pointercancel"] {
        let _ = document().add_event_listener_with_callback(event, on_pointer.as_ref().unchecked_ref());
    }
    // It lives as long as the document.
    on_pointer.forget();
}

/// Another page is shown: its links are others.
pub fn page() {
    ASKED.take();
    POINTED_AT.take();
    SPENT.set(0);
}

/// The page at `path`, which begins with the base path: as it was made ahead, or its data, fetched ahead or now.
///
/// # Errors
/// [`LoadError`], never a panic.
pub async fn next(base: &str, path: &str) -> Result<NextPage, LoadError> {
    // Whatever comes of it from now on, the reader has gone there.
    POINTED_AT.take();
    match taken(path).await {
        Some(page) => Ok(page),
        None => load::page(base, path).await.map(NextPage::Read),
    }
}

/// What the claims of the page at `path` refer to. A page that was made ahead remains for the click that follows its link.
///
/// # Errors
/// [`LoadError`], never a panic.
pub async fn context(base: &str, path: &str) -> Result<Arc<Context>, LoadError> {
    if let Some(context) = of_made(path).await {
        return Ok(context);
    }
    let page = match taken(path).await {
        Some(NextPage::Read(page)) => page,
        _ => load::page(base, path).await?,
    };
    let Page { claims, sources, conflicts, .. } = page;
    Ok(Arc::new(Context { claims, sources, conflicts, ..Context::default() }))
}

/// What was asked for ahead, once it is there; nothing if it was not, or did not come.
async fn taken(path: &str) -> Option<NextPage> {
    let asked = ASKED.with_borrow_mut(|asked| {
        let index = asked.iter().position(|asked| asked.path == path)?;
        Some(asked.swap_remove(index))
    })?;
    JsFuture::from(asked.settled).await.ok()?;
    asked.page.take()
}

async fn of_made(path: &str) -> Option<Arc<Context>> {
    let asked = |asked: &Asked| (asked.settled.clone(), Rc::clone(&asked.page));
    let (settled, page) = ASKED.with_borrow(|all| all.iter().find(|asked| asked.path == path).map(asked))?;
    JsFuture::from(settled).await.ok()?;
    match &*page.borrow() {
        Some(NextPage::Made(prepared)) => Some(Arc::clone(&prepared.context)),
        _ => None,
    }
}

/// The page to which `target` links; nothing for the page that is shown.
fn path(target: &Element, base: &str) -> Option<String> {
    let path = page_linked(target, base)?.pathname();
    let is_here = window().location().pathname().is_ok_and(|here| here == path);
    (!is_here).then_some(path)
}

fn is_pointed_at(path: &str) -> bool {
    POINTED_AT.with_borrow(|pointed_at| pointed_at.as_deref() == Some(path))
}

/// Asks for the data of a page, and makes the page if its link is one to be followed and still pointed at then.
fn ask(path: String, state: State, is_followed: bool) {
    let is_asked = ASKED.with_borrow(|asked| asked.iter().any(|asked| asked.path == path));
    let Some(below) = state.site.with_value(|site| below(&path, &site.base).map(str::to_owned)) else { return };
    if is_asked || SPENT.get() > BUDGET {
        return;
    }
    let page = Rc::<RefCell<_>>::default();
    let (wanted, place) = (path.clone(), Rc::clone(&page));
    let settled = future_to_promise(async move {
        // What did not come is asked for again by the click, which tells why.
        if let Ok(bytes) = load::bytes(&load::data_address(&wanted)).await {
            SPENT.set(SPENT.get() + bytes.len());
            let is_to_be_made = is_followed && is_pointed_at(&wanted);
            let next = |page| if is_to_be_made { Prepared::new(page, state).map(NextPage::Made) } else { Some(NextPage::Read(page)) };
            place.replace(load::read(&bytes, &below).ok().and_then(next));
        }
        Ok(JsValue::UNDEFINED)
    });
    ASKED.with_borrow_mut(|asked| asked.push(Asked { path, settled, page }));
}

/// Whether the connection is so slow, or data so dear, that nothing is fetched which nobody asked for (Network Information API).
fn is_dear() -> bool {
    let connection = Reflect::get(&window().navigator(), &"connection".into()).unwrap_or_default();
    let says = |name: &str| Reflect::get(&connection, &name.into()).unwrap_or_default();
    connection.is_object() && (says("saveData").is_truthy() || says("effectiveType").as_string().is_some_and(|kind| kind.ends_with("2g")))
}
