//! The app cannot start, or breaks: every page becomes an ordinary page again.

use anyhow::{Context, Result, ensure};
use e2e::stage::Stage;
use serde_json::json;
use server::Fault;

/// What a translating extension does to a page: every text in a wrapper of its own. What is drawn stays as it is: a wrapper has no
/// place in a drawing.
pub const TRANSLATE: &str = "
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, node =>
    node.data.trim() && !node.parentElement.closest('script, style, svg')
      ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
  const nodes = [];
  while (texts.nextNode()) nodes.push(texts.currentNode);
  for (const node of nodes) {
    const outer = document.createElement('font');
    const inner = document.createElement('font');
    node.replaceWith(outer);
    outer.append(inner);
    inner.append(node.data);
  }
";
/// Elements of an extension's own, among those of the frame and of the text.
pub const ADD: &str = "
  for (const place of document.querySelectorAll('body, header, nav, form, main, footer')) {
    place.prepend(document.createElement('translate-this'));
    place.append(document.createElement('translate-this'));
  }
";
/// Parts of the page are gone.
const REMOVE: &str = "
  document.querySelector('#main p')?.remove();
  document.querySelector('#main section')?.firstElementChild?.remove();
";

pub async fn pages_work_without_the_glue(stage: &Stage) -> Result<()> {
    let glue = stage.site.script("marrakech-platform-")?;
    for fault in [Fault::Status(404), Fault::Drop, Fault::Truncate] {
        works_with(stage, glue, fault).await.with_context(|| format!("the glue meets {fault:?}"))?;
    }
    Ok(())
}

/// Without the loader nothing starts, and nothing is missed.
pub async fn pages_work_without_the_loader(stage: &Stage) -> Result<()> {
    let loader = stage.site.script("loader-")?;
    for fault in [Fault::Status(404), Fault::Drop, Fault::Truncate] {
        stage.site.server.faults.clear();
        stage.site.server.faults.on_suffix(loader, fault);
        let page = stage.page();
        page.open("/platform/").await?;
        page.is_the_published_page("/platform/").await?;
        links_navigate_natively(stage).await.with_context(|| format!("the loader meets {fault:?}"))?;
    }
    Ok(())
}

pub async fn pages_work_without_wasm(stage: &Stage) -> Result<()> {
    for fault in [Fault::Status(404), Fault::Status(500), Fault::Drop, Fault::Truncate, Fault::Corrupt] {
        works_with(stage, ".wasm", fault).await.with_context(|| format!("the WASM meets {fault:?}"))?;
    }
    Ok(())
}

async fn works_with(stage: &Stage, suffix: &str, fault: Fault) -> Result<()> {
    let page = stage.page();
    stage.site.server.faults.clear();
    stage.site.server.faults.on_suffix(suffix, fault);
    page.open("/platform/").await?;
    page.failed().await?;
    page.is_the_published_page("/platform/").await?;
    links_navigate_natively(stage).await
}

async fn links_navigate_natively(stage: &Stage) -> Result<()> {
    let page = stage.page();
    page.mark_document().await?;
    page.click_link("/editions/").await?;
    page.arrived("/editions/").await?;
    ensure!(!page.is_marked_document().await?, "the click was handled by an app that had failed");
    page.is_the_published_page("/editions/").await
}

pub async fn a_dom_altered_before_hydration(stage: &Stage) -> Result<()> {
    let page = stage.page();
    // Only the first document: what is tested is that the next page comes out whole.
    let once = format!(
        "if (!sessionStorage.altered) addEventListener('DOMContentLoaded', () => {{
           sessionStorage.altered = 'yes'; {TRANSLATE} {REMOVE} }});"
    );
    stage.browser.in_new_documents(&once).await?;
    page.open("/platform/").await?;
    page.settled().await?;
    page.click_link("/editions/").await?;
    page.arrived("/editions/").await?;
    page.is_the_published_page("/editions/").await
}

pub async fn a_dom_altered_after_hydration(stage: &Stage) -> Result<()> {
    let page = stage.page();
    page.open_ready("/platform/").await?;
    stage.browser.eval::<()>(&format!("{TRANSLATE} {REMOVE} return null;"), json!([])).await?;
    page.click_link("/editions/").await?;
    page.arrived("/editions/").await?;
    // What stands outside the page proper may stay translated; the page itself must be new and whole.
    page.content_is_the_published_one("/editions/").await?;
    // Another element comes between the frame and the page.
    let wrap = "const [page, outer] = [document.querySelector('.page'), document.createElement('translate-this')];
        page.replaceWith(outer); outer.append(page); return null";
    stage.browser.eval::<()>(wrap, json!([])).await?;
    page.click_link("/platform/").await?;
    page.arrived("/platform/").await?;
    let shown: Vec<String> =
        stage.browser.eval("return [...document.querySelectorAll('h1')].map(title => title.textContent)", json!([])).await?;
    ensure!(shown.len() == 1 && shown[0].contains("المنصة"), "{shown:?}");
    // And nothing is left where the page was: the server has the next one.
    stage.browser.eval::<()>("document.querySelector('.page').remove(); return null", json!([])).await?;
    page.click_link("/editions/").await?;
    page.arrived("/editions/").await?;
    page.is_the_published_page("/editions/").await
}

pub async fn a_panic_after_ready(stage: &Stage) -> Result<()> {
    // A panic surfaces in one of two ways: thrown from an event handler, or from a task. For the driver's own scripts the browser raises
    // no event, and in Firefox their errors are of another world: the page has to raise it.
    let panics = "addEventListener('message', ({data}) => {
        const reason = new WebAssembly.RuntimeError('unreachable'), promise = Promise.reject(reason);
        promise.catch(() => {});
        dispatchEvent(data === 'thrown' ? new ErrorEvent('error', {error: reason, message: reason.message})
          : new PromiseRejectionEvent('unhandledrejection', {promise, reason}));
      })";
    stage.browser.in_new_documents(panics).await?;
    for panic in ["thrown", "rejected"] {
        stage.page().open_ready("/platform/").await?;
        stage.browser.eval::<()>("postMessage(arguments[0]); return null", json!([panic])).await?;
        stage.page().failed().await.context(panic)?;
        links_navigate_natively(stage).await?;
    }
    Ok(())
}
