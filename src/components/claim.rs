//! Claims with their evidence, and the citations that lead to them. All of it opens without JavaScript.

use std::sync::Arc;

use content::{
    page::{Claim, ClaimCard, Conflict, Inline, Source},
    phrases::{self, claim as words},
};
use leptos::prelude::*;

use super::{
    block::Context,
    element::{Element, element, latin, link},
    inline::{inlines, mark},
};

/// A citation in running text: its number opens the sources in place. Where the claim itself stands on the page, the number
/// leads to it; once the app runs, its evidence opens in place as well. It may follow another mark.
pub fn citation(index: usize, follows: bool, context: &Arc<Context>) -> AnyView {
    let Some(claim) = context.claims.get(index) else { return ().into_any() };
    let number = (index + 1).to_string();
    let label = [phrases::CITATION, " ", &number].concat();
    if claim.card.is_some() {
        return link(["#", &claim.id].concat())
            .with("class", mark("reference", follows))
            .with("aria-label", label)
            .text(number)
            .into_view();
    }
    let summary = element("summary").with("aria-label", label).text(number);
    let sources = element("div")
        .class("cite__box")
        .child(element("div").class("cite__evidence").text(&claim.evidence))
        .child(publishers(&claim.sources, context))
        .child(whole(claim));
    element("details").with("class", mark("cite", follows)).with("name", "cite").child(summary).child(sources).into_view()
}

/// Who says it, each linked to the source's page. Language and date stand there and with the claim.
fn publishers(indices: &[usize], context: &Arc<Context>) -> Element {
    let sources = indices.iter().filter_map(|index| context.sources.get(*index));
    let item = |source: &Source| element("li").child(link(&source.href).views(inlines(&source.publisher, context)));
    element("ul").class("cite__sources").children(sources.map(item))
}

/// A link to the claim where it lives.
fn whole(claim: &Claim) -> Element {
    link(&claim.href).text(phrases::WHOLE_CLAIM).text(" ").child(latin(&claim.id))
}

/// The claims that live on this page.
pub fn claims(indices: &[usize], context: &Arc<Context>) -> Element {
    let claim = |index: &usize| {
        let claim = context.claims.get(*index)?;
        Some(card(index + 1, claim, claim.card.as_ref()?, context))
    };
    element("ul").class("claims").children(indices.iter().filter_map(claim))
}

/// A claim that lives on this page: what it says, and folded beneath it everything needed to check it.
fn card(number: usize, claim: &Claim, card: &ClaimCard, context: &Arc<Context>) -> Element {
    let differ = (!card.conflicts.is_empty()).then(|| element("span").class("conflict-mark").text(words::SOURCES_DIFFER));
    let evidence = element("details")
        .class("claim__evidence")
        .child(element("summary").text([&claim.evidence, " "].concat()).children(differ))
        .children(evidence(claim, card, context));
    let permalink = link(["#", &claim.id].concat())
        .class("claim__permalink")
        .with("aria-label", [phrases::PERMALINK, " ", &claim.id].concat())
        .text(&claim.id);
    element("li")
        .class("claim")
        .with("id", &claim.id)
        .child(element("span").class("claim__number").with("aria-hidden", "true").text(number.to_string()))
        .child(element("div").class("claim__text").views(inlines(&card.text, context)))
        .child(evidence)
        .children(corrections(&card.corrections, context))
        .child(permalink)
}

/// A claim shown away from its home, all of its evidence open.
pub fn preview(claim: &Claim, context: &Arc<Context>) -> AnyView {
    let card = claim.card.iter().flat_map(|card| {
        let text = element("div").views(inlines(&card.text, context));
        [text, element("div").class("muted").text(&claim.evidence)].into_iter().chain(evidence(claim, card, context))
    });
    element("div").children(card).child(whole(claim)).into_view()
}

/// Sources, limits, conflicts, citation and the way to report a mistake.
fn evidence(claim: &Claim, card: &ClaimCard, context: &Arc<Context>) -> Vec<Element> {
    let sources = claim.sources.iter().filter_map(|index| context.sources.get(*index));
    let mut parts = vec![element("ul").class("claim__sources").children(sources.map(|source| external(source, context)))];
    if !card.note.is_empty() {
        parts.push(element("div").class("claim__note").text(phrases::page::NOTE).text(" ").views(inlines(&card.note, context)));
    }
    let conflicts = card.conflicts.iter().filter_map(|index| context.conflicts.get(*index));
    parts.extend(conflicts.map(|found| conflict(found, context)));
    let citation = element("div").class("claim__cite").text(words::CITE).text(" ").text(&card.citation).text(" ");
    parts.push(citation.child(latin(&card.permalink)));
    parts.push(link(&card.report).class("claim__report").text(words::REPORT));
    parts
}

/// A source with the way to its text on another site, which says its language and host.
fn external(source: &Source, context: &Arc<Context>) -> Element {
    let item = element("li")
        .child(link(&source.href).views(inlines(&source.publisher, context)))
        .text(phrases::page::COMMA)
        .views(inlines(&source.date, context))
        .text(": ");
    if source.url.is_empty() {
        return item.text([&source.language, " ", words::WITHOUT_LINK].concat());
    }
    let text = [words::TEXT, " ", &source.language, " ", words::AT, " "].concat();
    item.child(link(&source.url).with("rel", "noreferrer").text(text).child(latin(&source.host)))
}

fn conflict(conflict: &Conflict, context: &Arc<Context>) -> Element {
    let statements = conflict.statements.iter().map(|said| element("li").views(inlines(said, context)));
    element("div")
        .class("claim__conflict")
        .child(link(&conflict.href).text(&conflict.label))
        .child(element("ul").children(statements))
        .child(element("div").text(phrases::page::CHOICE).text(" ").views(inlines(&conflict.choice, context)))
}

fn corrections(corrections: &[Inline], context: &Arc<Context>) -> Option<Element> {
    (!corrections.is_empty()).then(|| element("div").class("claim__corrections").views(inlines(corrections, context)))
}

/// Every source of a page, each linked to its own.
pub fn source_list(context: &Arc<Context>) -> Element {
    let item = |source: &Source| {
        let detail = element("span").class("muted").text([source.language.as_str(), phrases::page::COMMA].concat());
        element("li")
            .child(link(&source.href).views(inlines(&source.publisher, context)))
            .text(" ")
            .child(detail.views(inlines(&source.date, context)))
    };
    element("ul").class("source-list").children(context.sources.iter().map(item))
}
