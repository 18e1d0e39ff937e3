//! People, institutions and conflicts: pages made of entries.

use super::{
    composer::{self, Composer, styled, text_of, with_dates},
    mentions::Mentions,
};
use crate::{
    model::{Claim, Conflict, Entry},
    page::{Block, Fact, Inline, Page},
    phrases::page as words,
    route::Route,
    text::{list, list_of_phrases},
};

/// How many words of a claim a link to it shows.
const LINK_WORDS: usize = 7;

/// The page of people or of institutions.
pub(super) fn entries(mut composer: Composer<'_>) -> Option<Page> {
    let site = composer.site;
    let is_people = *composer.route == Route::People;
    let entries = if is_people { &site.people } else { &site.institutions };
    let mut blocks = composer.sections();
    for entry in entries {
        blocks.push(self::entry(&mut composer, entry, is_people));
    }
    composer.finish_text(blocks)
}

fn entry(composer: &mut Composer<'_>, entry: &Entry, is_person: bool) -> Block {
    let title = vec![Inline::Text(format!("{} ", entry.name)), Inline::Foreign(entry.lang.clone(), entry.latin.clone())];
    let mut blocks = vec![Block::Paragraph(composer.inlines(&entry.summary))];
    let facts = facts(composer, entry);
    if !facts.is_empty() {
        blocks.push(Block::Facts(facts));
    }
    blocks.extend(composer.claims_block(&entry.claims));
    blocks.extend(mentions(composer, entry, is_person));
    styled(&entry.id, title, "entry", blocks)
}

fn facts(composer: &mut Composer<'_>, entry: &Entry) -> Vec<Fact> {
    let mut facts: Vec<Fact> = entry
        .roles
        .iter()
        .map(|role| {
            let mut value = composer.inlines(&role.role);
            value.push(composer.cite(&role.claim.id));
            Fact { label: composer::label(&role.when), value }
        })
        .collect();
    if !entry.acronyms.is_empty() {
        let acronyms = entry.acronyms.iter().map(|acronym| vec![Inline::Foreign("en".to_owned(), acronym.clone())]);
        facts.push(Fact::new(words::ACRONYMS, list(acronyms)));
    }
    if let Some(page) = &entry.page {
        let link = Inline::Link(composer.href(&page.id), vec![Inline::Text(entry.name.clone())]);
        facts.push(Fact::new(words::OWN_PAGE, vec![link]));
    }
    facts
}

/// Links to the claims that mention the entry and live elsewhere, page by page.
fn mentions(composer: &Composer<'_>, entry: &Entry, is_person: bool) -> Vec<Block> {
    let site = composer.site;
    let elsewhere = site.claims_naming(&entry.id).filter(|claim| claim.home != *composer.route);
    let items = Mentions::of(site, elsewhere).lines(composer, &entry.name);
    if items.is_empty() {
        return Vec::new();
    }
    let lead = if is_person { words::CLAIMS_ELSEWHERE } else { words::CLAIMS_ELSEWHERE_BODY };
    vec![Block::Paragraph(vec![Inline::Text(lead.to_owned())]), Block::List(items)]
}

/// A link to a claim by its first words.
fn claim_link(composer: &Composer<'_>, claim: &Claim) -> Inline {
    let text = text_of(&claim.text);
    let words: Vec<&str> = text.split_whitespace().collect();
    let first = words[..words.len().min(LINK_WORDS)].join(" ");
    let label = if words.len() > LINK_WORDS { words::shortened(first.trim_end_matches(['،', '؛', ':'])) } else { first };
    Inline::Link(composer.claim_href(claim), with_dates(&label))
}

/// The page of conflicts.
pub(super) fn conflicts(mut composer: Composer<'_>) -> Option<Page> {
    let site = composer.site;
    let mut blocks = composer.sections();
    for conflict in &site.conflicts {
        blocks.push(self::conflict(&mut composer, conflict));
    }
    composer.finish_text(blocks)
}

fn conflict(composer: &mut Composer<'_>, conflict: &Conflict) -> Block {
    let kind = if conflict.slip { words::SLIP } else { words::DISAGREEMENT };
    let mut title = vec![Inline::Text(format!("{kind}: "))];
    title.extend(composer.inlines(&conflict.title));
    let mut statements = Vec::new();
    for statement in &conflict.statements {
        let mut item = composer.inlines(&statement.text);
        let lead = if statement.sources.len() == 1 { words::ITS_SOURCE } else { words::ITS_SOURCES };
        item.push(Inline::Text(format!(" {lead} ")));
        item.extend(list(statement.sources.iter().map(|source| vec![composer.source_link(&source.id)])));
        item.push(Inline::Text(".".to_owned()));
        statements.push(item);
    }
    let mut choice = vec![Inline::Text(format!("{} ", words::CHOICE))];
    choice.extend(composer.inlines(&conflict.choice));
    let mut blocks = vec![Block::List(statements), Block::Paragraph(choice)];
    let claims = conflict.claims.iter().filter_map(|claim| composer.site.claims.get(&claim.id));
    let links = list_of_phrases(claims.map(|claim| vec![claim_link(composer, claim)]));
    if !links.is_empty() {
        let mut touched = vec![Inline::Text(format!("{} ", words::CLAIMS_TOUCHED))];
        touched.extend(links);
        blocks.push(Block::Paragraph(touched));
    }
    styled(&conflict.id, title, "conflict", blocks)
}
