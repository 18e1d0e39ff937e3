//! Builds the module of the search, which readers fetch when they first want it: cargo, wasm-bindgen, wasm-opt.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::command::Step;
use crate::tools::{Toolbox, WasmOpt};
use crate::{remap, workspace};

pub const TARGET: &str = "wasm32-unknown-unknown";
const PACKAGE: &str = "search-module";
pub const PROFILE: &str = "wasm";

/// Adds `search.js` and `search_bg.wasm` to the shell that Trunk has made; the prerenderer gives them their public names.
///
/// # Errors
/// When a step fails.
pub fn build(toolbox: &Toolbox, flags: &str, shell: &Path) -> Result<()> {
    let build = ["build", "--package", PACKAGE, "--target", TARGET, "--profile", PROFILE];
    remap::remapped(Step::cargo().args(build), flags)?.run()?;
    let wasm = workspace::target().join(TARGET).join(PROFILE).join("search_module.wasm");
    let step = Step::new(&toolbox.wasm_bindgen).args(["--target", "web", "--no-typescript", "--out-name", "search", "--out-dir"]);
    step.arg(shell).arg(wasm).run()?;
    if let WasmOpt::Program(program) = &toolbox.wasm_opt {
        let wasm = shell.join("search_bg.wasm");
        Step::new(program).arg("-Oz").args(features()?.split_whitespace()).arg(&wasm).arg("-o").arg(&wasm).run()?;
    }
    Ok(())
}

/// The features of WASM that browsers have, as Trunk is told them.
///
/// # Errors
/// When index.html cannot be read or does not name them.
pub fn features() -> Result<String> {
    let html = fs::read_to_string(workspace::root().join("index.html")).context("cannot read index.html")?;
    let value = html.split_once("data-wasm-opt-params=\"").and_then(|(_, rest)| rest.split_once('"'));
    value.map(|(value, _)| value.to_owned()).context("index.html does not say data-wasm-opt-params")
}
