//! Prints what a folder of content costs to check, to render and to read, as JSON. Nothing is written.

use std::{path::PathBuf, process::ExitCode};

use clap::Parser;
use prerender::{PublishError, growth};

/// Measures a site of any size.
#[derive(Parser)]
struct Arguments {
    /// The editors' files.
    content: PathBuf,
    /// The repository, for its styles.
    #[arg(long, default_value = ".")]
    root: PathBuf,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let growth = growth::measure(&arguments.content, &arguments.root)
        .and_then(|growth| serde_json::to_string_pretty(&growth).map_err(PublishError::Json));
    match growth {
        Ok(growth) => {
            println!("{growth}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
