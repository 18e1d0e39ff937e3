//! Everything that goes wrong, on every kind of page: nothing is blank, nothing is lost, links work.
//!
//! The journeys print a line for each fault; together they are the matrix of faults.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use e2e::page::compare::first_difference;
use e2e::page::{Page, part};
use e2e::stage::Stage;
use serde_json::json;
use server::{Fault, Faults};

use crate::broken_app::{ADD, TRANSLATE};

/// How the app is expected to be when a page has settled.
#[derive(Clone, Copy, PartialEq, Eq)]
enum App {
    /// It runs.
    Runs,
    /// It has failed and told the loader, or never began.
    IsAway,
    /// One of the two, as it can.
    Settles,
}

/// Something that is wrong from the beginning.
struct Trouble {
    name: &'static str,
    /// What the server does.
    faults: fn(&Faults),
    /// What happens in every document before its own scripts.
    script: &'static str,
    /// Whether an extension alters every document when it has come, before the app does.
    is_altered: bool,
    /// Whether its styles come.
    is_styled: bool,
    app: App,
}

const NONE: Trouble = Trouble { name: "", faults: |_| {}, script: "", is_altered: false, is_styled: true, app: App::Runs };
const AWAY: Trouble = Trouble { app: App::IsAway, ..NONE };

const OF_THE_APP: [Trouble; 10] = [
    Trouble { name: "WASM: connection dropped", faults: |faults| faults.on_suffix(".wasm", Fault::Drop), ..AWAY },
    Trouble { name: "WASM: 404", faults: |faults| faults.on_suffix(".wasm", Fault::Status(404)), ..AWAY },
    Trouble { name: "WASM: 500", faults: |faults| faults.on_suffix(".wasm", Fault::Status(500)), ..AWAY },
    Trouble { name: "WASM: truncated", faults: |faults| faults.on_suffix(".wasm", Fault::Truncate), ..AWAY },
    Trouble { name: "WASM: another build's", faults: |faults| faults.on_suffix(".wasm", Fault::Corrupt), ..AWAY },
    Trouble { name: "WASM: wrong media type", faults: |faults| faults.on_suffix(".wasm", Fault::WrongType), ..NONE },
    Trouble { name: "WASM unknown to the browser", script: "delete window.WebAssembly", ..AWAY },
    Trouble { name: "glue: 404", faults: |faults| faults.on(is_glue, Fault::Status(404)), ..AWAY },
    Trouble { name: "loader: 404", faults: |faults| faults.on(|path| path.contains("/loader-"), Fault::Status(404)), ..AWAY },
    // Last: what comes whole the browser keeps, and asks for no more.
    Trouble { name: "DOM altered before the app comes", is_altered: true, app: App::Settles, ..NONE },
];

const OF_THE_REST: [Trouble; 8] = [
    Trouble { name: "styles: 404", faults: |faults| faults.on_suffix(".css", Fault::Status(404)), is_styled: false, ..NONE },
    Trouble { name: "typefaces: 404", faults: |faults| faults.on_suffix(".woff2", Fault::Status(404)), ..NONE },
    Trouble {
        name: "storage: refused",
        script: "for (const name of ['localStorage', 'sessionStorage', 'caches', 'indexedDB'])
            Object.defineProperty(window, name, {get() { throw new DOMException('refused', 'SecurityError'); }})",
        ..NONE
    },
    Trouble {
        name: "storage: full",
        script: "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
            Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))",
        ..NONE
    },
    Trouble {
        name: "clock: 1970",
        script: "Date.now = () => 0; Date = class extends Date { constructor(...a) { super(...(a.length ? a : [0])); } }",
        ..NONE
    },
    Trouble {
        name: "clock: 2100",
        script: "Date.now = () => 41e11; Date = class extends Date { constructor(...a) { super(...(a.length ? a : [41e11])); } }",
        ..NONE
    },
    Trouble { name: "no service workers", script: "delete Navigator.prototype.serviceWorker", ..NONE },
    Trouble {
        name: "no transitions, idle moments, clipboard",
        script: "delete Document.prototype.startViewTransition; delete window.requestIdleCallback; delete Navigator.prototype.clipboard",
        ..NONE
    },
];

