//! `check-content`: every problem of every file of the editors, at once, in Arabic, in seconds.

use anyhow::{Result, bail};
use content::phrases::problem as words;
use content::{phrases::PROBLEMS_NOUN, source, text::counted};

use crate::{content_files, options, workspace};

pub fn run(arguments: &[String]) -> Result<()> {
    let [] = options::values(arguments, [])?;
    check()?;
    println!("{}", words::ALL_WELL);
    Ok(())
}

/// The same, silent when all is well: the first step of every build.
///
/// # Errors
/// The number of problems, after they have been printed.
pub fn check() -> Result<()> {
    let files = content_files::read(&workspace::content())?;
    let Err(problems) = source::load(&files) else { return Ok(()) };
    for problem in &problems {
        eprintln!("{problem}\n");
    }
    let count = u32::try_from(problems.len()).unwrap_or(u32::MAX);
    bail!("{}", words::count(&counted(count, &PROBLEMS_NOUN)))
}
