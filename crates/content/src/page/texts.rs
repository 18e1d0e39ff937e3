//! What a page says in words, for the search: it shows the sentence in which a word was found.

use super::{Block, Inline, Page};

impl Page {
    /// Its paragraphs, lines and cells as plain text, in order of appearance, the claims last.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        let mut texts: Vec<String> = self.blocks.iter().flat_map(Block::texts).collect();
        let cards = self.claims.iter().filter_map(|claim| claim.card.as_ref());
        texts.extend(cards.flat_map(|card| [plain(&card.text), plain(&card.note)]));
        texts.retain(|text| !text.is_empty());
        texts
    }
}

impl Block {
    /// Its paragraphs, lines and cells as plain text, in order of appearance; not what it only refers to.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        let mut texts = Vec::new();
        collect(self, &mut texts);
        texts
    }
}

fn collect(block: &Block, texts: &mut Vec<String>) {
    match block {
        Block::Paragraph(text) => texts.push(plain(text)),
        Block::Section(section) => {
            texts.push(plain(&section.title));
            section.blocks.iter().for_each(|block| collect(block, texts));
        }
        Block::Facts(facts) => texts.extend(facts.iter().flat_map(|fact| [plain(&fact.label), plain(&fact.value)])),
        Block::Figures(figures) => texts.extend(figures.iter().map(|figure| plain(&figure.detail))),
        Block::Cards(cards) => texts.extend(cards.iter().flat_map(|card| [card.title.clone(), plain(&card.text)])),
        Block::List(items) => texts.extend(items.iter().map(|item| plain(item))),
        Block::Timeline(events) => texts.extend(events.iter().map(|event| plain(&event.text))),
        Block::Table(table) => texts.extend(table.rows.iter().flatten().map(|cell| plain(cell))),
        Block::Matrix(matrix) => {
            texts.extend(matrix.rows.iter().flat_map(|row| row.cells.iter().flatten()).map(|item| plain(&item.text)));
        }
        Block::Picture(picture) => texts.push(picture.text.clone()),
        Block::Claims(_) | Block::Code(..) | Block::Sources | Block::Pager(..) => {}
    }
}

/// Running text without its marks.
fn plain(text: &[Inline]) -> String {
    let part = |inline: &Inline| match inline {
        Inline::Text(text) | Inline::Foreign(_, text) | Inline::Date(_, text) => text.clone(),
        Inline::Link(_, label) => plain(label),
        Inline::Cite(_) | Inline::Conflict(..) | Inline::Reference(..) => String::new(),
    };
    text.iter().map(part).collect()
}
