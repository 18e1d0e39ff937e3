//! An editor's file, a string in it, and what is wrong with it.

use std::{cell::RefCell, ops::Range};

use super::typography;
use crate::{
    phrases::problem as words,
    problem::{Lines, Place, Problem, legible},
    text::number,
};

/// Bytes beyond which neither a line nor a text is read: no sentence and no section is that long, and whatever asks for the
/// place of a word counts the letters before it.
const LONGEST: u32 = 20_000;

/// One editor's file.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Path below `content/`, such as `editions/2022-marrakech.toml`.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl SourceFile {
    /// A file as it lies on the disk. Bytes that are not UTF-8 become marks that [`super::load`] refuses, with their place;
    /// lines end as everywhere, whichever system wrote the file.
    #[must_use]
    pub fn new(path: String, bytes: &[u8]) -> Self {
        Self { path, text: String::from_utf8_lossy(bytes).replace("\r\n", "\n") }
    }
}

/// All that was found wrong so far.
#[derive(Debug, Default)]
pub struct Problems(RefCell<Vec<Problem>>);

impl Problems {
    /// Adds one.
    pub fn add(&self, place: Place, found: String, expected: String, example: &str) {
        self.0.borrow_mut().push(Problem { place, found: legible(found), expected, example: example.to_owned() });
    }

    /// Adds that what begins here is too long.
    fn add_too_long(&self, place: Place) {
        self.add(place, words::TOO_LONG.to_owned(), words::short_enough(&number(LONGEST)), "");
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
    /// Where the value begins in the file; nothing if the literal spells it with escapes.
    pub start: Option<usize>,
}

impl<'a> Located<'a> {
    /// The string `value` of a file, which stands at `span`; nothing if it is too long to be read. What nobody would see in
    /// it is noted.
    pub fn new(file: &'a SourceFile, lines: &'a Lines<'a>, value: &str, span: Range<usize>, problems: &Problems) -> Option<Self> {
        if value.len() > LONGEST as usize {
            problems.add_too_long(lines.place(span.start));
            return None;
        }
        let start = file.text[span.clone()].find(value).map(|within| span.start + within);
        let located = Self { file, lines, value: value.to_owned(), span, start };
        // What stands in the file as it is was seen there.
        if start.is_none() {
            typography::check_escaped(&located, problems);
        }
        Some(located)
    }

    /// Where the value begins.
    #[must_use]
    pub fn place(&self) -> Place {
        self.lines.place(self.span.start)
    }

    /// Where byte `offset` of the value stands; the beginning, if the literal spells the value with escapes.
    #[must_use]
    pub fn place_at(&self, offset: usize) -> Place {
        let at = self.start.map_or(self.span.start, |start| self.file.text.floor_char_boundary(start + offset).min(self.span.end));
        self.lines.place(at)
    }
}

/// Whether a file can be read at all: no line of it is too long. Notes the first that is, or else what nobody would see.
pub fn is_readable(file: &SourceFile, lines: &Lines<'_>, problems: &Problems) -> bool {
    let too_long = lines.longer_than(LONGEST as usize);
    match too_long {
        Some(line) => problems.add_too_long(lines.start_of(line)),
        None => typography::check_invisible(lines, &file.text, problems),
    }
    too_long.is_none()
}
