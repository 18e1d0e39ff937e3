//! A problem in an editor's file, told in Arabic: where, what was found, what is expected, an example.
//!
//! Rendered here and not by a diagnostics library: those print English labels, and carets that
//! point at the wrong letter under right-to-left text. The address comes first, alone on its line,
//! so that no terminal reorders it.

use std::fmt;

use crate::{phrases::problem as words, source::is_invisible};

/// Characters of a message beyond which its middle is left out: an editor looks at the place.
const LONGEST: usize = 400;
/// Characters that are kept of its beginning and of its end.
const KEPT: usize = 150;

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

impl Lines<'_> {
    /// The text of a line, counted from 1, without white space around it.
    #[must_use]
    pub fn line(&self, line: usize) -> &str {
        let start = line.checked_sub(1).and_then(|index| self.starts.get(index)).copied().unwrap_or(self.text.len());
        let end = self.starts.get(line).copied().unwrap_or(self.text.len());
        self.text.get(start..end).unwrap_or_default().trim()
    }

    /// The place where a line, counted from 1, begins.
    #[must_use]
    pub fn start_of(&self, line: usize) -> Place {
        Place { file: self.file.to_owned(), line, column: 1 }
    }

    /// The first line that has more bytes than `limit`.
    #[must_use]
    pub fn longer_than(&self, limit: usize) -> Option<usize> {
        let ends = self.starts.iter().skip(1).chain([&self.text.len()]).copied().collect::<Vec<_>>();
        self.starts.iter().zip(ends).position(|(start, end)| end - start > limit).map(|index| index + 1)
    }
}

/// A message as an editor can read it: marks that nobody sees, and those that a terminal would obey, by their number; short,
/// whatever was quoted.
#[must_use]
pub fn legible(message: String) -> String {
    let is_hidden = |letter: char| is_invisible(letter) || letter.is_control();
    let count = message.chars().count();
    if count <= LONGEST && !message.contains(is_hidden) {
        return message;
    }
    let shown = |letter: char| if is_hidden(letter) { format!("<U+{:04X}>", u32::from(letter)) } else { letter.to_string() };
    let of = |letters: &mut dyn Iterator<Item = char>| letters.map(shown).collect::<String>();
    if count <= LONGEST {
        return of(&mut message.chars());
    }
    [of(&mut message.chars().take(KEPT)), of(&mut message.chars().skip(count - KEPT))].join("…")
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "content/{}:{}:{}", legible(self.file.clone()), self.line, self.column)
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
