//! The program behind `cargo xtask dev`.

use std::{path::PathBuf, process::ExitCode};

use anyhow::{Context, Result};
use clap::Parser;
use content::phrases::preview as words;
use preview::{Options, Preview};

/// Shows the content while it is written.
#[derive(Parser)]
struct Arguments {
    /// The editors' files.
    #[arg(long, default_value = "content")]
    content: PathBuf,
    /// What Trunk made of the app, for the root of a host.
    #[arg(long)]
    shell: PathBuf,
    /// The local port.
    #[arg(long, default_value_t = 8080)]
    port: u16,
}

#[tokio::main]
async fn main() -> ExitCode {
    match show(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn show(arguments: Arguments) -> Result<()> {
    let Arguments { content, shell, port } = arguments;
    let mut preview = Preview::start(Options { content, shell, port }).await?;
    println!("\n  {}\n\n  {}", preview.url("/"), words::RUNNING);
    tokio::select! {
        outcome = preview.wait() => outcome,
        interrupted = tokio::signal::ctrl_c() => interrupted.context("cannot listen for Ctrl+C"),
    }
}
