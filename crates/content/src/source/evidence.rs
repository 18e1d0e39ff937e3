//! Reads what is said of the evidence itself: sources that carry one text, and corrections of this site.

use std::collections::BTreeMap;

use super::{
    Reading,
    file::SourceFile,
    passage::{checked_id, references, required_text},
    reader::{Table, with_root},
};
use crate::{
    model::{Correction, PageText, Reference, Reprint},
    phrases::problem as words,
    problem::Place,
    route::Route,
};

impl Reading<'_> {
    pub(super) fn reprints(&self, file: &SourceFile) -> Option<Vec<Reprint>> {
        let reprints: Vec<Reprint> = with_root(file, self.problems, |table| {
            Some(table.tables("reprint").into_iter().filter_map(|reprint| self.reprint(reprint)).collect())
        })?;
        self.once(reprints.iter().map(|reprint| (&reprint.id, &reprint.place)));
        self.once(reprints.iter().flat_map(|reprint| &reprint.sources).map(|source| (&source.id, &source.place)));
        Some(reprints)
    }

    fn reprint(&self, table: Table<'_>) -> Option<Reprint> {
        let place = table.place();
        let id = table.string("id").and_then(|id| checked_id(&id, 'R', 2, self.problems));
        let name = required_text(&table, "name");
        let sources = references(&table, "sources");
        if sources.len() < 2 {
            self.problems.add(
                place.clone(),
                words::LONE_REPRINT.to_owned(),
                words::REPRINT_EXPECTED.to_owned(),
                "sources = [\"S021\", \"S022\"]",
            );
        }
        let reason = required_text(&table, "reason");
        table.finish();
        Some(Reprint { id: id?, name: name?, sources, reason: reason?, place })
    }

    pub(super) fn corrections(&mut self, file: &SourceFile) -> Option<((Route, PageText), Vec<Correction>)> {
        let problems = self.problems;
        with_root(file, problems, |table| {
            let page = self.page_text(table, &Route::Corrections);
            let mut corrections: Vec<Correction> =
                table.tables("correction").into_iter().filter_map(|correction| self.correction(correction)).collect();
            self.once(corrections.iter().map(|correction| (&correction.id, &correction.place)));
            corrections.sort_by(|one, other| (other.date, &other.id).cmp(&(one.date, &one.id)));
            Some(((Route::Corrections, page?), corrections))
        })
    }

    fn correction(&self, table: Table<'_>) -> Option<Correction> {
        let place = table.place();
        let id = table.string("id").and_then(|id| checked_id(&id, 'C', 2, self.problems));
        let date = table.date("date");
        let claims: Vec<Reference> = references(&table, "claims");
        let [was, now, reason] = ["was", "now", "reason"].map(|key| required_text(&table, key));
        table.finish();
        Some(Correction { id: id?, date: date?, claims, was: was?, now: now?, reason: reason?, place })
    }

    /// Notes every id that comes a second time.
    fn once<'i>(&self, ids: impl Iterator<Item = (&'i String, &'i Place)>) {
        let mut firsts: BTreeMap<&String, &Place> = BTreeMap::new();
        for (id, place) in ids {
            if let Some(first) = firsts.get(id) {
                self.problems.add(place.clone(), words::duplicate(id, &first.to_string()), words::UNIQUE_ID.to_owned(), "");
            }
            firsts.entry(id).or_insert(place);
        }
    }
}