fn is_glue(path: &str) -> bool {
    path.contains("/marrakech-platform-") && !path.contains("_bg")
}

/// The words of each kind of page as they are without JavaScript.
async fn words(stage: &Stage) -> Result<BTreeMap<String, String>> {
    let page = stage.page();
    let mut words = BTreeMap::new();
    stage.browser.allow_javascript(false).await?;
    for path in stage.site.one_of_each_kind() {
        page.open(&path).await?;
        words.insert(path, page.impression().await?.text);
    }
    stage.browser.allow_javascript(true).await?;
    Ok(words)
}

pub async fn of_the_app(stage: &Stage) -> Result<()> {
    survives(stage, &OF_THE_APP).await
}

pub async fn of_styles_device_and_clock(stage: &Stage) -> Result<()> {
    survives(stage, &OF_THE_REST).await
}

async fn survives(stage: &Stage, troubles: &[Trouble]) -> Result<()> {
    let words = words(stage).await?;
    for trouble in troubles {
        (trouble.faults)(&stage.site.server.faults);
        let alter = format!("addEventListener('DOMContentLoaded', () => {{ {TRANSLATE} {ADD} }})");
        let script = if trouble.is_altered { &alter } else { trouble.script };
        let script = stage.browser.begin_documents_with(script).await?;
        for (path, words) in &words {
            is_whole(stage, path, words, trouble).await.with_context(|| format!("{} on {path}", trouble.name))?;
        }
        stage.browser.no_longer_begin_with(&script).await?;
        stage.site.server.faults.clear();
        eprintln!("  fault: {}: {} kinds of pages whole, links work", trouble.name, words.len());
    }
    Ok(())
}

async fn is_whole(stage: &Stage, path: &str, words: &str, trouble: &Trouble) -> Result<()> {
    let page = stage.page();
    page.open(path).await?;
    match trouble.app {
        App::Runs => page.ready().await?,
        App::Settles => page.settled().await?,
        App::IsAway => {}
    }
    let found = page.impression().await?.text;
    // A line may break elsewhere; without styles, what stood in two boxes stands together.
    let between = if trouble.is_styled { " " } else { "" };
    let words_of = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(between);
    let difference = first_difference(words, &found).filter(|_| words_of(words) != words_of(&found));
    ensure!(difference.is_none(), "the words changed\n{}", difference.unwrap_or_default());
    follows_a_link(&page, path).await
}

/// A link of the header leads to another page, by the app or by the browser.
async fn follows_a_link(page: &Page<'_>, path: &str) -> Result<()> {
    let other = if path == "/about/" { "/related/" } else { "/about/" };
    page.click_link(other).await?;
    page.arrived(other).await?;
    ensure!(page.text(part::MAIN).await?.len() > 200, "{other} is blank");
    Ok(())
}

