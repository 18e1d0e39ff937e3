//! Reads the sources.

use std::collections::BTreeMap;

use super::{
    Reading,
    address::is_web,
    file::SourceFile,
    markup::{is_id, is_language_tag},
    passage::required_text,
    reader::{Table, with_root},
};
use crate::{
    model::{Address, Source, SourceKind},
    phrases::problem as words,
};

pub(super) const KINDS: &[(&str, SourceKind)] = &[
    ("press", SourceKind::Press),
    ("agency", SourceKind::Agency),
    ("government", SourceKind::Government),
    ("un", SourceKind::Un),
    ("un-copy", SourceKind::UnCopy),
    ("un-via-press", SourceKind::UnViaPress),
    ("reference", SourceKind::Reference),
    ("encyclopedia", SourceKind::Encyclopedia),
    ("blog", SourceKind::Blog),
    ("seed", SourceKind::Seed),
];

impl Reading<'_> {
    pub(super) fn sources(&self, file: &SourceFile) -> Option<BTreeMap<String, Source>> {
        with_root(file, self.problems, |table| {
            let mut sources = BTreeMap::new();
            for source in table.tables("source").into_iter().filter_map(|source| self.source(source)) {
                let place = source.place.clone();
                if let Some(first) = sources.insert(source.id.clone(), source) {
                    let found = words::duplicate(&first.id, &first.place.to_string());
                    self.problems.add(place, found, words::UNIQUE_ID.to_owned(), "");
                }
            }
            Some(sources)
        })
    }

    fn source(&self, table: Table<'_>) -> Option<Source> {
        let place = table.place();
        let id = table.string("id");
        if let Some(id) = id.as_ref().filter(|id| id.value != "SEED" && !is_id(&id.value, 'S', 3)) {
            self.problems.add(id.place(), words::bad_id(&id.value), words::id_expected('S', 3), "id = \"S021\"");
        }
        let kind = table.choice("kind", KINDS);
        let lang = table.string("lang");
        if let Some(lang) = lang.as_ref().filter(|lang| !is_language_tag(&lang.value)) {
            let found = words::unknown_value("lang", &lang.value);
            self.problems.add(lang.place(), found, words::LANGUAGE_EXPECTED.to_owned(), "lang = \"fr\"");
        }
        let publisher = required_text(&table, "publisher");
        let publisher_original = table.optional_string("publisher_original").map(|name| name.value);
        let title = table.optional_string("title").map(|title| title.value);
        let description = required_text(&table, "description");
        let date = table.optional_date("published");
        let address = self.address(&table);
        table.finish();
        Some(Source {
            id: id?.value,
            kind: kind?,
            lang: lang?.value,
            publisher: publisher?,
            publisher_original,
            title,
            description: description?,
            published: date,
            address: address?,
            place,
        })
    }

    fn address(&self, table: &Table<'_>) -> Option<Address> {
        match table.optional_string("url") {
            Some(url) if is_web(&url.value) => Some(Address::Url(url.value)),
            Some(url) => {
                self.problems.add(
                    url.place(),
                    words::bad_address(&url.value),
                    words::ADDRESS_EXPECTED.to_owned(),
                    "url = \"https://example.org/\"",
                );
                None
            }
            None => required_text(table, "unlinked").map(Address::Unlinked),
        }
    }
}
