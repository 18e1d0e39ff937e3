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

impl Place {
    /// The place of byte `offset` of `text`, which is the content of `file`.
    #[must_use]
    pub fn at(file: &str, text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self { file: file.to_owned(), line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
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
