//! The typed blocks of a page. All pages are made of these: that keeps the WASM small.

use std::sync::Arc;

use content::{
    page::{Block, Card, Claim, Event, Fact, Figure, Inline, Link, Section, Source, Table},
    phrases,
};
use leptos::prelude::*;

use super::{
    claim::{claims, source_links},
    inline::inlines,
    picture::picture,
};

/// What blocks refer to by index.
pub struct Context {
    /// The page's claims.
    pub claims: Vec<Claim>,
    /// The page's sources.
    pub sources: Vec<Source>,
}

/// Blocks whose headings are of this level, 2 to 6.
pub fn blocks(blocks: Vec<Block>, level: u8, context: &Arc<Context>) -> Vec<AnyView> {
    blocks.into_iter().map(|block| self::block(block, level, context)).collect()
}

fn block(block: Block, level: u8, context: &Arc<Context>) -> AnyView {
    match block {
        Block::Paragraph(text) => paragraph(&text, context),
        Block::Section(section) => self::section(section, level, context),
        Block::Claims(indices) => claims(&indices, context),
        Block::Facts(list) => facts(list, context),
        Block::Figures(list) => figures(list, context),
        Block::Cards(list) => cards(list, level, context),
        Block::List(items) => list(&items, context),
        Block::Timeline(events) => timeline(events, context),
        Block::Table(table) => self::table(table, context),
        Block::Picture(picture) => self::picture(picture, context),
        Block::Sources => source_links("source-list", &(0..context.sources.len()).collect::<Vec<_>>(), context).into_any(),
        Block::Pager(previous, next) => pager(previous, next),
    }
}

/// A paragraph may hold `<details>`, which HTML does not allow inside `<p>`.
fn paragraph(text: &[Inline], context: &Arc<Context>) -> AnyView {
    view! { <div class="paragraph" role="paragraph">{inlines(text, context)}</div> }.into_any()
}

fn section(section: Section, level: u8, context: &Arc<Context>) -> AnyView {
    let parts = (heading(level, inlines(&section.title, context)), blocks(section.blocks, level + 1, context));
    if section.style.is_empty() {
        view! { <section id=section.id>{parts}</section> }.into_any()
    } else {
        view! { <section id=section.id class=section.style>{parts}</section> }.into_any()
    }
}

fn heading(level: u8, text: Vec<AnyView>) -> AnyView {
    match level {
        2 => view! { <h2>{text}</h2> }.into_any(),
        3 => view! { <h3>{text}</h3> }.into_any(),
        _ => view! { <h4>{text}</h4> }.into_any(),
    }
}

fn facts(facts: Vec<Fact>, context: &Arc<Context>) -> AnyView {
    let line = |fact: Fact| view! { <div class="facts__line"><dt>{fact.label}</dt><dd>{inlines(&fact.value, context)}</dd></div> };
    view! { <dl class="facts">{facts.into_iter().map(line).collect::<Vec<_>>()}</dl> }.into_any()
}

fn figures(figures: Vec<Figure>, context: &Arc<Context>) -> AnyView {
    let item = |figure: Figure| {
        view! {
            <li class="figure">
                <span class="figure__number">{figure.number}</span>" "
                <span class="figure__unit">{figure.unit}</span>
                <div class="figure__detail">{inlines(&figure.detail, context)}</div>
            </li>
        }
    };
    view! { <ul class="figures">{figures.into_iter().map(item).collect::<Vec<_>>()}</ul> }.into_any()
}

fn cards(cards: Vec<Card>, level: u8, context: &Arc<Context>) -> AnyView {
    let item = |card: Card| {
        let link = view! { <a href=card.href>{card.title}</a> }.into_any();
        view! {
            <li class="card">
                <div class="card__kicker">{card.kicker}</div>
                {heading(level, vec![link])}
                <div class="card__text">{inlines(&card.text, context)}</div>
            </li>
        }
    };
    view! { <ul class="cards">{cards.into_iter().map(item).collect::<Vec<_>>()}</ul> }.into_any()
}

fn list(items: &[Vec<Inline>], context: &Arc<Context>) -> AnyView {
    let item = |text: &Vec<Inline>| view! { <li>{inlines(text, context)}</li> };
    view! { <ul class="list">{items.iter().map(item).collect::<Vec<_>>()}</ul> }.into_any()
}

fn timeline(events: Vec<Event>, context: &Arc<Context>) -> AnyView {
    let item = |event: Event| {
        view! { <li><time datetime=event.date>{event.label}</time><div>{inlines(&event.text, context)}</div></li> }
    };
    view! { <ol class="timeline">{events.into_iter().map(item).collect::<Vec<_>>()}</ol> }.into_any()
}

/// A table that scrolls in its own box where it is too wide.
pub fn table(table: Table, context: &Arc<Context>) -> AnyView {
    let head: Vec<_> = table.head.into_iter().map(|label| view! { <th scope="col">{label}</th> }).collect();
    let row = |cells: Vec<Vec<Inline>>| {
        let cell = |(column, text): (usize, &Vec<Inline>)| {
            let text = inlines(text, context);
            if column == 0 { view! { <th scope="row">{text}</th> }.into_any() } else { view! { <td>{text}</td> }.into_any() }
        };
        view! { <tr>{cells.iter().enumerate().map(cell).collect::<Vec<_>>()}</tr> }
    };
    let rows: Vec<_> = table.rows.into_iter().map(row).collect();
    let label = table.caption.clone();
    view! {
        <div class="table" role="region" tabindex="0" aria-label=label>
            <table>
                <caption>{table.caption}</caption>
                <thead><tr>{head}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn pager(previous: Option<Link>, next: Option<Link>) -> AnyView {
    let link = |link: Link, class: &'static str, label: &'static str| {
        view! { <a class=class href=link.href><span class="pager__label">{label}</span>" "{link.label}</a> }
    };
    view! {
        <nav class="pager" aria-label=phrases::PAGER>
            {previous.map(|previous| link(previous, "pager__previous", phrases::PREVIOUS))}
            {next.map(|next| link(next, "pager__next", phrases::NEXT))}
        </nav>
    }
    .into_any()
}
