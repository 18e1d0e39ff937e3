//! One page: where it stands, its title, its blocks.

use std::sync::Arc;

use content::{
    page::{Link, Page},
    phrases,
};
use leptos::prelude::*;

use super::{
    block::{Context, blocks},
    cite,
};

/// Class of the element that holds a page.
pub const CLASS: &str = "page";

/// A page as an article.
pub fn page(page: Page) -> impl IntoView {
    let breadcrumb = (!page.breadcrumb.is_empty()).then(|| breadcrumb(page.breadcrumb));
    let context = Arc::new(Context { claims: page.claims, sources: page.sources, conflicts: page.conflicts });
    let citation = page.citation.map(cite::citation);
    view! {
        <div class=CLASS>
            {breadcrumb}
            <article>
                <h1 tabindex="-1">{page.title}</h1>
                {blocks(page.blocks, 2, &context)}
                {citation}
            </article>
        </div>
    }
}

fn breadcrumb(links: Vec<Link>) -> impl IntoView {
    let items: Vec<_> = links.into_iter().map(|link| view! { <li><a href=link.href>{link.label}</a></li> }).collect();
    view! {
        <nav class="breadcrumb" aria-label=phrases::BREADCRUMB>
            <ol>{items}</ol>
        </nav>
    }
}
