//! What a click does once the app runs: load the page's data, show it, keep history, scroll and focus right.
//!
//! Address and text change together, when the data is there; until then, or if it never comes, the
//! reader keeps the page they were on. A router library would change the address first.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use leptos::{ev, prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, HtmlElement, MouseEvent, ScrollRestoration, Url};

use crate::{
    app::{Loading, State},
    load,
};

/// Milliseconds after which a load is shown to be slow.
const SLOW: u64 = 150;

/// Tells loader, tests and benchmarks how the app stands: `ready` or `failed`.
pub fn mark(state: &str) {
    if let Some(root) = document().document_element() {
        // Setting an attribute fails only for invalid names.
        let _ = root.set_attribute(&format!("data-{state}"), "");
    }
    if let Some(performance) = window().performance() {
        let _ = performance.mark(&format!("app:{state}"));
    }
}

/// The path of the address bar.
#[cfg(not(feature = "hydrate"))]
pub fn location_path() -> String {
    window().location().pathname().unwrap_or_else(|_| "/".into())
}

/// Takes over links and history.
pub fn attach(state: State) {
    let navigator = Rc::new(Navigator { state, history: RefCell::default(), latest: RefCell::new(0) });
    navigator.begin();
    let on_click = Rc::clone(&navigator);
    window_event_listener(ev::click, move |event| on_click.click(&event));
    let on_traverse = Rc::clone(&navigator);
    window_event_listener(ev::popstate, move |_| on_traverse.traverse());
    // A reload is the browser's own affair: it knows where the reader was.
    window_event_listener(ev::pagehide, |_| restore_by(ScrollRestoration::Auto));
    window_event_listener(ev::pageshow, |_| restore_by(ScrollRestoration::Manual));
}

struct Navigator {
    state: State,
    history: RefCell<Entries>,
    /// Number of the latest navigation: an older one that arrives late is ignored.
    latest: RefCell<u32>,
}

/// Where the reader was on each history entry of this visit.
#[derive(Default)]
struct Entries {
    current: u32,
    next: u32,
    scroll: BTreeMap<u32, f64>,
}

/// How a page came to be wanted.
#[derive(Clone, Copy)]
enum Cause {
    /// A link was followed.
    Link,
    /// Back or forward, to the entry of this number.
    Traversal(u32),
}

impl Navigator {
    fn begin(&self) {
        restore_by(ScrollRestoration::Manual);
        self.history.borrow_mut().next = 1;
        number_entry(0, None);
    }

    fn click(self: &Rc<Self>, event: &MouseEvent) {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        if let Ok(Some(retry)) = target.closest(".load-error__retry") {
            let wanted = retry.get_attribute("data-href");
            self.go(wanted.as_deref(), Cause::Link);
            return;
        }
        if let Some(url) = followed_link(event, &target, &self.state.site.with_value(|site| site.base.clone())) {
            event.prevent_default();
            self.go(Some(&url.href()), Cause::Link);
        }
    }

    fn traverse(self: &Rc<Self>) {
        let url = window().location().href().ok();
        let number = entry_number();
        if number == Some(self.history.borrow().current) {
            return;
        }
        self.leave_entry();
        let Some(number) = number else {
            // A link to a place on this page was followed: the browser has scrolled already.
            number_entry(self.new_entry(), None);
            return;
        };
        self.history.borrow_mut().current = number;
        if self.is_here(url.as_deref()) {
            *self.latest.borrow_mut() += 1;
            self.state.loading.set(Loading::No);
            self.scroll_to_entry(number);
        } else {
            self.go(url.as_deref(), Cause::Traversal(number));
        }
    }

    /// Whether `url` is the page that is shown.
    fn is_here(&self, url: Option<&str>) -> bool {
        let path = url.and_then(|url| Url::new(url).ok()).map(|url| url.pathname());
        let base = self.state.site.with_value(|site| site.base.clone());
        path == Some(self.state.page.with_untracked(|page| format!("{base}{}", page.path)))
    }

    fn go(self: &Rc<Self>, url: Option<&str>, cause: Cause) {
        let Some(url) = url.and_then(|url| Url::new(url).ok()) else { return };
        let number = {
            let mut latest = self.latest.borrow_mut();
            *latest += 1;
            *latest
        };
        let navigator = Rc::clone(self);
        let slow = Rc::clone(self);
        set_timeout(move || slow.show_slow(number), std::time::Duration::from_millis(SLOW));
        spawn_local(async move {
            let outcome = load::page(&url.pathname()).await;
            if *navigator.latest.borrow() != number {
                return;
            }
            match outcome {
                Ok(page) => navigator.show(page, &url, cause).await,
                Err(error) => navigator.fail(error.phrase(), &url.href()).await,
            }
        });
    }

