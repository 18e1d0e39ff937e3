//! The service worker, and the list of what it keeps for those who ask for the whole site.

use content::{
    phrases,
    route::{DATA_FILE, Route},
    text,
};
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::{
    Output, PublishError,
    compress::Compressor,
    publish::{file, json as json_file},
};

const WORKER: &str = include_str!("../../../src/service-worker.js");
const WORKER_OFF: &str = include_str!("../../../src/service-worker-off.js");
/// Where readers' browsers ask for it: always the same address.
const PATH: &str = "sw.js";
const LIST: &str = "offline.json";
/// What may be needed on any page, by the beginning of its name; the large icons are for the device.
const SHELL: [&str; 7] = ["marrakech-platform-", "loader-", "later-", "exhibits-", "pictures-", "matrix-", "icon-"];
const MOTIFS: &str = "motifs/";
const TYPEFACES: &str = "fonts/";
/// Below these folders lies what is not read in the browser.
const NOT_READ: [&str; 2] = ["data/v1/", "share/"];
/// How many digits of the hash name a state of the site.
const DIGITS: usize = 16;

/// The service worker for these files, and the list of those that make the site when it is read without a connection.
///
/// # Errors
/// The list cannot be written.
pub(crate) fn outputs(outputs: &[Output], base: &str, compressor: Option<&Compressor>) -> Result<Vec<Output>, PublishError> {
    let read: Vec<&Output> = outputs.iter().filter(|output| is_read(output)).collect();
    let bytes: usize = read.iter().map(|output| compressor.map_or(output.bytes.len(), |compressor| transferred(output, compressor))).sum();
    let megabytes = text::decimal(f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / 1e6, 1);
    let shell: Vec<String> = outputs.iter().filter(|output| is_shell(output)).map(|output| format!("{base}/{}", output.path)).collect();
    let named = json!({"build": build(outputs), "base": base, "size": phrases::offline::megabytes(&megabytes), "shell": shell});
    let worker = without_comments(WORKER).replacen("\"site\"", &named.to_string(), 1);
    let addresses: Vec<&str> = read.iter().map(|output| address(&output.path)).collect();
    Ok(vec![file(PATH, worker), json_file(LIST, &addresses)?])
}

/// The worker that removes the other.
pub(crate) fn off(base: &str) -> Output {
    let prefix = json!(format!("site {base}/ ")).to_string();
    file(PATH, without_comments(WORKER_OFF).replacen("\"prefix\"", &prefix, 1))
}

/// The state of the site: another when any file is another.
fn build(outputs: &[Output]) -> String {
    let mut hash = Sha256::new();
    for output in outputs {
        hash.update(&output.path);
        hash.update(Sha256::digest(&output.bytes));
    }
    format!("{:x}", hash.finalize())[..DIGITS].to_owned()
}

fn is_shell(output: &Output) -> bool {
    let is_typeface = output.path.starts_with(TYPEFACES) && output.is("woff2");
    output.path.starts_with(MOTIFS) || is_typeface || SHELL.iter().any(|start| output.path.starts_with(start)) && !output.is("png")
}

/// Pages, their data, and what the app and the search are made of.
fn is_read(output: &Output) -> bool {
    let path = output.path.as_str();
    let is_page = path.ends_with("index.html") || path == Route::Offline.path().trim_start_matches('/');
    let is_data = path.ends_with(DATA_FILE) || path.starts_with("search/") && output.is("bin");
    let is_module = ["search-", "search_bg-"].iter().any(|start| path.starts_with(start));
    (is_page || is_data || is_module || is_shell(output)) && !NOT_READ.iter().any(|folder| path.starts_with(folder))
}

/// A page's file is found at the address of its folder.
fn address(path: &str) -> &str {
    path.strip_suffix("index.html").unwrap_or(path)
}

fn transferred(output: &Output, compressor: &Compressor) -> usize {
    if delivery::is_compressible(&output.path) { compressor.size(&output.bytes) } else { output.bytes.len() }
}

/// Comments that have a line of their own are for those who work on it.
fn without_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n") + "\n"
}
