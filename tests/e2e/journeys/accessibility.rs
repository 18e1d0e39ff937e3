//! What a machine can tell about accessibility: axe-core on every kind of page, and the keyboard's first step.

use std::fs;
use std::path::PathBuf;
use std::sync::Mutex;

use anyhow::{Context, Result, anyhow, ensure};
use e2e::page::part;
use e2e::stage::Stage;
use serde::{Deserialize, Serialize};
use serde_json::json;
use thirtyfour::{By, Key};

/// Every view, in the order of the record.
const VIEWS: [&str; 4] = ["phone", "desk", "dark", "open"];
/// The views that were examined; their journeys run at the same time.
static EXAMINED: Mutex<Vec<Examined>> = Mutex::new(Vec::new());

/// What was examined in a view, as `content::report::ViewResult` reads it.
#[derive(Clone, Serialize)]
struct Examined {
    name: &'static str,
    pages: usize,
    violations: usize,
}

#[derive(Deserialize)]
struct Violation {
    id: String,
    help: String,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    html: String,
    #[serde(rename = "failureSummary")]
    summary: Option<String>,
}

pub async fn axe_finds_nothing_on_any_page(stage: &Stage) -> Result<()> {
    let paths: Vec<&str> = stage.site.pages.iter().map(String::as_str).chain(["/no-such-page/"]).collect();
    let [phone, dark] = on_phone_and_dark_desk(stage, &paths).await?;
    let outcomes = [concluded("phone", paths.len(), &phone), concluded("dark", paths.len(), &dark)];
    outcomes.into_iter().collect()
}

