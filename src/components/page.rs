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
    element::{Element, element, link},
};

/// Class of the element that holds a page.
pub const CLASS: &str = "page";

/// A page as an article.
pub fn page(page: Page) -> AnyView {
    let styles = (!page.styles.is_empty()).then(|| view! { <link rel="stylesheet" href=page.styles/> }.into_any());
    let breadcrumb = (!page.breadcrumb.is_empty()).then(|| breadcrumb(&page.breadcrumb));
    let context = Context { claims: page.claims, sources: page.sources, conflicts: page.conflicts, exhibit_styles: page.exhibit_styles };
    let context = Arc::new(context);
    let article = element("article")
        .child(element("h1").with("tabindex", "-1").text(page.title))
        .views(blocks(page.blocks, 2, &context))
        .views(page.citation.as_ref().map(|citation| cite::citation(citation, &context)));
    element("div").class(CLASS).views(styles).children(breadcrumb).child(article).into_view()
}

fn breadcrumb(links: &[Link]) -> Element {
    let items = links.iter().map(|above| element("li").child(link(&above.href).text(&above.label)));
    element("nav").class("breadcrumb").with("aria-label", phrases::BREADCRUMB).child(element("ol").children(items))
}
