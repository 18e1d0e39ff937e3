//! Running text: Arabic, isolated foreign words, links, citations, dates.

use std::sync::Arc;

use content::page::Inline;
use leptos::prelude::*;

use super::{block::Context, claim::citation};

/// Inlines in order.
pub fn inlines(text: &[Inline], context: &Arc<Context>) -> Vec<AnyView> {
    text.iter().map(|inline| self::inline(inline, context)).collect()
}

fn inline(inline: &Inline, context: &Arc<Context>) -> AnyView {
    match inline {
        Inline::Text(text) => text.clone().into_any(),
        Inline::Foreign(lang, text) => {
            let direction = if lang.starts_with("ar") && !lang.contains("Latn") { "rtl" } else { "ltr" };
            view! { <bdi lang=lang.clone() dir=direction>{text.clone()}</bdi> }.into_any()
        }
        Inline::Link(href, label) => link(href.clone(), inlines(label, context)),
        Inline::Cite(index) => citation(*index, context),
        Inline::Reference(href, id) => reference(href.clone(), id.clone()),
        Inline::Conflict(href, kind) => view! { <a class="conflict-mark" href=href.clone()>{kind.clone()}</a> }.into_any(),
        Inline::Date(iso, text) => view! { <time datetime=iso.clone()>{text.clone()}</time> }.into_any(),
    }
}

/// A claim told of elsewhere. Once the app runs, its evidence opens in place.
fn reference(href: String, id: String) -> AnyView {
    view! { <a class="reference" href=href lang="en" dir="ltr">{id}</a> }.into_any()
}

fn link(href: String, label: Vec<AnyView>) -> AnyView {
    // Another site learns nothing of the page the reader comes from.
    let rel = href.contains("://").then_some("noreferrer");
    view! { <a href=href rel=rel>{label}</a> }.into_any()
}
