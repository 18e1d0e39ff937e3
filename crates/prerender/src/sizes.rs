//! Compressed sizes (Brotli quality 11) of what readers download, held against their budgets.

use std::{collections::BTreeMap, path::Path};

use content::{
    report::{Weight, Weights},
    route::{DATA_FILE, SEARCH_FOLDER, SEARCH_HEAD},
};
use rayon::prelude::*;

use crate::{budgets::Budgets, compress::Compressor, page_weights::PageWeight, publish::Output};

/// What the inlined styles are called among the files.
const INLINED: &str = "inlined.css";

/// A line of the table.
#[derive(Debug)]
pub struct Size {
    /// What is measured.
    pub what: String,
    /// Bytes.
    pub bytes: usize,
    /// Bytes allowed, where there is a budget.
    pub budget: Option<usize>,
}

/// Compressed bytes of what readers download, by the path of the file.
#[derive(Debug, Default)]
pub struct Compressed(BTreeMap<String, usize>);

impl Compressed {
    /// Weighs those of `outputs` that readers download and that were not weighed yet.
    pub fn add(&mut self, outputs: &[Output], compressor: &Compressor) {
        let wanted = outputs.par_iter().filter(|output| is_measured(output) && !self.0.contains_key(&output.path));
        let size = |output: &Output| {
            // A font is compressed already.
            let bytes = if output.is("woff2") { output.bytes.len() } else { compressor.size(&output.bytes) };
            (output.path.clone(), bytes)
        };
        let added: Vec<(String, usize)> = wanted.map(size).collect();
        self.0.extend(added);
        self.add_inlined(outputs, compressor);
    }

    /// Weighs the styles that are inlined in home, as in every page.
    fn add_inlined(&mut self, outputs: &[Output], compressor: &Compressor) {
        let home = outputs.iter().find(|output| output.path == "index.html").map(|home| String::from_utf8_lossy(&home.bytes));
        if let Some(style) = home.as_ref().and_then(|html| Some(html.split_once("<style>")?.1.split_once("</style>")?.0)) {
            self.0.insert(INLINED.to_owned(), compressor.size(style.as_bytes()));
        }
    }

    /// Bytes of the file at `path`; none if readers do not download it.
    #[must_use]
    pub fn of(&self, path: &str) -> usize {
        self.0.get(path).copied().unwrap_or_default()
    }

    /// Bytes of the file in `folder` (with its last slash) whose name is `stem`, with or without a hash behind it.
    #[must_use]
    pub fn of_file(&self, folder: &str, stem: &str) -> usize {
        let is_wanted = |path: &str| {
            path.strip_prefix(folder).and_then(|file| file.strip_prefix(stem)).is_some_and(|rest| rest.starts_with(['.', '-']))
        };
        self.sum(&is_wanted)
    }

    /// Bytes of all files whose names end with `.extension`.
    #[must_use]
    pub fn with_extension(&self, extension: &str) -> usize {
        self.sum(&|path| has_extension(path, extension))
    }

    /// What the pages weigh, for their readers. `first_view` is home's.
    #[must_use]
    pub fn weights(&self, first_view: usize) -> Weights {
        let largest = |wanted: &dyn Fn(&str) -> bool, file: &str| {
            let largest = self.0.iter().filter(|(path, _)| wanted(path)).max_by_key(|(_, bytes)| **bytes);
            let (path, bytes) = largest.map(|(path, bytes)| (path.as_str(), *bytes)).unwrap_or_default();
            Weight { path: format!("/{}", path.strip_suffix(file).unwrap_or(path)), bytes }
        };
        Weights {
            home: self.of("index.html"),
            largest_page: largest(&|path| has_extension(path, "html"), "index.html"),
            largest_data: largest(&is_data, DATA_FILE),
            fonts: self.with_extension("woff2"),
            app: self.app("wasm") + self.app("js"),
            first_view,
        }
    }

    /// Of the app itself, without the search.
    fn app(&self, extension: &str) -> usize {
        self.sum(&|path| has_extension(path, extension) && !is_search(path))
    }

    fn sum(&self, wanted: &dyn Fn(&str) -> bool) -> usize {
        self.0.iter().filter(|(path, _)| wanted(path)).map(|(_, bytes)| bytes).sum()
    }
}

/// Images of other sites and files for programs are not part of a visit.
fn is_measured(output: &Output) -> bool {
    ["html", "css", "js", "wasm", "woff2", "svg", "bin"].iter().any(|extension| output.is(extension))
}

/// Whether the file is the data of a page.
fn is_data(path: &str) -> bool {
    path == DATA_FILE || path.strip_suffix(DATA_FILE).is_some_and(|folder| folder.ends_with('/'))
}

/// Whether the file is a part of the index of the search.
fn is_index(path: &str) -> bool {
    path.starts_with(SEARCH_FOLDER.trim_start_matches('/')) && has_extension(path, "bin") && !is_data(path)
}

/// Whether the file is a part of the module of the search.
fn is_search(path: &str) -> bool {
    path.starts_with("search-") || path.starts_with("search_bg-")
}

fn has_extension(path: &str, extension: &str) -> bool {
    Path::new(path).extension().is_some_and(|found| found == extension)
}

