//! Content in, published files out: renders every route, verifies the result, and only then writes.
//!
//! Everything is made in memory first; a doubtful site is never written.

mod assets;
pub mod budgets;
pub mod compress;
pub mod content_folder;
mod document;
pub mod draft;
mod error;
mod feeds;
pub mod figures;
pub mod growth;
pub mod header_size;
pub mod hosts;
pub mod kept;
mod leaks;
mod offline;
pub mod page_weights;
mod pages;
pub mod publish;
mod reports;
pub mod search_index;
mod search_module;
mod shell;
pub mod sizes;
pub mod verify;
pub mod write;

pub use error::PublishError;
pub use publish::Output;
pub use shell::Shell;

use std::convert::Infallible;

use content::{
    compose::{self, Base},
    model::Site,
    page::{Citation, CitationStyle, Frame, Page, encode},
    phrases,
    route::Route,
    text,
};
use kept::Kept;
use leptos::prelude::*;
use marrakech_platform::{
    app::{App, State},
    components::page,
};

/// A page as the prerenderer shows it.
pub struct Rendered {
    /// Which page.
    pub route: Route,
    /// Its data.
    pub page: Page,
    /// Its body, as the browser will hydrate it.
    pub html: String,
    /// Files that belong to it: its citation for reference managers.
    pub files: Vec<Output>,
}

/// Composes and renders the page at `route`.
///
/// # Errors
/// The content has no such page, or it cannot be cited.
pub fn render(site: &Site, base: &Base, route: &Route) -> Result<Rendered, PublishError> {
    let page = compose::page(site, base, route).ok_or_else(|| PublishError::NoSuchPage(route.path()))?;
    rendered(site, base, &Kept::default(), route, page)
}

/// Renders a page that is composed already, unless the same page was rendered before.
///
/// # Errors
/// It cannot be cited.
pub fn rendered(site: &Site, base: &Base, kept: &Kept, route: &Route, mut page: Page) -> Result<Rendered, PublishError> {
    let citation = citations::page_citation(site, &base.url, route, &page).map_err(PublishError::Citation)?;
    let (citation, files) = citation.map_or_else(Default::default, |citation| cited(citation, base, route));
    page.citation = citation;
    let html = kept_body(kept, &compose::frame(site, base), &page);
    Ok(Rendered { route: route.clone(), page, html, files })
}

/// The citation as the page shows it, and its files.
fn cited(citation: citations::PageCitation, base: &Base, route: &Route) -> (Option<Citation>, Vec<Output>) {
    let style = |style: &citations::Style| {
        let (before, after) = style.inlines();
        CitationStyle { name: style.name.clone(), lang: style.lang.clone(), before, after }
    };
    let styles = citation.styles.iter().map(style).collect();
    let files = citation.files.into_iter().map(|file| Output { path: file.path, bytes: file.bytes }).collect();
    (Some(Citation { styles, files: format!("{}{}{}", base.path, route.path(), citations::FILE) }), files)
}

/// The body of a page, rendered unless the same was before. It depends on nothing but the page, its frame, and this program.
pub(crate) fn kept_body(kept: &Kept, frame: &Frame, page: &Page) -> String {
    let make = || Ok::<_, Infallible>(body(frame.clone(), page.clone()).into_bytes());
    let Ok(body) = kept.or_make_here("body", &encode(&(frame, page)), make);
    String::from_utf8_lossy(&body).into_owned()
}

/// What a page weighs, «11 كيلوبايت»; nothing where it was not measured.
pub(crate) fn weight(page: &Page) -> String {
    if page.kilobytes == 0 { String::new() } else { text::counted(page.kilobytes, &phrases::KILOBYTES_NOUN) }
}

/// The body of a page: the frame as the browser hydrates it, and in it the page's text, which nothing hydrates.
#[must_use]
pub fn body(frame: Frame, page: Page) -> String {
    let owner = Owner::new();
    let (frame, text) = owner.with(|| {
        let state = State::published(frame, page.path.clone(), weight(&page));
        (view! { <App state=state /> }.to_html(), page::page(page).to_html())
    });
    owner.cleanup();
    // Text is escaped, so this can only be Leptos's mark between two text nodes, which hydration would need.
    frame.replacen(&format!("<div class=\"{}\"></div>", page::CLASS), &text.replace("<!>", ""), 1)
}
