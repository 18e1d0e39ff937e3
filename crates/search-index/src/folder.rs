//! What is read from the disk: the editors' files, and a built index as the browser would fetch it.

use std::{fs, path::Path};

use anyhow::{Context, Result, anyhow, bail};
use content::{
    model::Site,
    route::SEARCH_HEAD,
    source::{SourceFile, load},
};
use search::Engine;
use walkdir::WalkDir;

/// The model of a folder of content.
///
/// # Errors
/// A file cannot be read, or the content has problems.
pub fn site(folder: &Path) -> Result<Site> {
    let mut files = Vec::new();
    let is_content = |entry: &walkdir::DirEntry| entry.file_name() != "templates";
    for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(is_content) {
        let entry = entry?;
        if entry.path().extension().is_some_and(|extension| extension == "toml" || extension == "txt") {
            let below = entry.path().strip_prefix(folder)?.components();
            let path = below.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
            files.push(SourceFile::new(path, &fs::read(entry.path())?));
        }
    }
    match load(&files) {
        Ok(site) => Ok(site),
        Err(problems) => bail!("{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")),
    }
}

/// An engine with the shards that a query needs, and the bytes that were read for it, file by file.
///
/// # Errors
/// A file is missing or damaged.
pub fn engine(folder: &Path, query: &str) -> Result<(Engine, Vec<Vec<u8>>)> {
    let head = read(folder, SEARCH_HEAD)?;
    let mut engine = Engine::open(&head).map_err(|_| damaged(SEARCH_HEAD))?;
    let mut files = vec![head];
    for name in engine.missing(query) {
        let shard = read(folder, &name)?;
        engine.add(&name, &shard).map_err(|_| damaged(&name))?;
        files.push(shard);
    }
    Ok((engine, files))
}

fn read(folder: &Path, name: &str) -> Result<Vec<u8>> {
    let path = folder.join(name);
    fs::read(&path).with_context(|| format!("cannot read {}: build the site first with `cargo xtask build`", path.display()))
}

fn damaged(name: &str) -> anyhow::Error {
    anyhow!("{name} is no index of this version: build the site again with `cargo xtask build`")
}
