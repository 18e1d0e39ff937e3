//! What is searched: pages, the passages on them, and the words of passages that carry no text.

use search::collection::{Page, Passage};

/// What is searched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Collection {
    /// Pages, sorted by path.
    pub pages: Vec<Page>,
    /// Passages, sorted by page.
    pub passages: Vec<Passage>,
    /// Words as they are written, each with a passage that holds it besides those whose text holds it; sorted.
    pub words: Vec<(String, u32)>,
}
