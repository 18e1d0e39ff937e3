//! Where things are in the repository. No other file of the tasks spells these paths.

use std::path::{Path, PathBuf};

/// The repository.
pub fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_owned()
}

/// Where cargo builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// What the editors write.
pub fn content() -> PathBuf {
    root().join("content")
}

/// The published site.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// What Trunk makes of the app, before the pages are rendered into it.
pub fn shell(name: &str) -> PathBuf {
    root().join("target/trunk").join(name)
}

/// A site built for the browser journeys.
pub fn test_site(name: &str) -> PathBuf {
    root().join("target/site").join(name)
}

/// What the last tests recorded, for the page of the site's quality.
pub fn reports() -> PathBuf {
    root().join("target/reports")
}

/// Tools installed for this repository alone, so that nothing of the user's is replaced.
pub fn tools() -> PathBuf {
    root().join("target/tools")
}
