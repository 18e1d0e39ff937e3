//! `synth`: the content with as many editions as one wants, to see what grows with the site. Always the same for the same number.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::{content_files, workspace};

pub fn run(arguments: &[String]) -> Result<()> {
    let [editions] = arguments else { bail!("cargo xtask synth needs a number of editions: cargo xtask synth 1000") };
    let editions = editions.parse().with_context(|| format!("{editions:?} is no number of editions"))?;
    println!("{editions} editions: {}", content(editions)?.display());
    Ok(())
}

/// Writes the real content and so many editions more that there are `editions` to `target/synth/N/content`; gives that folder.
///
/// # Errors
/// A file cannot be read or written, or the real content has problems.
pub fn content(editions: usize) -> Result<PathBuf> {
    let folder = workspace::target().join("synth").join(editions.to_string()).join("content");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    let Ok(files) = synth::files(&content_files::read(&workspace::content())?, editions) else {
        bail!("content/ has problems; cargo xtask check-content tells them");
    };
    for file in files {
        write(&folder.join(&file.path), &file.text)?;
    }
    Ok(folder)
}

fn write(path: &Path, text: &str) -> Result<()> {
    let folder = path.parent().with_context(|| format!("{} stands in no folder", path.display()))?;
    fs::create_dir_all(folder).and_then(|()| fs::write(path, text)).with_context(|| format!("cannot write {}", path.display()))
}
