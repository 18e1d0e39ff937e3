//! What a click does once the app runs: load the page's data, show it, keep history, scroll and focus right.
//!
//! When a link is followed, address and text change together, when the data is there; until then, or
//! if it never comes, the reader keeps the page they were on. (A router library would change the
//! address first. Back and forward are the browser's: it changes the address at once.)

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};

use leptos::{ev, prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent, ScrollRestoration, Url};

use crate::{
    app::{Loading, State},
    arrival, enhance,
    history::{entry, restore_by, write_entry},
    links::followed_link,
    load::LoadError,
    prefetch,
    prepared::NextPage,
    transition::Transition,
};

/// Milliseconds after which a load is shown to be slow.
const SLOW: u64 = 150;

/// Tells loader, tests and benchmarks how the app stands: `ready` or `failed`.
pub fn mark(state: &str) {
    set_root_attribute(&format!("data-{state}"), true);
    if let Some(performance) = window().performance() {
        let _ = performance.mark(&format!("app:{state}"));
    }
}

/// Sets or removes an attribute of `<html>`; neither fails for a valid name.
fn set_root_attribute(name: &str, is_set: bool) {
    if let Some(root) = document().document_element() {
        let _ = if is_set { root.set_attribute(name, "") } else { root.remove_attribute(name) };
    }
}

/// Takes over links and history.
pub fn attach(state: State) {
    let base = state.site.with_value(|site| site.base.clone());
    // Before those who prepare the paper.
    window_event_listener_untyped("beforeprint", move |_| arrival::complete());
    enhance::attach(&base);
    prefetch::attach(state);
    restore_by(ScrollRestoration::Manual);
    // After a reload the entry has its number already, and those above and below keep theirs.
    let (number, place) = entry();
    let current = number.unwrap_or_default();
    write_entry(current, place, None);
    let navigator = Rc::new(Navigator {
        state,
        current: Cell::new(current),
        latest: Cell::new(0),
        shown: Cell::new(0),
        scroll: RefCell::default(),
        clicked_at: Cell::default(),
        is_making_target: Cell::default(),
        failed: RefCell::default(),
    });
    let on_click = Rc::clone(&navigator);
    window_event_listener(ev::click, move |event| on_click.click(&event));
    let on_traverse = Rc::clone(&navigator);
    window_event_listener(ev::popstate, move |_| on_traverse.traverse());
    // A reload is the browser's own affair: it knows where the reader was.
    window_event_listener(ev::pagehide, move |_| {
        navigator.write_place();
        restore_by(ScrollRestoration::Auto);
    });
    window_event_listener(ev::pageshow, move |_| {
        restore_by(ScrollRestoration::Manual);
        // Left, perhaps, while the next page came slowly. A failure is still one.
        if state.loading.get_untracked() == Loading::Slow {
            state.loading.set(Loading::No);
        }
    });
}

struct Navigator {
    state: State,
    /// Number of the history entry shown: one more for each entry above the first.
    current: Cell<u32>,
    /// Number of the latest navigation: an older one that arrives late is ignored.
    latest: Cell<u32>,
    /// How many pages were shown.
    shown: Cell<u32>,
    /// Where the reader was on each history entry, since the app runs.
    scroll: RefCell<BTreeMap<u32, f64>>,
    /// Where the reader was when they last clicked: by the time the browser tells of a jump to a place on the same
    /// page, `:target` has opened one claim and closed another, and the page may have moved.
    clicked_at: Cell<f64>,
    /// While the browser is sent to the address that is shown already: not a traversal.
    is_making_target: Cell<bool>,
    /// What the retry button repeats.
    failed: RefCell<Option<(Url, Cause)>>,
}

/// How a page came to be wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cause {
    /// A link was followed: the address changes with the text.
    Link,
    /// Back or forward, to the entry of this number: the browser has changed the address already.
    Traversal(u32),
}

