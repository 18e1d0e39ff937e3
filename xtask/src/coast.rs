//! `coast`: makes the excerpt of the coast in crates/content/map/ anew, from the packages pinned in xtask/coast/.

use std::fs;

use anyhow::{Context, Result};

use crate::command::Step;
use crate::{options, workspace};

pub fn run(arguments: &[String]) -> Result<()> {
    let [] = options::values(arguments, [])?;
    let source = workspace::root().join("xtask/coast");
    let folder = workspace::tools().join("coast");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    for name in ["package.json", "package-lock.json", "excerpt.mjs"] {
        fs::copy(source.join(name), folder.join(name)).with_context(|| format!("cannot copy {name}"))?;
    }
    Step::new("npm").args(["ci", "--no-audit", "--no-fund", "--prefix"]).arg(&folder).run()?;
    Step::new("node").arg(folder.join("excerpt.mjs")).arg(workspace::root().join("crates/content/map/coast.json")).run()
}
