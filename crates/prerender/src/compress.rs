//! Brotli and gzip of what is published, kept by the hash of their input: what did not change is not compressed again.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};

use crate::PublishError;

/// Entries that no build has asked for in this time are removed.
const KEPT_FOR: Duration = Duration::from_hours(14 * 24);
/// How exactly the time of the last use is known: a write for each use would cost more than it tells.
const NOTED_EVERY: Duration = Duration::from_hours(24);

/// A way of compressing that browsers accept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    /// Brotli at quality 11, with a window that holds any file (RFC 7932).
    Brotli,
    /// Gzip at level 9 (RFC 1952), for clients that are old or do not come over TLS.
    Gzip,
}

impl Coding {
    /// What is added to the name of a compressed file.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gz",
        }
    }

    fn compress(self, bytes: &[u8]) -> Vec<u8> {
        // Writing to memory does not fail.
        match self {
            Self::Brotli => {
                let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
                let _ = writer.write_all(bytes);
                writer.into_inner()
            }
            Self::Gzip => {
                let mut writer = GzEncoder::new(Vec::new(), Compression::best());
                let _ = writer.write_all(bytes);
                writer.finish().unwrap_or_default()
            }
        }
    }
}

/// Compresses, and remembers what it has compressed.
#[derive(Clone, Debug, Default)]
pub struct Compressor {
    folder: Option<PathBuf>,
}

impl Compressor {
    /// Remembers in `folder`, which need not be there yet; without one, nothing is remembered.
    #[must_use]
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder }
    }

    /// `bytes`, compressed. A folder that cannot be read or written only costs time.
    #[must_use]
    pub fn compressed(&self, bytes: &[u8], coding: Coding) -> Vec<u8> {
        let Some(folder) = &self.folder else { return coding.compress(bytes) };
        let hash = format!("{:x}", Sha256::digest(bytes));
        // Folders of 256: one with tens of thousands of files is slow on some systems.
        let file = folder.join(&hash[..2]).join(format!("{}.{}", &hash[2..], coding.extension()));
        if let Ok(kept) = fs::read(&file) {
            note_use(&file);
            return kept;
        }
        let compressed = coding.compress(bytes);
        keep(&file, &compressed);
        compressed
    }

    /// How many bytes `bytes` have when they are compressed with Brotli.
    #[must_use]
    pub fn size(&self, bytes: &[u8]) -> usize {
        self.compressed(bytes, Coding::Brotli).len()
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
    use std::{fs, io::Read, time::SystemTime};

    use flate2::read::GzDecoder;
    use walkdir::WalkDir;

    use super::{Coding, Compressor, KEPT_FOR};

    const TEXT: &[u8] = "نص النص نص النص".as_bytes();

    #[test]
    fn what_is_compressed_reads_back() {
        let compressor = Compressor::default();
        let (mut once, mut again) = (Vec::new(), Vec::new());
        let brotli = compressor.compressed(TEXT, Coding::Brotli);
        assert!(brotli::Decompressor::new(brotli.as_slice(), 4096).read_to_end(&mut once).is_ok());
        assert!(GzDecoder::new(compressor.compressed(TEXT, Coding::Gzip).as_slice()).read_to_end(&mut again).is_ok());
        assert_eq!((once.as_slice(), again.as_slice()), (TEXT, TEXT));
    }

    #[test]
    fn what_did_not_change_is_not_compressed_again() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let compressor = Compressor::new(Some(folder.path().join("kept")));
        let first = compressor.compressed(TEXT, Coding::Brotli);
        let files = || WalkDir::new(folder.path()).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
        let kept = files().next().map(walkdir::DirEntry::into_path).unwrap_or_default();
        // If it were compressed anew, this would not come back.
        fs::write(&kept, b"kept")?;
        assert_eq!(compressor.compressed(TEXT, Coding::Brotli), b"kept");
        assert_ne!(first, b"kept");
        assert_eq!(compressor.compressed(TEXT, Coding::Gzip), Compressor::default().compressed(TEXT, Coding::Gzip));
        assert_eq!(files().count(), 2);
        Ok(())
    }

    #[test]
    fn what_nobody_asks_for_is_forgotten() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let compressor = Compressor::new(Some(folder.path().to_owned()));
        let _ = (compressor.size(b"old"), compressor.size(b"new"));
        let files = || WalkDir::new(folder.path()).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
        let old = files().next().map(walkdir::DirEntry::into_path).unwrap_or_default();
        fs::File::options().append(true).open(&old)?.set_modified(SystemTime::now() - KEPT_FOR - KEPT_FOR)?;
        assert!(compressor.prune().is_ok());
        assert_eq!(files().count(), 1);
        assert!(!old.exists());
        Ok(())
    }
}
