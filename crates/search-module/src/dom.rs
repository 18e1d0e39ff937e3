//! The few things this module does with the document, each compiled once.

use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{Document, Element, Event, HtmlElement, HtmlInputElement, Url, Window};

thread_local! {
    static WINDOW: Option<Window> = web_sys::window();
}

/// Does something with the window; nothing where there is none.
pub fn window<T>(with: impl FnOnce(&Window) -> Option<T>) -> Option<T> {
    WINDOW.with(|window| with(window.as_ref()?))
}

/// The document.
pub fn document() -> Option<Document> {
    window(Window::document)
}

/// The first element that matches.
pub fn find(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok()?
}

/// The search field.
pub fn field() -> Option<HtmlInputElement> {
    find("#q")?.dyn_into().ok()
}

/// What stands in the field.
pub fn typed() -> String {
    field().map(|field| field.value()).unwrap_or_default()
}

/// Listens on the document as long as it lives.
pub fn listen(event: &str, handler: fn(Event)) {
    let Some(document) = document() else { return };
    let closure = Closure::<dyn Fn(Event)>::new(handler);
    let _ = document.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    closure.forget();
}

/// A new element with a class and a text, at the end of another.
pub fn add(parent: &Element, tag: &str, class: &str, text: &str) -> Option<Element> {
    let element = document()?.create_element(tag).ok()?;
    element.set_class_name(class);
    element.set_text_content(Some(text));
    parent.append_child(&element).ok()?;
    Some(element)
}

/// A new link at the end of another element.
pub fn add_link(parent: &Element, class: &str, text: &str, address: &str) -> Option<Element> {
    let link = add(parent, "a", class, text)?;
    set(&link, "href", address);
    Some(link)
}

/// Sets an attribute.
pub fn set(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

/// The address shown.
pub fn address() -> Option<Url> {
    Url::new(&window(|window| window.location().href().ok())?).ok()
}

/// Follows an address as a click on a link to it would: the app takes it from there.
pub fn follow(address: &str) {
    let Some(form) = find("form.search") else { return };
    if let Some(link) = add_link(&form, "visually-hidden", "", address).and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        link.click();
        link.remove();
    }
}