/// The data of the next page goes wrong: the reader is told, and the ordinary link leads there.
pub async fn of_the_data(stage: &Stage) -> Result<()> {
    let page = stage.page();
    let kinds = stage.site.one_of_each_kind();
    for fault in [Fault::Drop, Fault::Status(500), Fault::Truncate, Fault::Corrupt, Fault::WrongShape] {
        for path in &kinds {
            let (other, data) = other(path);
            page.open_ready(path).await?;
            stage.site.server.faults.on_suffix(data, fault);
            page.click_link(other).await?;
            page.shown(part::LOAD_ERROR).await.with_context(|| format!("{fault:?} from {path}"))?;
            ensure!(page.text(part::MAIN).await?.len() > 200, "{path} is blank");
            page.click(part::ORDINARY_LINK).await?;
            page.arrived(other).await?;
            stage.site.server.faults.clear();
        }
        eprintln!("  fault: data of the next page: {fault:?}: told, and the ordinary link leads on, from {} kinds of pages", kinds.len());
    }
    for fault in [Fault::Status(404), Fault::OtherBuild] {
        for path in &kinds {
            let (other, data) = other(path);
            page.open_ready(path).await?;
            stage.site.server.faults.on_suffix(data, fault);
            page.click_link(other).await?;
            page.arrived(other).await.with_context(|| format!("{fault:?} from {path}"))?;
            stage.site.server.faults.clear();
        }
        eprintln!("  fault: data of the next page: {fault:?}: loaded plainly, from {} kinds of pages", kinds.len());
    }
    for path in &kinds {
        let (other, data) = other(path);
        page.open_ready(path).await?;
        stage.site.server.faults.on_suffix(data, Fault::Delay(Duration::from_secs(30)));
        page.click_link(other).await?;
        page.shown(part::PROGRESS).await.with_context(|| format!("slow from {path}"))?;
        // The reader does not wait.
        page.click_link("/platform/").await?;
        page.arrived("/platform/").await?;
        stage.site.server.faults.clear();
    }
    eprintln!("  fault: data of the next page: 30 s late: progress is shown and other links lead on, from {} kinds of pages", kinds.len());
    Ok(())
}

fn other(path: &str) -> (&'static str, &'static str) {
    if path == "/about/" { ("/related/", "/related/index.bin") } else { ("/about/", "/about/index.bin") }
}

fn is_hashed(path: &str) -> bool {
    ["/search-", "/search_bg-", "/exhibits-", "/pictures-", "/matrix-", "/later-", "/fonts/"].iter().any(|name| path.contains(name))
}

/// The site was published anew while a tab is open: the files that the open page names are gone.
pub async fn of_a_deployment(stage: &Stage) -> Result<()> {
    let page = stage.page();
    let kinds = stage.site.one_of_each_kind();
    for path in &kinds {
        let (other, data) = other(path);
        page.open_ready(path).await?;
        stage.site.server.faults.on(is_hashed, Fault::Status(404));
        stage.site.server.faults.on_suffix(data, Fault::OtherBuild);
        page.click_link(other).await?;
        page.arrived(other).await.with_context(|| format!("from {path}"))?;
        ensure!(page.text(part::MAIN).await?.len() > 200, "{other} is blank");
        stage.site.server.faults.clear();
    }
    eprintln!("  fault: published anew while a tab is open: {} kinds of pages lead on", kinds.len());
    Ok(())
}

/// The document ends in its middle, and what has come can be read and left.
pub async fn of_a_connection_that_drops(stage: &Stage) -> Result<()> {
    let page = stage.page();
    let kinds = stage.site.one_of_each_kind();
    for path in &kinds {
        let cut = path.clone();
        stage.site.server.faults.on(move |asked| *asked == cut, Fault::CutText);
        page.open(path).await?;
        let (heading, words): (String, usize) = stage
            .browser
            .eval("return [document.querySelector('h1')?.textContent ?? '', document.body.innerText.length]", json!([]))
            .await?;
        ensure!(!heading.is_empty() && words > 100, "{path}: {words} letters under «{heading}»");
        let (other, _) = other(path);
        page.click_link(other).await?;
        page.arrived(other).await?;
        stage.site.server.faults.clear();
    }
    eprintln!("  fault: the connection drops in the middle of the document: {} kinds of pages can be read and left", kinds.len());
    Ok(())
}

/// Back and forward between documents, from the browser's own cache of pages.
pub async fn of_going_back_to_a_document(stage: &Stage) -> Result<()> {
    let page = stage.page();
    let kinds = stage.site.one_of_each_kind();
    for path in &kinds {
        let (other, _) = other(path);
        page.open_ready(path).await?;
        let heading = page.text(part::HEADING).await?;
        page.open_ready(other).await?;
        stage.browser.driver.back().await?;
        page.arrived(path).await?;
        page.ready().await?;
        ensure!(page.text(part::HEADING).await? == heading, "{path} came back as another page");
        follows_a_link(&page, path).await?;
    }
    eprintln!("  fault: back to a document that was left: {} kinds of pages whole, links work", kinds.len());
    Ok(())
}
