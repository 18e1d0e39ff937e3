//! Takes typed values out of a TOML table and notes everything that is wrong with it, in Arabic.
//!
//! serde would stop at the first mistake and speak English; here every mistake of a file is found
//! in one go. A table that is not read to its end reports the keys nobody asked for.

use std::{cell::RefCell, collections::BTreeSet, ops::Range};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::typography;
use crate::{
    model::Date,
    phrases::problem as words,
    problem::{Lines, Place, Problem},
};

/// One editor's file.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Path below `content/`, such as `editions/2022-marrakech.toml`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// All that was found wrong so far.
#[derive(Debug, Default)]
pub struct Problems(RefCell<Vec<Problem>>);

impl Problems {
    /// Adds one.
    pub fn add(&self, place: Place, found: String, expected: String, example: &str) {
        self.0.borrow_mut().push(Problem { place, found, expected, example: example.to_owned() });
    }

    /// Whether there are any so far.
    #[must_use]
    pub fn are_there(&self) -> bool {
        !self.0.borrow().is_empty()
    }

    /// All of them, by file and line, each once.
    #[must_use]
    pub fn into_sorted(self) -> Vec<Problem> {
        let mut all = self.0.into_inner();
        all.sort();
        all.dedup();
        all
    }
}

/// A string and where it stands in its file.
#[derive(Clone, Debug)]
pub struct Located<'a> {
    /// The file.
    pub file: &'a SourceFile,
    /// Where its lines begin.
    pub lines: &'a Lines<'a>,
    /// The value.
    pub value: String,
    /// Bytes of the literal in the file, quotes included.
    pub span: Range<usize>,
}

impl Located<'_> {
    /// Where the value begins.
    #[must_use]
    pub fn place(&self) -> Place {
        self.lines.place(self.span.start)
    }

    /// Where byte `offset` of the value stands; the beginning, if the literal spells the value with escapes.
    #[must_use]
    pub fn place_at(&self, offset: usize) -> Place {
        let literal = &self.file.text[self.span.clone()];
        let within = literal.find(&self.value).map_or(0, |start| literal.floor_char_boundary(start + offset));
        self.lines.place(self.span.start + within)
    }
}

/// A table being read.
pub struct Table<'a> {
    file: &'a SourceFile,
    lines: &'a Lines<'a>,
    problems: &'a Problems,
    entries: &'a DeTable<'a>,
    span: Range<usize>,
    known: RefCell<BTreeSet<String>>,
}

impl<'a> Table<'a> {
    /// A table within this one.
    fn within(&self, entries: &'a DeTable<'a>, span: Range<usize>) -> Self {
        Self { file: self.file, lines: self.lines, problems: self.problems, entries, span, known: RefCell::default() }
    }

    /// Where the table begins.
    #[must_use]
    pub fn place(&self) -> Place {
        self.lines.place(self.span.start)
    }

