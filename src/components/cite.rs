//! How to cite the page: in running text and as files.

use std::sync::Arc;

use content::{
    page::{Citation, CitationStyle},
    phrases::cite as words,
};
use leptos::prelude::*;

use super::{
    block::Context,
    element::{Element, element, latin, link},
    inline::inlines,
};

/// The block that ends a page.
pub fn citation(citation: &Citation, context: &Arc<Context>) -> AnyView {
    let files = Citation::FILES.iter().map(|(format, end)| {
        let link = link([&citation.files, *end].concat()).with("download", "").with("rel", "alternate").child(latin(*format));
        element("li").child(link)
    });
    element("details")
        .class("citation")
        .with("id", "cite-page")
        .child(element("summary").child(element("h2").text(words::CITE)))
        .child(element("dl").children(citation.styles.iter().flat_map(|found| style(found, context))))
        .child(element("div").text(words::FILES))
        .child(element("ul").class("citation__files").children(files))
        .into_view()
}

/// The date of access is left open: a prerendered page cannot know it; `enhance` fills it in.
fn style(style: &CitationStyle, context: &Arc<Context>) -> [Element; 2] {
    let direction = if style.lang == "ar" { "rtl" } else { "ltr" };
    let accessed = (!style.after.is_empty()).then(|| element("time").class("citation__accessed").text("…"));
    let text = element("dd").with("lang", &style.lang).with("dir", direction).views(inlines(&style.before, context));
    [element("dt").with("lang", &style.lang).text(&style.name), text.children(accessed).views(inlines(&style.after, context))]
}
