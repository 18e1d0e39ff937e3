//! Compressed sizes (Brotli quality 11) of what readers download, and the budgets they must keep.

use std::{collections::BTreeMap, io::Write, path::Path};

use content::{
    report::{Weight, Weights},
    route::{DATA_FILE, SEARCH_HEAD},
};
use rayon::prelude::*;

use crate::publish::Output;

/// Bytes: HTML of any page with its inlined styles (issue budget: the first flight of TCP).
pub const HTML_BUDGET: usize = 13_400;
/// Bytes: the styles inlined in every page.
pub const INLINED_CSS_BUDGET: usize = 4_500;
/// Bytes: all styles together, inlined and in files.
pub const CSS_BUDGET: usize = 9_000;
/// Bytes: all that home needs before the WASM.
pub const HOME_BUDGET: usize = 45_000;
/// Bytes: main WASM and its JavaScript.
pub const APP_BUDGET: usize = 165_000;
/// Bytes: the module of the search, fetched when a reader first wants it.
pub const SEARCH_BUDGET: usize = 62_000;
/// Bytes: all files of the index of the search; a query needs the head and a few of the shards.
pub const INDEX_BUDGET: usize = 48_000;
/// Bytes: all fonts.
pub const FONT_BUDGET: usize = 30_000;

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
    /// Compresses all of `outputs` that readers download; it takes a while.
    pub fn add(&mut self, outputs: &[Output]) {
        self.compress(outputs.iter().filter(|output| is_measured(output)).collect());
        self.add_inlined(outputs);
    }

    /// Compresses those of `outputs` that [`Self::weights`] needs: of the pages, only home and those that may be the largest.
    pub fn add_weighed(&mut self, outputs: &[Output]) {
        let is_page = |output: &Output| output.is("html");
        let is_page_data = |output: &Output| is_data(&output.path);
        let mut wanted: Vec<&Output> = outputs.iter().filter(|output| is_measured(output)).collect();
        wanted.retain(|output| output.path == "index.html" || !is_page(output) && !is_page_data(output));
        wanted.extend(perhaps_largest(outputs, is_page));
        wanted.extend(perhaps_largest(outputs, is_page_data));
        self.compress(wanted);
    }

    /// Compresses those of `wanted` that are not known yet.
    fn compress(&mut self, wanted: Vec<&Output>) {
        let wanted = wanted.into_par_iter().filter(|output| !self.0.contains_key(&output.path));
        let added: Vec<(String, usize)> = wanted.map(|output| (output.path.clone(), compressed(output, 11))).collect();
        self.0.extend(added);
    }

    /// Compresses the styles that are inlined in home, as in every page.
    fn add_inlined(&mut self, outputs: &[Output]) {
        let home = outputs.iter().find(|output| output.path == "index.html").map(|home| String::from_utf8_lossy(&home.bytes));
        let style = home.as_ref().and_then(|html| Some(html.split_once("<style>")?.1.split_once("</style>")?.0));
        let style = Output { path: INLINED.to_owned(), bytes: style.unwrap_or_default().as_bytes().to_vec() };
        self.compress(vec![&style]);
    }

    /// What the pages weigh, for their readers.
    #[must_use]
    pub fn weights(&self) -> Weights {
        let largest = |wanted: &dyn Fn(&str) -> bool, file: &str| {
            let (path, bytes) = self.largest(wanted).unwrap_or_default();
            Weight { path: format!("/{}", path.strip_suffix(file).unwrap_or(path)), bytes }
        };
        Weights {
            home: self.home(),
            largest_page: largest(&|path| has_extension(path, "html"), "index.html"),
            largest_data: largest(&is_data, "index.json"),
            fonts: self.of("woff2"),
            app: self.app("wasm") + self.app("js"),
            first_view: self.first_view(),
        }
    }

    fn home(&self) -> usize {
        self.sum(&|path| path == "index.html")
    }

    /// All that home needs before the WASM: HTML, fonts, icon.
    fn first_view(&self) -> usize {
        self.home() + self.of("woff2") + self.of("svg")
    }

    /// Of the app itself, without the search.
    fn app(&self, extension: &str) -> usize {
        self.sum(&|path| has_extension(path, extension) && !is_search(path))
    }

    fn of(&self, extension: &str) -> usize {
        self.sum(&|path| has_extension(path, extension))
    }

    fn sum(&self, wanted: &dyn Fn(&str) -> bool) -> usize {
        self.0.iter().filter(|(path, _)| wanted(path)).map(|(_, bytes)| bytes).sum()
    }

    fn largest(&self, wanted: &dyn Fn(&str) -> bool) -> Option<(&str, usize)> {
        let wanted = self.0.iter().filter(|(path, _)| wanted(path));
        wanted.max_by_key(|(_, bytes)| **bytes).map(|(path, bytes)| (path.as_str(), *bytes))
    }
}

/// Those of `outputs` that may be the largest at the highest quality: pages of one site compress alike, so none that is a
/// fifth smaller at a quick quality comes first at a slow one.
fn perhaps_largest(outputs: &[Output], is_wanted: impl Fn(&Output) -> bool + Sync) -> Vec<&Output> {
    let roughly: Vec<(&Output, usize)> =
        outputs.par_iter().filter(|output| is_wanted(output)).map(|output| (output, compressed(output, 5))).collect();
    let largest = roughly.iter().map(|(_, bytes)| *bytes).max().unwrap_or_default();
    roughly.into_iter().filter(|(_, bytes)| bytes * 5 >= largest * 4).map(|(output, _)| output).collect()
}

