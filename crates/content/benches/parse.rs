//! How long it takes to read and check the editors' files: they wait for it at every change.

use std::{fs, hint::black_box, path::Path};

use content::source::{SourceFile, load};
use criterion::Criterion;

const CONTENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content");

fn main() {
    let mut files = Vec::new();
    read(Path::new(CONTENT), &mut files);
    let mut criterion = Criterion::default().configure_from_args();
    criterion.bench_function("read and check the content", |bencher| bencher.iter(|| load(black_box(&files)).is_ok()));
    criterion.final_summary();
}

/// The files below `folder`; what cannot be read shows as a problem of the content.
fn read(folder: &Path, files: &mut Vec<SourceFile>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() && !path.ends_with("templates") {
            read(&path, files);
        } else if let (Ok(text), Ok(below)) = (fs::read_to_string(&path), path.strip_prefix(CONTENT)) {
            files.push(SourceFile { path: below.to_string_lossy().into_owned(), text });
        }
    }
}
