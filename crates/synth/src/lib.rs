//! The content with as many editions as one wants, each with claims and sources of its own, to see what grows with the site.
//! Always the same for the same number.

mod edition;
mod words;

use content::{
    model::Site,
    problem::Problem,
    source::{SourceFile, load},
};
use edition::Writer;
use words::Words;

/// Where the sources are listed.
const SOURCES: &str = "sources.toml";
/// Where the words of the sentences come from.
const LEXICON: &str = "search/lexicon.txt";
/// Dates have years of four digits; beyond, several editions share a year.
const LAST_YEAR: usize = 9_990;

/// The files of `real`, and after its editions so many more that there are `editions` of them.
///
/// # Errors
/// The problems of `real`.
pub fn files(real: &[SourceFile], editions: usize) -> Result<Vec<SourceFile>, Vec<Problem>> {
    let site = load(real)?;
    let mut files = real.to_vec();
    let lexicon = files.iter().find(|file| file.path == LEXICON).map(|file| file.text.clone()).unwrap_or_default();
    let mut writer = Writer::new(&site, Words::of(&lexicon));
    let years = Years::after(&site, editions);
    let mut sources = String::new();
    for (added, number) in (site.editions.len() + 1..=editions).enumerate() {
        let written = writer.edition(number, years.of(added));
        files.push(SourceFile { path: format!("editions/{}.toml", written.slug), text: written.text });
        sources.push_str(&written.sources);
    }
    if let Some(file) = files.iter_mut().find(|file| file.path == SOURCES) {
        file.text.push_str(&sources);
    }
    Ok(files)
}

/// In which years the added editions fall.
struct Years {
    first: usize,
    in_one_year: usize,
}

impl Years {
    fn after(site: &Site, editions: usize) -> Self {
        let first = site.editions.last().map_or(2_000, |edition| usize::from(edition.start.year) + 1);
        let added = editions.saturating_sub(site.editions.len());
        Self { first, in_one_year: added.div_ceil(LAST_YEAR - first).max(1) }
    }

    fn of(&self, added: usize) -> usize {
        self.first + added / self.in_one_year
    }
}
