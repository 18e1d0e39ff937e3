//! The table of contents of a long page: beside the text where there is room, folded above it where there is not.

use content::{
    page::{Block, Section},
    phrases,
};

use super::{
    element::{Element, element, link},
    inline::plain,
};

/// Fewer sections than these are seen at a glance; more would be a list of entries, which has its own order.
const LONG: core::ops::RangeInclusive<usize> = 4..=16;

/// Links to the sections of a page, if it is long.
pub fn contents(blocks: &[Block]) -> Option<Element> {
    let sections = blocks.iter().filter_map(|block| match block {
        Block::Section(section) if section.style.is_empty() => Some(section),
        _ => None,
    });
    let items: Vec<Element> = sections.map(item).collect();
    LONG.contains(&items.len()).then(|| {
        let list = element("details").child(element("summary").text(phrases::ON_THIS_PAGE)).child(element("ol").children(items));
        element("nav").class("contents").with("aria-label", phrases::ON_THIS_PAGE).child(list)
    })
}

fn item(section: &Section) -> Element {
    element("li").child(link(["#", &section.id].concat()).text(plain(&section.title)))
}
