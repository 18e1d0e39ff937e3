//! Without a connection: what was visited is here, the whole site where the reader asked for it, and a new build does no harm.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use e2e::page::{Page, part};
use e2e::site::{Build, Site};
use e2e::stage::Stage;
use serde_json::json;
use tempfile::TempDir;

const CONTROLLED: &str = "navigator.serviceWorker.controller !== null";

/// The button among the reading settings.
const BUTTON: &str = ".settings__offline button";

async fn is_kept(page: &Page<'_>, path: &str) -> Result<()> {
    let script = "const found = await caches.match(arguments[0]); return found !== undefined;";
    for _ in 0..600 {
        if page.browser.eval_async::<bool>(script, json!([page.site.mounted(path)])).await? {
            return Ok(());
        }
        page.browser.eval_async::<()>("await new Promise(requestAnimationFrame); return null;", json!([])).await?;
    }
    anyhow::bail!("{path} was not kept")
}

/// Opens a page, and waits until the worker has taken it over.
async fn visit_with_worker(stage: &Stage, page: &Page<'_>) -> Result<()> {
    stage.browser.show_service_workers().await?;
    page.open_ready("/about/").await?;
    stage.browser.wait_until("the worker is there", CONTROLLED).await
}

/// Asks for the whole site, and waits until it is here.
async fn keep_site(page: &Page<'_>) -> Result<()> {
    page.click("#settings summary").await?;
    page.shown(BUTTON).await?;
    let label = page.text(BUTTON).await?;
    ensure!(label.contains("ميغابايت"), "the size is not said: {label}");
    page.click(BUTTON).await?;
    let done = "document.querySelector('.settings__offline').textContent.includes('الموقع كله محفوظ')";
    page.browser.wait_until("the site is kept", done).await
}

/// A copy of the site that can be published anew, and its server.
async fn changeable_site(build: Build) -> Result<(TempDir, Site)> {
    let folder = tempfile::tempdir()?;
    copy(&build.folder()?, folder.path())?;
    let site = Site::start_in(folder.path().to_owned(), build).await?;
    Ok((folder, site))
}

pub async fn visited_pages_are_here_without_a_connection(stage: &Stage) -> Result<()> {
    let page = stage.page();
    visit_with_worker(stage, &page).await?;
    page.click_link("/platform/").await?;
    page.arrived("/platform/").await?;
    for path in ["/about/", "/platform/"] {
        is_kept(&page, path).await?;
    }
    let heading = page.text(part::HEADING).await?;
    stage.site.disconnect().await?;
    page.open_ready("/platform/").await?;
    ensure!(page.text(part::HEADING).await? == heading, "not the page that was kept");
    page.click_link("/about/").await.context("a link leads on")?;
    page.arrived("/about/").await?;

    // What is not here says so, and where to go.
    page.open("/people/").await?;
    let offered: Vec<String> =
        stage.browser.eval("return [...document.querySelectorAll('#kept a')].map(link => link.pathname)", json!([])).await?;
    ensure!(["/about/", "/platform/"].iter().all(|path| offered.contains(&stage.site.mounted(path))), "offered: {offered:?}");
    page.ready().await?;
    page.click("#kept a[href$='/platform/']").await?;
    page.arrived("/platform/").await?;

    stage.site.reconnect().await?;
    page.open_ready("/people/").await?;
    page.is_the_published_page("/people/").await
}

pub async fn the_whole_site_is_kept_on_request_and_removed(stage: &Stage) -> Result<()> {
    stage.browser.show_service_workers().await?;
    let page = stage.page();
    page.open_ready("/").await?;
    let title = stage.browser.driver.title().await?;
    keep_site(&page).await?;

    stage.site.disconnect().await?;
    for path in &stage.pages() {
        page.open(path).await.with_context(|| format!("{path} without a connection"))?;
        let (shown, words): (String, usize) =
            stage.browser.eval("return [location.pathname, document.querySelector('main').innerText.length]", json!([])).await?;
        let is_page: bool = stage.browser.eval("return document.querySelector('#kept') === null", json!([])).await?;
        ensure!(shown == stage.site.mounted(path) && words > 40 && is_page, "{path} is not here: {words} letters at {shown}");
    }
    page.open_ready("/search/?q=طنجة").await?;
    page.shown(part::RESULT).await.context("searching without a connection")?;

    stage.site.reconnect().await?;
    page.open_ready("/").await?;
    ensure!(stage.browser.driver.title().await? == title, "home is another");
    page.click("#settings summary").await?;
    page.shown(BUTTON).await?;
    page.click(BUTTON).await?;
    let gone = "document.querySelector('.settings__offline').textContent.includes('الصفحات التي زرتها')";
    stage.browser.wait_until("the copy is removed", gone).await?;
    let left: usize = stage
        .browser
        .eval_async(
            "const left = []; for (const name of await caches.keys())
                left.push(...(await (await caches.open(name)).keys()).filter(request => request.url.endsWith('/')));
            return left.length",
            json!([]),
        )
        .await?;
    ensure!(left == 0, "{left} pages are left");
    Ok(())
}

