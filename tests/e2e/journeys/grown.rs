//! The site once it has grown: what does not stand on a page comes when a reader asks for it.

use std::fs;
use std::path::{Path, PathBuf};

use ::preview::{Options, Preview};
use anyhow::{Context, Result, ensure};
use e2e::stage::Stage;
use prerender::content_folder;
use serde_json::json;

/// More editions than a matrix has columns.
const EDITIONS: usize = 6;
/// One of the real ones, which the later ones have pushed out of the matrix.
const EARLY: &str = "2022-marrakech";
const IS_READY: &str = "document.documentElement.hasAttribute('data-ready')";

pub async fn a_column_comes_when_it_is_chosen(stage: &Stage) -> Result<()> {
    let folder = tempfile::tempdir()?;
    write_content(folder.path())?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let shell = std::env::var_os("SHELL_ROOT").map_or_else(|| root.join("target/trunk/root"), PathBuf::from);
    let preview = Preview::start(Options { content: folder.path().to_owned(), shell, port: 0 }).await?;
    let browser = &stage.browser;
    browser.driver.goto(preview.url("/editions/compare/")).await?;
    browser.wait_until("the app is ready", IS_READY).await?;
    let columns = "[...document.querySelectorAll('.matrix thead [data-column]')].map(head => head.dataset.column)";
    let shown: Vec<String> = browser.eval(&format!("return {columns}"), json!([])).await?;
    ensure!(!shown.is_empty() && !shown.iter().any(|column| column == EARLY), "the columns are {shown:?}");
    let option = format!("document.querySelector('.matrix__choice select option[value=\"{EARLY}\"]')");
    browser.wait_until("the early edition can be chosen", &option).await?;
    let choose = "const [select] = document.querySelectorAll('.matrix__choice select');
        select.value = arguments[0]; select.dispatchEvent(new Event('change', {bubbles: true})); return null";
    browser.eval::<()>(choose, json!([EARLY])).await?;
    browser.wait_until("its column is there", &format!("{columns}.includes('{EARLY}')")).await?;
    let cells = format!(
        "return [...document.querySelectorAll('.matrix tbody tr')].map(row =>
           [row.querySelector('th').textContent, row.querySelector('[data-column=\"{EARLY}\"]')?.textContent ?? ''])"
    );
    let fetched: Vec<(String, String)> = browser.eval(&cells, json!([])).await?;
    let complaints = browser.complaints().await?;
    ensure!(complaints.is_empty(), "the console says: {complaints:?}");
    stage.page().open_ready("/editions/compare/").await?;
    let published: Vec<(String, String)> = browser.eval(&cells, json!([])).await?;
    ensure!(fetched == published, "row by row it is not what the page says that still has this column: {fetched:?}, {published:?}");
    Ok(())
}

/// The real content with as many editions as this journey needs.
fn write_content(folder: &Path) -> Result<()> {
    let real = content_folder::files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content"))?;
    let files = synth::files(&real, EDITIONS).map_err(|problems| anyhow::anyhow!("content/ has problems: {problems:?}"))?;
    for file in files {
        let path = folder.join(&file.path);
        fs::create_dir_all(path.parent().context("a file stands in a folder")?)?;
        fs::write(path, file.text)?;
    }
    Ok(())
}
