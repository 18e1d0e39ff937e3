//! Claims with their evidence, and the citations that lead to them. All of it opens without JavaScript.

use std::sync::Arc;

use content::{
    page::{Claim, ClaimCard, Conflict, Inline, Link, Source, Statement},
    phrases::{self, claim as words},
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
                <div class="cite__evidence">{claim.evidence.clone()}</div>
                {source_links("cite__sources", &claim.sources, context)}
                <a href=claim.href.clone()>{phrases::WHOLE_CLAIM}" "<bdi lang="en" dir="ltr">{claim.id.clone()}</bdi></a>
            </div>
        </details>
    }
    .into_any()
}

/// The claims that live on this page.
pub fn claims(indices: &[usize], context: &Arc<Context>) -> AnyView {
    let claim = |index: &usize| {
        let claim = context.claims.get(*index)?;
        Some(card(index + 1, claim, claim.card.as_ref()?, context))
    };
    let items: Vec<_> = indices.iter().filter_map(claim).collect();
    view! { <ul class="claims">{items}</ul> }.into_any()
}

/// A claim that lives on this page: what it says, and folded beneath it everything needed to check it.
fn card(number: usize, claim: &Claim, card: &ClaimCard, context: &Arc<Context>) -> impl IntoView + use<> {
    view! {
        <li class="claim" id=claim.id.clone()>
            <span class="claim__number" aria-hidden="true">{number}</span>
            <div class="claim__text">{inlines(&card.text, context)}</div>
            <details class="claim__evidence">
                <summary>{claim.evidence.clone()}{conflict_mark(card)}</summary>
                {evidence(claim, card, context)}
            </details>
            {corrections(&card.corrections)}
            {permalink(claim)}
        </li>
    }
}

/// A claim shown away from its home, all of its evidence open.
pub fn preview(claim: &Claim, context: &Arc<Context>) -> impl IntoView + use<> {
    let card = claim.card.as_ref().map(|card| {
        view! { <div>{inlines(&card.text, context)}</div><div class="muted">{claim.evidence.clone()}</div>{evidence(claim, card, context)} }
    });
    view! { {card} <a href=claim.href.clone()>{phrases::WHOLE_CLAIM}" "<bdi lang="en" dir="ltr">{claim.id.clone()}</bdi></a> }
}

fn permalink(claim: &Claim) -> impl IntoView + use<> {
    let label = format!("{} {}", phrases::PERMALINK, claim.id);
    view! { <a class="claim__permalink" href=claim.href.clone() aria-label=label lang="en" dir="ltr">{claim.id.clone()}</a> }
}

fn conflict_mark(card: &ClaimCard) -> Option<impl IntoView + use<>> {
    (!card.conflicts.is_empty()).then(|| view! { " "<span class="conflict-mark">{words::SOURCES_DIFFER}</span> })
}

/// Sources, limits, conflicts, citation and the way to report a mistake.
fn evidence(claim: &Claim, card: &ClaimCard, context: &Arc<Context>) -> impl IntoView + use<> {
    let sources = claim.sources.iter().filter_map(|index| context.sources.get(*index));
    let sources: Vec<_> = sources.map(|source| external(source, context)).collect();
    let note = (!card.note.is_empty()).then(|| view! { <div class="claim__note">{phrases::page::NOTE}" "{inlines(&card.note, context)}</div> });
    let conflicts = card.conflicts.iter().filter_map(|index| context.conflicts.get(*index));
    let conflicts: Vec<_> = conflicts.map(|found| conflict(found, context)).collect();
    view! {
        <ul class="claim__sources">{sources}</ul>
        {note}
        {conflicts}
        <div class="claim__cite">
            {words::CITE}" "{card.citation.clone()}" "<bdi lang="en" dir="ltr">{card.permalink.clone()}</bdi>
        </div>
        <a class="claim__report" href=card.report.clone()>{words::REPORT}</a>
    }
}

/// A source with the way to its text on another site, which says its language and host.
fn external(source: &Source, context: &Arc<Context>) -> impl IntoView + use<> {
    let publisher = view! { <a href=source.href.clone()>{inlines(&source.publisher, context)}</a> };
    let text = if source.url.is_empty() {
        format!("{} {}", source.language, words::WITHOUT_LINK).into_any()
    } else {
        view! {
            <a href=source.url.clone() rel="noreferrer">
                {words::TEXT}" "{source.language.clone()}" "{words::AT}" "<bdi lang="en" dir="ltr">{source.host.clone()}</bdi>
            </a>
        }
        .into_any()
    };
    view! { <li>{publisher}{phrases::page::COMMA}{source.date.clone()}": "{text}</li> }
}

fn conflict(conflict: &Conflict, context: &Arc<Context>) -> impl IntoView + use<> {
    let statements: Vec<_> = conflict.statements.iter().map(|said| statement(said, context)).collect();
    view! {
        <div class="claim__conflict">
            <a href=conflict.href.clone()>{conflict.label.clone()}</a>
            <ul>{statements}</ul>
            <div>{phrases::page::CHOICE}" "{inlines(&conflict.choice, context)}</div>
        </div>
    }
}

fn statement(statement: &Statement, context: &Arc<Context>) -> impl IntoView + use<> {
    let comma = Inline::Text(phrases::page::COMMA.to_owned());
    let sources: Vec<Inline> = statement.sources.iter().flat_map(|source| [comma.clone(), source.clone()]).skip(1).collect();
    view! { <li>{inlines(&statement.text, context)}<div class="muted">{inlines(&sources, context)}</div></li> }
}

fn corrections(corrections: &[Link]) -> Option<AnyView> {
    if corrections.is_empty() {
        return None;
    }
    let links: Vec<_> = corrections.iter().map(|link| view! { <a href=link.href.clone()>{link.label.clone()}</a>" " }).collect();
    Some(view! { <div class="claim__corrections">{links}</div> }.into_any())
}

/// A list of sources, each linked to its own page.
pub fn source_links(class: &'static str, indices: &[usize], context: &Arc<Context>) -> impl IntoView + use<> {
    let sources = indices.iter().filter_map(|index| context.sources.get(*index));
    let items: Vec<_> = sources
        .map(|source| {
            let detail = format!("{}{}{}", source.language, phrases::page::COMMA, source.date);
            view! { <li><a href=source.href.clone()>{inlines(&source.publisher, context)}</a>" "<span class="muted">{detail}</span></li> }
        })
        .collect();
    view! { <ul class=class>{items}</ul> }
}
