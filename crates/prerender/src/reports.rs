//! The reports of this build and of the tests before it, for the page of the site's quality.

use std::{fs, io::ErrorKind, path::Path};

use content::report::{Reports, StageResult, ViewResult};
use serde::de::DeserializeOwned;

use crate::{PublishError, sizes::Compressed, verify::Documents};

/// Stages of the last complete run of the tests, written by `cargo xtask test`.
const TESTS: &str = "tests.json";
/// What the last examination with axe found, written by the journeys.
const ACCESSIBILITY: &str = "accessibility.json";

/// What is known of the site: files and pages of this build, and the records in `folder`, of which each may be missing.
///
/// # Errors
/// A record cannot be read.
pub fn reports(folder: &Path, compressed: &Compressed, documents: &Documents) -> Result<Reports, PublishError> {
    Ok(Reports {
        weights: Some(compressed.weights()),
        links: Some(documents.links()),
        tests: record::<Vec<StageResult>>(&folder.join(TESTS))?,
        accessibility: record::<Vec<ViewResult>>(&folder.join(ACCESSIBILITY))?,
    })
}

fn record<T: DeserializeOwned>(file: &Path) -> Result<Option<T>, PublishError> {
    match fs::read_to_string(file) {
        Ok(text) => serde_json::from_str(&text).map(Some).map_err(|error| PublishError::Report(file.to_owned(), error)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(PublishError::Io(file.to_owned(), error)),
    }
}
