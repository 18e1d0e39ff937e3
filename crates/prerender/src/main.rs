//! The command that publishes: content and shell in, dist/ out.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};

use clap::{Parser, ValueEnum};
use delivery::PolicyIn;
use prerender::{
    PublishError,
    budgets::Budgets,
    compress::Compressor,
    figures::Figures,
    header_size::{header_size, policy_size},
    hosts,
    kept::Kept,
    page_weights::page_weights,
    publish::{self, Job, Output, Publication},
    sizes, write,
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
    /// Prints compressed sizes and fails when one exceeds its budget in this file; needs `--reports`.
    #[arg(long, requires = "reports")]
    budgets: Option<PathBuf>,
    /// Puts a copy in Brotli and one in gzip beside each file that becomes smaller.
    #[arg(long)]
    compress: bool,
    /// Where pages, images and compressed copies are kept from one build to the next.
    #[arg(long)]
    cache: Option<PathBuf>,
    /// Where the configurations for servers are written.
    #[arg(long)]
    servers: Option<PathBuf>,
    /// Publishes a service worker that removes itself and what was kept on readers' devices.
    #[arg(long)]
    no_service_worker: bool,
    /// Where browsers find what pages may do.
    #[arg(long, value_enum, default_value_t = Place::Headers)]
    policy_in: Place,
    /// Where times and numbers of this build are written, as JSON.
    #[arg(long)]
    figures: Option<PathBuf>,
    /// Measures the WASM without judging it (wasm-opt was skipped).
    #[arg(long)]
    no_wasm_gate: bool,
}

/// [`PolicyIn`], as it is written.
#[derive(Clone, Copy, ValueEnum)]
enum Place {
    /// In the headers of every answer.
    Headers,
    /// In every page, for hosts that send no headers of the site's.
    Pages,
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
    let begin = Instant::now();
    let Some(shell) = arguments.shell else {
        return write_data(&arguments.content, &arguments.out);
    };
    let kept = Kept::new(arguments.cache);
    let compressor = Compressor::new(kept.clone());
    let job = Job {
        content: arguments.content,
        shell,
        base_url: arguments.base_url,
        reports: arguments.reports,
        kept: kept.clone(),
        is_kept: !arguments.no_service_worker,
        policy_in: match arguments.policy_in {
            Place::Headers => PolicyIn::Headers,
            Place::Pages => PolicyIn::Pages,
        },
    };
    let Publication { outputs, warnings, documents, compressed, policy, host } = publish::publication(&job)?;
    if let Some(file) = arguments.budgets {
        let pages = page_weights(&documents, &compressed, &compressor);
        let budgets = Budgets::read(&file)?;
        let (headers, budgets) = match job.policy_in {
            PolicyIn::Headers => (header_size(&policy), budgets),
            PolicyIn::Pages => {
                let moved = policy_size(&policy);
                (header_size(&policy) - moved, budgets.moved_into_pages(moved))
            }
        };
        let sizes = sizes::measure(&compressed, &pages, headers, &budgets, !arguments.no_wasm_gate);
        println!("{}", sizes::table(&sizes));
        let excesses = sizes::excesses(&sizes);
        if !excesses.is_empty() {
            return Err(PublishError::Budget(excesses));
        }
    }
    let pages = outputs.iter().filter(|output| output.is("html")).count();
    let outputs = if arguments.compress { write::with_compressed(outputs, &compressor) } else { outputs };
    write::write(&outputs, &arguments.out)?;
    if let Some(folder) = arguments.servers {
        write_to(&folder, &hosts::configurations(documents.base(), &host, &policy))?;
    }
    kept.prune()?;
    for warning in &warnings {
        eprintln!("WARNING: {warning}");
    }
    if let Some(file) = arguments.figures {
        Figures::of(&outputs, &kept, begin.elapsed()).write(&file)?;
    }
    println!("{pages} pages, {} files in {}", outputs.len(), arguments.out.display());
    Ok(())
}

/// Adds the data to a folder that Trunk is still filling.
fn write_data(content: &Path, folder: &Path) -> Result<(), PublishError> {
    write_to(folder, &publish::all_data(content)?)
}

fn write_to(folder: &Path, outputs: &[Output]) -> Result<(), PublishError> {
    for output in outputs {
        let path = folder.join(&output.path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|error| PublishError::Io(folder.to_owned(), error))?;
        }
        std::fs::write(&path, &output.bytes).map_err(|error| PublishError::Io(path, error))?;
    }
    Ok(())
}
