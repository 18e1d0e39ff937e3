//! Which versions are the right ones. Each is written in one place; the tests here hold the places together.

use std::fs;

use anyhow::{Context, Result};
use toml_edit::{DocumentMut, Item};

use crate::workspace;

/// Trunk reads `Trunk.toml`, so its own version is the one thing that cannot stand there. 0.22 needs a newer Rust.
pub const TRUNK: &str = "0.21.14";

/// Geckodriver's, which no file of others names.
pub const GECKODRIVER: &str = "0.37.1";

/// cargo-deny's, likewise.
pub const CARGO_DENY: &str = "0.20.2";

/// twiggy's, likewise.
pub const TWIGGY: &str = "0.8.0";

/// The versions that `Trunk.toml` asks for.
#[derive(Debug)]
pub struct Versions {
    /// Of the wasm-bindgen command line; equal to that of the library.
    pub wasm_bindgen: String,
    /// Of wasm-opt, in its own words: `version_132`.
    pub wasm_opt: String,
}

impl Versions {
    /// Reads them.
    ///
    /// # Errors
    /// When `Trunk.toml` does not name them.
    pub fn read() -> Result<Self> {
        let text = fs::read_to_string(workspace::root().join("Trunk.toml")).context("cannot read Trunk.toml")?;
        let document: DocumentMut = text.parse().context("Trunk.toml is not valid TOML")?;
        let version = |tool: &str| {
            let tools = document.get("tools").and_then(|tools| tools.get(tool)).and_then(Item::as_str);
            tools.map(str::to_owned).with_context(|| format!("Trunk.toml names no version of {tool} under [tools]"))
        };
        Ok(Self { wasm_bindgen: version("wasm_bindgen")?, wasm_opt: version("wasm_opt")? })
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Versions;
    use crate::workspace;

    #[test]
    fn the_command_line_matches_the_library() -> anyhow::Result<()> {
        let lock = fs::read_to_string(workspace::root().join("Cargo.lock"))?;
        let wanted = format!("name = \"wasm-bindgen\"\nversion = \"{}\"", Versions::read()?.wasm_bindgen);
        assert!(lock.contains(&wanted), "Trunk.toml and Cargo.lock name different versions of wasm-bindgen");
        Ok(())
    }

    #[test]
    fn npm_installs_the_wasm_opt_that_trunk_asks_for() -> anyhow::Result<()> {
        let package = fs::read_to_string(workspace::root().join("xtask/npm/package.json"))?;
        let number = Versions::read()?.wasm_opt.replace("version_", "");
        assert!(package.contains(&format!("\"binaryen\": \"{number}.0.0\"")), "Trunk.toml asks for binaryen {number}");
        Ok(())
    }
}
