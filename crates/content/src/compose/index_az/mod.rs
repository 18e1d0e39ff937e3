//! The index as at the back of a book: words and names from alif to ya, each with the claims that mention it.

mod alphabet;
mod headings;
mod words;

use std::collections::BTreeSet;

pub(crate) use headings::{book, unmentioned};

use super::{
    composer::{Composer, styled},
    glossary::{collator, sorted_by},
    limits,
    mentions::Mentions,
    name,
};
use crate::{
    model::{Edition, Heading, See, Site},
    page::{Block, Inline, Link, Page},
    phrases::index_az as phrases,
    route::Route,
};
use alphabet::Letter;

/// The page of every letter that begins a heading or another name of one.
pub(super) fn letter_routes(site: &Site) -> Vec<Route> {
    let used = letters_used(site);
    Letter::all().filter(|letter| used.contains(letter)).map(Letter::route).collect()
}

/// «الكشّاف: حرف الألف».
pub(super) fn letter_title(site: &Site, slug: &str) -> String {
    let index = name(site, &Route::IndexAz);
    Letter::at(slug).map_or_else(String::new, |letter| phrases::title(&index, &letter.name()))
}

/// The introduction and the letters.
pub(super) fn index(mut composer: Composer<'_>) -> Option<Page> {
    let mut blocks = composer.sections();
    blocks.push(letters(&composer));
    composer.finish_text(blocks)
}

/// Every letter; those that begin nothing lead nowhere.
pub(super) fn letters(composer: &Composer<'_>) -> Block {
    let used = letters_used(composer.site);
    let item = |letter: Letter| {
        let label = vec![Inline::Text(letter.sign())];
        if used.contains(&letter) { vec![Inline::Link(composer.href(&letter.route().path()), label)] } else { label }
    };
    let shown = Letter::all().filter(|letter| letter.is_of_the_alphabet() || used.contains(letter));
    styled("letters", vec![Inline::Text(phrases::LETTERS.to_owned())], "letters", vec![Block::List(shown.map(item).collect())])
}

fn letters_used(site: &Site) -> BTreeSet<Letter> {
    let names = site.book.headings.iter().map(|heading| &heading.name);
    names.chain(site.book.sees.iter().map(|see| &see.name)).map(|name| Letter::of(name)).collect()
}

/// What stands under one letter.
enum Line<'a> {
    Heading(&'a Heading),
    See(&'a See),
}

impl Line<'_> {
    fn name(&self) -> &str {
        match self {
            Self::Heading(heading) => &heading.name,
            Self::See(see) => &see.name,
        }
    }
}

/// The page of one letter.
pub(super) fn letter(composer: Composer<'_>, slug: &str) -> Option<Page> {
    let site = composer.site;
    let letter = Letter::at(slug)?;
    let lines = lines(site, letter)?;
    let (first, last) = (lines.first()?.name().to_owned(), lines.last()?.name().to_owned());
    let mut blocks = vec![Block::Paragraph(vec![Inline::Text(phrases::HOW_TO_READ.to_owned())])];
    blocks.extend(lines.iter().map(|line| match line {
        Line::Heading(heading) => entry(&composer, heading),
        Line::See(see) => see_also(&composer, see),
    }));
    let neighbour = |step: isize| {
        let pages = letter_routes(site);
        let here = pages.iter().position(|page| page == composer.route)?;
        pages.get(here.checked_add_signed(step)?).map(|page| letter_link(&composer, page))
    };
    blocks.push(Block::Pager(neighbour(-1), neighbour(1)));
    let description = phrases::description(&letter.name(), &first, &last);
    Some(composer.finish(letter_title(site, slug), description, blocks))
}

/// A letter by its name alone: the index is where the reader is.
fn letter_link(composer: &Composer<'_>, route: &Route) -> Link {
    let label = match route {
        Route::IndexLetter(slug) => Letter::at(slug).map_or_else(String::new, Letter::name),
        _ => String::new(),
    };
    Link { href: composer.href(&route.path()), label }
}

/// Headings and other names under `letter`, in the order of Arabic dictionaries.
fn lines(site: &Site, letter: Letter) -> Option<Vec<Line<'_>>> {
    let collator = collator()?;
    let headings = site.book.headings.iter().map(Line::Heading);
    let mut lines: Vec<Line<'_>> = headings.chain(site.book.sees.iter().map(Line::See)).collect();
    lines.retain(|line| Letter::of(line.name()) == letter);
    lines.sort_by(|one, other| collator.compare(sorted_by(one.name()), sorted_by(other.name())));
    Some(lines)
}

/// A heading, where it is explained, and its claims page by page in the order of the site.
fn entry(composer: &Composer<'_>, heading: &Heading) -> Block {
    let site = composer.site;
    let mut items = Vec::new();
    if let Some(route) = &heading.explained {
        let href = composer.href(&format!("{}#{}", route.path(), heading.id));
        items.push(vec![Inline::Link(href, vec![Inline::Text(name(site, route))])]);
    }
    let editions: Vec<&Edition> = site.editions.iter().filter(|edition| edition.city == heading.name).collect();
    items.extend(limits::latest_few(&editions).iter().map(|edition| page_link(composer, &edition.route())));
    let mentions = Mentions::of(site, heading.claims.iter().filter_map(|id| site.claims.get(id)));
    items.extend(mentions.lines(composer, &heading.name));
    styled(&heading.id, vec![Inline::Text(heading.name.clone())], "headword", vec![Block::List(items)])
}

fn page_link(composer: &Composer<'_>, route: &Route) -> Vec<Inline> {
    let Link { href, label } = composer.link(route);
    vec![Inline::Link(href, vec![Inline::Text(label)])]
}

/// Another name, and the heading it stands for.
fn see_also(composer: &Composer<'_>, see: &See) -> Block {
    let name = match see.lang {
        Some(lang) => Inline::Foreign(lang.to_owned(), see.name.clone()),
        None => Inline::Text(see.name.clone()),
    };
    let href = composer.href(&format!("{}#{}", Letter::of(&see.heading).route().path(), see.id));
    let link = Inline::Link(href, vec![Inline::Text(see.heading.clone())]);
    Block::Paragraph(vec![name, Inline::Text(phrases::SEE.to_owned()), link])
}
