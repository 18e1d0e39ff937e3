//! The record of a complete run, which the next build shows on the page of the site's quality.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use content::report::StageResult;

/// Writes the stages of a run in which all were passed.
///
/// # Errors
/// When the file cannot be written.
pub fn write(folder: &Path, results: &[StageResult]) -> Result<()> {
    let file = file(folder);
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let text = serde_json::to_string_pretty(results).context("the record is no JSON")?;
    fs::write(&file, text + "\n").with_context(|| format!("cannot write {}", file.display()))
}

/// Removes the record of an earlier run, if there is one.
///
/// # Errors
/// When the file is there and cannot be removed.
pub fn remove(folder: &Path) -> Result<()> {
    let file = file(folder);
    match fs::remove_file(&file) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error).with_context(|| format!("cannot remove {}", file.display())),
        _ => Ok(()),
    }
}

fn file(folder: &Path) -> PathBuf {
    folder.join("tests.json")
}

#[cfg(test)]
mod tests {
    use std::fs;

    use content::phrases::quality::STAGES as NAMES;
    use content::report::StageResult;

    use super::super::stages::STAGES;
    use super::{remove, write};

    #[test]
    fn the_record_reads_back_and_is_gone_after_a_failure() -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let reports = folder.path().join("reports");
        let results = vec![StageResult { name: "unit".to_owned(), passed: 42 }];
        write(&reports, &results)?;
        let read: Vec<StageResult> = serde_json::from_str(&fs::read_to_string(reports.join("tests.json"))?)?;
        assert_eq!(read, results);
        remove(&reports)?;
        remove(&reports)?;
        assert!(!reports.join("tests.json").exists());
        Ok(())
    }

    #[test]
    fn readers_are_told_every_stage_by_name() {
        assert_eq!(NAMES.map(|(code, _)| code), STAGES.map(|(code, _)| code));
    }
}
