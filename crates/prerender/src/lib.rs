//! Content in, published files out: renders every route, verifies the result, and only then writes.
//!
//! Everything is made in memory first; a doubtful site is never written.

pub mod content_folder;
mod document;
mod error;
mod feeds;
pub mod publish;
mod shell;
pub mod sizes;
mod verify;

pub use error::PublishError;
pub use shell::Shell;

use content::{
    compose::{self, Base},
    model::Site,
    page::{Frame, Page},
    route::Route,
};
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
}

/// Composes and renders the page at `route`.
///
/// # Errors
/// The content has no such page.
pub fn render(site: &Site, base: &Base, route: &Route) -> Result<Rendered, PublishError> {
    let page = compose::page(site, base, route).ok_or_else(|| PublishError::NoSuchPage(route.path()))?;
    Ok(rendered(compose::frame(site, base), route, page))
}

/// Renders a page that is composed already.
#[must_use]
pub fn rendered(frame: Frame, route: &Route, page: Page) -> Rendered {
    let html = body(frame, page.clone());
    Rendered { route: route.clone(), page, html }
}

/// The body of a page: the frame as the browser hydrates it, and in it the page's text, which nothing hydrates.
#[must_use]
pub fn body(frame: Frame, page: Page) -> String {
    let owner = Owner::new();
    let (frame, text) = owner.with(|| {
        let state = State::published(frame, page.path.clone());
        (view! { <App state=state /> }.to_html(), page::page(page).to_html())
    });
    owner.cleanup();
    // Text is escaped, so this can only be Leptos's mark between two text nodes, which hydration would need.
    frame.replacen(&format!("<div class=\"{}\"></div>", page::CLASS), &text.replace("<!>", ""), 1)
}