/// Elsewhere than in Chromium. What is examined here is not part of the record.
pub async fn axe_finds_nothing_on_any_kind_of_page(stage: &Stage) -> Result<()> {
    let kinds = stage.site.one_of_each_kind();
    let paths: Vec<&str> = kinds.iter().map(String::as_str).chain(["/no-such-page/"]).collect();
    let found = on_phone_and_dark_desk(stage, &paths).await?.concat();
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

/// What axe finds on each page as a phone shows it by day, and then as a large screen does by night.
async fn on_phone_and_dark_desk(stage: &Stage, paths: &[&str]) -> Result<[Vec<String>; 2]> {
    let [mut phone, mut dark] = [Vec::new(), Vec::new()];
    for path in paths {
        // Before it is opened: what is folded on a phone is unfolded on a desk.
        stage.browser.resize(390, 844).await?;
        stage.page().open_ready(path).await?;
        phone.extend(violations(stage, &format!("{path} on a phone")).await?);
        stage.browser.resize(1280, 844).await?;
        stage.browser.eval::<()>("document.documentElement.dataset.theme = 'dark'; return null", json!([])).await?;
        dark.extend(violations(stage, &format!("{path} on a dark desk")).await?);
    }
    Ok([phone, dark])
}

/// Every kind of page by day and by night, narrow, on a phone and on a desk, with text of the usual and of the largest size.
pub async fn axe_finds_nothing_at_any_size(stage: &Stage) -> Result<()> {
    let mut found = Vec::new();
    let mut pages = 0;
    for path in stage.site.one_of_each_kind().iter().map(String::as_str).chain(["/no-such-page/"]) {
        stage.page().open_ready(path).await?;
        pages += 1;
        for scheme in ["light", "dark"] {
            stage.browser.prefer_colour_scheme(scheme).await?;
            for (width, size) in [(320, ""), (320, "largest"), (390, ""), (390, "largest"), (1280, ""), (1280, "largest")] {
                stage.browser.resize(width, 844).await?;
                stage.browser.eval::<()>("document.documentElement.dataset.size = arguments[0]; return null", json!([size])).await?;
                found.extend(violations(stage, &format!("{path} {scheme} {width} {size}")).await?);
            }
        }
    }
    concluded("desk", pages, &found)
}

/// What is closed at first is not examined at first.
pub async fn axe_finds_nothing_when_parts_are_open(stage: &Stage) -> Result<()> {
    let page = stage.page();
    stage.browser.resize(390, 844).await?;
    page.open_ready("/platform/").await?;
    page.click(&format!("{} summary", part::CITATION)).await?;
    page.click(&format!("{} summary", part::MENU)).await?;
    let mut found = violations(stage, "/platform/ with menu and citation open").await?;
    page.click(&format!("{} summary", part::MENU)).await?;
    stage.site.server.faults.on_suffix("/about/index.bin", server::Fault::Status(500));
    page.click(&format!("{} summary", part::MENU)).await?;
    page.click_link("/about/").await?;
    page.shown(part::LOAD_ERROR).await?;
    found.extend(violations(stage, "a failed load").await?);
    stage.site.server.faults.clear();
    page.open_ready("/search/?q=المغرب").await?;
    page.shown(part::RESULT).await?;
    found.extend(violations(stage, "results").await?);
    page.open_ready("/platform/").await?;
    page.click(part::SEARCH_FIELD).await?;
    stage.browser.driver.active_element().await?.send_keys("المغرب").await?;
    page.shown(part::OPTION).await?;
    found.extend(violations(stage, "results below the field").await?);
    concluded("open", 4, &found)
}

/// Notes what was examined in a view, and fails if anything was found.
fn concluded(view: &'static str, pages: usize, found: &[String]) -> Result<()> {
    let examined = Examined { name: view, pages, violations: found.len() };
    EXAMINED.lock().map_err(|_| anyhow!("a journey broke off while it noted its view"))?.push(examined);
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

/// Writes what was examined to `accessibility.json` in the folder that REPORTS names, for the page of the site's quality.
/// Without the folder, or when only some of the views were asked for, nothing is written.
///
/// # Errors
/// The file cannot be written.
pub fn record() -> Result<()> {
    let mut examined = EXAMINED.lock().map_err(|_| anyhow!("a journey broke off while it noted its view"))?.clone();
    let place = |name: &str| VIEWS.iter().position(|view| *view == name);
    examined.sort_by_key(|view| place(view.name));
    let is_complete = examined.iter().map(|view| view.name).eq(VIEWS);
    let Some(folder) = std::env::var_os("REPORTS").map(PathBuf::from).filter(|_| is_complete) else { return Ok(()) };
    let file = folder.join("accessibility.json");
    let text = serde_json::to_string_pretty(&examined)? + "\n";
    fs::create_dir_all(&folder).and_then(|()| fs::write(&file, text)).with_context(|| format!("cannot write {}", file.display()))
}

async fn violations(stage: &Stage, place: &str) -> Result<Vec<String>> {
    let file = std::env::var("AXE").context("AXE is not set: give it the path of axe-core's axe.min.js")?;
    let axe = fs::read_to_string(&file).with_context(|| format!("cannot read {file} (npm install axe-core)"))?;
    if !stage.browser.eval::<bool>("return 'axe' in window", json!([])).await? {
        stage.browser.eval::<()>(&format!("{axe}; return null;"), json!([])).await?;
    }
    // Every rule that axe enables by itself, best practices included, on the whole document; and two that it does not.
    let run = "const rules = {'target-size': {enabled: true}, 'color-contrast-enhanced': {enabled: true}};
        return (await axe.run(document, {resultTypes: ['violations'], rules})).violations";
    let found: Vec<Violation> = stage.browser.eval_async(run, json!([])).await?;
    Ok(found.iter().map(|violation| describe(place, violation)).collect())
}

fn describe(place: &str, violation: &Violation) -> String {
    let nodes = violation.nodes.iter().take(3).map(|node| {
        let summary = node.summary.as_deref().unwrap_or_default().replace('\n', " ");
        format!("    {}\n      {summary}", node.html)
    });
    let nodes: Vec<_> = nodes.collect();
    format!("{place}: {} ({}), {} times\n{}", violation.id, violation.help, violation.nodes.len(), nodes.join("\n"))
}

pub async fn the_skip_link_leads_to_the_content(stage: &Stage) -> Result<()> {
    let page = stage.page();
    page.open_ready("/platform/").await?;
    let body = stage.browser.driver.find(By::Tag("body")).await?;
    body.send_keys(Key::Tab).await?;
    let first = format!("document.activeElement === document.querySelector('{}')", part::SKIP_LINK);
    stage.browser.wait_until("the first Tab reaches the skip link", &first).await?;
    let drawn = format!("document.querySelector('{}').getBoundingClientRect().top >= 0", part::SKIP_LINK);
    stage.browser.wait_until("the skip link is in view", &drawn).await?;
    stage.browser.driver.active_element().await?.send_keys(Key::Enter).await?;
    stage.browser.driver.active_element().await?.send_keys(Key::Tab).await?;
    let inside = "document.querySelector('#main').contains(document.activeElement)";
    stage.browser.wait_until("the next Tab is inside the content", inside).await
}
