//! The typed blocks of a page. All pages are made of these: that keeps the WASM small.

use std::sync::Arc;

use content::{
    page::{Block, Card, Claim, Conflict, Event, Fact, Figure, Inline, Link, Section, Source, Subresource, Table},
    phrases,
};
use leptos::prelude::*;

use super::{
    claim::{claims, source_list},
    element::{Element, element, link, stylesheet},
    inline::inlines,
    matrix::matrix,
    picture::picture,
};

/// What blocks refer to by index.
#[derive(Default)]
pub struct Context {
    /// The page's claims.
    pub claims: Vec<Claim>,
    /// The page's sources.
    pub sources: Vec<Source>,
    /// The page's conflicts of sources.
    pub conflicts: Vec<Conflict>,
    /// The styles of exhibits; none in development, where they are in the shell.
    pub exhibit_styles: Subresource,
    /// The styles of pictures.
    pub picture_styles: Subresource,
    /// The styles of matrices.
    pub matrix_styles: Subresource,
}

/// Blocks whose headings are of this level, 2 to 6.
pub fn blocks(blocks: Vec<Block>, level: u8, context: &Arc<Context>) -> Vec<AnyView> {
    blocks.into_iter().map(|block| self::block(block, level, context).into_view()).collect()
}

fn block(block: Block, level: u8, context: &Arc<Context>) -> Element {
    match block {
        Block::Paragraph(text) => paragraph(&text, context),
        Block::Section(section) => self::section(section, level, context),
        Block::Claims(indices) => claims(&indices, context),
        Block::Facts(list) => facts(list, context),
        Block::Figures(list) => exhibit(figures(list, context), &context.exhibit_styles),
        Block::Cards(list) => exhibit(cards(list, level, context), &context.exhibit_styles),
        Block::List(items) => list(&items, context),
        Block::Timeline(events) => exhibit(timeline(events, context), &context.exhibit_styles),
        Block::Table(table) => exhibit(self::table(table, context), &context.exhibit_styles),
        Block::Matrix(matrix) => exhibit_in(self::matrix(&matrix, context), [&context.exhibit_styles, &context.matrix_styles]),
        Block::Code(language, text) => exhibit(code(language, text), &context.exhibit_styles),
        Block::Picture(picture) => exhibit(self::picture(picture, context), &context.picture_styles),
        Block::Sources => source_list(context),
        Block::Pager(previous, next) => exhibit(pager(previous, next), &context.exhibit_styles),
    }
}

/// An exhibit behind its styles, which most pages do not need. The text before it is painted meanwhile.
fn exhibit(exhibit: Element, styles: &Subresource) -> Element {
    exhibit_in(exhibit, [styles])
}

/// The same where it takes several: a matrix is a table, too.
fn exhibit_in<const N: usize>(exhibit: Element, styles: [&Subresource; N]) -> Element {
    element("div").class("exhibit").views(styles.into_iter().filter_map(stylesheet)).child(exhibit)
}

/// A paragraph may hold `<details>`, which HTML does not allow inside `<p>`.
fn paragraph(text: &[Inline], context: &Arc<Context>) -> Element {
    element("div").class("paragraph").with("role", "paragraph").views(inlines(text, context))
}

fn section(section: Section, level: u8, context: &Arc<Context>) -> Element {
    let title = heading(level).views(inlines(&section.title, context));
    let element = element("section").with("id", section.id);
    let element = if section.style.is_empty() { element } else { element.with("class", section.style) };
    let held = blocks(section.blocks, level + 1, context);
    if section.folded {
        return element.child(self::element("details").class("fold").child(self::element("summary").child(title)).views(held));
    }
    element.child(title).views(held)
}

/// An element in the colours of a city, if there is one.
fn of_city(element: Element, city: String) -> Element {
    if city.is_empty() { element } else { element.with("data-city", city) }
}

fn heading(level: u8) -> Element {
    element(match level {
        2 => "h2",
        3 => "h3",
        _ => "h4",
    })
}

fn facts(facts: Vec<Fact>, context: &Arc<Context>) -> Element {
    let line = |fact: Fact| {
        let [label, value] = [("dt", &fact.label), ("dd", &fact.value)].map(|(name, text)| element(name).views(inlines(text, context)));
        element("div").class("facts__line").child(label).child(value)
    };
    element("dl").class("facts").children(facts.into_iter().map(line))
}

fn figures(figures: Vec<Figure>, context: &Arc<Context>) -> Element {
    let item = |figure: Figure| {
        element("li")
            .class("figure")
            .child(element("span").class("figure__number").text(figure.number))
            .text(" ")
            .child(element("span").class("figure__unit").text(figure.unit))
            .child(element("div").class("figure__detail").views(inlines(&figure.detail, context)))
    };
    element("ul").class("figures").children(figures.into_iter().map(item))
}

fn cards(cards: Vec<Card>, level: u8, context: &Arc<Context>) -> Element {
    let item = |card: Card| {
        of_city(element("li").class("card"), card.city)
            .child(element("div").class("card__kicker").text(card.kicker))
            .child(heading(level).child(link(card.href).text(card.title)))
            .child(element("div").class("card__text").views(inlines(&card.text, context)))
    };
    element("ul").class("cards").children(cards.into_iter().map(item))
}

fn list(items: &[Vec<Inline>], context: &Arc<Context>) -> Element {
    element("ul").class("list").children(items.iter().map(|text| element("li").views(inlines(text, context))))
}

fn timeline(events: Vec<Event>, context: &Arc<Context>) -> Element {
    let item = |event: Event| {
        let time = element("time").with("datetime", event.date).text(event.label);
        of_city(element("li"), event.city).child(time).child(element("div").views(inlines(&event.text, context)))
    };
    element("ol").class("timeline").children(events.into_iter().map(item))
}

/// A table that scrolls in its own box where it is too wide.
pub fn table(table: Table, context: &Arc<Context>) -> Element {
    let head = table.head.into_iter().map(|label| element("th").with("scope", "col").text(label));
    let row = |cells: Vec<Vec<Inline>>| {
        let cells = cells.iter().enumerate().map(|(column, text)| {
            let cell = if column == 0 { element("th").with("scope", "row") } else { element("td") };
            cell.views(inlines(text, context))
        });
        element("tr").children(cells)
    };
    let rows_and_columns = element("table")
        .child(element("caption").text(table.caption.clone()))
        .child(element("thead").child(element("tr").children(head)))
        .child(element("tbody").children(table.rows.into_iter().map(row)));
    element("div").class("table").with("role", "region").with("tabindex", "0").with("aria-label", table.caption).child(rows_and_columns)
}

/// A program is read from left to right, whatever surrounds it.
fn code(language: String, text: String) -> Element {
    let code = element("code").with("data-language", language).text(text);
    element("pre").class("code").with("dir", "ltr").with("lang", "en").with("tabindex", "0").child(code)
}

fn pager(previous: Option<Link>, next: Option<Link>) -> Element {
    let neighbour = |target: Link, class: &'static str, label: &'static str| {
        let label = element("span").class("pager__label").text(label);
        link(target.href).class(class).child(label).text(" ").text(target.label)
    };
    element("nav")
        .class("pager")
        .with("aria-label", phrases::PAGER)
        .children(previous.map(|previous| neighbour(previous, "pager__previous", phrases::PREVIOUS)))
        .children(next.map(|next| neighbour(next, "pager__next", phrases::NEXT)))
}
