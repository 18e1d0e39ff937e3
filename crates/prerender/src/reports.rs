//! The reports of this build and of the tests before it, for the page of the site's quality.

use std::{fs, io::ErrorKind, path::Path};

use content::report::{Links, Reports, StageResult, ViewResult, Weights};
use serde::de::DeserializeOwned;

use crate::PublishError;

/// Stages of the last complete run of the tests, written by `cargo xtask test`.
const TESTS: &str = "tests.json";
/// What the last examination with axe found, written by the journeys.
const ACCESSIBILITY: &str = "accessibility.json";

/// What is known of the site: weights and links of this build, and the records in `folder`, of which each may be missing.
///
/// # Errors
/// A record cannot be read.
pub fn reports(folder: &Path, weights: Weights, links: Links) -> Result<Reports, PublishError> {
    Ok(Reports {
        weights: Some(weights),
        links: Some(links),
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