/// The site is published anew while a page is open: the reader is told, and sees it when they ask, loaded once.
pub async fn a_new_build_is_shown_when_the_reader_asks(stage: &Stage) -> Result<()> {
    let (folder, site) = changeable_site(Build::Root).await?;
    let page = Page { browser: &stage.browser, site: &site };
    visit_with_worker(stage, &page).await?;
    is_kept(&page, "/about/").await?;
    page.hidden(".notice").await?;

    publish_anew(folder.path())?;
    stage.browser.eval_async::<()>("await (await navigator.serviceWorker.ready).update(); return null;", json!([])).await?;
    page.shown(".notice").await?;
    page.mark_document().await?;
    ensure!(page.is_marked_document().await?, "the page was loaded anew without the reader's word");
    page.click(".notice button").await?;
    let anew = "document.querySelector('h1')?.textContent === 'عنوان جديد' && document.documentElement.hasAttribute('data-ready')";
    stage.browser.wait_until("the new build is shown", anew).await?;
    page.hidden(".notice").await?;
    let names: Vec<String> = stage.browser.eval_async("return await caches.keys()", json!([])).await?;
    ensure!(names.len() == 1, "copies of two builds: {names:?}");
    Ok(())
}

/// Where a host lets browsers keep every file for minutes, the copy of a new build is that of the new build all the same.
pub async fn a_kept_site_is_not_made_of_stale_files(stage: &Stage) -> Result<()> {
    let (folder, site) = changeable_site(Build::Ref).await?;
    let page = Page { browser: &stage.browser, site: &site };
    visit_with_worker(stage, &page).await?;
    keep_site(&page).await?;
    publish_anew(folder.path())?;
    stage.browser.eval_async::<()>("await (await navigator.serviceWorker.ready).update(); return null;", json!([])).await?;
    page.shown(".notice").await?;
    let kept = "const name = (await caches.keys()).find(name => name.startsWith('site /ref/ new'));
        return await (await (await caches.open(name)).match(arguments[0])).text()";
    let kept: String = stage.browser.eval_async(kept, json!([site.mounted("/about/")])).await?;
    ensure!(kept.contains("عنوان جديد"), "the page that is kept is that of the last build");
    Ok(())
}

/// Published without a service worker, the site takes back what it kept.
pub async fn the_worker_can_be_taken_back(stage: &Stage) -> Result<()> {
    let (folder, site) = changeable_site(Build::Root).await?;
    let page = Page { browser: &stage.browser, site: &site };
    visit_with_worker(stage, &page).await?;
    let off = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/service-worker-off.js");
    let off = fs::read_to_string(off)?.replacen("\"prefix\"", "\"site / \"", 1);
    replace(&folder.path().join("sw.js"), &off)?;
    let left = "await new Promise(requestAnimationFrame);
        const found = await navigator.serviceWorker.getRegistrations();
        return [...found.map(({active, waiting, installing}) => [active, waiting, installing].map(worker => worker?.state).join()), ...await caches.keys()]";
    let mut last = Vec::new();
    // The browser looks for another worker with each visit, in its own time; what the last one still does may outlive it.
    for path in ["/platform/", "/about/", "/editions/", "/sources/"] {
        page.open_ready(path).await?;
        let look =
            "for (const found of await navigator.serviceWorker.getRegistrations()) await found.update().catch(() => {}); return null";
        stage.browser.eval_async::<()>(look, json!([])).await?;
        for _ in 0..120 {
            last = stage.browser.eval_async::<Vec<String>>(left, json!([])).await?;
            if last.is_empty() {
                return Ok(());
            }
        }
    }
    anyhow::bail!("the worker or its copies are still there: {last:?}")
}

/// Another title of a page, and a worker of another build.
fn publish_anew(root: &Path) -> Result<()> {
    let page = root.join("about/index.html");
    let html = fs::read_to_string(&page)?;
    let (before, rest) = html.split_once("<h1 tabindex=\"-1\">").context("no title")?;
    let (_, after) = rest.split_once("</h1>").context("a title without end")?;
    replace(&page, &format!("{before}<h1 tabindex=\"-1\">عنوان جديد</h1>{after}"))?;
    let worker = root.join("sw.js");
    let text = fs::read_to_string(&worker)?;
    let (before, rest) = text.split_once("\"build\":\"").context("the worker names no build")?;
    replace(&worker, &format!("{before}\"build\":\"new{rest}"))
}

/// Writes a file, without the compressed copies of the one before.
fn replace(path: &Path, text: &str) -> Result<()> {
    for extension in [".br", ".gz"] {
        let copy = path.with_file_name(format!("{}{extension}", path.file_name().unwrap_or_default().to_string_lossy()));
        if copy.exists() {
            fs::remove_file(copy)?;
        }
    }
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (path, target) = {
            let entry = entry?;
            (entry.path(), to.join(entry.file_name()))
        };
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            fs::copy(&path, &target)?;
        }
    }
    Ok(())
}
