//! An editor at work: what is saved shows in the page that is open, a mistake lies over it until it is mended.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use ::preview::{Options, Preview};
use anyhow::{Context, Result, ensure};
use e2e::stage::Stage;
use serde_json::json;

const PAGE: &str = "/editions/2024-fes/";
const FILE: &str = "editions/2024-fes.toml";
/// From saving to the new text in the page.
const PROMISE: Duration = Duration::from_secs(2);
const IS_READY: &str = "document.documentElement.hasAttribute('data-ready')";

pub async fn an_editor_sees_what_is_saved_and_what_is_wrong(stage: &Stage) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let content = folder.path().join("content");
    copy(&root().join("content"), &content)?;
    let shell = std::env::var_os("SHELL_ROOT").map_or_else(|| root().join("target/trunk/root"), PathBuf::from);
    let preview = Preview::start(Options { content: content.clone(), shell, port: 0 }).await?;
    let (browser, file) = (&stage.browser, content.join(FILE));
    let sound = fs::read_to_string(&file)?;
    browser.driver.goto(preview.url(PAGE)).await?;
    browser.wait_until("the app is ready", IS_READY).await?;
    browser.eval::<()>("scrollTo(0, 900)", json!([])).await?;

    let title = "document.querySelector('h1')?.textContent";
    // Other journeys run beside this one: the quickest of three tells what the preview itself takes.
    let mut quickest = Duration::MAX;
    for name in ["مدينة أولى", "مدينة ثانية", "مدينة ثالثة"] {
        let begin = Instant::now();
        fs::write(&file, sound.replacen("city = \"فاس\"", &format!("city = \"{name}\""), 1))?;
        browser.wait_until("the new name is in the title", &format!("{title}.includes('{name}')")).await?;
        quickest = quickest.min(begin.elapsed());
        browser.wait_until("the page is where it was", "Math.abs(scrollY - 900) < 2").await?;
        browser.wait_until("the app is ready again", IS_READY).await?;
    }
    ensure!(quickest < PROMISE, "a change is shown after {quickest:?}");

    browser.resize(390, 844).await?;
    fs::write(&file, sound.replacen("city = ", "citty = ", 1))?;
    browser.wait_until("the mistake is told", "document.querySelector('#preview-faults li')").await?;
    let line = 1 + sound.lines().position(|line| line.starts_with("city = ")).context("the edition has a city")?;
    let overlay: Vec<String> = browser
        .eval(
            "const overlay = document.querySelector('#preview-faults');
             const path = overlay.querySelector('li:last-of-type bdi');
             return [overlay.innerText, getComputedStyle(overlay).direction, path.textContent, getComputedStyle(path).direction];",
            json!([]),
        )
        .await?;
    let [text, direction, path, path_direction] = overlay.as_slice() else { anyhow::bail!("the overlay is {overlay:?}") };
    ensure!(text.contains("«citty»") && text.contains(&format!("السطر {line}، ")), "the overlay says: {text}");
    ensure!((direction.as_str(), path_direction.as_str()) == ("rtl", "ltr"), "directions: {direction}, {path_direction}");
    ensure!(*path == format!("content/{FILE}"), "the file is {path}");
    let fits = "const { scrollWidth, clientWidth } = document.querySelector('#preview-faults'); return scrollWidth <= clientWidth;";
    ensure!(browser.eval::<bool>(fits, json!([])).await?, "the overlay is wider than a phone");

    fs::write(&file, &sound)?;
    browser.wait_until("the overlay is gone", &format!("{title} && !document.querySelector('#preview-faults')")).await?;
    browser.wait_until("the app is ready", IS_READY).await?;
    let complaints = browser.complaints().await?;
    ensure!(complaints.is_empty(), "the console says: {complaints:?}");
    Ok(())
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
