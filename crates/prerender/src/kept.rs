//! Keeps what took long to make, by the hash of what it was made of: what did not change is not made again.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant, SystemTime},
};

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::PublishError;

/// Entries that no build has asked for in this time are removed.
const KEPT_FOR: Duration = Duration::from_hours(14 * 24);
/// How exactly the time of the last use is known: a write for each use would cost more than it tells.
const NOTED_EVERY: Duration = Duration::from_hours(24);

/// A folder of what was made before. Without one, everything is made each time.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    folder: Option<PathBuf>,
    /// Tells this program from the same one built of other sources.
    program: String,
    made: Arc<Mutex<BTreeMap<String, Made>>>,
}

/// What was not there and had to be made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Made {
    /// How many.
    pub count: usize,
    /// How long it took, on all cores together.
    pub seconds: f64,
}

impl Kept {
    /// Keeps in `folder`, which need not be there yet; without one, nothing is kept.
    #[must_use]
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder, program: program(), made: Arc::default() }
    }

    /// What was made of `input` before, or else what `make` makes of it. Only for what depends on nothing but `input`: not
    /// on this program's own sources either. Entries of one `extension` are made in one way. A folder that cannot be read or
    /// written only costs time.
    ///
    /// # Errors
    /// Those of `make`.
    pub fn or_make<E>(&self, extension: &str, input: &[u8], make: impl FnOnce() -> Result<Vec<u8>, E>) -> Result<Vec<u8>, E> {
        let Some(folder) = &self.folder else { return self.make(extension, make) };
        let hash = format!("{:x}", Sha256::digest(input));
        // Folders of 256: one with tens of thousands of files is slow on some systems.
        let file = folder.join(&hash[..2]).join(format!("{}.{extension}", &hash[2..]));
        if let Ok(kept) = fs::read(&file) {
            note_use(&file);
            return Ok(kept);
        }
        let bytes = self.make(extension, make)?;
        keep(&file, &bytes);
        Ok(bytes)
    }

    /// The same for what depends on this program's sources as well, such as the components that render a page.
    ///
    /// # Errors
    /// Those of `make`.
    pub fn or_make_here<E>(&self, extension: &str, input: &[u8], make: impl FnOnce() -> Result<Vec<u8>, E>) -> Result<Vec<u8>, E> {
        self.or_make(extension, &[self.program.as_bytes(), input].concat(), make)
    }

    fn make<E>(&self, extension: &str, make: impl FnOnce() -> Result<Vec<u8>, E>) -> Result<Vec<u8>, E> {
        let begin = Instant::now();
        let bytes = make()?;
        let seconds = begin.elapsed().as_secs_f64();
        let mut counts = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        let counted = counts.entry(extension.to_owned()).or_default();
        *counted = Made { count: counted.count + 1, seconds: counted.seconds + seconds };
        Ok(bytes)
    }

    /// What was made since the program began, by extension.
    #[must_use]
    pub fn made(&self) -> BTreeMap<String, Made> {
        self.made.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Forgets what no build has asked for in two weeks.
    ///
    /// # Errors
    /// The folder cannot be listed or an entry not be removed.
    pub fn prune(&self) -> Result<(), PublishError> {
        let Some(folder) = self.folder.as_ref().filter(|folder| folder.exists()) else { return Ok(()) };
        for entry in walkdir::WalkDir::new(folder) {
            let entry = entry.map_err(|error| PublishError::Io(folder.clone(), error.into()))?;
            if entry.file_type().is_file() && age(entry.path()).is_some_and(|age| age > KEPT_FOR) {
                fs::remove_file(entry.path()).map_err(|error| PublishError::Io(entry.path().to_owned(), error))?;
            }
        }
        Ok(())
    }
}

/// Length and time of the program's file: reading all of it would take longer than it saves.
fn program() -> String {
    let file = std::env::current_exe().and_then(fs::metadata);
    file.and_then(|file| Ok(format!("{} {:?} ", file.len(), file.modified()?))).unwrap_or_default()
}

fn age(file: &Path) -> Option<Duration> {
    SystemTime::now().duration_since(fs::metadata(file).ok()?.modified().ok()?).ok()
}

fn note_use(file: &Path) {
    if age(file).is_some_and(|age| age > NOTED_EVERY)
        && let Ok(file) = fs::File::options().append(true).open(file)
    {
        let _ = file.set_modified(SystemTime::now());
    }
}

/// Under its own name only when it is whole: another build may be reading.
fn keep(file: &Path, bytes: &[u8]) {
    let half = file.with_extension(format!("{}.half", std::process::id()));
    let written = file.parent().is_some_and(|folder| fs::create_dir_all(folder).is_ok()) && fs::write(&half, bytes).is_ok();
    if written && fs::rename(&half, file).is_err() {
        let _ = fs::remove_file(&half);
    }
}

#[cfg(test)]
mod tests {
    use std::{convert::Infallible, fs, path::Path, time::SystemTime};

    use walkdir::WalkDir;

    use super::{KEPT_FOR, Kept};

    fn made(kept: &Kept, extension: &str, input: &str, made: &str) -> String {
        let made = kept.or_make(extension, input.as_bytes(), || Ok::<_, Infallible>(made.as_bytes().to_vec()));
        String::from_utf8_lossy(&made.unwrap_or_default()).into_owned()
    }

    fn files(folder: &Path) -> impl Iterator<Item = walkdir::DirEntry> {
        WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file())
    }

    #[test]
    fn what_did_not_change_is_not_made_again() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let kept = Kept::new(Some(folder.path().join("kept")));
        assert_eq!(made(&kept, "a", "input", "once"), "once");
        assert_eq!(made(&kept, "a", "input", "twice"), "once");
        assert_eq!(made(&kept, "a", "other", "of another"), "of another");
        assert_eq!(made(&kept, "b", "input", "in another way"), "in another way");
        let counts: Vec<(String, usize)> = kept.made().into_iter().map(|(extension, made)| (extension, made.count)).collect();
        assert_eq!(counts, [("a".to_owned(), 2), ("b".to_owned(), 1)], "what was kept is not counted");
        let here = kept.or_make_here("a", b"input", || Ok::<_, Infallible>(b"here".to_vec()));
        assert_eq!(here.unwrap_or_default(), b"here", "what was made without regard to the program is another thing");
        assert_eq!(made(&Kept::default(), "a", "input", "without a folder"), "without a folder");
        assert_eq!(files(folder.path()).count(), 4);
        Ok(())
    }

    #[test]
    fn a_failure_is_not_kept() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let kept = Kept::new(Some(folder.path().to_owned()));
        assert!(kept.or_make("a", b"input", || Err("no")).is_err());
        assert_eq!(made(&kept, "a", "input", "after"), "after");
        Ok(())
    }

    #[test]
    fn what_nobody_asks_for_is_forgotten() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let kept = Kept::new(Some(folder.path().to_owned()));
        let _ = (made(&kept, "a", "old", ""), made(&kept, "a", "new", ""));
        let old = files(folder.path()).next().map(walkdir::DirEntry::into_path).unwrap_or_default();
        fs::File::options().append(true).open(&old)?.set_modified(SystemTime::now() - KEPT_FOR - KEPT_FOR)?;
        assert!(kept.prune().is_ok());
        assert_eq!(files(folder.path()).count(), 1);
        assert!(!old.exists());
        Ok(())
    }
}
