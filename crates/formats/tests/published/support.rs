//! The real content, and its published files.

use std::{error::Error, fs, path::Path};

use content::{
    model::Site,
    source::{SourceFile, load},
};
use formats::File;
use walkdir::WalkDir;

pub const BASE: &str = "https://example.org/ref/";

pub type Checked = Result<(), Box<dyn Error>>;

pub fn site() -> Result<Site, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let mut files = Vec::new();
    for entry in WalkDir::new(&root).sort_by_file_name().into_iter().filter_entry(|entry| entry.file_name() != "templates") {
        let path = entry?.into_path();
        if path.extension().is_some_and(|extension| extension == "toml" || extension == "txt") {
            files.push(SourceFile { path: path.strip_prefix(&root)?.to_string_lossy().into_owned(), text: fs::read_to_string(&path)? });
        }
    }
    load(&files).map_err(|problems| format!("{problems:?}").into())
}

pub fn files(site: &Site) -> Result<Vec<File>, Box<dyn Error>> {
    Ok(formats::files(site, BASE)?)
}

/// The text of the file at `path`.
pub fn text(files: &[File], path: &str) -> Result<String, Box<dyn Error>> {
    let file = files.iter().find(|file| file.path == path).ok_or_else(|| format!("no file {path}"))?;
    Ok(String::from_utf8(file.bytes.clone())?)
}
