//! The whole page: frame, the place of the page's own text, and what is shown while another page loads.

use content::page::Frame;
use leptos::prelude::*;

use crate::components::{frame, page};

/// What changes while the reader reads.
#[derive(Clone, Copy)]
pub struct State {
    /// The frame; it never changes.
    pub site: StoredValue<Frame>,
    /// Address of the page shown, below the base path.
    pub path: RwSignal<String>,
    /// What the page weighs, in words; empty where nothing was measured.
    pub weight: RwSignal<String>,
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
    /// The state of a page that stands in the HTML. Needs a reactive owner.
    #[must_use]
    pub fn published(site: Frame, path: String, weight: String) -> Self {
        Self { site: StoredValue::new(site), path: RwSignal::new(path), weight: RwSignal::new(weight), loading: RwSignal::new(Loading::No) }
    }
}

/// The view of the whole page.
#[component]
pub fn App(
    /// Frame, address and load.
    state: State,
) -> impl IntoView {
    let site = state.site.get_value();
    view! {
        {frame::header(&site, state.path)}
        {frame::progress(state.loading)}
        <main id="main">
            {frame::load_error(state.loading)}
            // The published page is adopted as it stands: an element without children hydrates over whatever the HTML has in
            // its place, so the text is neither sent twice nor walked through. Others take its place (`prepared`).
            <div class=page::CLASS></div>
        </main>
        {frame::footer(&site, state.weight)}
        <div id="announcer" class="visually-hidden" aria-live="polite"></div>
    }
}
