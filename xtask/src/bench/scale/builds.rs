//! Building a site of any size whole: from nothing, again, and after a change of one edition.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use super::{megabytes, thousands};
use crate::command::Step;
use crate::tools::Toolbox;
use crate::{build, synth, workspace};

const HEAD: &str = "\
| Editions | Build | Time | rendering | images | compressing | Memory (peak) | Pages | Files | Size |
|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|
";

/// What the prerenderer writes with `--figures`.
#[derive(Deserialize)]
struct Figures {
    pages: usize,
    files: usize,
    bytes: usize,
    seconds: f64,
    kibibytes: Option<usize>,
    made: BTreeMap<String, Made>,
}

#[derive(Deserialize)]
struct Made {
    count: usize,
    seconds: f64,
}

/// Three rows for each number of editions.
pub fn table(editions: &[usize]) -> Result<String> {
    let shell = build::app(&Toolbox::for_release()?, "/")?;
    // Once: what another program rendered would be rendered again.
    Step::cargo().args(["build", "--quiet", "--release", "--package", "prerender", "--bin", "prerender"]).run()?;
    let mut table = HEAD.to_owned();
    for editions in editions {
        let content = synth::content(*editions)?;
        let site = Site::new(&content, &shell)?;
        table.push_str(&row(*editions, "from nothing", &site.build()?));
        table.push_str(&row(*editions, "nothing changed", &site.build()?));
        change_an_edition(&content)?;
        table.push_str(&row(*editions, "one edition changed", &site.build()?));
        site.remove()?;
    }
    Ok(table)
}

/// Where a site of many editions is built, with a folder of its own for what is kept.
struct Site {
    content: PathBuf,
    shell: PathBuf,
    folder: PathBuf,
}

impl Site {
    fn new(content: &Path, shell: &Path) -> Result<Self> {
        let folder = workspace::target().join("synth/built");
        let site = Self { content: content.to_owned(), shell: shell.to_owned(), folder };
        site.remove()?;
        fs::create_dir_all(&site.folder).with_context(|| format!("cannot create {}", site.folder.display()))?;
        Ok(site)
    }

    /// As `cargo xtask build` does, but in release: of a large site, rendering is worth it.
    fn build(&self) -> Result<Figures> {
        let figures = self.folder.join("figures.json");
        let program = workspace::target().join("release").join(["prerender", std::env::consts::EXE_SUFFIX].concat());
        let mut step = Step::new(program).args(["--compress", "--content"]);
        step = step.arg(&self.content).arg("--shell").arg(&self.shell).args(["--base-url", "https://example.org/"]);
        step = step.arg("--out").arg(self.folder.join("dist")).arg("--cache").arg(self.folder.join("kept"));
        step.arg("--reports").arg(workspace::reports()).arg("--figures").arg(&figures).run()?;
        let text = fs::read_to_string(&figures).with_context(|| format!("cannot read {}", figures.display()))?;
        serde_json::from_str(&text).with_context(|| format!("{} holds no figures of a build", figures.display()))
    }

    fn remove(&self) -> Result<()> {
        if self.folder.exists() {
            fs::remove_dir_all(&self.folder).with_context(|| format!("cannot remove {}", self.folder.display()))?;
        }
        Ok(())
    }
}

/// The city of the edition in the middle, which its page, lists, image and open data name.
fn change_an_edition(content: &Path) -> Result<()> {
    let folder = content.join("editions");
    let entries = fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let mut editions: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    editions.sort();
    let edition = editions.get(editions.len() / 2).with_context(|| format!("{} is empty", folder.display()))?;
    let text = fs::read_to_string(edition).with_context(|| format!("cannot read {}", edition.display()))?;
    let changed = text.replacen("city = \"", "city = \"1 ", 1);
    ensure!(changed != text, "{} has no city", edition.display());
    fs::write(edition, changed).with_context(|| format!("cannot write {}", edition.display()))
}

fn row(editions: usize, build: &str, figures: &Figures) -> String {
    let made = |kinds: &[&str]| {
        let found: Vec<&Made> = kinds.iter().filter_map(|kind| figures.made.get(*kind)).collect();
        let count: usize = found.iter().map(|made| made.count).sum();
        let seconds: f64 = found.iter().map(|made| made.seconds).sum();
        if count == 0 { "–".to_owned() } else { format!("{seconds:.1} s for {}", thousands(count)) }
    };
    let memory = megabytes(figures.kibibytes);
    format!(
        "| {} | {build} | {:.1} s | {} | {} | {} | {memory} | {} | {} | {} MB |\n",
        thousands(editions),
        figures.seconds,
        made(&["body"]),
        made(&["png"]),
        made(&["br", "gz"]),
        thousands(figures.pages),
        thousands(figures.files),
        thousands(figures.bytes / 1_000_000),
    )
}

#[cfg(test)]
mod tests {
    use super::{Figures, row};

    #[test]
    fn what_was_not_made_again_is_seen() -> anyhow::Result<()> {
        let figures: Figures = serde_json::from_str(
            r#"{"pages": 2, "files": 12, "bytes": 3000000, "seconds": 1.25, "kibibytes": null,
                "made": {"br": {"count": 2, "seconds": 0.5}, "gz": {"count": 3, "seconds": 0.25}}}"#,
        )?;
        assert_eq!(row(1000, "again", &figures), "| 1,000 | again | 1.2 s | – | – | 0.8 s for 5 | unknown | 2 | 12 | 3 MB |\n");
        Ok(())
    }
}
