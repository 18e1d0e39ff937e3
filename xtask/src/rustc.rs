//! Stands before the compiler when the app is built for publishing (`RUSTC_WRAPPER`), for one crate: wasm_split_macros, which comes
//! with Leptos, names an export of the WASM by a hash of the folder in which cargo has unpacked it. No flag of the compiler
//! reaches what a macro reads from its environment.

use std::env;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The variable in which cargo names this program, and the crate that asks for the folder.
pub const VARIABLE: &str = "RUSTC_WRAPPER";
const CRATE: &str = "wasm_split_helpers";
/// What the macro reads, and what it reads here.
const FOLDER: (&str, &str) = ("CARGO_MANIFEST_PATH", "/crates/wasm_split_helpers/Cargo.toml");

/// Whether cargo calls this program as the compiler: the first argument is then the path of rustc.
pub fn is_call(arguments: &[String]) -> bool {
    arguments.first().map(Path::new).and_then(Path::file_stem).is_some_and(|name| name == "rustc")
}

/// Calls the compiler with these arguments, the first of which is its path.
///
/// # Errors
/// When it cannot be started or fails; it says itself why.
pub fn call(arguments: &[String]) -> Result<()> {
    let (program, rest) = arguments.split_first().context("cargo names no compiler")?;
    let mut command = Command::new(program);
    command.args(rest);
    command.envs(variable(env::var("CARGO_PKG_NAME").ok().as_deref()));
    let status = command.status().with_context(|| format!("cannot start {program}"))?;
    if status.success() { Ok(()) } else { bail!("{program} ended with {status}") }
}

/// What is set for the crate of this name.
fn variable(package: Option<&str>) -> Option<(&'static str, &'static str)> {
    (package == Some(CRATE)).then_some(FOLDER)
}

#[cfg(test)]
mod tests {
    use super::{call, is_call, variable};

    fn arguments(line: &str) -> Vec<String> {
        line.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn a_call_of_the_compiler_is_told_from_a_task() {
        assert!(is_call(&arguments("/toolchain/bin/rustc --crate-name x")) && is_call(&arguments("rustc -vV")));
        assert!(!is_call(&arguments("build --base-url rustc")) && !is_call(&[]));
    }

    #[test]
    fn the_compiler_gets_its_arguments_and_its_failure_is_ours() {
        assert!(call(&arguments("rustc --version")).is_ok());
        assert!(call(&arguments("rustc --no-such-option")).is_err());
    }

    #[test]
    fn only_the_one_crate_is_told_another_folder() {
        assert!(variable(Some("wasm_split_helpers")).is_some_and(|(name, _)| name == "CARGO_MANIFEST_PATH"));
        assert_eq!((variable(Some("leptos")), variable(None)), (None, None));
    }
}
