//! `reproduce`: shows that a commit gives the same site whoever builds it: it is built twice, from nothing, in folders with
//! different names and with different homes of cargo, and every byte is compared.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use walkdir::WalkDir;

use crate::command::Step;
use crate::{options, tools, workspace};

/// The folders of the builds, of different depth and length.
const FOLDERS: [&str; 2] = ["a", "another/folder-with-a-longer-name"];
/// How many differences are told.
const TOLD: usize = 20;

pub fn run(arguments: &[String]) -> Result<()> {
    let [] = options::values(arguments, [])?;
    let commit = Step::new("git").args(["rev-parse", "HEAD"]).answer().context("this is no repository of git")?;
    if Step::new("git").args(["status", "--porcelain"]).answer().is_some_and(|changes| !changes.is_empty()) {
        println!("What is not committed is left out.");
    }
    let folder = tempfile::tempdir().context("cannot create a folder for the builds")?;
    // The second build has crates of its own, in another place, as another machine has.
    let homes = [None, Some(folder.path().join("cargo"))];
    let mut sites = Vec::new();
    for (name, home) in FOLDERS.into_iter().zip(homes) {
        let begin = Instant::now();
        let site = folder.path().join(format!("site-{}", sites.len()));
        build(&commit, &folder.path().join(name), home.as_deref(), &site)?;
        println!("\nBuilt in {} in {} s.", folder.path().join(name).display(), begin.elapsed().as_secs());
        sites.push(site);
    }
    let comparison = Comparison::of(&sites[0], &sites[1])?;
    println!("\nCommit {commit}: {} files with {} bytes compared.", comparison.files, comparison.bytes);
    if comparison.differences.is_empty() {
        println!("The two sites are the same, byte for byte.");
        return Ok(());
    }
    for difference in comparison.differences.iter().take(TOLD) {
        println!("  {difference}");
    }
    bail!("{} files differ; both sites are kept in {}", comparison.differences.len(), folder.keep().display())
}

/// Builds the commit in `folder`, moves the site to `site` and removes the rest, which takes gigabytes.
fn build(commit: &str, folder: &Path, cargo_home: Option<&Path>, site: &Path) -> Result<()> {
    Step::new("git").args(["clone", "--quiet", "--no-checkout"]).arg(workspace::root()).arg(folder).run()?;
    Step::new("git").arg("-C").arg(folder).args(["checkout", "--quiet", "--detach", commit]).run()?;
    // Programs that cargo has installed are found on PATH; what npm installs is installed again.
    let path = tools::path_with_first(&workspace::tools().join("bin/trunk"), &env::var_os("PATH").unwrap_or_default())?;
    let mut step = Step::cargo().args(["run", "--quiet", "--package", "xtask", "--manifest-path"]).arg(folder.join("Cargo.toml"));
    step = step.args(["--", "build"]).env("PATH", path).without("CARGO_TARGET_DIR");
    if let Some(home) = cargo_home {
        // The day is another one there for some hours.
        step = step.env("CARGO_HOME", home).env("TZ", "Pacific/Kiritimati");
    }
    step.run()?;
    let dist = folder.join("dist");
    fs::rename(&dist, site).with_context(|| format!("cannot move {}", dist.display()))?;
    fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))
}

/// What two folders have in common.
#[derive(Debug, Default, PartialEq, Eq)]
struct Comparison {
    files: usize,
    /// Of the first folder.
    bytes: usize,
    differences: Vec<String>,
}

impl Comparison {
    fn of(one: &Path, other: &Path) -> Result<Self> {
        let mut comparison = Self::default();
        for path in files(one)?.union(&files(other)?) {
            comparison.files += 1;
            match (fs::read(one.join(path)), fs::read(other.join(path))) {
                (Ok(first), Ok(second)) => {
                    comparison.bytes += first.len();
                    comparison.differences.extend(difference(path, &first, &second));
                }
                _ => comparison.differences.push(format!("{} is in one site only", path.display())),
            }
        }
        Ok(comparison)
    }
}

fn difference(path: &Path, first: &[u8], second: &[u8]) -> Option<String> {
    if first == second {
        return None;
    }
    let at = first.iter().zip(second).position(|(one, other)| one != other).unwrap_or(first.len().min(second.len()));
    Some(format!("{}: {} and {} bytes, different from byte {at} on", path.display(), first.len(), second.len()))
}

fn files(folder: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut files = BTreeSet::new();
    for entry in WalkDir::new(folder) {
        let entry = entry.with_context(|| format!("cannot list {}", folder.display()))?;
        if entry.file_type().is_file() {
            files.insert(entry.path().strip_prefix(folder).unwrap_or(entry.path()).to_owned());
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Comparison;

    #[test]
    fn every_file_and_every_byte_counts() -> anyhow::Result<()> {
        let folder = tempfile::tempdir()?;
        let [one, other] = ["one", "other"].map(|name| folder.path().join(name));
        for (site, files) in
            [(&one, [("same", "abc"), ("byte", "abc"), ("here", "")]), (&other, [("same", "abc"), ("byte", "abd"), ("there", "")])]
        {
            fs::create_dir_all(site.join("folder"))?;
            for (name, text) in files {
                fs::write(site.join("folder").join(name), text)?;
            }
        }
        let found = Comparison::of(&one, &other)?;
        let differences =
            ["folder/byte: 3 and 3 bytes, different from byte 2 on", "folder/here is in one site only", "folder/there is in one site only"];
        assert_eq!(found, Comparison { files: 4, bytes: 6, differences: differences.map(str::to_owned).to_vec() });
        assert_eq!(Comparison::of(&one, &one)?.differences, Vec::<String>::new());
        Ok(())
    }
}
