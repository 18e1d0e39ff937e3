//! What is shown at a moment: the last sound content, and what is wrong with the content since.

use std::{
    path::Path,
    sync::Arc,
    time::{SystemTime, UNIX_EPOCH},
};

use content::{
    phrases::{PROBLEMS_NOUN, preview as words, problem as labels},
    problem::Problem,
    text::counted,
};
use prerender::{PublishError, draft::Draft};
use serde::Serialize;

/// The content as it is and as it can be shown.
pub struct View {
    /// Another after every change.
    pub version: u64,
    /// The last sound content, and its version.
    pub draft: Option<(u64, Arc<Draft>)>,
    /// What the browser lays over the page.
    pub faults: Option<Faults>,
}

/// What is wrong, in words.
#[derive(Clone, Debug, Serialize)]
pub struct Faults {
    title: String,
    advice: &'static str,
    hide: &'static str,
    list: Vec<Fault>,
}

/// One problem.
#[derive(Clone, Debug, Serialize)]
struct Fault {
    /// Path of the file; not Arabic, so it is shown in its own direction.
    file: String,
    /// Line and column in words.
    place: String,
    /// Label and text.
    lines: Vec<(&'static str, String)>,
}

impl View {
    /// The content now.
    pub fn first(content: &Path) -> Self {
        // Pages of an earlier preview must not take this one for theirs.
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let version = u64::try_from(now.as_millis()).unwrap_or_default();
        Self { version, draft: None, faults: None }.next(content)
    }

    /// The content after a change.
    pub fn next(&self, content: &Path) -> Self {
        let version = self.version + 1;
        match Draft::read(content) {
            Ok(draft) => Self { version, draft: Some((version, Arc::new(draft))), faults: None },
            Err(error) => Self { version, draft: self.draft.clone(), faults: Some(Faults::of(&error)) },
        }
    }

    /// The version of the pages that are shown; 0 if there are none.
    pub fn shown(&self) -> u64 {
        self.draft.as_ref().map_or(0, |(version, _)| *version)
    }
}

impl Faults {
    fn of(error: &PublishError) -> Self {
        let (title, list) = match error {
            PublishError::Content(problems) => {
                let count = u32::try_from(problems.len()).unwrap_or(u32::MAX);
                (labels::count(&counted(count, &PROBLEMS_NOUN)), problems.iter().map(Fault::of).collect())
            }
            PublishError::Io(path, reason) => {
                let lines = vec![(labels::FOUND, reason.to_string()), (labels::EXPECTED, words::READABLE.to_owned())];
                (words::UNREADABLE.to_owned(), vec![Fault { file: path.display().to_string(), place: String::new(), lines }])
            }
            other => {
                let lines = vec![(labels::FOUND, other.to_string())];
                (words::UNREADABLE.to_owned(), vec![Fault { file: String::new(), place: String::new(), lines }])
            }
        };
        Self { title, advice: words::ADVICE, hide: words::HIDE, list }
    }
}

impl Fault {
    fn of(problem: &Problem) -> Self {
        let mut lines = vec![(labels::FOUND, problem.found.clone()), (labels::EXPECTED, problem.expected.clone())];
        if !problem.example.is_empty() {
            lines.push((labels::EXAMPLE, problem.example.clone()));
        }
        let place = words::place(problem.place.line, problem.place.column);
        Self { file: format!("content/{}", problem.place.file), place, lines }
    }
}
