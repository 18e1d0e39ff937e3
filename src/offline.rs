//! Reading without a connection: the service worker, what the reader asks of it, and the news that the site was published anew.
//! All of it is an addition; where a browser has no service workers, nothing of it is seen.

use std::cell::{Cell, RefCell};

use js_sys::{Array, Reflect};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, MessageEvent, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration};

use crate::enhance;

/// The worker's file, below the base path.
const WORKER: &str = "/sw.js";

thread_local! {
    static REGISTRATION: RefCell<Option<ServiceWorkerRegistration>> = RefCell::default();
    /// Whether the reader has asked for the new build.
    static IS_UPDATING: Cell<bool> = Cell::default();
}

/// Registers the worker of the site at `base`. Called once, when the app is ready.
pub fn attach(base: &str) {
    let Some(container) = container() else { return };
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| told(&event.data()));
    let on_change = Closure::<dyn Fn(Event)>::new(|_| {
        // Once, and only where the reader has asked: another tab keeps the app that it has.
        if IS_UPDATING.take() {
            let _ = window().location().reload();
        }
    });
    let _ = container.add_event_listener_with_callback("message", on_message.as_ref().unchecked_ref());
    let _ = container.add_event_listener_with_callback("controllerchange", on_change.as_ref().unchecked_ref());
    // They live as long as the document.
    on_message.forget();
    on_change.forget();
    let address = [base, WORKER].concat();
    spawn_local(async move {
        let Ok(registration) = JsFuture::from(container.register(&address)).await else { return };
        watch(&registration.unchecked_into());
        let Ok(ready) = container.ready() else { return };
        let Ok(ready) = JsFuture::from(ready).await else { return };
        REGISTRATION.replace(Some(ready.unchecked_into()));
        visited();
        send(&["state"]);
    });
}

/// Waits for the worker of another build. The first one has nothing to take the place of.
fn watch(registration: &ServiceWorkerRegistration) {
    let look = |registration: &ServiceWorkerRegistration| {
        if registration.waiting().is_some() && registration.active().is_some() {
            enhance::offline::renewed();
        }
    };
    look(registration);
    let watched = registration.clone();
    let on_found = Closure::<dyn Fn(Event)>::new(move |_| {
        let (Some(coming), watched) = (watched.installing(), watched.clone()) else { return };
        let on_state = Closure::<dyn Fn(Event)>::new(move |_| look(&watched));
        let _ = coming.add_event_listener_with_callback("statechange", on_state.as_ref().unchecked_ref());
        on_state.forget();
    });
    let _ = registration.add_event_listener_with_callback("updatefound", on_found.as_ref().unchecked_ref());
    on_found.forget();
}

/// Tells the worker which page is shown, so that it is kept.
pub fn visited() {
    if let Ok(path) = window().location().pathname() {
        send(&["visited", &path]);
    }
}

/// Asks for the whole site, or removes all but what every page needs.
pub fn keep_site(is_wanted: bool) {
    send(&[if is_wanted { "keep" } else { "remove" }]);
}

/// Shows the new build: the worker that waits takes over, and the page is loaded once more.
pub fn update() {
    IS_UPDATING.set(true);
    let waiting = REGISTRATION.with_borrow(|registration| registration.as_ref()?.waiting());
    post(waiting.as_ref(), &["update"]);
}

fn send(words: &[&str]) {
    let active = REGISTRATION.with_borrow(|registration| registration.as_ref()?.active());
    post(active.as_ref(), words);
}

fn post(worker: Option<&ServiceWorker>, words: &[&str]) {
    let message: Array = words.iter().map(|word| JsValue::from_str(word)).collect();
    if let Some(worker) = worker {
        let _ = worker.post_message(&message);
    }
}

/// The worker's answer: how the site is kept, and how large it is in words.
fn told(message: &JsValue) {
    let message = Array::from(message);
    if let (Some(state), Some(size)) = (message.get(0).as_string(), message.get(1).as_string()) {
        enhance::offline::kept(&state, &size);
    }
}

/// Nothing where the browser has no service workers, or not at this address.
fn container() -> Option<ServiceWorkerContainer> {
    let navigator = window().navigator();
    let container = Reflect::get(&navigator, &"serviceWorker".into()).ok()?;
    container.is_object().then(|| container.unchecked_into())
}
