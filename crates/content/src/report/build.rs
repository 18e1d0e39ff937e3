//! What building and testing the site showed, as the page of its quality tells it.

use serde::{Deserialize, Serialize};

/// Everything that was reported; what was not is absent and the page says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reports {
    /// What readers download, of this build.
    pub weights: Option<Weights>,
    /// Links of this build.
    pub links: Option<Links>,
    /// Stages of the last complete run of the tests, in order.
    pub tests: Option<Vec<StageResult>>,
    /// What the last examination with axe found, view by view.
    pub accessibility: Option<Vec<ViewResult>>,
}

/// Compressed bytes of what readers download.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weights {
    /// HTML of the home page, styles included.
    pub home: usize,
    /// The largest HTML.
    pub largest_page: Weight,
    /// The largest data of a page.
    pub largest_data: Weight,
    /// All fonts.
    pub fonts: usize,
    /// WASM and its JavaScript.
    pub app: usize,
    /// All that the first view of the home page needs.
    pub first_view: usize,
}

/// What one page weighs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    /// The page, below the base path: `/platform/`.
    pub path: String,
    /// Compressed bytes.
    pub bytes: usize,
}

/// Links of all pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Links {
    /// Links to pages and files of this site, each checked.
    pub internal: usize,
    /// Those of them that lead to a place in a page, which was checked too.
    pub anchors: usize,
    /// Different addresses outside this site; they are listed, not visited.
    pub external: usize,
}

/// A stage of the tests that was passed; the record of a run is a list of these in JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageResult {
    /// Name of the stage, as one types it: `unit`.
    pub name: String,
    /// How many tests it passed; none where the stage is one check.
    pub passed: u32,
}

/// A way of looking at the pages; the record of an examination is a list of these in JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewResult {
    /// Name of the view: `phone`.
    pub name: String,
    /// How many pages were examined in it.
    pub pages: u32,
    /// How many violations were found in them.
    pub violations: u32,
}
