//! Takes typed values out of a TOML table and notes everything that is wrong with it, in Arabic.
//!
//! serde would stop at the first mistake and speak English; here every mistake of a file is found
//! in one go. A table that is not read to its end reports the keys nobody asked for.

use std::{cell::RefCell, collections::BTreeSet, ops::Range};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::file::{Located, Problems, SourceFile, is_readable};
use crate::{
    model::Date,
    phrases::problem as words,
    problem::{Lines, Place},
};

/// Faults of syntax that are told of one file: beyond, it is no TOML.
const MOST_FAULTS: usize = 50;

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

    /// The string `text`, which stands at `span`.
    fn located(&self, text: &str, span: Range<usize>) -> Option<Located<'a>> {
        Located::new(self.file, self.lines, text, span, self.problems)
    }

    /// The same, of one line: names, addresses and ids stand in files whose lines mean something.
    fn one_line(&self, text: &str, span: Range<usize>) -> Option<Located<'a>> {
        let located = self.located(text, span)?;
        if located.value.contains('\n') {
            self.problems.add(located.place(), words::several_lines(&located.value), words::ONE_LINE.to_owned(), "");
            return None;
        }
        Some(located)
    }

    /// A string of one line, if the key is there.
    pub fn optional_string(&self, key: &str) -> Option<Located<'a>> {
        self.optional(key, Self::one_line)
    }

    /// A string of any number of lines, if the key is there.
    pub fn optional_text(&self, key: &str) -> Option<Located<'a>> {
        self.optional(key, Self::located)
    }

    fn optional(&self, key: &str, locate: impl Fn(&Self, &str, Range<usize>) -> Option<Located<'a>>) -> Option<Located<'a>> {
        let value = self.value(key)?;
        match value.as_ref() {
            DeValue::String(text) => locate(self, text, value.span()),
            _ => self.wrong_type(key, value, words::A_STRING, &format!("{key} = \"…\"")),
        }
    }

    /// A string of one line that must be there and not be empty.
    pub fn string(&self, key: &str) -> Option<Located<'a>> {
        self.required(key, Self::optional_string)
    }

    /// A string of any number of lines that must be there and not be empty.
    pub fn text(&self, key: &str) -> Option<Located<'a>> {
        self.required(key, Self::optional_text)
    }

    fn required(&self, key: &str, optional: impl Fn(&Self, &str) -> Option<Located<'a>>) -> Option<Located<'a>> {
        if self.value(key).is_none() {
            return self.missing(key, &format!("{key} = \"…\""));
        }
        let text = optional(self, key)?;
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

    /// A whole number, 0 to the greatest that `N` holds, if the key is there.
    pub fn optional_number<N: TryFrom<u32>>(&self, key: &str) -> Option<N> {
        let value = self.value(key)?;
        let example = format!("{key} = 5");
        let number = value.as_ref().as_integer().and_then(|integer| u32::from_str_radix(integer.as_str(), integer.radix()).ok());
        let Some(number) = number else { return self.wrong_type(key, value, words::A_NUMBER, &example) };
        N::try_from(number).ok().or_else(|| self.wrong_type(key, value, words::A_SMALLER_NUMBER, &example))
    }

    /// A whole number that must be there.
    pub fn number<N: TryFrom<u32>>(&self, key: &str) -> Option<N> {
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
            DeValue::String(text) => self.one_line(text, value.span()),
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
    if !is_readable(file, &lines, problems) {
        return None;
    }
    let (root, faults) = DeTable::parse_recoverable(&file.text);
    for fault in faults.iter().take(MOST_FAULTS) {
        let place = lines.place(fault.span().unwrap_or(0..0).start);
        let found = words::syntax(lines.line(place.line));
        problems.add(place, found, words::SYNTAX_EXPECTED.to_owned(), words::SYNTAX_EXAMPLE);
    }
    if !faults.is_empty() {
        return None;
    }
    let table = Table { file, lines: &lines, problems, entries: root.get_ref(), span: root.span(), known: RefCell::default() };
    let value = read(&table);
    table.finish();
    value
}
