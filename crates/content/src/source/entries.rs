//! Reads people, institutions and conflicts: pages made of entries.

use super::{
    Reading,
    file::SourceFile,
    passage::{checked_id, cited_text, reference, references, required_text},
    reader::{Table, with_root},
};
use crate::{
    model::{Conflict, Entry, PageText, Reference, Role, Statement},
    phrases::problem as words,
    route::Route,
};

/// A file of entries: the key of its tables and the page it makes.
pub(super) type EntryKind = (&'static str, Route);

pub(super) const PERSON: EntryKind = ("person", Route::People);
pub(super) const INSTITUTION: EntryKind = ("institution", Route::Institutions);

/// The kinds of conflicts, and whether they are slips.
pub(super) const CONFLICT_KINDS: &[(&str, bool)] = &[("disagreement", false), ("slip", true)];

impl Reading<'_> {
    pub(super) fn entries(&mut self, file: &SourceFile, (key, route): EntryKind) -> Option<((Route, PageText), Vec<Entry>)> {
        let problems = self.problems;
        with_root(file, problems, |table| {
            let page = self.page_text(table, &route);
            let entries = table.tables(key).into_iter().filter_map(|entry| self.entry(entry, &route)).collect();
            Some(((route, page?), entries))
        })
    }

    fn entry(&mut self, table: Table<'_>, route: &Route) -> Option<Entry> {
        let id = self.anchor(&table, route);
        let page = table.optional_string("page").map(|page| Reference { place: page.place(), id: page.value });
        let summary = cited_text(&table, "summary");
        let roles = table.tables("role").into_iter().filter_map(role).collect();
        let claims = self.claims(&table, route);
        let place = table.place();
        table.finish();
        let id = id?;
        let Some(term) = self.terms.iter().find(|term| term.id == id) else {
            // Without any term, the file of terms has its own problem.
            if self.terms.is_empty() {
                return None;
            }
            self.problems.add(place, words::no_term(&id), words::TERM_EXPECTED.to_owned(), &format!("[[term]] id = \"{id}\""));
            return None;
        };
        let (lang, latin) = term.latin().unwrap_or_default();
        Some(Entry {
            name: term.ar.clone(),
            latin: latin.to_owned(),
            lang: lang.to_owned(),
            acronyms: term.acronyms.clone(),
            id,
            page,
            summary: summary?,
            roles,
            claims,
        })
    }

    pub(super) fn conflicts(&mut self, file: &SourceFile) -> Option<((Route, PageText), Vec<Conflict>)> {
        let problems = self.problems;
        with_root(file, problems, |table| {
            let page = self.page_text(table, &Route::Conflicts);
            let conflicts: Vec<Conflict> = table.tables("conflict").into_iter().filter_map(|conflict| self.conflict(conflict)).collect();
            for (index, conflict) in conflicts.iter().enumerate() {
                if let Some(first) = conflicts[..index].iter().find(|first| first.id == conflict.id) {
                    let found = words::duplicate(&conflict.id, &first.place.to_string());
                    self.problems.add(conflict.place.clone(), found, words::UNIQUE_ID.to_owned(), "");
                }
            }
            Some(((Route::Conflicts, page?), conflicts))
        })
    }

    fn conflict(&self, table: Table<'_>) -> Option<Conflict> {
        let place = table.place();
        let id = table.string("id").and_then(|id| checked_id(&id, 'K', 2, self.problems));
        let slip = table.choice("kind", CONFLICT_KINDS);
        let title = required_text(&table, "title");
        let claims = references(&table, "claims");
        let choice = required_text(&table, "choice");
        let statements: Vec<Statement> = table.tables("statement").into_iter().filter_map(|statement| self.statement(statement)).collect();
        if statements.is_empty() {
            self.problems.add(
                place.clone(),
                words::NO_STATEMENT.to_owned(),
                words::STATEMENT_EXPECTED.to_owned(),
                "[[conflict.statement]]",
            );
        }
        table.finish();
        Some(Conflict { id: id?, slip: slip?, title: title?, claims, choice: choice?, statements, place })
    }

    fn statement(&self, table: Table<'_>) -> Option<Statement> {
        let text = required_text(&table, "text");
        let sources = references(&table, "sources");
        if sources.is_empty() {
            self.problems.add(table.place(), words::NO_SOURCE.to_owned(), words::SOURCE_EXPECTED.to_owned(), "sources = [\"S021\"]");
        }
        table.finish();
        Some(Statement { text: text?, sources })
    }
}

fn role(table: Table<'_>) -> Option<Role> {
    let role = required_text(&table, "role");
    let when = required_text(&table, "when");
    let claim = reference(&table, "claim");
    table.finish();
    Some(Role { role: role?, when: when?, claim: claim? })
}
