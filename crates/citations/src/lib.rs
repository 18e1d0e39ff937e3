//! How a page is cited: texts in three styles, and files that reference managers read.
//!
//! Native only and pure: the model comes in, texts and bytes go out. Everything is made of one list
//! of [`record::Record`]s per page, so a text and a file never tell different things.

mod bibtex;
mod csl_json;
mod error;
mod formatted;
mod record;
mod ris;
mod style;

pub use error::CitationError;
pub use style::Style;

use content::{
    model::Site,
    page::{Citation, Page},
    phrases::citation as words,
    route::Route,
};

/// How one page is cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageCitation {
    /// The page in each style, Arabic first.
    pub styles: Vec<Style>,
    /// The page, and what is at home on it, for reference managers.
    pub files: Vec<File>,
}

/// The name of a page's files for reference managers, without its end.
pub const FILE: &str = "cite";

/// A file to be published beside a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Path below the published folder, such as `editions/2023-tangier/cite.bib`.
    pub path: String,
    /// UTF-8.
    pub bytes: Vec<u8>,
}

/// How the page at `route` is cited; nothing for stand-ins, which are no pages to cite.
/// `base_url` is the public address of the site and ends with a slash.
///
/// # Errors
/// See [`CitationError`].
pub fn page_citation(site: &Site, base_url: &str, route: &Route, page: &Page) -> Result<Option<PageCitation>, CitationError> {
    if route.is_stand_in() {
        return Ok(None);
    }
    let records = record::records(site, base_url, route, page)?;
    let mut styles = vec![arabic_page(site, base_url, route, page)];
    styles.extend(formatted::styles(&records[0])?);
    let path = route.path();
    // In the order of `Citation::FILES`.
    let texts = [bibtex::file(&records)?, ris::file(&records), csl_json::file(&records)?];
    let files = Citation::FILES
        .iter()
        .zip(texts)
        .map(|((_, end), text)| File { path: format!("{path}{FILE}{end}").trim_start_matches('/').to_owned(), bytes: text.into_bytes() });
    Ok(Some(PageCitation { styles, files: files.collect() }))
}

fn arabic_page(site: &Site, base_url: &str, route: &Route, page: &Page) -> Style {
    let (name, updated) = (&site.settings.name, site.settings.updated.arabic());
    let before = if *route == Route::Home { words::site(name, &updated) } else { words::page(name, &page.title, &updated) };
    Style::arabic(before, &record::address(base_url, route))
}
