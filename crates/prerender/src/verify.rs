//! Refuses to publish what a reader would stumble over: dead links, missing heads, unequal inline code.

use std::collections::{BTreeMap, BTreeSet};

use content::report::Links;
use rayon::prelude::*;
use scraper::{Html, Selector};

use crate::publish::Output;

/// The pages among the files about to be written, parsed once for all that is asked of them.
pub struct Documents {
    base: String,
    /// Path of the file, address and content.
    pages: Vec<(String, String, Html)>,
}

impl Documents {
    /// The pages among `outputs`, which are mounted at `base`, a path without its last slash.
    pub fn read(outputs: &[Output], base: &str) -> Self {
        let mut documents = Self { base: base.to_owned(), pages: Vec::new() };
        documents.add(outputs);
        documents
    }

    /// The page at an address below the base path.
    pub fn page(&self, path: &str) -> Option<&Html> {
        let address = format!("{}{path}", self.base);
        self.pages.iter().find(|(_, known, _)| *known == address).map(|(.., page)| page)
    }

    /// The path before every address, without its last slash.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The path of each page's file, and the page.
    pub fn files(&self) -> impl Iterator<Item = (&str, &Html)> {
        self.pages.iter().map(|(path, _, page)| (path.as_str(), page))
    }

    /// All pages by their addresses below the base path, for those who ask for many of them.
    pub fn by_path(&self) -> BTreeMap<&str, &Html> {
        self.pages.iter().map(|(.., address, page)| (address.strip_prefix(&self.base).unwrap_or(address), page)).collect()
    }

    /// Adds the pages among `outputs`.
    pub fn add(&mut self, outputs: &[Output]) {
        let page = |output: &Output| {
            let text = std::str::from_utf8(&output.bytes).ok().filter(|_| output.is("html"))?;
            Some((output.path.clone(), address(&output.path, &self.base), Html::parse_document(text)))
        };
        self.pages.par_extend(outputs.par_iter().filter_map(page));
    }

    /// How many links these pages have.
    pub fn links(&self) -> Links {
        let links = || self.pages.iter().flat_map(|(.., document)| values(document, "a[href]", "href"));
        let internal = || links().filter(|link| !leaves_the_site(link));
        Links {
            internal: internal().count(),
            anchors: internal().filter(|link| link.contains('#')).count(),
            external: links().filter(|link| link.contains("://")).collect::<BTreeSet<_>>().len(),
        }
    }

    /// Every fault of `outputs`, to which these pages belong. `pages` are the addresses that must be there, below
    /// `base_url`, which ends with a slash.
    pub fn faults(&self, outputs: &[Output], base_url: &str, pages: &[String]) -> Vec<String> {
        let base = self.base.as_str();
        let files: BTreeSet<String> = outputs.iter().map(|output| format!("{base}/{}", output.path)).collect();
        let anchors: BTreeMap<&str, BTreeSet<&str>> =
            self.pages.iter().map(|(_, address, document)| (address.as_str(), ids(document))).collect();
        let mut faults = page_faults(outputs, pages);
        for (_, address, document) in &self.pages {
            faults.extend(head_faults(address, document));
            faults.extend(canonical_fault(address, document, base_url, base));
            faults.extend(duplicate_ids(address, document));
            for link in values(document, "a[href]", "href") {
                if let Some(reason) = link_fault(link, address, base, &anchors, &files) {
                    faults.push(format!("{address}: link {link} {reason}"));
                }
            }
        }
        for kind in ["style", "script:not([type]):not([src])"] {
            let inline: BTreeSet<String> = self.pages.iter().flat_map(|(.., document)| select(document, kind)).collect();
            if inline.len() > 1 {
                faults.push(format!("inline {kind} differs between pages; one Content-Security-Policy must serve them all"));
            }
        }
        faults
    }
}

fn leaves_the_site(link: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|start| link.starts_with(start))
}

/// Pages that are missing or that nobody asked for, and files that would overwrite each other.
fn page_faults(outputs: &[Output], pages: &[String]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut paths = BTreeSet::new();
    faults.extend(outputs.iter().filter(|output| !paths.insert(&output.path)).map(|output| format!("{} is made twice", output.path)));
    let wanted: BTreeSet<&str> = pages.iter().map(String::as_str).collect();
    let made: BTreeSet<String> = outputs.iter().filter(|output| output.is("html")).map(|output| address(&output.path, "")).collect();
    faults.extend(wanted.iter().filter(|page| !made.contains(**page)).map(|page| format!("{page}: the content promises this page")));
    faults.extend(made.iter().filter(|page| !wanted.contains(page.as_str())).map(|page| format!("{page}: the content knows no such page")));
    faults
}

fn canonical_fault(address: &str, document: &Html, base_url: &str, base: &str) -> Option<String> {
    let expected = format!("{base_url}{}", address.strip_prefix(base).unwrap_or(address).trim_start_matches('/'));
    let found = values(document, "head > link[rel=canonical]", "href");
    found.into_iter().find(|found| *found != expected).map(|found| format!("{address}: canonical {found}, expected {expected}"))
}

/// The address at which a file is served.
fn address(path: &str, base: &str) -> String {
    let page = path.strip_suffix("index.html").unwrap_or(path);
    format!("{base}/{page}")
}

fn head_faults(address: &str, document: &Html) -> Vec<String> {
    let mut wanted =
        vec!["html[lang=ar][dir=rtl]", "head > title:not(:empty)", "head > meta[name=description]:not([content=\"\"])", "main h1"];
    // Stand-ins are files of their own, not folders.
    if address.ends_with('/') {
        wanted.push("head > link[rel=canonical][href]");
    }
    let missing = wanted.into_iter().filter(|wanted| select(document, wanted).len() != 1);
    missing.map(|wanted| format!("{address}: expected exactly one {wanted}")).collect()
}

