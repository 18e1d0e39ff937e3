//! Writes the site to a folder beside the last one and swaps the two in one step: whoever looks, and whenever the build is
//! killed, there is the last site or the new one.

use std::{
    fs,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use crate::{
    PublishError,
    compress::{Coding, Compressor},
    publish::Output,
};

/// Below this, compressing saves no packet.
const WORTH_COMPRESSING: usize = 200;

/// `outputs` with a compressed copy of each file beside it, in each coding in which it becomes smaller.
#[must_use]
pub fn with_compressed(outputs: Vec<Output>, compressor: &Compressor) -> Vec<Output> {
    let copies = |output: &Output| {
        let is_worthwhile = delivery::is_compressible(&output.path) && output.bytes.len() > WORTH_COMPRESSING;
        let codings = [Coding::Brotli, Coding::Gzip].into_iter().filter(move |_| is_worthwhile);
        let copy = |coding: Coding| {
            let path = format!("{}.{}", output.path, coding.extension());
            Output { path, bytes: compressor.compressed(&output.bytes, coding) }
        };
        codings.map(copy).filter(|copy| copy.bytes.len() < output.bytes.len()).collect::<Vec<_>>()
    };
    let copies: Vec<Output> = outputs.par_iter().flat_map_iter(copies).collect();
    let mut all = outputs;
    all.extend(copies);
    all
}

/// Writes `outputs` to a folder beside `dist`, then puts it in the place of `dist`. A file that did not change is not written
/// again: both folders have it until the last one goes.
///
/// # Errors
/// A file cannot be written; `dist` is then as it was.
pub fn write(outputs: &[Output], dist: &Path) -> Result<(), PublishError> {
    let next = dist.with_extension("next");
    remove(&next)?;
    outputs.par_iter().try_for_each(|output| write_file(output, dist, &next))?;
    put_in_place(&next, dist).map_err(|error| PublishError::Io(dist.to_owned(), error))?;
    // After an exchange the last site stands there.
    remove(&next)
}

/// Puts the folder `next` in the place of `dist`, in one step where the system has one (renameat2 with `RENAME_EXCHANGE`:
/// Linux, on its usual file systems).
fn put_in_place(next: &Path, dist: &Path) -> std::io::Result<()> {
    if !dist.exists() {
        return fs::rename(next, dist);
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        if renameat_with(CWD, next, CWD, dist, RenameFlags::EXCHANGE).is_ok() {
            return Ok(());
        }
    }
    let last = dist.with_extension("last");
    fs::rename(dist, &last)?;
    fs::rename(next, dist)?;
    fs::remove_dir_all(&last)
}

fn write_file(output: &Output, dist: &Path, next: &Path) -> Result<(), PublishError> {
    let failed = |path: &Path| {
        let path: PathBuf = path.to_owned();
        move |error| PublishError::Io(path, error)
    };
    let path = next.join(&output.path);
    let folder = path.parent().unwrap_or(next);
    fs::create_dir_all(folder).map_err(failed(folder))?;
    let last = dist.join(&output.path);
    let is_unchanged = fs::read(&last).is_ok_and(|bytes| bytes == output.bytes);
    // Where the file system has no hard links, it is written.
    if is_unchanged && fs::hard_link(&last, &path).is_ok() {
        return Ok(());
    }
    fs::write(&path, &output.bytes).map_err(failed(&path))
}

fn remove(folder: &Path) -> Result<(), PublishError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(PublishError::Io(folder.to_owned(), error)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Output, with_compressed, write};
    use crate::compress::Compressor;

    fn file(path: &str, text: &str) -> Output {
        Output { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
    }

    #[test]
    fn what_compresses_stands_beside_its_copies() {
        let outputs = vec![file("a/index.html", &"<p>text</p>".repeat(99)), file("b.css", "a{}"), file("c.png", &"x".repeat(999))];
        let paths: Vec<String> = with_compressed(outputs, &Compressor::default()).into_iter().map(|output| output.path).collect();
        assert_eq!(paths, ["a/index.html", "b.css", "c.png", "a/index.html.br", "a/index.html.gz"]);
    }

    #[test]
    fn the_new_site_takes_the_place_of_the_last() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let dist = folder.path().join("dist");
        assert!(write(&[file("index.html", "old"), file("same.txt", "same"), file("gone.txt", "gone")], &dist).is_ok());
        assert!(write(&[file("index.html", "new"), file("same.txt", "same")], &dist).is_ok());
        assert_eq!(fs::read_to_string(dist.join("index.html"))?, "new");
        assert_eq!(fs::read_to_string(dist.join("same.txt"))?, "same");
        assert!(!dist.join("gone.txt").exists());
        assert_eq!(fs::read_dir(folder.path())?.count(), 1, "nothing else is left behind");
        Ok(())
    }

    #[test]
    fn a_failed_write_leaves_the_last_site() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let dist = folder.path().join("dist");
        assert!(write(&[file("index.html", "old")], &dist).is_ok());
        // A file cannot be a folder as well.
        let impossible = [file("a", "file"), file("a/b", "below")];
        assert!(write(&impossible, &dist).is_err());
        assert_eq!(fs::read_to_string(dist.join("index.html"))?, "old");
        Ok(())
    }
}
