//! The whole page: frame, the page's own text, and what is shown while another page loads.

use content::page::{Frame, Page};
use leptos::{either::EitherOf3, prelude::*};

use crate::components::{frame, page};

/// What changes while the reader reads.
#[derive(Clone, Copy)]
pub struct State {
    /// The frame; it never changes.
    pub site: StoredValue<Frame>,
    /// Address of the page shown, below the base path.
    pub path: RwSignal<String>,
    /// A page that shall be shown; nothing as long as it is the published one, whose text stands in the HTML.
    pub page: RwSignal<Option<Page>>,
    /// What is still to be put at the end of the page shown.
    pub rest: StoredValue<Vec<AnyView>, LocalStorage>,
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
        Self {
            site: StoredValue::new(site),
            path: RwSignal::new(path),
            page: RwSignal::new(None),
            rest: StoredValue::new_local(Vec::new()),
            weight: RwSignal::new(weight),
            loading: RwSignal::new(Loading::No),
        }
    }

    /// Shows another page.
    pub fn show(self, page: Page) {
        self.path.set(page.path.clone());
        self.page.set(Some(page));
    }
}

/// The page. The published one is adopted as it stands: an element without children hydrates over whatever the
/// HTML has in its place, so the text is neither sent twice nor walked through. Any other is made anew and never
/// patched: a translation extension may have moved the text nodes of the last one. Changing sides of an `Either`
/// is what makes Leptos do so.
fn fresh_page(State { page, rest, .. }: State) -> impl IntoView {
    let mut is_left = false;
    move || {
        is_left = !is_left;
        page.track();
        // Nobody else reads it, so it need not be copied.
        let Some(page) = page.try_update_untracked(Option::take).flatten() else {
            return EitherOf3::A(view! { <div class=page::CLASS></div> });
        };
        let parts = page::parts(page);
        rest.set_value(parts.rest);
        if is_left { EitherOf3::B(parts.first) } else { EitherOf3::C(parts.first) }
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
        {frame::header(&site, state.path)}
        {frame::progress(state.loading)}
        <main id="main">
            {frame::load_error(state.loading)}
            {fresh_page(state)}
        </main>
        {frame::footer(&site, state.weight)}
        <div id="announcer" class="visually-hidden" aria-live="polite"></div>
    }
}
