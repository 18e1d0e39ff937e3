//! `bench load`: how many requests per second one nginx answers with these files. Everything stays on this machine, and ends.

mod nginx;
mod wrk;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::report;
use crate::tools::LoadTools;
use crate::{options, workspace};

use nginx::Nginx;

pub fn run(arguments: &[String]) -> Result<()> {
    let [] = options::values(arguments, [])?;
    let tools = LoadTools::find_or_install()?;
    let site = super::site()?;
    let nginx = Nginx::start(&tools, &site, &workspace::target().join("bench/nginx"))?;
    let mut rows = Vec::new();
    for (name, path) in targets(&site)? {
        let answers = wrk::ask(&tools.wrk, &nginx.url(&path))?;
        let memory = nginx.memory()?;
        let bytes = bytes_sent(&site, &path, tools.brotli.is_some());
        rows.push(format!(
            "| {name} | `{path}` | {bytes} | {:.0} | {} | {} | {} | {memory} |\n",
            answers.per_second, answers.median, answers.slow, answers.errors
        ));
    }
    let text = format!(
        "{}\n{}, {}.\n\n| What | Address | Bytes sent | Requests/s | p50 | p99 | Errors | Memory of the workers (peak) |\n|---|---|--:|--:|--:|--:|--:|--:|\n{}",
        report::circumstances("cargo xtask bench load"),
        nginx::version(&tools.nginx),
        wrk::DESCRIPTION,
        rows.concat(),
    );
    println!("\n{text}");
    report::insert("performance.md", "bench:load", &text)
}

/// Home, an edition and what the app fetches when an edition is followed to.
fn targets(site: &Path) -> Result<[(&'static str, String); 3]> {
    let report = fs::read_to_string(site.join("build.json")).context("cannot read build.json")?;
    let report: serde_json::Value = serde_json::from_str(&report).context("build.json is not JSON")?;
    let mut pages = report["pages"].as_array().into_iter().flatten().filter_map(serde_json::Value::as_str);
    // The slug of an edition begins with its year.
    let is_edition =
        |page: &&str| page.strip_prefix("/editions/").is_some_and(|slug| slug.starts_with(|first: char| first.is_ascii_digit()));
    let edition = pages.find(is_edition).context("build.json lists no edition")?;
    Ok([("home", "/".to_owned()), ("an edition", edition.to_owned()), ("its data", format!("{edition}index.bin"))])
}

/// What nginx finds: compressed beforehand, or else the file itself.
fn bytes_sent(site: &Path, path: &str, has_brotli: bool) -> u64 {
    let file = if path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let names = [has_brotli.then(|| format!("{file}.br")), Some(format!("{file}.gz")), Some(file)];
    let mut found = names.into_iter().flatten().filter_map(|name| fs::metadata(site.join(name.trim_start_matches('/'))).ok());
    found.next().map_or(0, |file| file.len())
}
