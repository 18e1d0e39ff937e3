//! Tells whether a slow step must run again: a hash of all that goes into it, kept beside its output.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use walkdir::WalkDir;

/// A hash under construction.
#[derive(Default)]
pub struct Inputs(Sha256);

impl Inputs {
    /// Adds a circumstance: an option, a version.
    pub fn text(mut self, text: &str) -> Self {
        // The length keeps "ab" + "c" apart from "a" + "bc".
        self.0.update(text.len().to_le_bytes());
        self.0.update(text);
        self
    }

    /// Adds a file, or a folder with everything in it; names count as well as contents.
    ///
    /// # Errors
    /// When something cannot be read.
    pub fn path(mut self, path: &Path) -> Result<Self> {
        for entry in WalkDir::new(path).sort_by_file_name() {
            let entry = entry.with_context(|| format!("cannot list {}", path.display()))?;
            if entry.file_type().is_file() {
                let bytes = fs::read(entry.path()).with_context(|| format!("cannot read {}", entry.path().display()))?;
                self = self.text(&entry.path().to_string_lossy());
                self.0.update(bytes.len().to_le_bytes());
                self.0.update(bytes);
            }
        }
        Ok(self)
    }

    /// The stamp that lies beside this output.
    pub fn beside(self, output: &Path) -> Stamp {
        let hash = format!("{:x}", self.0.finalize());
        Stamp { file: output.with_extension("stamp"), output: output.to_owned(), hash }
    }
}

/// Whether an output was made from these inputs.
pub struct Stamp {
    file: PathBuf,
    output: PathBuf,
    hash: String,
}

impl Stamp {
    /// Whether the output exists and was made from the same inputs.
    pub fn is_current(&self) -> bool {
        self.output.exists() && fs::read_to_string(&self.file).is_ok_and(|kept| kept == self.hash)
    }

    /// Makes the output unless it is current. A failure on the way leaves no stamp.
    ///
    /// # Errors
    /// When making it fails or the stamp cannot be written.
    pub fn or_make(&self, make: impl FnOnce() -> Result<()>) -> Result<()> {
        if self.is_current() {
            return Ok(());
        }
        if self.file.exists() {
            fs::remove_file(&self.file).with_context(|| format!("cannot remove {}", self.file.display()))?;
        }
        make()?;
        if let Some(folder) = self.file.parent() {
            fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
        }
        fs::write(&self.file, &self.hash).with_context(|| format!("cannot write {}", self.file.display()))
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::fs;

    use anyhow::{Result, bail};

    use super::Inputs;

    #[test]
    fn work_is_done_again_only_when_something_changed() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let (input, output) = (folder.path().join("in"), folder.path().join("out"));
        fs::write(&input, "one")?;
        let made = Cell::new(0);
        let build = |circumstance: &str| {
            Inputs::default().text(circumstance).path(&input)?.beside(&output).or_make(|| {
                made.set(made.get() + 1);
                Ok(fs::write(&output, "made")?)
            })
        };
        build("a")?;
        build("a")?;
        assert_eq!(made.get(), 1, "nothing changed");
        build("b")?;
        assert_eq!(made.get(), 2, "an option changed");
        fs::write(&input, "two")?;
        build("b")?;
        assert_eq!(made.get(), 3, "a file changed");
        fs::remove_file(&output)?;
        build("b")?;
        assert_eq!(made.get(), 4, "the output is gone");
        Ok(())
    }

    #[test]
    fn a_failure_is_not_taken_for_a_result() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let output = folder.path().join("out");
        let stamp = Inputs::default().beside(&output);
        fs::write(&output, "half made")?;
        assert!(stamp.or_make(|| bail!("no")).is_err());
        assert!(!stamp.is_current());
        Ok(())
    }
}
