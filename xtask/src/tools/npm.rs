//! What npm installs: wasm-opt and axe-core, at the versions of `xtask/npm/package-lock.json`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::find;
use super::versions::Versions;
use crate::command::Step;
use crate::stamp::Inputs;
use crate::workspace;

/// wasm-opt makes the published WASM a little smaller; the site works without it.
pub enum WasmOpt {
    /// The program to use.
    Program(PathBuf),
    /// There is none: Trunk is told to leave the step out and the size of the WASM is not judged.
    Skipped,
}

/// The folder where npm puts programs.
pub fn programs() -> PathBuf {
    folder().join("node_modules/.bin")
}

pub fn wasm_opt(versions: &Versions) -> Result<WasmOpt> {
    let right = |program: &PathBuf| {
        let answer = Step::new(program).arg("--version").answer();
        answer.is_some_and(|line| line.contains(&format!("({})", versions.wasm_opt)))
    };
    if let Some(found) = find("wasm-opt").filter(right) {
        return Ok(WasmOpt::Program(found));
    }
    if npm().is_none() {
        eprintln!(
            "\nWARNING: npm is not here, so wasm-opt is skipped: the site works, its WASM is larger than what is published,\n\
             and its size is not judged. To have it: install Node.js with npm, or wasm-opt of {} on PATH.",
            versions.wasm_opt
        );
        return Ok(WasmOpt::Skipped);
    }
    install()?;
    let Some(installed) = find("wasm-opt").filter(right) else {
        bail!("npm installed binaryen, but its wasm-opt does not start: Node.js may be too old (18 or newer is needed)");
    };
    Ok(WasmOpt::Program(installed))
}

pub fn axe() -> Result<PathBuf> {
    if npm().is_none() {
        bail!("axe-core comes from npm, which is not here: install Node.js with npm (on Debian: apt-get install npm)");
    }
    install()?;
    Ok(folder().join("node_modules/axe-core/axe.min.js"))
}

fn npm() -> Option<PathBuf> {
    // On Windows npm is a script with an ending of its own.
    find(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

fn folder() -> PathBuf {
    workspace::tools().join("npm")
}

fn install() -> Result<()> {
    let source = workspace::root().join("xtask/npm");
    let stamp = Inputs::default().path(&source)?.beside(&folder());
    stamp.or_make(|| {
        fs::create_dir_all(folder()).with_context(|| format!("cannot create {}", folder().display()))?;
        for name in ["package.json", "package-lock.json"] {
            fs::copy(source.join(name), folder().join(name)).with_context(|| format!("cannot copy {name}"))?;
        }
        let npm = npm().context("npm is not here")?;
        Step::new(npm).args(["ci", "--no-audit", "--no-fund", "--prefix"]).arg(folder()).run()
    })
}
