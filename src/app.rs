//! The whole page: frame, the page's own text, and what is shown while another page loads.

use content::page::{Frame, Page};
use leptos::{either::Either, prelude::*};

use crate::components::{frame, page};

/// What changes while the reader reads.
#[derive(Clone, Copy)]
pub struct State {
    /// The frame; it never changes.
    pub site: StoredValue<Frame>,
    /// The page shown.
    pub page: RwSignal<Page>,
    /// What is being loaded.
    pub loading: RwSignal<Loading>,
}

/// How the load of another page stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loading {
    /// Nothing is being loaded.
    No,
    /// It takes long enough to say so.
    Slow,
    /// It failed, for the reason this phrase gives.
    Failed(&'static str),
}

impl State {
    /// The state in which a page is first shown. Needs a reactive owner.
    #[must_use]
    pub fn new(site: Frame, page: Page) -> Self {
        Self { site: StoredValue::new(site), page: RwSignal::new(page), loading: RwSignal::new(Loading::No) }
    }
}

/// The page, made anew at each navigation and never patched: a translation extension may have moved the
/// text nodes of the last one. Changing sides of an `Either` is what makes Leptos do so.
fn fresh_page(page: RwSignal<Page>) -> impl IntoView {
    let mut is_left = false;
    move || {
        is_left = !is_left;
        let view = page::page(page.get());
        if is_left { Either::Left(view) } else { Either::Right(view) }
    }
}

/// The view of the whole page.
#[component]
pub fn App(
    /// Frame, page and load.
    state: State,
) -> impl IntoView {
    let site = state.site.get_value();
    view! {
        {frame::header(&site, state.page)}
        {frame::progress(state.loading)}
        <main id="main">
            {frame::load_error(state.loading)}
            {fresh_page(state.page)}
        </main>
        {frame::footer(&site)}
        <div id="announcer" class="visually-hidden" aria-live="polite"></div>
    }
}
