//! Where things were built is nobody's business: the compiler puts the paths of sources into the messages of panics, so a
//! published build replaces them. Without this, two folders or two machines would give two different sites.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::command::Step;
use crate::{rustc, tools, workspace};

/// Flags for the code of the browser alone, as cargo reads them; `RUSTFLAGS` would build every other tool anew.
const VARIABLE: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Cargo prefers these to [`VARIABLE`]: what is published depends on nobody's environment.
const OTHERS: [&str; 2] = ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"];

/// `step`, which calls cargo for the browser, with the flags, and with this program before the compiler.
///
/// # Errors
/// When this program does not know its own path.
pub fn remapped(step: Step, flags: &str) -> Result<Step> {
    let program = env::current_exe().context("this program does not know its own path")?;
    Ok(OTHERS.into_iter().fold(step, Step::without).env(VARIABLE, flags).env(rustc::VARIABLE, program))
}

/// `--remap-path-prefix` for every folder of this machine from which code comes. What stands instead is the same everywhere.
///
/// # Errors
/// When the folders of cargo or the compiler cannot be found.
pub fn flags() -> Result<String> {
    let home = cargo_home()?;
    Ok(flags_of(&[vec![(home.clone(), "/cargo".to_owned())], registries(&home)?, own_folders(), library()?].concat()))
}

/// The one that comes last is taken first. Cargo parts the flags at spaces, so a folder whose path has one is left out; if its
/// path gets into a file, the prerenderer refuses to publish it.
fn flags_of(folders: &[(PathBuf, String)]) -> String {
    let flag = |(from, to): &(PathBuf, String)| format!("--remap-path-prefix={}={to}", from.display());
    folders.iter().map(flag).filter(|flag| !flag.contains(char::is_whitespace)).collect::<Vec<_>>().join(" ")
}

fn cargo_home() -> Result<PathBuf> {
    let named = env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| env::home_dir().map(|home| home.join(".cargo"))).context("there is no home folder; set CARGO_HOME")
}

/// Where cargo unpacks crates: a folder for each registry or mirror, named by its host.
fn registries(home: &Path) -> Result<Vec<(PathBuf, String)>> {
    let folder = home.join("registry/src");
    let entries = fs::read_dir(&folder).with_context(|| format!("cannot list {}, where cargo unpacks crates", folder.display()))?;
    let mut folders = entries.map(|entry| Ok((entry?.path(), "/crates".to_owned()))).collect::<Result<Vec<_>>>()?;
    folders.sort();
    Ok(folders)
}

/// Code that crates generate while they are built lies in the folder of targets.
fn own_folders() -> Vec<(PathBuf, String)> {
    vec![(workspace::root(), "/source".to_owned()), (workspace::target(), "/target".to_owned())]
}

/// The standard library, whose paths are true ones where its sources are installed (`rust-src`).
fn library() -> Result<Vec<(PathBuf, String)>> {
    let commit = tools::compiler("commit-hash")?;
    let sysroot = Step::new("rustc").args(["--print", "sysroot"]).answer().context("rustc does not tell its sysroot")?;
    Ok(vec![(Path::new(&sysroot).join("lib/rustlib/src/rust"), format!("/rustc/{commit}"))])
}

#[cfg(test)]
mod tests {
    use super::{flags, flags_of};

    #[test]
    fn folders_are_named_by_what_they_hold() {
        let folders = [("/home/x/.cargo".into(), "/cargo".to_owned()), ("/a b".into(), "/source".to_owned())];
        assert_eq!(flags_of(&folders), "--remap-path-prefix=/home/x/.cargo=/cargo");
    }

    #[test]
    fn every_folder_of_this_machine_is_replaced() -> anyhow::Result<()> {
        let flags = flags()?;
        let targets: Vec<&str> = flags.split(' ').filter_map(|flag| flag.rsplit('=').next()).collect();
        for target in ["/cargo", "/crates", "/source", "/target"] {
            assert!(targets.contains(&target), "{target} is not in {flags}");
        }
        Ok(())
    }
}
