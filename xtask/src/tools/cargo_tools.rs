//! What rustup and cargo install: the WASM target, Trunk, the wasm-bindgen command line, rustfmt and clippy.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::find;
use super::versions::{CARGO_DENY, GECKODRIVER, TRUNK, TWIGGY, Versions};
use crate::command::Step;
use crate::workspace;

const TARGET: &str = "wasm32-unknown-unknown";

/// The compiler's libraries for the browser.
pub fn wasm_target() -> Result<()> {
    let library = Step::new("rustc").args(["--print", "target-libdir", "--target", TARGET]).answer();
    if library.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    Step::new("rustup").args(["target", "add", TARGET]).run().with_context(|| {
        format!("the compiler cannot build for the browser; run `rustup target add {TARGET}` (or install Rust with rustup)")
    })
}

/// What the compiler says of itself: `release` or `commit-hash`.
///
/// # Errors
/// When it does not start or does not say that.
pub fn compiler(what: &str) -> Result<String> {
    let lines = Step::new("rustc").arg("-vV").answer().context("rustc does not tell its version")?;
    let found = lines.lines().find_map(|line| line.strip_prefix(what)?.strip_prefix(": "));
    found.map(str::to_owned).with_context(|| format!("rustc does not tell its {what}"))
}

/// rustfmt and clippy, which a minimal toolchain leaves out.
pub fn components() -> Result<()> {
    for (component, program) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if Step::cargo().args([program, "--version"]).answer().is_none() {
            let advice = || format!("run `rustup component add {component}`");
            Step::new("rustup").args(["component", "add", component]).run().with_context(advice)?;
        }
    }
    Ok(())
}

pub fn trunk() -> Result<PathBuf> {
    found_or_installed("trunk", "trunk", TRUNK, "about ten minutes on two cores")
}

pub fn wasm_bindgen(versions: &Versions) -> Result<PathBuf> {
    found_or_installed("wasm-bindgen", "wasm-bindgen-cli", &versions.wasm_bindgen, "about five minutes on two cores")
}

/// The driver of Firefox, which Debian does not have.
pub fn geckodriver() -> Result<PathBuf> {
    found_or_installed("geckodriver", "geckodriver", GECKODRIVER, "about two minutes on two cores")
}

/// What holds dependencies to `deny.toml`.
pub fn cargo_deny() -> Result<PathBuf> {
    found_or_installed("cargo-deny", "cargo-deny", CARGO_DENY, "about three minutes on two cores")
}

/// What tells where the bytes of a WASM module are.
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn twiggy() -> Result<PathBuf> {
    found_or_installed("twiggy", "twiggy", TWIGGY, "about a minute on two cores")
}

fn found_or_installed(program: &str, package: &str, version: &str, duration: &str) -> Result<PathBuf> {
    let right = |program: &PathBuf| {
        let answer = Step::new(program).arg("--version").without("NO_COLOR").answer();
        answer.is_some_and(|line| line.split_whitespace().nth(1) == Some(version))
    };
    if let Some(found) = find(program).filter(right) {
        return Ok(found);
    }
    println!("\n{program} {version} is not here: cargo builds it now, once ({duration}).");
    let folder = workspace::tools();
    let package = format!("{package}@{version}");
    // They work for seconds and are built for minutes: little is gained by optimising them well.
    let quick = [("LTO", "off"), ("CODEGEN_UNITS", "16"), ("OPT_LEVEL", "1"), ("STRIP", "debuginfo")];
    let install = quick.iter().fold(Step::cargo(), |step, (name, value)| step.env(format!("CARGO_PROFILE_RELEASE_{name}"), value));
    install
        .args(["install", "--locked", "--root"])
        .arg(&folder)
        .arg(&package)
        .run()
        .with_context(|| format!("{program} could not be installed; run `cargo install --locked {package}` and then this task again"))?;
    let installed = find(program).filter(right);
    let installed = installed.with_context(|| format!("{program} {version} was installed but does not start"))?;
    ensure!(installed.starts_with(&folder), "another {program} than the one just installed comes first");
    Ok(installed)
}
