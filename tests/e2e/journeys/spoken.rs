//! What a screen reader says: roles and names of pages, as lines in tests/e2e/spoken/, which a person reads as sentences.
//!
//! After a change that is meant, `SPOKEN=write cargo test -p e2e -- spoken` writes them anew; read the difference.

use std::{collections::BTreeMap, fs, path::PathBuf};

use anyhow::{Context, Result, ensure};
use e2e::{page::part, stage::Stage};
use serde_json::Value;

pub async fn home(stage: &Stage) -> Result<()> {
    stage.page().open_ready("/").await?;
    is_as_before(stage, "home").await
}

pub async fn an_edition(stage: &Stage) -> Result<()> {
    stage.page().open_ready("/editions/2023-tangier/").await?;
    is_as_before(stage, "edition").await
}

pub async fn the_comparison(stage: &Stage) -> Result<()> {
    stage.page().open_ready("/editions/compare/").await?;
    is_as_before(stage, "comparison").await
}

pub async fn the_search_with_results(stage: &Stage) -> Result<()> {
    // A name that no page has for its title: the page of the site's quality names the heaviest page, which changes.
    stage.page().open_ready("/search/?q=فورونكوف").await?;
    stage.page().shown(part::RESULT).await?;
    stage.browser.wait_until("the results are marked", "CSS.highlights.get('found')?.size > 0").await?;
    is_as_before(stage, "search").await
}

async fn is_as_before(stage: &Stage, name: &str) -> Result<()> {
    let said = spoken(stage).await?;
    ensure!(said.lines().count() > 30, "hardly anything is said:\n{said}");
    let ornament = said.lines().find(|line| line.contains(['◆', '▾', '▴', '−', '›']) || line.contains("«+"));
    ensure!(ornament.is_none(), "{name}: an ornament is spoken: {ornament:?}");
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("spoken/{name}.txt"));
    if std::env::var_os("SPOKEN").is_some() {
        fs::create_dir_all(file.with_file_name(""))?;
        return fs::write(&file, said).with_context(|| format!("cannot write {}", file.display()));
    }
    let before = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let first = before
        .lines()
        .zip(said.lines())
        .position(|(before, now)| before != now)
        .unwrap_or_else(|| before.lines().count().min(said.lines().count()));
    let around = |text: &str| text.lines().skip(first.saturating_sub(2)).take(5).collect::<Vec<_>>().join("\n    ");
    ensure!(
        before == said,
        "{name} is spoken otherwise from line {}:\n  before:\n    {}\n  now:\n    {}",
        first + 1,
        around(&before),
        around(&said)
    );
    Ok(())
}

/// One line per element that has something to say, in the order of reading: role, name, and states.
async fn spoken(stage: &Stage) -> Result<String> {
    let tree = stage.browser.accessibility_tree().await?;
    let nodes = tree["nodes"].as_array().context("no nodes")?;
    let by_id: BTreeMap<&str, &Value> = nodes.iter().filter_map(|node| Some((node["nodeId"].as_str()?, node))).collect();
    let mut lines = String::new();
    say(nodes.first().context("no root")?, "", &by_id, &mut lines);
    // What the page weighs changes with every build.
    Ok(lines.split_inclusive('\n').filter(|line| !line.contains("كيلوبايت")).collect())
}

fn say(node: &Value, above: &str, by_id: &BTreeMap<&str, &Value>, lines: &mut String) {
    let [role, name] = ["role", "name"].map(|key| node[key]["value"].as_str().unwrap_or_default().trim());
    // Chromium's own names for one thing, which change with its version.
    let role = if role.starts_with("DisclosureTriangle") { "disclosure" } else { role };
    // Text repeats the name of what holds it; what has neither name nor a role to jump to is not announced.
    let is_repeated = role == "StaticText" && (above.contains(name) || name.is_empty());
    let is_silent = ["InlineTextBox", "none", "generic", "ListMarker", "LineBreak"].contains(&role);
    let is_unnamed = name.is_empty() && !["list", "table", "main", "contentinfo", "banner", "article"].contains(&role);
    if !(node["ignored"] == Value::Bool(true) || is_repeated || is_silent || is_unnamed) {
        let states = node["properties"].as_array().into_iter().flatten().filter_map(|property| {
            let (name, value) = (property["name"].as_str()?, &property["value"]["value"]);
            ["expanded", "checked", "level", "current"].contains(&name).then(|| format!(" [{name} {value}]"))
        });
        *lines += &[role, " «", name, "»", &states.collect::<String>(), "\n"].concat();
    }
    let above = if role == "RootWebArea" {
        ""
    } else if name.is_empty() {
        above
    } else {
        name
    };
    for child in node["childIds"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if let Some(child) = by_id.get(child) {
            say(child, above, by_id, lines);
        }
    }
}
