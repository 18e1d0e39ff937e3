//! From the editors' files to the model: read everything, report every problem at once.

mod address;
mod check;
mod editions;
mod entries;
mod evidence;
mod file;
mod index_az;
mod markup;
mod pages;
mod passage;
mod reader;
pub mod schema;
mod search;
mod sources;
mod terms;
mod typography;

use std::collections::BTreeMap;

pub use file::SourceFile;
pub use typography::is_invisible;

use crate::{
    compose::book,
    model::{Book, Claim, Index, Settings, Site, Term},
    phrases::problem as words,
    problem::{Place, Problem},
    route::Route,
};
use address::{is_mailbox, is_web};
use file::{Located, Problems};
use reader::with_root;

/// Reads the whole of `content/`. Files under `templates/` are not content.
///
/// # Errors
/// Every problem of every file, sorted by file and line; never an empty list.
pub fn load(files: &[SourceFile]) -> Result<Site, Vec<Problem>> {
    let problems = Problems::default();
    let mut reading = Reading { problems: &problems, claims: BTreeMap::new(), terms: Vec::new(), anchors: BTreeMap::new() };
    let mut site = reading.site(files);
    site.index = Index::of(&site);
    site.book = book(&site);
    check::check(&site, files, &problems);
    let problems = problems.into_sorted();
    if problems.is_empty() { Ok(site) } else { Err(problems) }
}

/// What is gathered while files are read one after the other.
struct Reading<'a> {
    problems: &'a Problems,
    claims: BTreeMap<String, Claim>,
    /// Read before the entries, which take their names from them.
    terms: Vec<Term>,
    /// Anchors of sections and entries: page and id, with the place of the first.
    anchors: BTreeMap<(Route, String), Place>,
}

impl Reading<'_> {
    /// Reads every file, even after a fault, so that all problems are seen at once. What could not be
    /// read is left out; then there are problems, and nobody gets to see this site.
    fn site(&mut self, files: &[SourceFile]) -> Site {
        let settings = self.required(files, "site.toml").and_then(|file| with_root(file, self.problems, settings));
        let sources = self.required(files, "sources.toml").and_then(|file| self.sources(file));
        let conflicts = self.required(files, "conflicts.toml").and_then(|file| self.conflicts(file));
        let reprints = self.required(files, "reprints.toml").and_then(|file| self.reprints(file));
        self.terms = self.required(files, "terms.toml").and_then(|file| self.terms(file)).unwrap_or_default();
        let people = self.required(files, "people.toml").and_then(|file| self.entries(file, entries::PERSON));
        let institutions = self.required(files, "institutions.toml").and_then(|file| self.entries(file, entries::INSTITUTION));
        let corrections = self.required(files, "corrections.toml").and_then(|file| self.corrections(file));
        let mut pages = self.pages(files);
        let objectives = self.required(files, "pages/objectives.toml").and_then(|file| self.objectives(file));
        let evolution = self.required(files, "pages/evolution.toml").and_then(|file| self.evolution(file));
        let editions = self.editions(files);
        let lexicon = self.required(files, "search/lexicon.txt").map(|file| self.lexicon(file)).unwrap_or_default();
        let groups = self.required(files, "search/groups.toml").and_then(|file| self.groups(file)).unwrap_or_default();
        let (conflicts_page, conflicts) = parted(conflicts);
        let (people_page, people) = parted(people);
        let (institutions_page, institutions) = parted(institutions);
        let (corrections_page, corrections) = parted(corrections);
        let (objectives_page, objectives) = parted(objectives);
        let (evolution_page, milestones) = parted(evolution);
        let headwords = self.required(files, "index-az.toml").and_then(|file| self.headwords(file));
        let search = self.required(files, "pages/search.toml").and_then(|file| self.search(file));
        let (search_page, examples) = parted(search);
        let own_pages = [conflicts_page, people_page, institutions_page, corrections_page, objectives_page, evolution_page, search_page];
        pages.extend(own_pages.into_iter().flatten());
        Site {
            settings: settings.unwrap_or_default(),
            sources: sources.unwrap_or_default(),
            claims: std::mem::take(&mut self.claims),
            conflicts,
            reprints: reprints.unwrap_or_default(),
            corrections,
            terms: std::mem::take(&mut self.terms),
            editions,
            pages,
            people,
            institutions,
            objectives,
            milestones,
            lexicon,
            groups,
            headwords: headwords.unwrap_or_default(),
            examples,
            index: Index::default(),
            book: Book::default(),
        }
    }

    fn required<'f>(&self, files: &'f [SourceFile], path: &str) -> Option<&'f SourceFile> {
        let file = files.iter().find(|file| file.path == path);
        if file.is_none() {
            let place = Place { file: path.to_owned(), line: 1, column: 1 };
            self.problems.add(place, words::missing_file(path), words::FILE_EXPECTED.to_owned(), "");
        }
        file
    }
}

/// The page and the entries of a file that has both.
fn parted<P, E>(read: Option<(P, Vec<E>)>) -> (Option<P>, Vec<E>) {
    read.map_or_else(|| (None, Vec::new()), |(page, entries)| (Some(page), entries))
}

fn settings(table: &reader::Table<'_>) -> Option<Settings> {
    let name = table.string("name");
    let tagline = table.string("tagline");
    let base_url = table.string("base_url");
    let contact = table.optional_string("contact");
    let licence = table.string("licence");
    let licence_url = table.string("licence_url");
    let updated = table.date("updated");
    let refuse = |text: &Located<'_>, expected: &str, example: &str| {
        table.problems().add(text.place(), words::bad_address(&text.value), expected.to_owned(), example);
    };
    if let Some(url) = base_url.as_ref().filter(|url| !(is_web(&url.value) && url.value.ends_with('/'))) {
        refuse(url, words::BASE_EXPECTED, "base_url = \"https://example.org/\"");
    }
    if let Some(url) = licence_url.as_ref().filter(|url| !is_web(&url.value)) {
        refuse(url, words::WEB_ADDRESS, "licence_url = \"https://creativecommons.org/licenses/by/4.0/deed.ar\"");
    }
    let is_contact = |text: &str| text.is_empty() || is_web(text) || is_mailbox(text);
    if let Some(contact) = contact.as_ref().filter(|contact| !is_contact(&contact.value)) {
        refuse(contact, words::CONTACT_EXPECTED, "contact = \"errors@example.org\"");
    }
    Some(Settings {
        name: name?.value,
        tagline: tagline?.value,
        base_url: base_url?.value,
        contact: contact.map(|text| text.value).unwrap_or_default(),
        licence: licence?.value,
        licence_url: licence_url?.value,
        updated: updated?,
    })
}
