//! Reads what the search knows of words besides what stands on the pages: lexemes, and groups of names.

use super::{
    Reading,
    file::{SourceFile, is_readable},
    reader::{Table, with_root},
};
use crate::{
    fold::fold,
    model::Lexeme,
    phrases::problem as words,
    problem::{Lines, Place},
};

pub(super) const KINDS: &[(&str, ())] = &[("month", ()), ("ordinal", ()), ("synonym", ()), ("place", ()), ("acronym", ())];

impl Reading<'_> {
    /// One lexeme a line: the lemma, then its other forms; `#` begins a comment.
    pub(super) fn lexicon(&self, file: &SourceFile) -> Vec<Lexeme> {
        if !is_readable(file, &Lines::of(&file.path, &file.text), self.problems) {
            return Vec::new();
        }
        let lines = file.text.lines().zip(1..);
        lines.filter_map(|(line, number)| self.lexeme(&file.path, line, number)).collect()
    }

    fn lexeme(&self, file: &str, line: &str, number: usize) -> Option<Lexeme> {
        let forms: Vec<&str> = line.split('#').next()?.split_whitespace().collect();
        let is_arabic = |word: &&str| word.chars().all(|letter| ('\u{621}'..='\u{64a}').contains(&letter) && letter != '\u{640}');
        if let Some(word) = forms.iter().find(|word| !is_arabic(word)) {
            let place = Place { file: file.to_owned(), line: number, column: 1 };
            self.problems.add(place, words::bad_lexeme(word), words::LEXEME_EXPECTED.to_owned(), words::LEXEME_EXAMPLE);
            return None;
        }
        let folded: Vec<String> = forms.into_iter().map(fold).collect();
        (!folded.is_empty()).then_some(Lexeme { forms: folded, line: number })
    }

    /// Names of one thing, those of each group together.
    pub(super) fn groups(&self, file: &SourceFile) -> Option<Vec<Vec<String>>> {
        with_root(file, self.problems, |table| Some(table.tables("group").into_iter().filter_map(group).collect()))
    }
}

fn group(table: Table<'_>) -> Option<Vec<String>> {
    let kind = table.choice("kind", KINDS);
    let names: Vec<String> = table.strings("names").into_iter().map(|name| name.value).collect();
    // For editors who wonder why.
    let _ = table.optional_string("note");
    if names.len() < 2 {
        table.problems().add(table.place(), words::LONELY_NAME.to_owned(), words::NAMES_EXPECTED.to_owned(), "");
    }
    table.finish();
    kind.map(|()| names)
}
