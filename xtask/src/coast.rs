//! `coast`: makes the excerpt of the coast in crates/content/map/ anew, from the packages pinned in xtask/coast/.

use anyhow::Result;

use crate::command::Step;
use crate::tools::npm_folder;
use crate::{options, workspace};

pub fn run(arguments: &[String]) -> Result<()> {
    let [] = options::values(arguments, [])?;
    let folder = npm_folder("coast", &["excerpt.mjs"])?;
    Step::new("node").arg(folder.join("excerpt.mjs")).arg(workspace::root().join("crates/content/map/coast.json")).run()
}
