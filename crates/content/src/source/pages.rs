//! Reads the texts of the pages.

use std::collections::BTreeMap;

use super::{
    Reading,
    file::SourceFile,
    passage::{cited_text, plain, required_text},
    reader::{Table, with_root},
};
use crate::{
    model::{Example, Milestone, Objective, PageText, Section},
    phrases::problem as words,
    problem::Place,
    route::Route,
};

/// Pages that are nothing but text; the others are read where their own tables are.
pub(super) const PAGES: &[(&str, Route)] = &[
    ("pages/home.toml", Route::Home),
    ("pages/platform.toml", Route::Platform),
    ("pages/editions.toml", Route::Editions),
    ("pages/compare.toml", Route::Compare),
    ("pages/rabat-office.toml", Route::RabatOffice),
    ("pages/related.toml", Route::Related),
    ("pages/sources.toml", Route::Sources),
    ("pages/index-az.toml", Route::IndexAz),
    ("pages/glossary.toml", Route::Glossary),
    ("pages/data.toml", Route::Data),
    ("pages/about.toml", Route::About),
    ("pages/quality.toml", Route::Quality),
    ("pages/not-found.toml", Route::NotFound),
    ("pages/offline.toml", Route::Offline),
];

impl Reading<'_> {
    pub(super) fn pages(&mut self, files: &[SourceFile]) -> BTreeMap<Route, PageText> {
        let mut pages = BTreeMap::new();
        for (path, route) in PAGES {
            let Some(file) = self.required(files, path) else { continue };
            let problems = self.problems;
            if let Some(page) = with_root(file, problems, |table| self.page_text(table, route)) {
                pages.insert(route.clone(), page);
            }
        }
        pages
    }

    pub(super) fn page_text(&mut self, table: &Table<'_>, route: &Route) -> Option<PageText> {
        let title = plain(table, "title");
        let description = plain(table, "description");
        let sections = table.tables("section").into_iter().map(|section| self.section(section, route)).collect();
        Some(PageText { title: title?, description: description?, sections })
    }

    pub(super) fn search(&mut self, file: &SourceFile) -> Option<((Route, PageText), Vec<Example>)> {
        let problems = self.problems;
        with_root(file, problems, |table| {
            let page = self.page_text(table, &Route::Search);
            let examples = table.tables("example").into_iter().filter_map(example).collect();
            Some(((Route::Search, page?), examples))
        })
    }

    fn section(&mut self, table: Table<'_>, route: &Route) -> Section {
        let id = if table.has("id") { self.anchor(&table, route) } else { None };
        let heading = if table.has("id") { plain(&table, "heading").unwrap_or_default() } else { String::new() };
        let passage = self.passage(&table, route);
        table.finish();
        Section { id: id.unwrap_or_default(), heading, passage }
    }

    pub(super) fn objectives(&mut self, file: &SourceFile) -> Option<((Route, PageText), Vec<Objective>)> {
        let problems = self.problems;
        with_root(file, problems, |table| {
            let page = self.page_text(table, &Route::Objectives);
            let objectives = table.tables("objective").into_iter().filter_map(|objective| self.objective(objective)).collect();
            Some(((Route::Objectives, page?), objectives))
        })
    }

    fn objective(&mut self, table: Table<'_>) -> Option<Objective> {
        let id = self.anchor(&table, &Route::Objectives);
        let title = plain(&table, "title");
        let passage = self.passage(&table, &Route::Objectives);
        table.finish();
        Some(Objective { id: id?, title: title?, passage })
    }

    pub(super) fn evolution(&mut self, file: &SourceFile) -> Option<((Route, PageText), Vec<Milestone>)> {
        let problems = self.problems;
        with_root(file, problems, |table| {
            let page = self.page_text(table, &Route::Evolution);
            let mut last = None;
            let mut milestones = Vec::new();
            for entry in table.tables("milestone") {
                let place = entry.place();
                let Some(milestone) = milestone(entry) else { continue };
                if last.is_some_and(|last| last > milestone.date) {
                    self.out_of_order(place);
                }
                last = Some(milestone.date);
                milestones.push(milestone);
            }
            Some(((Route::Evolution, page?), milestones))
        })
    }

    fn out_of_order(&self, place: Place) {
        self.problems.add(place, words::OUT_OF_ORDER.to_owned(), words::IN_ORDER.to_owned(), "");
    }
}

fn example(table: Table<'_>) -> Option<Example> {
    // What readers type may be anything: another language, other digits.
    let query = table.string("query");
    let text = required_text(&table, "text");
    table.finish();
    Some(Example { query: query?.value, text: text? })
}

fn milestone(table: Table<'_>) -> Option<Milestone> {
    let date = table.date("date");
    let until = table.optional_date("until");
    let label = if table.has("label") { plain(&table, "label") } else { None };
    let text = cited_text(&table, "text");
    table.finish();
    Some(Milestone { date: date?, until, label, text: text? })
}
