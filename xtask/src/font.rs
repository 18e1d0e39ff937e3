//! `font`: makes the typeface's subsets in public/fonts/ and crates/share-images/fonts/ anew, from the packages pinned in xtask/font/.

use std::fs;

use anyhow::{Context, Result};

use crate::command::Step;
use crate::{options, workspace};

pub fn run(arguments: &[String]) -> Result<()> {
    let [] = options::values(arguments, [])?;
    let source = workspace::root().join("xtask/font");
    let folder = workspace::tools().join("font");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    for name in ["package.json", "package-lock.json", "subset.mjs"] {
        fs::copy(source.join(name), folder.join(name)).with_context(|| format!("cannot copy {name}"))?;
    }
    Step::new("npm").args(["ci", "--no-audit", "--no-fund", "--prefix"]).arg(&folder).run()?;
    let subset = Step::new("node").arg(folder.join("subset.mjs"));
    subset.arg(workspace::root().join("public/fonts")).arg(workspace::root().join("crates/share-images/fonts")).run()
}
