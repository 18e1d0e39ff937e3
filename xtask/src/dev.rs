//! `dev`: `trunk serve` with live reload, and the data it needs.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::command::Step;
use crate::tools::Toolbox;
use crate::{build, check_content, options};

pub fn run(arguments: &[String]) -> Result<()> {
    let [] = options::values(arguments, [])?;
    check_content::check()?;
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
    let staging = staging.context("this task is called by Trunk, which sets TRUNK_STAGING_DIR; you may want `cargo xtask dev`")?;
    Step::cargo().args(["run", "--quiet", "--package", "prerender", "--", "--out"]).arg(staging).run()
}
