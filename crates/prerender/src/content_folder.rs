//! Reads `content/` from the disk: the one place that knows it is a folder.

use std::{fs, path::Path};

use content::{
    model::Site,
    source::{SourceFile, load},
};
use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use crate::PublishError;

/// A folder of the editors' files that is not content.
const TEMPLATES: &str = "templates";

/// Every content file below `folder`, sorted by path.
///
/// # Errors
/// A file cannot be read.
pub fn files(folder: &Path) -> Result<Vec<SourceFile>, PublishError> {
    let mut files = Vec::new();
    let walk = WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(|entry| entry.file_name() != TEMPLATES);
    for entry in walk {
        let entry = entry.map_err(|error| PublishError::Io(folder.to_owned(), error.into()))?;
        if entry.path().extension().is_none_or(|extension| extension != "toml" && extension != "txt") {
            continue;
        }
        let bytes = fs::read(entry.path()).map_err(|error| PublishError::Io(entry.path().to_owned(), error))?;
        let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let path = below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        files.push(SourceFile::new(path, &bytes));
    }
    Ok(files)
}

/// The model of these files.
///
/// # Errors
/// Every problem of the content.
pub fn site(files: &[SourceFile]) -> Result<Site, PublishError> {
    load(files).map_err(PublishError::Content)
}

/// SHA-256 of all content, in hexadecimal: the same content gives the same build.
#[must_use]
pub fn hash(files: &[SourceFile]) -> String {
    let mut hash = Sha256::new();
    for file in files {
        hash.update(file.path.as_bytes());
        hash.update([0]);
        hash.update(file.text.as_bytes());
        hash.update([0]);
    }
    format!("{:x}", hash.finalize())
}
