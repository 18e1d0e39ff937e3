//! What a browser fetches to show a page before the app comes, and what its data weighs against its text.

use std::collections::BTreeSet;

use content::route::DATA_FILE;
use scraper::{Html, Selector};

use crate::{compress::Compressor, sizes::Compressed, verify::Documents};

/// What every page wears besides the motifs of the cities it names: the mark in the header and before headings.
const PLATFORM: &str = "platform";
/// Where the motifs are.
const MOTIFS: &str = "motifs/";

/// What one page costs its reader, in compressed bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageWeight {
    /// Path of the page's file.
    pub path: String,
    /// HTML alone.
    pub html: usize,
    /// What Save-Data leaves: HTML, styles, loader, icon, motifs.
    pub save_data: usize,
    /// The same with the typefaces, which are fetched after the first paint.
    pub first_view: usize,
    /// Its data, for a reader who comes from another page; none where nobody does.
    pub data: usize,
    /// Its text with the addresses it links to.
    pub text: usize,
}

impl PageWeight {
    /// Its data as percent of its text.
    #[must_use]
    pub fn data_percent(&self) -> usize {
        (self.data * 100).checked_div(self.text).unwrap_or_default()
    }
}

/// Weighs each page.
#[must_use]
pub fn page_weights(documents: &Documents, compressed: &Compressed, compressor: &Compressor) -> Vec<PageWeight> {
    let weight = |(path, document): (&str, &Html)| {
        let save_data = save_data(path, document, documents.base(), compressed);
        PageWeight {
            path: path.to_owned(),
            html: compressed.of(path),
            save_data,
            first_view: save_data + compressed.with_extension("woff2"),
            data: path.strip_suffix("index.html").map_or(0, |folder| compressed.of(&format!("{folder}{DATA_FILE}"))),
            text: compressor.size(text(document).as_bytes()),
        }
    };
    documents.files().map(weight).collect()
}

/// All that the first view of home needs before the app.
#[must_use]
pub fn first_view_of_home(documents: &Documents, compressed: &Compressed) -> usize {
    let home = documents.files().find(|(path, _)| *path == "index.html");
    home.map_or(0, |(path, document)| save_data(path, document, documents.base(), compressed) + compressed.with_extension("woff2"))
}

/// HTML, styles, loader, icon, motifs.
fn save_data(path: &str, document: &Html, base: &str, compressed: &Compressed) -> usize {
    let linked = linked(document).into_iter().filter_map(|address| address.strip_prefix(base));
    let linked: usize = linked.map(|path| compressed.of(path.trim_start_matches('/'))).sum();
    let worn: BTreeSet<&str> = values(document, "[data-city]", "data-city").into_iter().chain([PLATFORM]).collect();
    let worn: usize = worn.into_iter().map(|city| compressed.of_file(MOTIFS, city)).sum();
    compressed.of(path) + linked + worn
}

/// Addresses of styles, icon and scripts.
fn linked(document: &Html) -> BTreeSet<&str> {
    let wanted = [("link[rel=stylesheet], link[rel=icon]", "href"), ("script[src]", "src")];
    wanted.into_iter().flat_map(|(selector, attribute)| values(document, selector, attribute)).collect()
}

/// What can be read and followed, without a word of markup.
fn text(document: &Html) -> String {
    let Ok(main) = Selector::parse("main") else { return String::new() };
    let words = document.select(&main).flat_map(|main| main.text());
    words.chain(values(document, "main [href]", "href")).collect::<Vec<_>>().join("\n")
}

fn values<'a>(document: &'a Html, selector: &str, attribute: &str) -> Vec<&'a str> {
    let Ok(selector) = Selector::parse(selector) else { return Vec::new() };
    document.select(&selector).filter_map(|element| element.value().attr(attribute)).collect()
}
