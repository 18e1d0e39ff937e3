//! The tasks of the people who work here. A task prints every command that it runs, so nothing is magic:
//! `trunk serve` and `cargo test` work without it.

mod audit;
mod bench;
mod build;
mod check_content;
mod coast;
mod command;
mod content_files;
mod dev;
mod evidence;
mod font;
mod lighthouse;
mod look;
mod new_edition;
mod observatory;
mod options;
mod remap;
mod reproduce;
mod rustc;
mod sbom;
mod schema;
mod search;
mod search_module;
mod serve;
mod stamp;
mod synth;
mod test;
mod tools;
mod workspace;

use std::process::ExitCode;

use anyhow::{Result, bail};

type Task = fn(&[String]) -> Result<()>;

/// Name, arguments, what it does; and the function.
const TASKS: [(&str, &str, &str, Task); 20] = [
    ("serve", "[--base-url URL] [--port N]", "builds what changed and serves dist/ as a CDN would", serve::run),
    ("test", "[stage … | --long | --all]", "everything that must hold, or these stages; a million cases of each property; both", test::run),
    ("audit", "", "licences, origins and known flaws of what comes from others; ends with 3 where it cannot ask for flaws", audit::run),
    ("reproduce", "", "builds the commit twice from nothing, in two folders, and compares every byte; takes half an hour", reproduce::run),
    ("dev", "[app] [--port N]", "shows content as it is saved; with «app», trunk serve for work on the code", dev::run),
    (
        "build",
        "[--base-url URL] [--service-worker off] [--policy-in pages]",
        "checks, builds and prerenders into dist/, with the sizes",
        build::run,
    ),
    ("check-content", "", "every problem in content/, at once, in Arabic", check_content::run),
    ("evidence", "[--against FACTS.json]", "what each page rests on; with a file, which of its facts no claim carries", evidence::run),
    ("search", "QUERY", "what the index in dist/ answers, with tier and reason", search::query),
    ("search-pairs", "FILE.json", "whether each pair of query and text holds, by group", search::pairs),
    ("bench", "[name …]", "what the site costs readers and servers; with a name, only that: see docs/performance.md", bench::run),
    ("synth", "EDITIONS", "the content with so many editions, each with claims and sources, into target/synth", synth::run),
    ("screenshots", "", "pictures of every kind of page in every mode, into target/screenshots", look::screenshots),
    ("lighthouse", "", "Lighthouse on every kind of page, as a phone sees it; reports into target/lighthouse", lighthouse::run),
    ("observatory", "", "what MDN's HTTP Observatory says of the answers of Caddy, with points; fails below 130", observatory::run),
    ("gallery", "", "all components in all states on one page, into target/gallery", look::gallery),
    ("new-edition", "SLUG", "a commented starter file for an edition, such as 2026-dakhla", new_edition::run),
    ("schema", "", "makes the JSON Schemas of the content files in content/schema/ anew", schema::run),
    ("font", "", "makes the subset of the typeface in public/fonts/ anew", font::run),
    ("coast", "", "makes the excerpt of the coast for the sketch of host cities anew", coast::run),
];

/// Called by the hook in Trunk.toml, not by people.
const DEV_DATA: &str = "dev-data";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{error:#}");
            if error.is::<audit::Unanswered>() { ExitCode::from(audit::UNANSWERED) } else { ExitCode::FAILURE }
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<()> {
    let Some((name, rest)) = arguments.split_first() else {
        print!("{}", list());
        return Ok(());
    };
    if rustc::is_call(arguments) {
        return rustc::call(arguments);
    }
    if name == DEV_DATA {
        return dev::write_data();
    }
    match TASKS.iter().find(|(task, ..)| task == name) {
        Some((.., task)) => task(rest),
        None => bail!("there is no task {name:?}\n\n{}", list()),
    }
}

fn list() -> String {
    let call = |name: &str, arguments: &str| format!("{name} {arguments}");
    let lines = TASKS.iter().map(|(name, arguments, line, _)| format!("  cargo xtask {:<34}{line}\n", call(name, arguments)));
    format!("Tasks:\n{}", lines.collect::<String>())
}
