//! `schema`: the JSON Schemas that complete and check the editors' files while they write, into `content/schema/`.

use std::fs;

use anyhow::{Context, Result};
use content::source::schema;

use crate::{options, workspace};

pub fn run(arguments: &[String]) -> Result<()> {
    let [] = options::values(arguments, [])?;
    let folder = workspace::content().join("schema");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let files = schema::files();
    for schema in &files {
        let file = folder.join(&schema.name);
        fs::write(&file, &schema.text).with_context(|| format!("cannot write {}", file.display()))?;
    }
    println!("{} schemas in {}", files.len(), folder.display());
    Ok(())
}