fn duplicate_ids(address: &str, document: &Html) -> Vec<String> {
    let mut seen = BTreeSet::new();
    values(document, "[id]", "id").into_iter().filter(|id| !seen.insert(*id)).map(|id| format!("{address}: id {id} stands twice")).collect()
}

fn link_fault(
    link: &str,
    address: &str,
    base: &str,
    anchors: &BTreeMap<&str, BTreeSet<&str>>,
    files: &BTreeSet<String>,
) -> Option<&'static str> {
    if leaves_the_site(link) {
        return None;
    }
    let (page, anchor) = link.split_once('#').map_or((link, None), |(page, anchor)| (page, Some(anchor)));
    // The query is for the app; a static file is the same whatever it says.
    let page = page.split_once('?').map_or(page, |(page, _)| page);
    let page = if page.is_empty() { address } else { page };
    if !page.starts_with(&format!("{base}/")) {
        return Some("leaves the base path");
    }
    match (anchors.get(page), anchor) {
        (Some(ids), Some(anchor)) if !ids.contains(anchor) => Some("has no such anchor"),
        (Some(_), _) => None,
        (None, _) if files.contains(page) => None,
        (None, _) => Some("leads nowhere"),
    }
}

fn ids(document: &Html) -> BTreeSet<&str> {
    values(document, "[id]", "id").into_iter().collect()
}

fn values<'a>(document: &'a Html, selector: &str, attribute: &str) -> Vec<&'a str> {
    let Ok(selector) = Selector::parse(selector) else { return Vec::new() };
    document.select(&selector).filter_map(|element| element.value().attr(attribute)).collect()
}

fn select(document: &Html, selector: &str) -> Vec<String> {
    let Ok(selector) = Selector::parse(selector) else { return Vec::new() };
    document.select(&selector).map(|element| element.html()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Documents, Links, Output};

    fn page(path: &str, body: &str) -> Output {
        let address = format!("https://example.org/ref/{}", path.trim_end_matches("index.html"));
        let html = format!(
            "<html lang=ar dir=rtl><head><title>x</title><meta name=description content=x><link rel=canonical href=\"{address}\"><style>a</style></head><body><main><h1>x</h1>{body}</main></body></html>"
        );
        Output { path: path.into(), bytes: html.into_bytes() }
    }

    fn faults(outputs: &[Output]) -> String {
        let pages: Vec<String> = outputs.iter().map(|output| super::address(&output.path, "")).collect();
        Documents::read(outputs, "/ref").faults(outputs, "https://example.org/ref/", &pages).join("\n")
    }

    #[test]
    fn a_sound_site_passes() {
        let outputs = [
            page("index.html", "<a href=\"/ref/a/?claim=F001#F001\">x</a>"),
            page("a/index.html", "<p id=F001></p><a href=\"#F001\">x</a>"),
        ];
        assert_eq!(faults(&outputs), "");
    }

    #[test]
    fn dead_links_and_anchors_are_named() {
        let links = "<a href=\"/ref/b/\">x</a><a href=\"/ref/#F9\">x</a><a href=\"/other/\">x</a>";
        let found = faults(&[page("index.html", links)]);
        for expected in ["/ref/b/ leads nowhere", "/ref/#F9 has no such anchor", "/other/ leaves the base path"] {
            assert!(found.contains(expected), "{expected} not in {found}");
        }
    }

    #[test]
    fn a_page_without_title_or_with_another_style_is_named() {
        let bare = Output { path: "b/index.html".into(), bytes: b"<html><head><style>b</style></head><body></body></html>".to_vec() };
        let found = faults(&[page("index.html", "<p id=x></p><p id=x></p>"), bare]);
        for expected in ["expected exactly one head > title", "html[lang=ar]", "inline style differs", "id x stands twice"] {
            assert!(found.contains(expected), "{expected} not in {found}");
        }
    }

    #[test]
    fn a_page_too_few_or_too_many_is_named() {
        let pages = ["/".to_owned(), "/missing/".to_owned()];
        let outputs = [page("index.html", ""), page("extra/index.html", ""), page("extra/index.html", "")];
        let found = Documents::read(&outputs, "/ref").faults(&outputs, "https://example.org/ref/", &pages).join("\n");
        for expected in ["/missing/: the content promises", "/extra/: the content knows no such page", "extra/index.html is made twice"] {
            assert!(found.contains(expected), "{expected} not in {found}");
        }
    }

    #[test]
    fn a_canonical_address_of_another_page_is_named() {
        let mut wrong = page("a/index.html", "");
        wrong.bytes = page("b/index.html", "").bytes;
        assert!(faults(&[wrong]).contains("canonical https://example.org/ref/b/, expected https://example.org/ref/a/"));
    }

    #[test]
    fn links_are_counted_by_where_they_lead() {
        let links = "<a href=\"/ref/\">x</a><a href=\"#F001\">x</a><a href=\"https://a.example/#x\">x</a>";
        let again = "<a href=\"https://a.example/#x\">x</a><a href=\"https://b.example/\">x</a><a href=\"mailto:a@b.example\">x</a>";
        let documents = Documents::read(&[page("index.html", links), page("a/index.html", again)], "/ref");
        assert_eq!(documents.links(), Links { internal: 2, anchors: 1, external: 2 });
    }
}
