//! A problem in an editor's file, told in Arabic: where, what was found, what is expected, an example.
//!
//! Rendered here and not by a diagnostics library: those print English labels, and carets that
//! point at the wrong letter under right-to-left text. The address comes first, alone on its line,
//! so that no terminal reorders it.

use std::fmt;

use crate::phrases::problem as words;

/// Where something stands in an editor's file. Lines and columns count from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// File, relative to the repository.
    pub file: String,
    /// Line.
    pub line: usize,
    /// Column.
    pub column: usize,
}

/// Where the lines of a file begin, counted once: a file of sources is long, and every source in it has its place.
#[derive(Debug)]
pub struct Lines<'a> {
    file: &'a str,
    text: &'a str,
    /// Bytes.
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// The lines of `text`, which is the content of `file`.
    #[must_use]
    pub fn of(file: &'a str, text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(newline, _)| newline + 1)).collect();
        Self { file, text, starts }
    }

    /// The place of byte `offset`.
    #[must_use]
    pub fn place(&self, offset: usize) -> Place {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let before = self.text.get(self.starts[line - 1]..offset).unwrap_or_default();
        Place { file: self.file.to_owned(), line, column: before.chars().count() + 1 }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "content/{}:{}:{}", self.file, self.line, self.column)
    }
}

/// A problem; `Display` prints it whole.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What was found, quoting the offending word.
    pub found: String,
    /// What is expected instead.
    pub expected: String,
    /// An example of it, or empty.
    pub example: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "{}", self.place)?;
        writeln!(formatter, "  {} {}", words::FOUND, self.found)?;
        write!(formatter, "  {} {}", words::EXPECTED, self.expected)?;
        if !self.example.is_empty() {
            write!(formatter, "\n  {} {}", words::EXAMPLE, self.example)?;
        }
        Ok(())
    }
}