    fn show_slow(&self, number: u32) {
        if *self.latest.borrow() == number && self.state.loading.get_untracked() == Loading::No {
            self.state.loading.set(Loading::Slow);
        }
    }

    async fn show(&self, page: content::page::Page, url: &Url, cause: Cause) {
        // No later `show_slow` of this navigation.
        *self.latest.borrow_mut() += 1;
        self.state.loading.set(Loading::No);
        let title = self.state.site.with_value(|site| page.document_title(&site.name));
        if let Cause::Link = cause {
            self.leave_entry();
            let number = self.new_entry();
            number_entry(number, Some(&url.href()));
        }
        self.state.page.set(page);
        leptos::task::tick().await;
        document().set_title(&title);
        close_menu();
        set_text("announcer", &title);
        match cause {
            Cause::Traversal(number) => {
                focus("h1");
                self.scroll_to_entry(number);
            }
            Cause::Link if url.hash().len() > 1 => self.reveal(&url.hash()),
            Cause::Link => {
                focus("h1");
                window().scroll_to_with_x_and_y(0.0, 0.0);
            }
        }
    }

    async fn fail(&self, phrase: &'static str, href: &str) {
        *self.latest.borrow_mut() += 1;
        self.state.loading.set(Loading::Failed(phrase));
        leptos::task::tick().await;
        for (selector, attribute) in [(".load-error__link", "href"), (".load-error__retry", "data-href")] {
            if let Ok(Some(element)) = document().query_selector(selector) {
                let _ = element.set_attribute(attribute, href);
            }
        }
        focus(".load-error__retry");
    }

    /// Scrolls to an anchor so that `:target` holds, which pushing an address does not bring about.
    fn reveal(&self, hash: &str) {
        let location = window().location();
        let _ = location.replace(&location.href().unwrap_or_default());
        number_entry(self.history.borrow().current, None);
        if let Some(element) = document().get_element_by_id(hash.trim_start_matches('#')) {
            let _ = element.set_attribute("tabindex", "-1");
            focus_element(element);
        }
    }

    /// Remembers where the reader is before the entry is left.
    fn leave_entry(&self) {
        let mut history = self.history.borrow_mut();
        let current = history.current;
        history.scroll.insert(current, window().scroll_y().unwrap_or_default());
    }

    fn new_entry(&self) -> u32 {
        let mut history = self.history.borrow_mut();
        history.current = history.next;
        history.next += 1;
        history.current
    }

    fn scroll_to_entry(&self, number: u32) {
        let top = self.history.borrow().scroll.get(&number).copied().unwrap_or_default();
        window().scroll_to_with_x_and_y(0.0, top);
    }
}

/// The address of a link this app shall follow: on this site, a page, without modifier keys.
fn followed_link(event: &MouseEvent, target: &Element, base: &str) -> Option<Url> {
    let is_plain = event.button() == 0 && !event.ctrl_key() && !event.meta_key() && !event.shift_key() && !event.alt_key();
    if event.default_prevented() || !is_plain {
        return None;
    }
    let link: HtmlAnchorElement = target.closest("a[href]").ok()??.dyn_into().ok()?;
    let is_ordinary = link.target().is_empty() && !link.has_attribute("download") && !link.rel().contains("external");
    let url = Url::new(&link.href()).ok()?;
    let location = window().location();
    let is_page = url.pathname().starts_with(&format!("{base}/")) && url.pathname().ends_with('/');
    let is_this_page = location.pathname().ok()? == url.pathname() && !url.hash().is_empty();
    (is_ordinary && is_page && !is_this_page && location.origin().ok()? == url.origin()).then_some(url)
}

fn restore_by(who: ScrollRestoration) {
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(who);
    }
}

/// The number of the current history entry, if this app gave it one.
fn entry_number() -> Option<u32> {
    let state = window().history().ok()?.state().ok()?.as_f64()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "only `number_entry` writes it")]
    Some(state as u32)
}

/// Gives the current history entry a number or, with `url`, adds an entry.
fn number_entry(number: u32, url: Option<&str>) {
    let Ok(history) = window().history() else { return };
    let state = JsValue::from(number);
    let _ = match url {
        Some(url) => history.push_state_with_url(&state, "", Some(url)),
        None => history.replace_state(&state, ""),
    };
}

fn focus(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        focus_element(element);
    }
}

fn focus_element(element: Element) {
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

fn close_menu() {
    if let Ok(Some(menu)) = document().query_selector(".menu[open]") {
        let _ = menu.remove_attribute("open");
    }
}

fn set_text(id: &str, text: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.set_text_content(Some(text));
    }
}
