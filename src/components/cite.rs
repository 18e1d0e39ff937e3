//! How to cite the page: in running text and as files.

use content::{
    page::{Citation, CitationStyle},
    phrases::cite as words,
};
use leptos::prelude::*;

use super::element::{Element, element, latin, link};

/// The block that ends a page.
pub fn citation(citation: &Citation) -> AnyView {
    let files = citation.files.iter().map(|file| {
        let link = link(&file.href).with("download", "").child(latin(&file.label));
        element("li").child(link)
    });
    element("details")
        .class("citation")
        .with("id", "cite")
        .child(element("summary").child(element("h2").text(words::CITE)))
        .child(element("dl").children(citation.styles.iter().flat_map(style)))
        .child(element("div").text(words::FILES))
        .child(element("ul").class("citation__files").children(files))
        .into_view()
}

/// The date of access is left open: a prerendered page cannot know it; `enhance` fills it in.
fn style(style: &CitationStyle) -> [Element; 2] {
    let direction = if style.lang == "ar" { "rtl" } else { "ltr" };
    let text = element("dd").with("lang", &style.lang).with("dir", direction).text(&style.before);
    let text =
        if style.after.is_empty() { text } else { text.child(element("time").class("citation__accessed").text("…")).text(&style.after) };
    [element("dt").text(&style.name), text]
}
