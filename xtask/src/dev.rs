//! `dev`: the pages while one writes them, or `trunk serve` for work on the app.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::command::Step;
use crate::tools::Toolbox;
use crate::{build, check_content, options, workspace};

const PORT: &str = "8080";
/// For work on the app.
const APP: &str = "app";

pub fn run(arguments: &[String]) -> Result<()> {
    match arguments.split_first() {
        Some((first, rest)) if first == APP => app(rest),
        _ => content(arguments),
    }
}

/// Pages as they will be published, rendered anew whenever a content file is saved; problems of the content lie over them.
fn content(arguments: &[String]) -> Result<()> {
    let [port] = options::values(arguments, ["--port"])?;
    let shell = build::app(&Toolbox::for_release()?, "/")?;
    let step = Step::cargo().args(["run", "--quiet", "--package", "preview", "--", "--content"]).arg(workspace::content());
    step.arg("--shell").arg(shell).args(["--port", port.as_deref().unwrap_or(PORT)]).run()
}

/// The app mounted into an empty page, compiled anew whenever its code is saved.
fn app(arguments: &[String]) -> Result<()> {
    let [] = options::values(arguments, [])?;
    check_content::check()?;
    // Trunk does not start where a folder that it must not watch is missing.
    let dist = workspace::dist();
    fs::create_dir_all(&dist).with_context(|| format!("cannot make {}", dist.display()))?;
    let toolbox = Toolbox::for_development()?;
    // The profile of Trunk.toml is for publishing: it takes minutes where this takes seconds.
    build::trunk(&toolbox).args(["serve", "--offline", "--features", "csr", "--cargo-profile", "dev"]).run()
}

/// Called by Trunk after each build: writes the pages' data to the folder that Trunk is filling. A published build gets
/// its data from the prerenderer, so there this does nothing.
pub fn write_data() -> Result<()> {
    if std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
        return Ok(());
    }
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.context("this task is called by Trunk, which sets TRUNK_STAGING_DIR; you may want `cargo xtask dev app`")?;
    Step::cargo().args(["run", "--quiet", "--package", "prerender", "--", "--out"]).arg(staging).run()
}
