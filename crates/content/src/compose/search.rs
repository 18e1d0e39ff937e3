//! The page of the search: how it works, examples, and the letters of the index for those whose browser runs no program.

use super::{
    composer::{Composer, titled},
    index_az::letters,
};
use crate::{
    model::Example,
    page::{Block, Inline, Page},
    phrases::search as phrases,
    text::list,
};

/// The page. Results are no part of it: the program inserts them before its first block.
pub(super) fn search(mut composer: Composer<'_>) -> Option<Page> {
    let site = composer.site;
    let mut blocks = composer.sections();
    let next = blocks.iter().position(|block| matches!(block, Block::Section(_))).unwrap_or(blocks.len());
    blocks.insert(next, letters(&composer));
    if !site.examples.is_empty() {
        let examples = site.examples.iter().map(|found| example(&mut composer, found)).collect();
        blocks.push(titled("examples", phrases::EXAMPLES, vec![Block::List(examples)]));
    }
    composer.finish_text(blocks)
}

/// A query as a link, and what it shows.
fn example(composer: &mut Composer<'_>, example: &Example) -> Vec<Inline> {
    let href = composer.search_href(&example.query);
    let label = if example.query.is_ascii() {
        Inline::Foreign("en".to_owned(), example.query.clone())
    } else {
        Inline::Text(example.query.clone())
    };
    list([vec![Inline::Link(href, vec![label])], composer.inlines(&example.text)])
}
