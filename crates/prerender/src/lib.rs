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
    compose,
    model::Site,
    page::{Frame, Page},
    route::Route,
};
use leptos::prelude::*;
use marrakech_platform::app::{App, State};

/// A page as the prerenderer shows it.
pub struct Rendered {
    /// Which page.
    pub route: Route,
    /// Its data.
    pub page: Page,
    /// Its body, as the browser will hydrate it.
    pub html: String,
}

/// Composes and renders the page at `route` under `base` (without its last slash).
///
/// # Errors
/// The content has no such page.
pub fn render(site: &Site, base: &str, route: &Route) -> Result<Rendered, PublishError> {
    let page = compose::page(site, base, route).ok_or_else(|| PublishError::NoSuchPage(route.path()))?;
    let html = body(compose::frame(site, base), page.clone());
    Ok(Rendered { route: route.clone(), page, html })
}

/// The body of a page.
#[must_use]
pub fn body(frame: Frame, page: Page) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        let state = State::new(frame, page);
        view! { <App state=state /> }.to_html()
    });
    owner.cleanup();
    html
}
