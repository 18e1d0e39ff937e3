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

/// A page as it is shown: what fills a screen, and what is put at the end of its article when that has been painted.
pub struct Parts {
    /// The article with its first blocks.
    pub first: AnyView,
    /// The other blocks, in order.
    pub rest: Vec<AnyView>,
    /// What both refer to.
    pub context: Arc<Context>,
}

/// The whole page as an article.
#[must_use]
pub fn page(page: Page) -> AnyView {
    let whole = page.blocks.len();
    parts(Page { first_screen: whole, ..page }).first
}

/// A page in its two parts.
#[must_use]
pub fn parts(mut page: Page) -> Parts {
    let styles = stylesheet(&page.styles);
    let masthead = masthead(&page);
    let contents = contents::contents(&page.blocks);
    let rest = page.blocks.split_off(page.first_screen.min(page.blocks.len()));
    let context = Context {
        claims: page.claims,
        sources: page.sources,
        conflicts: page.conflicts,
        exhibit_styles: page.exhibit_styles,
        picture_styles: page.picture_styles,
        matrix_styles: page.matrix_styles,
    };
    let context = Arc::new(context);
    let article = element("article").views(blocks(page.blocks, 2, &context));
    let citation = page.citation.as_ref().map(|citation| cite::citation(citation, &context));
    let (article, rest) = if rest.is_empty() {
        (article.views(citation), Vec::new())
    } else {
        (article.with("aria-busy", "true"), blocks(rest, 2, &context).into_iter().chain(citation).collect())
    };
    let place = element("div").class(CLASS);
    let place = if page.city.is_empty() { place } else { place.with("data-city", page.city) };
    Parts { first: place.views(styles).child(masthead).children(contents).child(article).into_view(), rest, context }
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
