//! Reads the names: one file for all people, institutions, notions and places.

use super::{
    Reading,
    file::SourceFile,
    passage::{plain, required_text},
    reader::{Table, with_root},
};
use crate::{
    model::{Term, TermKind},
    route::Route,
};

pub(super) const KINDS: &[(&str, TermKind)] =
    &[("person", TermKind::Person), ("institution", TermKind::Institution), ("concept", TermKind::Concept), ("place", TermKind::Place)];

impl Reading<'_> {
    pub(super) fn terms(&mut self, file: &SourceFile) -> Option<Vec<Term>> {
        let problems = self.problems;
        with_root(file, problems, |table| Some(table.tables("term").into_iter().filter_map(|term| self.term(term)).collect()))
    }

    fn term(&mut self, table: Table<'_>) -> Option<Term> {
        let place = table.place();
        let id = self.anchor(&table, &Route::Glossary);
        let kind = table.choice("kind", KINDS);
        let ar = plain(&table, "ar");
        let [fr, en] = ["fr", "en"].map(|key| table.optional_string(key).map(|name| name.value));
        let [acronyms, aliases] = ["acronyms", "aliases"].map(|key| table.strings(key).into_iter().map(|name| name.value).collect());
        let definition = required_text(&table, "definition");
        table.finish();
        Some(Term { id: id?, kind: kind?, ar: ar?, fr, en, acronyms, aliases, definition: definition?, place })
    }
}
