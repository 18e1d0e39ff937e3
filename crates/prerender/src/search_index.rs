//! What of the site is searched: claims and sources with their sentences, every page with all its visible words.

use std::collections::{BTreeMap, BTreeSet};

use content::{
    compose::routes,
    model::{Site, Span},
    route::{Route, SEARCH_FOLDER},
};
use formats::plain;
use scraper::{Html, Selector};
use search::{
    collection::{Kind, Page, Passage},
    token::tokens,
};
use search_index::{Collection, Knowledge, files};

use crate::{publish::Output, verify::Documents};

/// The files of the index. The head has the same name in every build: pages that carried another would change with every
/// change of any page.
pub fn outputs(site: &Site, documents: &Documents) -> Vec<Output> {
    let files = files(collection(site, documents), &Knowledge::of(site));
    files
        .into_iter()
        .map(|file| Output { path: format!("{}{}", SEARCH_FOLDER.trim_start_matches('/'), file.name), bytes: file.bytes })
        .collect()
}

/// What is searched.
pub fn collection(site: &Site, documents: &Documents) -> Collection {
    let texts = texts(site, documents);
    let pages: Vec<Page> = texts.iter().map(|text| page(site, text)).collect();
    let mut collection = Collection::default();
    let objectives = objectives(site);
    let lines = lines(&texts);
    for (text, number) in texts.iter().zip(0..) {
        let edition = pages[number as usize].edition;
        let sentence = source_title(site, &text.route).unwrap_or_default();
        let also_on = others(&lines, number, &sentence);
        collection.passages.push(Passage {
            page: number,
            also_on,
            kind: pages[number as usize].kind,
            edition,
            text: sentence,
            ..Passage::default()
        });
        for claim in site.claims_at(&text.route) {
            let sentence = plain(&claim.text);
            let kind = if objectives.contains(claim.id.as_str()) { Kind::Objective } else { Kind::Claim };
            let also_on = others(&lines, number, &sentence);
            collection.passages.push(Passage { page: number, also_on, anchor: claim.id.clone(), kind, edition, text: sentence });
        }
    }
    collection.words = words(&texts, &pages, &collection.passages);
    collection.pages = pages;
    collection
}

/// A page as readers see it.
struct PageText {
    route: Route,
    title: String,
    /// Its text, each text node on a line.
    text: String,
}

/// The pages in the order of their addresses; nobody looks for the page that is shown at unknown addresses.
fn texts(site: &Site, documents: &Documents) -> Vec<PageText> {
    let mut routes = routes(site);
    routes.retain(|route| !route.is_stand_in());
    routes.sort_by_key(Route::path);
    let pages = documents.by_path();
    routes.into_iter().filter_map(|route| text(pages.get(route.path().as_str())?, route)).collect()
}

fn text(document: &Html, route: Route) -> Option<PageText> {
    let article = Selector::parse("main").ok().and_then(|selector| document.select(&selector).next())?;
    let title = Selector::parse("h1").ok().and_then(|selector| article.select(&selector).next())?;
    let lines: Vec<&str> = article.text().collect();
    Some(PageText { route, title: title.text().collect(), text: lines.join("\n") })
}

fn page(site: &Site, text: &PageText) -> Page {
    let edition = site.edition_at(&text.route).map(|edition| edition.number);
    let kind = match text.route {
        Route::Edition(_) => Kind::Edition,
        Route::Source(_) => Kind::Source,
        _ => Kind::Page,
    };
    Page { path: text.route.path(), title: text.title.clone(), kind, edition: edition.unwrap_or_default() }
}

fn source_title(site: &Site, route: &Route) -> Option<String> {
    let Route::Source(id) = route else { return None };
    site.sources.get(id)?.title.clone()
}

/// The claims that state an objective.
fn objectives(site: &Site) -> BTreeSet<&str> {
    let mut ids = BTreeSet::new();
    for objective in site.editions.iter().flat_map(|edition| &edition.objectives) {
        for span in &objective.text {
            if let Span::Claim(reference) = span {
                ids.insert(reference.id.as_str());
            }
        }
    }
    ids
}

/// The pages that show each text node.
fn lines(texts: &[PageText]) -> BTreeMap<&str, Vec<u32>> {
    let mut lines: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (text, number) in texts.iter().zip(0..) {
        for line in text.text.lines() {
            let pages = lines.entry(line.trim()).or_default();
            if pages.last() != Some(&number) {
                pages.push(number);
            }
        }
    }
    lines
}

/// The pages besides `home` that show this sentence.
fn others(lines: &BTreeMap<&str, Vec<u32>>, home: u32, sentence: &str) -> Vec<u32> {
    let pages = lines.get(sentence).into_iter().flatten();
    pages.copied().filter(|page| *page != home && !sentence.is_empty()).collect()
}

/// The words of each page that neither its title nor a sentence of its own or shown on it holds.
fn words(texts: &[PageText], pages: &[Page], passages: &[Passage]) -> Vec<(String, u32)> {
    let mut known: BTreeMap<u32, BTreeSet<String>> = BTreeMap::new();
    for passage in passages {
        let words: Vec<String> = surfaces(&passage.text).collect();
        for page in std::iter::once(&passage.page).chain(&passage.also_on) {
            known.entry(*page).or_default().extend(words.iter().cloned());
        }
    }
    // Passages are sorted by page, and the page's own is the first.
    let own = |page: u32| passages.partition_point(|passage| passage.page < page);
    let mut words = BTreeSet::new();
    for (text, number) in texts.iter().zip(0..) {
        let Ok(passage) = u32::try_from(own(number)) else { continue };
        let mut of_page: BTreeSet<String> = surfaces(&text.text).collect();
        let title: BTreeSet<String> = surfaces(&pages[number as usize].title).collect();
        of_page.retain(|word| !title.contains(word) && known.get(&number).is_none_or(|known| !known.contains(word)));
        words.extend(of_page.into_iter().map(|word| (word, passage)));
    }
    words.into_iter().collect()
}

fn surfaces(text: &str) -> impl Iterator<Item = String> {
    tokens(text).into_iter().map(|token| token.surface)
}
