//! One page: where it stands, its title, its blocks.

use std::sync::Arc;

use content::{
    page::{Link, Page},
    phrases,
};
use leptos::prelude::*;

use super::{
    block::{Context, blocks},
    cite, contents,
    element::{Element, element, link, stylesheet},
};

/// Class of the element that holds a page.
pub const CLASS: &str = "page";

/// A page as an article.
pub fn page(page: Page) -> AnyView {
    let styles = stylesheet(&page.styles);
    let masthead = masthead(&page);
    let contents = contents::contents(&page.blocks);
    let context = Context {
        claims: page.claims,
        sources: page.sources,
        conflicts: page.conflicts,
        exhibit_styles: page.exhibit_styles,
        picture_styles: page.picture_styles,
        matrix_styles: page.matrix_styles,
    };
    let context = Arc::new(context);
    let article = element("article")
        .views(blocks(page.blocks, 2, &context))
        .views(page.citation.as_ref().map(|citation| cite::citation(citation, &context)));
    let place = element("div").class(CLASS);
    let place = if page.city.is_empty() { place } else { place.with("data-city", page.city) };
    place.views(styles).child(masthead).children(contents).child(article).into_view()
}

/// Where the page stands and its title, in the colours of its city.
fn masthead(page: &Page) -> Element {
    let title = element("h1").with("tabindex", "-1");
    // «الدورة الثانية: طنجة 2023»: the place is what one looks for.
    let title = match page.title.split_once(": ") {
        Some((kicker, place)) if !page.city.is_empty() => {
            title.child(element("span").class("masthead__kicker").text([kicker, ":"].concat())).text([" ", place].concat())
        }
        _ => title.text(&page.title),
    };
    element("header").class("masthead").children((!page.breadcrumb.is_empty()).then(|| breadcrumb(&page.breadcrumb))).child(title)
}

fn breadcrumb(links: &[Link]) -> Element {
    let items = links.iter().map(|above| element("li").child(link(&above.href).text(&above.label)));
    element("nav").class("breadcrumb").with("aria-label", phrases::BREADCRUMB).child(element("ol").children(items))
}
