//! What npm installs, at the versions of a `package-lock.json` below `xtask/`: wasm-opt, esbuild and axe-core, typefaces,
//! Lighthouse, MDN's HTTP Observatory.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::find;
use super::versions::Versions;
use crate::command::Step;
use crate::stamp::Inputs;
use crate::workspace;

/// The folder of wasm-opt and axe-core.
const TOOLS: &str = "npm";

/// wasm-opt makes the published WASM a little smaller; the site works without it.
pub enum WasmOpt {
    /// The program to use.
    Program(PathBuf),
    /// There is none: Trunk is told to leave the step out and the size of the WASM is not judged.
    Skipped,
}

/// What describes a folder of npm.
const PACKAGES: [&str; 2] = ["package.json", "package-lock.json"];

/// The folder where npm puts programs.
pub fn programs() -> PathBuf {
    workspace::tools().join(TOOLS).join("node_modules/.bin")
}

/// The folder of tools with the packages of `xtask/<name>/package-lock.json` and, beside them, these scripts of the same
/// folder. Packages are installed when the lock file is not the one they were installed from.
///
/// # Errors
/// When npm is missing or fails.
pub fn npm_folder(name: &str, scripts: &[&str]) -> Result<PathBuf> {
    let source = workspace::root().join("xtask").join(name);
    let folder = workspace::tools().join(name);
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    for file in PACKAGES.iter().chain(scripts) {
        fs::copy(source.join(file), folder.join(file)).with_context(|| format!("cannot copy {file}"))?;
    }
    let mut inputs = Inputs::default();
    for file in PACKAGES {
        inputs = inputs.path(&source.join(file))?;
    }
    inputs
        .beside(&folder.join("node_modules"))
        .or_make(|| Step::new(npm()?).args(["ci", "--no-audit", "--no-fund", "--prefix"]).arg(&folder).run())?;
    Ok(folder)
}

/// The whole typefaces of which the subsets in `public/fonts/` and `crates/share-images/fonts/` were made.
///
/// # Errors
/// As [`npm_folder`].
pub fn typefaces() -> Result<PathBuf> {
    Ok(npm_folder("font", &["subset.mjs"])?.join("node_modules"))
}

pub fn wasm_opt(versions: &Versions) -> Result<WasmOpt> {
    let right = |program: &PathBuf| {
        let answer = Step::new(program).arg("--version").answer();
        answer.is_some_and(|line| line.contains(&format!("({})", versions.wasm_opt)))
    };
    if let Some(found) = find("wasm-opt").filter(right) {
        return Ok(WasmOpt::Program(found));
    }
    if found().is_none() {
        eprintln!(
            "\nWARNING: npm is not here, so wasm-opt and esbuild are skipped: the site works, its WASM is larger than what is published,\n\
             and its size is not judged. To have it: install Node.js with npm, or wasm-opt of {} on PATH.",
            versions.wasm_opt
        );
        return Ok(WasmOpt::Skipped);
    }
    npm_folder(TOOLS, &[])?;
    let Some(installed) = find("wasm-opt").filter(right) else {
        bail!("npm installed binaryen, but its wasm-opt does not start: Node.js may be too old (18 or newer is needed)");
    };
    Ok(WasmOpt::Program(installed))
}

/// esbuild, if npm is here to install it; the warning about wasm-opt says what is missing.
///
/// # Errors
/// When npm fails.
pub fn esbuild() -> Result<Option<PathBuf>> {
    if found().is_some() {
        npm_folder(TOOLS, &[])?;
    }
    Ok(find("esbuild").filter(|program| program.starts_with(programs())))
}

pub fn axe() -> Result<PathBuf> {
    Ok(npm_folder(TOOLS, &[])?.join("node_modules/axe-core/axe.min.js"))
}

/// The program.
///
/// # Errors
/// When it is missing.
pub fn npm() -> Result<PathBuf> {
    found().context("npm is not here: install Node.js with npm (on Debian: apt-get install npm)")
}

fn found() -> Option<PathBuf> {
    // On Windows npm is a script with an ending of its own.
    find(if cfg!(windows) { "npm.cmd" } else { "npm" })
}
