//! The tasks of the people who work here. A task prints every command that it runs, so nothing is magic:
//! `trunk serve` and `cargo test` work without it.

mod build;
mod check_content;
mod command;
mod content_files;
mod dev;
mod new_edition;
mod options;
mod phrases;
mod serve;
mod stamp;
mod test;
mod tools;
mod workspace;

use std::process::ExitCode;

use anyhow::{Result, bail};

type Task = fn(&[String]) -> Result<()>;

/// Names, functions, and the lines of the list.
const TASKS: [(&str, Task, &str); 6] = [
    ("serve", serve::run, "[--base-url URL] [--port N]   builds what changed and serves dist/ as a CDN would"),
    ("test", test::run, "[stage …]                      everything that must hold; with names, only these stages"),
    ("dev", dev::run, "                                trunk serve with live reload, for work on the app"),
    ("build", build::run, "[--base-url URL]              checks, builds and prerenders into dist/, with the sizes"),
    ("check-content", check_content::run, "                      every problem in content/, at once, in Arabic"),
    ("new-edition", new_edition::run, "SLUG                    a commented starter file, such as 2026-dakhla"),
];

/// Called by the hook in Trunk.toml, not by people.
const DEV_DATA: &str = "dev-data";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<()> {
    let Some((name, rest)) = arguments.split_first() else {
        print!("{}", list());
        return Ok(());
    };
    if name == DEV_DATA {
        return dev::write_data();
    }
    match TASKS.iter().find(|(task, ..)| task == name) {
        Some((_, task, _)) => task(rest),
        None => bail!("there is no task {name:?}\n\n{}", list()),
    }
}

fn list() -> String {
    let lines = TASKS.iter().map(|(name, _, line)| format!("  cargo xtask {name} {line}\n"));
    format!("Tasks:\n{}", lines.collect::<String>())
}
