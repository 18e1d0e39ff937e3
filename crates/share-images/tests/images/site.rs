//! The published content, as the prerenderer reads it.

use std::{error::Error, fs, path::Path};

use content::{
    model::Site,
    source::{SourceFile, load},
};
use walkdir::WalkDir;

/// The model of `content/`.
pub fn real() -> Result<Site, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let mut files = Vec::new();
    for entry in WalkDir::new(&folder).sort_by_file_name().into_iter().filter_entry(|entry| entry.file_name() != "templates") {
        let entry = entry?;
        if entry.path().extension().is_some_and(|extension| extension == "toml" || extension == "txt") {
            let path = entry.path().strip_prefix(&folder)?.to_string_lossy().replace('\\', "/");
            files.push(SourceFile { path, text: fs::read_to_string(entry.path())? });
        }
    }
    load(&files).map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n").into())
}
