//! What a machine can tell about accessibility: axe-core on every kind of page, and the keyboard's first step.

use std::fs;

use anyhow::{Context, Result, ensure};
use e2e::page::part;
use e2e::stage::Stage;
use serde::Deserialize;
use serde_json::json;
use thirtyfour::{By, Key};

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

pub async fn axe_finds_nothing_on_a_phone(stage: &Stage) -> Result<()> {
    stage.browser.resize(390, 844).await?;
    every_kind_passes(stage).await
}

pub async fn axe_finds_nothing_on_a_desk(stage: &Stage) -> Result<()> {
    stage.browser.resize(1280, 900).await?;
    every_kind_passes(stage).await
}

pub async fn axe_finds_nothing_in_the_dark(stage: &Stage) -> Result<()> {
    stage.browser.resize(390, 844).await?;
    stage.browser.prefer_colour_scheme("dark").await?;
    every_kind_passes(stage).await
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
    stage.site.server.faults.on_suffix("/about/index.json", server::Fault::Status(500));
    page.click(&format!("{} summary", part::MENU)).await?;
    page.click_link("/about/").await?;
    page.shown(part::LOAD_ERROR).await?;
    found.extend(violations(stage, "a failed load").await?);
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

async fn every_kind_passes(stage: &Stage) -> Result<()> {
    let mut found = Vec::new();
    for path in stage.site.one_of_each_kind().iter().map(String::as_str).chain(["/no-such-page/"]) {
        stage.page().open_ready(path).await?;
        found.extend(violations(stage, path).await?);
    }
    ensure!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

async fn violations(stage: &Stage, place: &str) -> Result<Vec<String>> {
    let file = std::env::var("AXE").context("AXE is not set: give it the path of axe-core's axe.min.js")?;
    let axe = fs::read_to_string(&file).with_context(|| format!("cannot read {file} (npm install axe-core)"))?;
    stage.browser.eval::<()>(&format!("{axe}; return null;"), json!([])).await?;
    // Every rule that axe enables by itself, best practices included, on the whole document.
    let run = "return (await axe.run(document, {resultTypes: ['violations']})).violations";
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
