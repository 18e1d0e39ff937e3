//! `font`: makes the typeface's subsets in public/fonts/ and crates/share-images/fonts/ anew, from the packages pinned in xtask/font/.

use anyhow::Result;

use crate::command::Step;
use crate::tools::npm_folder;
use crate::{options, workspace};

pub fn run(arguments: &[String]) -> Result<()> {
    let [] = options::values(arguments, [])?;
    let folder = npm_folder("font", &["subset.mjs"])?;
    let subset = Step::new("node").arg(folder.join("subset.mjs"));
    subset.arg(workspace::root().join("public/fonts")).arg(workspace::root().join("crates/share-images/fonts")).run()
}