impl Navigator {
    fn click(self: &Rc<Self>, event: &MouseEvent) {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        self.clicked_at.set(window().scroll_y().unwrap_or_default());
        if let Ok(Some(_)) = target.closest(".load-error__retry") {
            let failed = self.failed.borrow().clone();
            if let Some((url, cause)) = failed {
                // The button vanishes when the load turns out to be slow.
                focus("h1");
                self.go(url, cause);
            }
        } else if let Some(url) = followed_link(event, &target, &self.base()) {
            event.prevent_default();
            self.go(url, Cause::Link);
        } else {
            // A place on this page, perhaps: the browser looks for it once, and now.
            arrival::complete();
        }
    }

    fn traverse(self: &Rc<Self>) {
        if self.is_making_target.get() {
            return;
        }
        let Some(url) = window().location().href().ok().and_then(|url| Url::new(&url).ok()) else { return };
        let (number, _) = entry();
        let is_here = self.is_here(&url);
        if is_here && number == Some(self.current.get()) {
            return;
        }
        let Some(number) = number else {
            // A link to a place on this page was followed: the browser has scrolled already.
            self.leave_entry_at(self.clicked_at.get());
            self.enter_next(None);
            enhance::place(&self.base());
            return;
        };
        self.leave_entry();
        self.current.set(number);
        if is_here {
            self.begin_navigation();
            self.state.loading.set(Loading::No);
            arrival::complete();
            // `:target`, and with it the height of the page, changes only after this event.
            let place = self.place(number);
            request_animation_frame(move || Self::scroll_to(place, &url));
            enhance::place(&self.base());
        } else {
            self.go(url, Cause::Traversal(number));
        }
    }

    fn base(&self) -> String {
        self.state.site.with_value(|site| site.base.clone())
    }

    /// Whether `url` is the page that is shown.
    fn is_here(&self, url: &Url) -> bool {
        url.pathname() == self.state.path.with_untracked(|path| format!("{}{path}", self.base()))
    }

    /// Makes all earlier navigations late; gives this one's number.
    fn begin_navigation(&self) -> u32 {
        self.latest.set(self.latest.get() + 1);
        self.latest.get()
    }

    fn go(self: &Rc<Self>, url: Url, cause: Cause) {
        let number = self.begin_navigation();
        let navigator = Rc::clone(self);
        let slow = Rc::clone(self);
        set_timeout(move || slow.show_slow(number), std::time::Duration::from_millis(SLOW));
        spawn_local(async move {
            let outcome = prefetch::next(&navigator.base(), &url.pathname()).await;
            if let Ok(page) = &outcome {
                page.styled().await;
            }
            if navigator.latest.get() != number {
                return;
            }
            let number = navigator.begin_navigation();
            match outcome {
                Ok(page) => {
                    let transition = Transition::begin().await;
                    // Another link was followed while the browser took its picture.
                    if navigator.latest.get() == number {
                        navigator.show(page, &url, cause, transition).await;
                    } else {
                        transition.end();
                    }
                }
                // Only the server has the page: none is there any more, or it is for the app of another build.
                Err(LoadError::NotFound | LoadError::OtherBuild) => navigator.load_plainly(&url, cause),
                Err(error) => navigator.fail(error.phrase(), url, cause).await,
            }
        });
    }

    /// Leaves the app: the browser loads the page as if there were none.
    fn load_plainly(&self, url: &Url, cause: Cause) {
        self.write_place();
        let location = window().location();
        let _ = match cause {
            Cause::Link => location.assign(&url.href()),
            // The address is shown already.
            Cause::Traversal(_) => location.reload(),
        };
    }

    fn show_slow(&self, number: u32) {
        if self.latest.get() == number {
            self.state.loading.set(Loading::Slow);
        }
    }

