//! Reads `content/` for the tasks that look at it themselves.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use content::source::SourceFile;
use walkdir::WalkDir;

/// Every content file, sorted by path. Templates are not content.
///
/// # Errors
/// When a file cannot be read.
pub fn read(folder: &Path) -> Result<Vec<SourceFile>> {
    let mut files = Vec::new();
    let walk = WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(|entry| entry.file_name() != "templates");
    for entry in walk {
        let entry = entry.with_context(|| format!("cannot list {}", folder.display()))?;
        if entry.path().extension().is_none_or(|extension| extension != "toml" && extension != "txt") {
            continue;
        }
        let bytes = fs::read(entry.path()).with_context(|| format!("cannot read {}", entry.path().display()))?;
        let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let path = below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        files.push(SourceFile::new(path, &bytes));
    }
    Ok(files)
}
