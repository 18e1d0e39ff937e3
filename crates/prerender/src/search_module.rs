//! The module of the search: its files get names that change with them, and the loader learns these names.

use content::page::Subresource;

use crate::{
    Output, PublishError,
    assets::{self, hashed, integrity},
};

/// The module's JavaScript, as the build names it.
const SCRIPT: &str = "search.js";
/// The module's WASM, as the build names it.
const WASM: &str = "search_bg.wasm";
/// The styles of the results, as the loader names them.
const STYLES: &str = "search.css";

/// The parts of the search, for the loader.
#[derive(Debug)]
pub struct SearchFiles {
    script: Subresource,
    wasm: Subresource,
}

/// Gives the two files of the module among `outputs` their public names. Addresses begin with `base` (without its last
/// slash).
///
/// # Errors
/// One of them is missing.
pub fn name(outputs: &mut [Output], base: &str) -> Result<SearchFiles, PublishError> {
    let mut named = |name: &str| {
        let output = outputs.iter_mut().find(|output| output.path == name).ok_or_else(|| PublishError::Shell(name.to_owned()))?;
        output.path = hashed(name, &output.bytes);
        Ok(Subresource { address: format!("{base}/{}", output.path), integrity: integrity(&output.bytes) })
    };
    Ok(SearchFiles { script: named(SCRIPT)?, wasm: named(WASM)? })
}

/// The loader with addresses instead of names.
///
/// # Errors
/// It does not name one of the parts.
pub fn addressed(loader: &str, files: &SearchFiles, styles: &Subresource) -> Result<String, PublishError> {
    assets::addressed(loader, &[(SCRIPT, &files.script), (WASM, &files.wasm), (STYLES, styles)])
}