    async fn show(&self, page: NextPage, url: &Url, cause: Cause, transition: Transition) {
        self.state.loading.set(Loading::No);
        // Should the app fail between here and the end, the loader loads the new address plainly.
        set_root_attribute("data-navigating", true);
        if cause == Cause::Link {
            self.leave_entry();
            self.write_place();
            self.enter_next(Some(&url.href()));
        }
        self.shown.set(self.shown.get() + 1);
        let Some(title) = page.show(self.state) else {
            // The address has changed: the server has its page.
            transition.end();
            let _ = window().location().reload();
            return;
        };
        leptos::task::tick().await;
        prefetch::page();
        enhance::leave();
        document().set_title(&title);
        close_menu();
        enhance::announce(&title);
        if cause == Cause::Link && url.hash().len() <= 1 {
            self.begin_at_the_top(transition).await;
        } else {
            self.go_to_the_place(url, cause);
            transition.end();
        }
    }

    /// Shows the first screen, then adds the rest of the page.
    async fn begin_at_the_top(&self, transition: Transition) {
        let shown = self.shown.get();
        focus("h1");
        window().scroll_to_with_x_and_y(0.0, 0.0);
        transition.end();
        arrival::complete_after_paint().await;
        // Meanwhile the reader may have gone on, and that page is made whole by its own navigation.
        if self.shown.get() == shown {
            self.end_navigation();
        }
    }

    /// Shows the whole page, where the reader was or is sent to.
    fn go_to_the_place(&self, url: &Url, cause: Cause) {
        arrival::complete();
        self.end_navigation();
        match cause {
            Cause::Traversal(number) => {
                focus("h1");
                let place = self.place(number);
                if url.hash().len() > 1 {
                    self.make_target();
                }
                Self::scroll_to(place, url);
            }
            Cause::Link if self.reveal(&url.hash()) => {}
            Cause::Link => {
                focus("h1");
                window().scroll_to_with_x_and_y(0.0, 0.0);
            }
        }
    }

    /// The page is whole.
    fn end_navigation(&self) {
        set_root_attribute("data-navigating", false);
        enhance::page(&self.base());
    }

    async fn fail(&self, phrase: &'static str, url: Url, cause: Cause) {
        self.state.loading.set(Loading::Failed(phrase));
        leptos::task::tick().await;
        if let Ok(Some(link)) = document().query_selector(".load-error__link") {
            let _ = link.set_attribute("href", &url.href());
        }
        self.failed.replace(Some((url, cause)));
        focus(".load-error__retry");
    }

    /// Scrolls to an anchor so that `:target` holds, which pushing an address does not bring about.
    /// Tells whether there is such an anchor.
    fn reveal(&self, hash: &str) -> bool {
        let Some(element) = document().get_element_by_id(hash.trim_start_matches('#')) else { return false };
        self.make_target();
        let _ = element.set_attribute("tabindex", "-1");
        focus_element(element);
        true
    }

    /// Navigates to the address that is shown already: the browser then finds its `:target`.
    fn make_target(&self) {
        self.is_making_target.set(true);
        let location = window().location();
        let _ = location.replace(&location.href().unwrap_or_default());
        write_entry(self.current.get(), None, None);
        self.is_making_target.set(false);
    }

    /// Remembers where the reader is before the entry is left.
    fn leave_entry(&self) {
        self.leave_entry_at(window().scroll_y().unwrap_or_default());
    }

    fn leave_entry_at(&self, place: f64) {
        self.scroll.borrow_mut().insert(self.current.get(), place);
    }

    /// Writes it into the history too, while that is at this entry: there it outlives a reload.
    fn write_place(&self) {
        write_entry(self.current.get(), window().scroll_y().ok(), None);
    }

    /// The entry after this one; with `url` it is made, else the browser has made it.
    fn enter_next(&self, url: Option<&str>) {
        self.current.set(self.current.get() + 1);
        write_entry(self.current.get(), None, url);
    }

    /// Where the reader was on the entry shown, if that is known.
    fn place(&self, number: u32) -> Option<f64> {
        let (_, written) = entry();
        self.scroll.borrow().get(&number).copied().or(written)
    }

    /// Puts the reader at a place of the page; if none is known, at the anchor of `url` or at the top.
    fn scroll_to(place: Option<f64>, url: &Url) {
        if place.is_some() || url.hash().len() <= 1 {
            window().scroll_to_with_x_and_y(0.0, place.unwrap_or_default());
        }
    }
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
