//! Running text: Arabic, isolated foreign words, links, citations, dates.

use std::sync::Arc;

use content::{page::Inline, phrases};
use leptos::prelude::*;

use super::{
    block::Context,
    claim::citation,
    element::{element, link},
};

/// Inlines in order.
pub fn inlines(text: &[Inline], context: &Arc<Context>) -> Vec<AnyView> {
    let before = [None].into_iter().chain(text.iter().map(Some));
    text.iter().zip(before).map(|(inline, before)| self::inline(inline, before.is_some_and(is_mark), context)).collect()
}

/// Whether it is a number or a mark above the line.
fn is_mark(inline: &Inline) -> bool {
    matches!(inline, Inline::Cite(_) | Inline::Reference(..) | Inline::Conflict(..))
}

/// Inlines as text alone.
pub fn plain(text: &[Inline]) -> String {
    let word = |inline: &Inline| match inline {
        Inline::Text(text) | Inline::Foreign(_, text) | Inline::Date(_, text) => text.clone(),
        Inline::Link(_, label) => plain(label),
        Inline::Cite(_) | Inline::Conflict(..) | Inline::Reference(..) => String::new(),
    };
    text.iter().map(word).collect()
}

/// The class of a mark. One that `follows` another keeps room before it, which selectors of CSS cannot ask for: they do not see the
/// words between.
pub fn mark(class: &str, follows: bool) -> String {
    [class, if follows { " next" } else { "" }].concat()
}

fn inline(inline: &Inline, follows: bool, context: &Arc<Context>) -> AnyView {
    match inline {
        Inline::Text(text) => text.clone().into_any(),
        Inline::Foreign(lang, text) => foreign(lang, text),
        Inline::Link(href, label) => labelled_link(href, inlines(label, context)),
        Inline::Cite(index) => citation(*index, follows, context),
        // A claim told of elsewhere. Once the app runs, its evidence opens in place.
        // The space keeps it with its word, and parts the two for those who hear or copy them.
        Inline::Reference(href, id) => {
            let label = [phrases::CITATION, " ", id].concat();
            ("\u{a0}", link(href).with("class", mark("reference", follows)).with("aria-label", label).text(id).into_view()).into_any()
        }
        Inline::Conflict(href, kind) => {
            let id = href.split_once('#').map_or("", |(_, id)| id);
            let label = [kind, " ", id].concat();
            (" ", link(href).with("class", mark("conflict-mark", follows)).with("aria-label", label).text(kind).into_view()).into_any()
        }
        Inline::Date(iso, text) => element("time").with("datetime", iso).text(text).into_view(),
    }
}

fn foreign(lang: &str, text: &str) -> AnyView {
    let direction = if lang.starts_with("ar") && !lang.contains("Latn") { "rtl" } else { "ltr" };
    element("bdi").with("lang", lang).with("dir", direction).text(text).into_view()
}

fn labelled_link(href: &str, label: Vec<AnyView>) -> AnyView {
    let link = link(href).views(label);
    // Another site learns nothing of the page the reader comes from.
    if href.contains("://") { link.with("rel", "noreferrer").into_view() } else { link.into_view() }
}
