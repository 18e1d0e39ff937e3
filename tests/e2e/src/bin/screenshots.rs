//! Takes pictures of every kind of page in every mode, and of states one comes into, for the eye; called by `cargo xtask screenshots`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use e2e::browser::Browser;
use e2e::driver::{Driver, Engine};
use e2e::page::{Page, part};
use e2e::site::{Build, Site};
use serde_json::json;
use server::Fault;

/// Name, width of the window, features of the device (Media Queries 5).
type Mode = (&'static str, u32, &'static [(&'static str, &'static str)]);

const MODES: [Mode; 6] = [
    ("phone-light", 390, &[("prefers-color-scheme", "light")]),
    ("phone-dark", 390, &[("prefers-color-scheme", "dark")]),
    ("desk-light", 1280, &[("prefers-color-scheme", "light")]),
    ("desk-dark", 1280, &[("prefers-color-scheme", "dark")]),
    ("forced-colours", 1280, &[("forced-colors", "active")]),
    ("more-contrast", 390, &[("prefers-contrast", "more")]),
];

/// A state of a page.
struct State {
    name: &'static str,
    path: &'static str,
    width: u32,
    /// Whether the data of other pages do not come.
    fails: bool,
    /// JavaScript that leads into it.
    script: &'static str,
    /// What is shown then.
    shown: &'static str,
}

const PHONE: State = State { name: "", path: "/editions/2023-tangier/", width: 390, fails: false, script: "", shown: part::HEADING };

const STATES: [State; 9] = [
    State {
        name: "citation-open",
        path: "/platform/",
        script: "document.querySelector('.cite > summary').click()",
        shown: ".cite[open] .cite__box",
        ..PHONE
    },
    State {
        name: "claim-open",
        script: "document.querySelector('.claim__evidence > summary').click()",
        shown: ".claim__evidence[open] .claim__sources",
        ..PHONE
    },
    State { name: "search-results", path: "/search/?q=طنجة", shown: part::RESULT, ..PHONE },
    State { name: "search-empty", path: "/search/?q=قسطنطينية", shown: "#results .results__note", ..PHONE },
    State {
        name: "search-options",
        script: "const field = document.querySelector('#q');
            field.focus(); field.value = 'طنجة'; field.dispatchEvent(new Event('input', {bubbles: true}))",
        shown: ".options__option",
        ..PHONE
    },
    State {
        name: "settings-open",
        script: "document.querySelector('#settings summary').click()",
        shown: ".settings[open] .settings__box",
        ..PHONE
    },
    State { name: "largest-text", script: "document.documentElement.dataset.size = 'largest'", ..PHONE },
    State { name: "high-contrast", width: 1280, script: "document.documentElement.dataset.contrast = 'high'", ..PHONE },
    State {
        name: "failed-load",
        fails: true,
        script: "document.querySelector('.header__navigation a').click()",
        shown: part::LOAD_ERROR,
        ..PHONE
    },
];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let folder = PathBuf::from(std::env::args().nth(1).context("screenshots FOLDER")?);
    let driver = Driver::start(Engine::Chromium).await?;
    let site = Site::start(Build::Root).await?;
    let browser = Browser::launch(&driver.url).await?;
    let page = Page { browser: &browser, site: &site };
    let outcome = async { anyhow::Ok(modes(&page, &folder).await? + states(&page, &folder).await?) }.await;
    browser.driver.quit().await?;
    println!("{} pictures in {}", outcome?, folder.display());
    Ok(())
}

async fn states(page: &Page<'_>, folder: &Path) -> Result<usize> {
    page.browser.emulate(&[], "").await?;
    for state in &STATES {
        page.browser.resize(state.width, 900).await?;
        if state.fails {
            page.site.server.faults.on_suffix("/index.bin", Fault::Status(500));
        }
        page.open_ready(state.path).await?;
        page.browser.eval::<()>(state.script, json!([])).await?;
        page.shown(state.shown).await.with_context(|| format!("the state {}", state.name))?;
        page.site.server.faults.clear();
        save(page, &folder.join("states"), state.name).await?;
    }
    Ok(STATES.len())
}

async fn save(page: &Page<'_>, folder: &Path, name: &str) -> Result<()> {
    write(folder, &format!("{name}.png"), &page.browser.whole_page().await?)
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let file = folder.join(name);
    fs::write(&file, bytes).with_context(|| format!("cannot write {}", file.display()))
}

/// The page on paper, as the button for printing gives it.
async fn print(page: &Page<'_>, folder: &Path, name: &str) -> Result<()> {
    if page.browser.eval("return document.querySelector('button.print') !== null", json!([])).await? {
        page.browser
            .eval::<()>("window.print = () => { window.printed = true }; document.querySelector('button.print').click()", json!([]))
            .await?;
        page.browser.wait_until("the page is printed", "window.printed").await?;
    }
    write(folder, &format!("{name}.pdf"), &page.browser.printed().await?)
}

async fn modes(page: &Page<'_>, folder: &Path) -> Result<usize> {
    let mut taken = 0;
    for path in page.site.one_of_each_kind().iter().map(String::as_str).chain(["/no-such-page/"]) {
        page.browser.resize(1280, 900).await?;
        page.browser.emulate(&[], "").await?;
        page.open_ready(path).await?;
        let name = path.trim_matches('/').replace('/', "-");
        let name = if name.is_empty() { "home" } else { &name };
        for (mode, width, features) in MODES {
            page.browser.resize(width, 900).await?;
            page.browser.emulate(features, "").await?;
            save(page, &folder.join(mode), name).await?;
            taken += 1;
        }
        page.browser.resize(1280, 900).await?;
        page.browser.emulate(&[], "").await?;
        print(page, &folder.join("print"), name).await?;
        taken += 1;
    }
    Ok(taken)
}
