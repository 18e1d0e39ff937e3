//! `cargo run --release -p server -- dist --base-path /ref/ --port 8080`: the program behind `cargo xtask serve`.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use server::{BasePath, Host, Options, Server};

const USAGE: &str = "usage: server <folder> [--base-path /ref/] [--port 8080]";

#[tokio::main]
async fn main() -> ExitCode {
    match serve().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn serve() -> Result<()> {
    let options = parse(std::env::args().skip(1))?;
    let mut server = Server::start(options).await?;
    println!("\n  {}\n\n  Ctrl+C ends it.", server.url("/"));
    tokio::select! {
        outcome = server.wait() => outcome,
        interrupted = tokio::signal::ctrl_c() => interrupted.context("cannot listen for Ctrl+C"),
    }
}

fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Options> {
    let mut root = None;
    let mut base_path = BasePath::root();
    let mut port = 8080;
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().with_context(|| format!("{argument} needs a value; {USAGE}"));
        match argument.as_str() {
            "--base-path" => base_path = BasePath::parse(&value()?)?,
            "--port" => {
                let text = value()?;
                port = text.parse().with_context(|| format!("{text:?} is no port (0 to 65535)"))?;
            }
            flag if flag.starts_with('-') => bail!("unknown option {flag}; {USAGE}"),
            folder => root = Some(PathBuf::from(folder)),
        }
    }
    let root = root.with_context(|| format!("which folder? {USAGE}"))?;
    Ok(Options { root, base_path, port, host: Host::Cdn })
}
