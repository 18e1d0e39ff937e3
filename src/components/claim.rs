//! Claims with their evidence, and the citations that lead to them. All of it opens without JavaScript.

use std::sync::Arc;

use content::{
    page::{Claim, Link},
    phrases,
};
use leptos::prelude::*;

use super::{block::Context, inline::inlines};

/// A citation in running text: its number opens the sources in place.
pub fn citation(index: usize, context: &Arc<Context>) -> AnyView {
    let Some(claim) = context.claims.get(index) else { return ().into_any() };
    let number = (index + 1).to_string();
    let label = format!("{} {number}", phrases::CITATION);
    view! {
        <details class="cite" name="cite">
            <summary aria-label=label>{number}</summary>
            <div class="cite__box">
                {source_links("cite__sources", &claim.sources, context)}
                <div class="cite__grade">
                    {claim.grade.clone()}" · "
                    <a href=claim.href.clone()>{phrases::WHOLE_CLAIM}" "<bdi lang="en" dir="ltr">{claim.id.clone()}</bdi></a>
                </div>
            </div>
        </details>
    }
    .into_any()
}

/// The claims that live on this page.
pub fn claims(indices: &[usize], context: &Arc<Context>) -> AnyView {
    let items: Vec<_> = indices.iter().filter_map(|index| Some(claim(*index, context.claims.get(*index)?, context))).collect();
    view! { <ul class="claims">{items}</ul> }.into_any()
}

fn claim(index: usize, claim: &Claim, context: &Arc<Context>) -> impl IntoView + use<> {
    let permalink = format!("{} {}", phrases::PERMALINK, claim.id);
    let note = (!claim.note.is_empty()).then(|| {
        view! { <div class="claim__note">{phrases::page::NOTE}" "{inlines(&claim.note, context)}</div> }
    });
    view! {
        <li class="claim" id=claim.id.clone()>
            <span class="claim__number" aria-hidden="true">{index + 1}</span>
            <div class="claim__text">{inlines(&claim.text, context)}</div>
            <details class="claim__evidence">
                <summary>{claim.grade.clone()}" · "{claim.count.clone()}</summary>
                {source_links("claim__sources", &claim.sources, context)}
                {note}
            </details>
            {conflicts(&claim.conflicts)}
            <a class="claim__permalink" href=claim.href.clone() aria-label=permalink lang="en" dir="ltr">{claim.id.clone()}</a>
        </li>
    }
}

fn conflicts(conflicts: &[Link]) -> Option<AnyView> {
    if conflicts.is_empty() {
        return None;
    }
    let item = |link: &Link| view! { <li><a href=link.href.clone()>{link.label.clone()}</a></li> };
    let items: Vec<_> = conflicts.iter().map(item).collect();
    Some(view! { <ul class="claim__conflicts">{items}</ul> }.into_any())
}

/// A list of sources, each linked to its own page.
pub fn source_links(class: &'static str, indices: &[usize], context: &Arc<Context>) -> impl IntoView + use<> {
    let sources = indices.iter().filter_map(|index| context.sources.get(*index));
    let items: Vec<_> = sources
        .map(|source| {
            view! {
                <li><a href=source.href.clone()>{inlines(&source.publisher, context)}</a>" "<span class="muted">{source.detail.clone()}</span></li>
            }
        })
        .collect();
    view! { <ul class=class>{items}</ul> }
}
