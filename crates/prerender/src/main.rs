//! The command that publishes: content and shell in, dist/ out.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Parser;
use prerender::{
    PublishError,
    publish::{self, Job, Publication},
    sizes,
};

/// Renders every page of the site, verifies the result and writes it.
#[derive(Parser)]
struct Arguments {
    /// The editors' files.
    #[arg(long, default_value = "content")]
    content: PathBuf,
    /// Trunk's output; without it only the pages' data is written, for `trunk serve`.
    #[arg(long)]
    shell: Option<PathBuf>,
    /// Where the site is written.
    #[arg(long)]
    out: PathBuf,
    /// Public address, instead of the one in content/site.toml.
    #[arg(long)]
    base_url: Option<String>,
    /// Records of the tests; with them the page of the site's quality shows figures of this build as well.
    #[arg(long)]
    reports: Option<PathBuf>,
    /// Prints compressed sizes and fails when a budget is exceeded.
    #[arg(long)]
    sizes: bool,
    /// Measures the WASM without judging it (wasm-opt was skipped).
    #[arg(long)]
    no_wasm_gate: bool,
}

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> Result<(), PublishError> {
    let Some(shell) = arguments.shell else {
        return write_data(&arguments.content, &arguments.out);
    };
    let job = Job { content: arguments.content, shell, base_url: arguments.base_url, reports: arguments.reports };
    let Publication { outputs, warnings, mut compressed } = publish::publication(&job)?;
    if arguments.sizes {
        compressed.add(&outputs);
        let sizes = sizes::measure(&compressed, !arguments.no_wasm_gate);
        println!("{}", sizes::table(&sizes));
        let excesses = sizes::excesses(&sizes);
        if !excesses.is_empty() {
            return Err(PublishError::Budget(excesses));
        }
    }
    publish::write(&outputs, &arguments.out)?;
    for warning in &warnings {
        eprintln!("WARNING: {warning}");
    }
    let pages = outputs.iter().filter(|output| output.is("html")).count();
    println!("{pages} pages, {} files in {}", outputs.len(), arguments.out.display());
    Ok(())
}

/// Adds the data to a folder that Trunk is still filling.
fn write_data(content: &Path, folder: &Path) -> Result<(), PublishError> {
    for output in publish::data(content)? {
        let path = folder.join(&output.path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|error| PublishError::Io(folder.to_owned(), error))?;
        }
        std::fs::write(&path, &output.bytes).map_err(|error| PublishError::Io(path, error))?;
    }
    Ok(())
}
