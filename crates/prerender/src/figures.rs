//! What a build took and what came of it, as numbers for the benchmark.

use std::{collections::BTreeMap, fs, path::Path, time::Duration};

use serde::Serialize;

use crate::{
    Output, PublishError,
    kept::{Kept, Made},
};

/// One build of the site.
#[derive(Debug, Serialize)]
pub struct Figures {
    /// How many pages.
    pub pages: usize,
    /// How many files, compressed copies included.
    pub files: usize,
    /// Bytes of all of them.
    pub bytes: usize,
    /// From the program's first step to its last.
    pub seconds: f64,
    /// The most memory the process had ([`peak_memory`]).
    pub kibibytes: Option<u64>,
    /// What was not kept from the build before: bodies of pages (`body`), images (`png`), compressed copies (`br`, `gz`).
    pub made: BTreeMap<String, Made>,
}

impl Figures {
    /// The figures of a build that wrote `outputs` in the time `taken`.
    #[must_use]
    pub fn of(outputs: &[Output], kept: &Kept, taken: Duration) -> Self {
        Self {
            pages: outputs.iter().filter(|output| output.is("html")).count(),
            files: outputs.len(),
            bytes: outputs.iter().map(|output| output.bytes.len()).sum(),
            seconds: taken.as_secs_f64(),
            kibibytes: peak_memory(),
            made: kept.made(),
        }
    }

    /// Writes them to `file`, as JSON.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn write(&self, file: &Path) -> Result<(), PublishError> {
        let text = serde_json::to_string_pretty(self).map_err(PublishError::Json)?;
        fs::write(file, text).map_err(|error| PublishError::Io(file.to_owned(), error))
    }
}

/// The most memory this process had, in KiB, where the system tells it («VmHWM», proc(5)).
#[must_use]
pub fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}
