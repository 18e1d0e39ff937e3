//! From the editors' files to the model: read everything, report every problem at once.

mod check;
mod editions;
mod entries;
mod markup;
mod pages;
mod passage;
mod reader;
mod sources;
mod typography;

use std::collections::BTreeMap;

pub use reader::SourceFile;
pub use typography::is_invisible;

use crate::{
    model::{Claim, Settings, Site},
    phrases::problem as words,
    problem::{Place, Problem},
};
use reader::{Problems, with_root};

/// Reads the whole of `content/`. Files under `templates/` are not content.
///
/// # Errors
/// Every problem of every file, sorted by file and line; never an empty list.
pub fn load(files: &[SourceFile]) -> Result<Site, Vec<Problem>> {
    let problems = Problems::default();
    let mut reading = Reading { problems: &problems, claims: BTreeMap::new() };
    let site = reading.site(files);
    if let Some(site) = &site {
        check::check(site, &problems);
    }
    let problems = problems.into_sorted();
    match site {
        Some(site) if problems.is_empty() => Ok(site),
        _ => Err(problems),
    }
}

/// What is gathered while files are read one after the other.
struct Reading<'a> {
    problems: &'a Problems,
    claims: BTreeMap<String, Claim>,
}

impl Reading<'_> {
    /// Reads every file, even after a fault, so that all problems are seen at once.
    fn site(&mut self, files: &[SourceFile]) -> Option<Site> {
        let settings = self.required(files, "site.toml").and_then(|file| with_root(file, self.problems, settings));
        let sources = self.required(files, "sources.toml").and_then(|file| self.sources(file));
        let conflicts = self.required(files, "conflicts.toml").and_then(|file| self.conflicts(file));
        let people = self.required(files, "people.toml").and_then(|file| self.entries(file, entries::PERSON));
        let institutions = self.required(files, "institutions.toml").and_then(|file| self.entries(file, entries::INSTITUTION));
        let mut pages = self.pages(files);
        let objectives = self.required(files, "pages/objectives.toml").and_then(|file| self.objectives(file));
        let evolution = self.required(files, "pages/evolution.toml").and_then(|file| self.evolution(file));
        let editions = self.editions(files);
        let (conflicts_page, conflicts) = conflicts?;
        let (people_page, people) = people?;
        let (institutions_page, institutions) = institutions?;
        let (objectives_page, objectives) = objectives?;
        let (evolution_page, milestones) = evolution?;
        pages.extend([conflicts_page, people_page, institutions_page, objectives_page, evolution_page]);
        Some(Site {
            settings: settings?,
            sources: sources?,
            claims: std::mem::take(&mut self.claims),
            conflicts,
            editions,
            pages,
            people,
            institutions,
            objectives,
            milestones,
        })
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

fn settings(table: &reader::Table<'_>) -> Option<Settings> {
    let name = table.string("name");
    let tagline = table.string("tagline");
    let base_url = table.string("base_url");
    let contact = table.optional_string("contact").map(|text| text.value).unwrap_or_default();
    let licence = table.string("licence");
    let licence_url = table.string("licence_url");
    let updated = table.date("updated");
    Some(Settings {
        name: name?.value,
        tagline: tagline?.value,
        base_url: base_url?.value,
        contact,
        licence: licence?.value,
        licence_url: licence_url?.value,
        updated: updated?,
    })
}