/// Images of other sites and files for programs are not part of a visit.
fn is_measured(output: &Output) -> bool {
    ["html", "css", "js", "wasm", "woff2", "svg", "bin"].iter().any(|extension| output.is(extension)) || is_data(&output.path)
}

/// Whether the file is the data of a page.
fn is_data(path: &str) -> bool {
    path == DATA_FILE || path.strip_suffix(DATA_FILE).is_some_and(|folder| folder.ends_with('/'))
}

/// Whether the file is a part of the module of the search.
fn is_search(path: &str) -> bool {
    path.starts_with("search-") || path.starts_with("search_bg-")
}

fn has_extension(path: &str, extension: &str) -> bool {
    Path::new(path).extension().is_some_and(|found| found == extension)
}

/// The lines of the table. Without `has_budget_for_app` the WASM is measured but not judged (wasm-opt was skipped).
#[must_use]
pub fn measure(compressed: &Compressed, has_budget_for_app: bool) -> Vec<Size> {
    let line = |what: &str, bytes, budget| Size { what: what.to_owned(), bytes, budget };
    let mut sizes = vec![line("/ HTML with inlined CSS", compressed.home(), Some(HTML_BUDGET))];
    if let Some((path, bytes)) = compressed.largest(&|path| has_extension(path, "html") && path != "index.html") {
        sizes.push(line(&format!("largest other HTML: /{path}"), bytes, Some(HTML_BUDGET)));
    }
    sizes.push(line("/ JSON", compressed.sum(&|path| path == DATA_FILE), None));
    if let Some((path, bytes)) = compressed.largest(&|path| is_data(path) && path != DATA_FILE) {
        sizes.push(line(&format!("largest JSON: /{path}"), bytes, None));
    }
    let (script, wasm) = (compressed.app("js"), compressed.app("wasm"));
    sizes.push(line("CSS inlined in every page", compressed.sum(&|path| path == INLINED), Some(INLINED_CSS_BUDGET)));
    sizes.push(line("all CSS", compressed.of("css"), Some(CSS_BUDGET)));
    sizes.push(line("fonts", compressed.of("woff2"), Some(FONT_BUDGET)));
    sizes.push(line("home before WASM: HTML, fonts, icon", compressed.first_view(), Some(HOME_BUDGET)));
    sizes.push(line("JavaScript", script, None));
    sizes.push(line("WASM", wasm, None));
    sizes.push(line("WASM and JavaScript", wasm + script, has_budget_for_app.then_some(APP_BUDGET)));
    sizes.push(line("search: WASM and JavaScript", compressed.sum(&is_search), has_budget_for_app.then_some(SEARCH_BUDGET)));
    sizes.push(line("search: head of the index", compressed.sum(&|path| path.ends_with(SEARCH_HEAD)), None));
    sizes.push(line("search: whole index", compressed.of("bin"), Some(INDEX_BUDGET)));
    sizes
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

/// Bytes after compression with Brotli of this quality, at most 11; a font is compressed already.
fn compressed(output: &Output, quality: u32) -> usize {
    if output.is("woff2") {
        return output.bytes.len();
    }
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, quality, 22);
    // Writing to memory does not fail.
    let _ = writer.write_all(&output.bytes);
    writer.into_inner().len()
}

#[cfg(test)]
mod tests {
    use super::{Compressed, HTML_BUDGET, Output, excesses, measure};

    #[test]
    fn a_page_over_its_budget_is_named() {
        // Bytes that do not compress.
        let mut state = 1_u32;
        let noise = |_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        };
        let bytes: Vec<u8> = (0..HTML_BUDGET + 500).map(noise).collect();
        let outputs = [Output { path: "a/index.html".into(), bytes }, Output { path: "index.html".into(), bytes: b"x".to_vec() }];
        let mut compressed = Compressed::default();
        compressed.add(&outputs);
        let over = excesses(&measure(&compressed, true));
        assert_eq!(over.len(), 1, "{over:?}");
        assert!(over[0].contains("/a/index.html"));
    }

    #[test]
    fn the_largest_page_is_found_without_compressing_all_pages() {
        let page = |name: usize| {
            let text: String = (0..name * 40).map(|word| (word * word % 977).to_string() + " ").collect();
            Output { path: format!("{name}/index.html"), bytes: text.into_bytes() }
        };
        let outputs: Vec<Output> = (1..30).map(page).collect();
        let (mut whole, mut part) = (Compressed::default(), Compressed::default());
        whole.add(&outputs);
        part.add_weighed(&outputs);
        assert_eq!(whole.weights(), part.weights());
        assert!(part.0.len() < outputs.len() / 2, "{} were compressed", part.0.len());
    }

    #[test]
    fn weights_name_the_page_and_leave_out_what_no_visit_needs() {
        let file = |path: &str, length: usize| Output {
            path: path.into(),
            bytes: (0..length).map(|byte| u8::try_from(byte * byte / 7 % 256).unwrap_or_default()).collect(),
        };
        let mut compressed = Compressed::default();
        compressed.add(&[
            file("index.html", 300),
            file("a/b/index.html", 900),
            file("a/b/index.json", 500),
            file("data/v1/all.json", 5_000),
            file("x.woff2", 70),
        ]);
        let weights = compressed.weights();
        assert_eq!((weights.largest_page.path.as_str(), weights.largest_data.path.as_str()), ("/a/b/", "/a/b/"));
        assert_eq!((weights.fonts, weights.first_view, weights.app), (70, weights.home + 70, 0));
    }
}
