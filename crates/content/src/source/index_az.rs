//! Reads the headwords of the index.

use super::{
    Reading,
    file::SourceFile,
    passage::{plain, references},
    reader::{Table, with_root},
};
use crate::{model::Headword, phrases::problem as words, route::Route};

impl Reading<'_> {
    pub(super) fn headwords(&mut self, file: &SourceFile) -> Option<Vec<Headword>> {
        let problems = self.problems;
        with_root(file, problems, |table| Some(table.tables("headword").into_iter().filter_map(|word| self.headword(word)).collect()))
    }

    fn headword(&mut self, table: Table<'_>) -> Option<Headword> {
        let place = table.place();
        let id = self.anchor(&table, &Route::IndexAz);
        let has_name = table.has("name");
        let is_named = id.as_ref().is_some_and(|id| self.is_named(id));
        if is_named && has_name {
            self.problems.add(place.clone(), words::NAMED_ELSEWHERE.to_owned(), words::FORMS_ONLY.to_owned(), "");
        }
        let name = if is_named && !has_name { Some(String::new()) } else { plain(&table, "name") };
        let forms = table.strings("forms").into_iter().map(|form| form.value).collect();
        let except = references(&table, "except");
        table.finish();
        Some(Headword { id: id?, name: name?, forms, except, place })
    }

    /// Whether a term or an objective has this id, and so a name already.
    fn is_named(&self, id: &str) -> bool {
        self.terms.iter().any(|term| term.id == id) || self.anchors.contains_key(&(Route::Objectives, id.to_owned()))
    }
}
