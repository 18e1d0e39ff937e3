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

use content::{model::Site, page::Page, phrases::citation as words, route::Route};

/// How one page is cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageCitation {
    /// The page in each style, Arabic first.
    pub styles: Vec<Style>,
    /// The page, and what is at home on it, for reference managers.
    pub files: Vec<File>,
}

/// A file to be published beside a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Path below the published folder, such as `editions/2023-tangier/cite.bib`.
    pub path: String,
    /// What readers call the format.
    pub label: &'static str,
    /// UTF-8.
    pub bytes: Vec<u8>,
}

/// How the page at `route` is cited; nothing for 404, which is no page to cite.
/// `base_url` is the public address of the site and ends with a slash.
///
/// # Errors
/// See [`CitationError`].
pub fn page_citation(site: &Site, base_url: &str, route: &Route, page: &Page) -> Result<Option<PageCitation>, CitationError> {
    if *route == Route::NotFound {
        return Ok(None);
    }
    let records = record::records(site, base_url, route, page)?;
    let mut styles = vec![arabic_page(site, base_url, route, page)];
    styles.extend(formatted::styles(&records[0])?);
    let path = route.path();
    let file = |name: &str, label, text: String| File {
        path: format!("{path}{name}").trim_start_matches('/').to_owned(),
        label,
        bytes: text.into_bytes(),
    };
    let files = vec![
        file("cite.bib", "BibTeX", bibtex::file(&records)?),
        file("cite.ris", "RIS", ris::file(&records)),
        file("cite.json", "CSL-JSON", csl_json::file(&records)?),
    ];
    Ok(Some(PageCitation { styles, files }))
}

fn arabic_page(site: &Site, base_url: &str, route: &Route, page: &Page) -> Style {
    let (name, updated) = (&site.settings.name, site.settings.updated.arabic());
    let before = if *route == Route::Home { words::site(name, &updated) } else { words::page(name, &page.title, &updated) };
    Style::arabic(before, &record::address(base_url, route))
}