/// The lines of the table: of pages the heaviest, and how many there are. Without `has_budget_for_app` the WASM is measured
/// but not judged (wasm-opt was skipped).
#[must_use]
pub fn measure(compressed: &Compressed, pages: &[PageWeight], headers: usize, budgets: &Budgets, has_budget_for_app: bool) -> Vec<Size> {
    let line = |what: &str, bytes, budget| Size { what: what.to_owned(), bytes, budget };
    let heaviest = |what: &str, of: &dyn Fn(&PageWeight) -> usize, budget| {
        let page = pages.iter().max_by_key(|page| of(page)).map(|page| (page.path.as_str(), of(page))).unwrap_or_default();
        line(&format!("{what}: heaviest of {} pages is /{}", pages.len(), page.0), page.1, budget)
    };
    let (page, site) = (&budgets.page, &budgets.site);
    let (script, wasm) = (compressed.app("js"), compressed.app("wasm"));
    let judged = |budget| has_budget_for_app.then_some(budget);
    vec![
        line("/ HTML with inlined styles", compressed.of("index.html"), Some(page.html)),
        heaviest("HTML with inlined styles", &|page| page.html, Some(page.html)),
        line("headers of a page, HPACK-coded", headers, Some(page.headers)),
        heaviest("first view without the app", &|page| page.first_view, Some(page.first_view)),
        heaviest("the same under Save-Data", &|page| page.save_data, Some(page.save_data)),
        heaviest("data of a page", &|page| page.data, None),
        heaviest("data as percent of the text", &PageWeight::data_percent, Some(page.data_percent)),
        line("styles inlined in every page", compressed.of(INLINED), Some(site.inlined_styles)),
        line("all styles", compressed.with_extension("css"), Some(site.styles)),
        line("typefaces", compressed.with_extension("woff2"), Some(site.fonts)),
        line("JavaScript", script, None),
        line("WASM", wasm, None),
        line("WASM and JavaScript", wasm + script, judged(site.app)),
        line("search: WASM and JavaScript", compressed.sum(&is_search), judged(site.search)),
        line("search: head of the index", compressed.sum(&|path| path.ends_with(SEARCH_HEAD)), None),
        line("search: whole index", compressed.sum(&is_index), Some(site.index)),
    ]
}

/// The lines that exceed their budget.
#[must_use]
pub fn excesses(sizes: &[Size]) -> Vec<String> {
    let over = sizes.iter().filter(|size| size.budget.is_some_and(|budget| size.bytes > budget));
    over.map(|size| format!("{}: {} bytes, allowed {}", size.what, size.bytes, size.budget.unwrap_or_default())).collect()
}

/// The table for people.
#[must_use]
pub fn table(sizes: &[Size]) -> String {
    let line = |size: &Size| {
        let budget = size.budget.map_or_else(|| "-".to_owned(), |budget| budget.to_string());
        format!("{:>9} {:>9}  {}\n", size.bytes, budget, size.what)
    };
    let lines: String = sizes.iter().map(line).collect();
    format!("{:>9} {:>9}  (bytes, Brotli 11; fonts as they are)\n{lines}", "size", "budget")
}

#[cfg(test)]
mod tests {
    use super::{Compressed, Output, excesses, measure};
    use crate::{
        budgets::{Budgets, PageBudgets, SiteBudgets},
        compress::Compressor,
        page_weights::page_weights,
        verify::Documents,
    };

    fn budgets(html: usize) -> Budgets {
        let page = PageBudgets { html, headers: 1, first_view: 9_000, save_data: 9_000, data_percent: 900 };
        Budgets { page, site: SiteBudgets { inlined_styles: 9, styles: 9, fonts: 90, app: 9, search: 9, index: 9 } }
    }

    /// Bytes that do not compress.
    fn noise(length: usize) -> Vec<u8> {
        let mut state = 1_u32;
        let next = |_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,"[(state >> 26) as usize]
        };
        (0..length).map(next).collect()
    }

    fn measured(outputs: &[Output], html: usize) -> Vec<String> {
        let (mut compressed, compressor) = (Compressed::default(), Compressor::default());
        compressed.add(outputs, &compressor);
        let pages = page_weights(&Documents::read(outputs, ""), &compressed, &compressor);
        excesses(&measure(&compressed, &pages, 1, &budgets(html), true))
    }

    #[test]
    fn a_page_over_its_budget_is_named() {
        let file = |path: &str, length| Output { path: path.into(), bytes: noise(length) };
        let outputs = [file("a/index.html", 3_000), file("index.html", 10)];
        let over = measured(&outputs, 1_000);
        assert_eq!(over.len(), 1, "{over:?}");
        assert!(over[0].contains("/a/index.html"));
        assert!(measured(&outputs, 4_000).is_empty());
    }

    #[test]
    fn data_is_held_against_the_text() {
        let page = Output { path: "a/index.html".into(), bytes: b"<main>text</main>".to_vec() };
        let data = |length| Output { path: "a/index.bin".into(), bytes: noise(length) };
        let over = measured(&[page.clone(), data(4_000)], 9_000);
        assert!(over.iter().any(|line| line.contains("percent")), "{over:?}");
        assert!(measured(&[page, data(4)], 9_000).is_empty());
    }

    #[test]
    fn weights_name_the_page_and_leave_out_what_no_visit_needs() {
        let file = |path: &str, length: usize| Output { path: path.into(), bytes: noise(length) };
        let mut compressed = Compressed::default();
        compressed.add(
            &[
                file("index.html", 300),
                file("a/b/index.html", 900),
                file("a/b/index.bin", 500),
                file("data/v1/all.json", 5_000),
                file("x.woff2", 70),
            ],
            &Compressor::default(),
        );
        let weights = compressed.weights(1_234);
        assert_eq!((weights.largest_page.path.as_str(), weights.largest_data.path.as_str()), ("/a/b/", "/a/b/"));
        assert_eq!((weights.fonts, weights.first_view, weights.app), (70, 1_234, 0));
    }
}