    /// Where mistakes are noted.
    #[must_use]
    pub fn problems(&self) -> &'a Problems {
        self.problems
    }

    fn value(&self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.known.borrow_mut().insert(key.to_owned());
        self.entries.get(key)
    }

    /// Whether the key is there.
    pub fn has(&self, key: &str) -> bool {
        self.value(key).is_some()
    }

    fn missing<T>(&self, key: &str, example: &str) -> Option<T> {
        self.problems.add(self.place(), words::missing(key), words::key_expected(key), example);
        None
    }

    fn wrong_type<T>(&self, key: &str, value: &Spanned<DeValue<'a>>, expected: &str, example: &str) -> Option<T> {
        let place = self.lines.place(value.span().start);
        let literal = self.file.text[value.span()].lines().next().unwrap_or_default();
        self.problems.add(place, words::wrong_type(key, literal), expected.to_owned(), example);
        None
    }

    /// A string, if the key is there.
    pub fn optional_string(&self, key: &str) -> Option<Located<'a>> {
        let value = self.value(key)?;
        let example = format!("{key} = \"…\"");
        match value.as_ref() {
            DeValue::String(text) => Some(Located { file: self.file, lines: self.lines, value: text.to_string(), span: value.span() }),
            _ => self.wrong_type(key, value, words::A_STRING, &example),
        }
    }

    /// A string that must be there and not be empty.
    pub fn string(&self, key: &str) -> Option<Located<'a>> {
        if self.value(key).is_none() {
            return self.missing(key, &format!("{key} = \"…\""));
        }
        let text = self.optional_string(key)?;
        if text.value.trim().is_empty() {
            self.problems.add(text.place(), words::empty(key), words::A_STRING.to_owned(), &format!("{key} = \"…\""));
            return None;
        }
        Some(text)
    }

    /// One of `choices`, which pair the editors' word with its meaning.
    pub fn choice<T: Copy>(&self, key: &str, choices: &[(&str, T)]) -> Option<T> {
        let text = self.string(key)?;
        let found = choices.iter().find(|(word, _)| *word == text.value).map(|(_, meaning)| *meaning);
        if found.is_none() {
            let list: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
            let example = format!("{key} = \"{}\"", list[0]);
            self.problems.add(text.place(), words::unknown_value(key, &text.value), words::one_of(&list), &example);
        }
        found
    }

    /// As [`Self::choice`], if the key is there.
    pub fn optional_choice<T: Copy>(&self, key: &str, choices: &[(&str, T)]) -> Option<T> {
        self.value(key).and_then(|_| self.choice(key, choices))
    }

    /// A whole number, 0 to 4,294,967,295, if the key is there.
    pub fn optional_number(&self, key: &str) -> Option<u32> {
        let value = self.value(key)?;
        let example = format!("{key} = 5");
        let number = value.as_ref().as_integer().and_then(|integer| u32::from_str_radix(integer.as_str(), integer.radix()).ok());
        number.or_else(|| self.wrong_type(key, value, words::A_NUMBER, &example))
    }

    /// A whole number that must be there.
    pub fn number(&self, key: &str) -> Option<u32> {
        if self.value(key).is_none() {
            return self.missing(key, &format!("{key} = 5"));
        }
        self.optional_number(key)
    }

    /// Degrees between minus `limit` and `limit`, if the key is there.
    pub fn optional_degrees(&self, key: &str, limit: f64) -> Option<f64> {
        let value = self.value(key)?;
        let literal = match value.as_ref() {
            DeValue::Float(number) => number.as_str(),
            DeValue::Integer(number) => number.as_str(),
            _ => "",
        };
        let degrees = literal.parse().ok().filter(|degrees: &f64| degrees.abs() <= limit);
        degrees.or_else(|| self.wrong_type(key, value, &words::degrees(limit), &format!("{key} = 31.63")))
    }

    /// A list of strings; empty if the key is absent.
    pub fn strings(&self, key: &str) -> Vec<Located<'a>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let example = format!("{key} = [\"…\", \"…\"]");
        let Some(array) = value.as_ref().as_array() else {
            self.wrong_type::<()>(key, value, words::A_LIST, &example);
            return Vec::new();
        };
        let item = |value: &'a Spanned<DeValue<'a>>| match value.as_ref() {
            DeValue::String(text) => Some(Located { file: self.file, lines: self.lines, value: text.to_string(), span: value.span() }),
            _ => self.wrong_type(key, value, words::A_STRING, &example),
        };
        array.iter().filter_map(item).collect()
    }

    /// A date, written as a TOML date or as a string of any precision, if the key is there.
    pub fn optional_date(&self, key: &str) -> Option<Date> {
        let value = self.value(key)?;
        let literal = match value.as_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(date) => date.to_string(),
            DeValue::Integer(year) => year.as_str().to_owned(),
            _ => return self.wrong_type(key, value, words::A_DATE, &format!("{key} = \"2024-06-04\"")),
        };
        let date = Date::parse(&literal);
        if date.is_none() {
            let place = self.lines.place(value.span().start);
            let example = format!("{key} = \"2024-06-04\"");
            self.problems.add(place, words::impossible_date(&literal), words::A_DATE.to_owned(), &example);
        }
        date
    }

    /// A date that must be there.
    pub fn date(&self, key: &str) -> Option<Date> {
        if self.value(key).is_none() {
            return self.missing(key, &format!("{key} = \"2024-06-04\""));
        }
        self.optional_date(key)
    }

    /// A table, if the key is there.
    pub fn optional_table(&self, key: &str) -> Option<Table<'a>> {
        let value = self.value(key)?;
        match value.as_ref() {
            DeValue::Table(table) => Some(self.within(table, value.span())),
            _ => self.wrong_type(key, value, words::A_TABLE, &format!("[{key}]")),
        }
    }

    /// A table that must be there.
    pub fn table(&self, key: &str) -> Option<Table<'a>> {
        if self.value(key).is_none() {
            return self.missing(key, &format!("[{key}]"));
        }
        self.optional_table(key)
    }

    /// An array of tables; empty if the key is absent.
    pub fn tables(&self, key: &str) -> Vec<Table<'a>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let example = format!("[[{key}]]");
        let Some(array) = value.as_ref().as_array() else {
            self.wrong_type::<()>(key, value, words::TABLES, &example);
            return Vec::new();
        };
        let item = |value: &'a Spanned<DeValue<'a>>| match value.as_ref() {
            DeValue::Table(table) => Some(self.within(table, value.span())),
            _ => self.wrong_type(key, value, words::TABLES, &example),
        };
        array.iter().filter_map(item).collect()
    }

    /// Reports every key that was not asked for.
    pub fn finish(self) {
        let known = self.known.borrow();
        for key in self.entries.keys() {
            let name = key.as_ref();
            if !known.contains(name.as_ref()) {
                let place = self.lines.place(key.span().start);
                let list: Vec<&str> = known.iter().map(String::as_str).collect();
                self.problems.add(place, words::unknown_key(name), words::one_of(&list), "");
            }
        }
    }
}

/// Reads `file` with `read` when its TOML is sound; otherwise notes every fault of its syntax.
pub fn with_root<T>(file: &SourceFile, problems: &Problems, read: impl FnOnce(&Table<'_>) -> Option<T>) -> Option<T> {
    let lines = Lines::of(&file.path, &file.text);
    typography::check_invisible(&lines, &file.text, problems);
    let (root, faults) = DeTable::parse_recoverable(&file.text);
    for fault in &faults {
        let span = fault.span().unwrap_or(0..0);
        let place = lines.place(span.start);
        let line = file.text.lines().nth(place.line - 1).unwrap_or_default().trim();
        problems.add(place, words::syntax(line), words::SYNTAX_EXPECTED.to_owned(), words::SYNTAX_EXAMPLE);
    }
    if !faults.is_empty() {
        return None;
    }
    let table = Table { file, lines: &lines, problems, entries: root.get_ref(), span: root.span(), known: RefCell::default() };
    let value = read(&table);
    table.finish();
    value
}
