//! Moving through the site within the app: links, history, fragments.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use anyhow::{Context, Result, ensure};
use e2e::driver::Engine;
use e2e::page::{Page, part};
use e2e::site::kind;
use e2e::stage::Stage;
use thirtyfour::Key;

/// Beyond this many, pages of one kind differ only in their words, which the hydration journey reads on every page.
const ENOUGH_OF_A_KIND: usize = 12;

pub async fn reaches_every_page_by_clicking(stage: &Stage) -> Result<()> {
    let page = stage.page();
    let wanted = sample(&stage.pages());
    page.open_ready("/").await?;
    page.mark_document().await?;
    let mut map = BTreeMap::from([("/".to_owned(), page.linked_pages().await?)]);
    let mut here = "/".to_owned();
    while let Some(route) = route_to_unseen(&map, &here, &wanted) {
        for step in route {
            follow(stage, &step).await.with_context(|| format!("clicking from {here} to {step}"))?;
            map.insert(step.clone(), page.linked_pages().await?);
            here = step;
        }
    }
    let unreached: Vec<_> = wanted.iter().filter(|path| !map.contains_key(*path)).collect();
    ensure!(unreached.is_empty(), "no chain of links leads to {unreached:?}");
    Ok(())
}

fn sample(pages: &[String]) -> BTreeSet<String> {
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    let wanted = pages.iter().filter(|path| {
        let count = kinds.entry(kind(path)).or_default();
        *count += 1;
        *count <= ENOUGH_OF_A_KIND
    });
    wanted.cloned().collect()
}

/// The fewest clicks from here, over links seen so far, to a wanted page not seen yet.
fn route_to_unseen(map: &BTreeMap<String, BTreeSet<String>>, here: &str, wanted: &BTreeSet<String>) -> Option<Vec<String>> {
    let mut routes = VecDeque::from([vec![here.to_owned()]]);
    let mut queued = BTreeSet::from([here.to_owned()]);
    while let Some(route) = routes.pop_front() {
        let links = route.last().and_then(|path| map.get(path)).into_iter().flatten();
        for link in links.filter(|link| wanted.contains(*link)) {
            if !queued.insert(link.clone()) {
                continue;
            }
            let longer: Vec<_> = route.iter().cloned().chain([link.clone()]).collect();
            if !map.contains_key(link) {
                return Some(longer.into_iter().skip(1).collect());
            }
            routes.push_back(longer);
        }
    }
    None
}

/// One click within the app, and everything that must be true after it.
pub async fn follow(stage: &Stage, path: &str) -> Result<()> {
    let page = stage.page();
    let title_before = stage.browser.driver.title().await?;
    page.listen_to_announcements().await?;
    stage.site.server.log.clear();
    page.click_link(path).await?;
    page.arrived(path).await?;
    page.heading_focused().await?;
    ensure!(page.is_marked_document().await?, "the document was loaded anew");
    ensure!(page.scrolled().await? == 0.0, "the new page does not begin at its top");
    let title = stage.browser.driver.title().await?;
    ensure!(!title.is_empty() && title != title_before, "the title did not change from {title_before:?}");
    let heading = page.text(part::HEADING).await?;
    let announced = page.announcements().await?;
    let once = announced.len() == 1 && announced.iter().all(|words| *words == title || words.contains(&heading));
    ensure!(once, "{heading:?} should be announced once, heard: {announced:?}");
    let data = format!("{}index.bin", stage.site.mounted(path));
    let asked: BTreeSet<_> = stage.site.server.log.entries().into_iter().map(|entry| entry.path).collect();
    // Styles that few pages have, motifs of cities; on its page the search comes at once.
    let others = ["/exhibits-", "/pictures-", "/matrix-", "/motifs/", "/fonts/", "/search-", "/search_bg-", "/search/head.bin"];
    // Where the pointer rests the new page may have a link, which is then fetched ahead; Chromium notices when the pointer moves.
    let is_ahead = |asked: &String| stage.browser.engine != Engine::Chromium && asked.ends_with("/index.bin");
    let is_expected = |asked: &String| *asked == data || is_ahead(asked) || others.iter().any(|other| asked.contains(other));
    ensure!(asked.iter().all(is_expected), "more than the page's data was fetched: {asked:?}");
    page.is_the_published_page(path).await?;
    page.console_is_silent().await
}

pub async fn back_and_forward_restore_the_place(stage: &Stage) -> Result<()> {
    let page = stage.page();
    stage.browser.resize(390, 700).await?;
    page.open_ready("/").await?;
    page.mark_document().await?;
    let first = leave_by_the_last_link(stage, "/").await?;
    let second = leave_by_the_last_link(stage, &first.led_to).await?;
    let driver = &stage.browser.driver;
    driver.back().await?;
    is_back_at(&page, &second).await?;
    driver.back().await?;
    is_back_at(&page, &first).await?;
    driver.forward().await?;
    is_back_at(&page, &second).await?;
    ensure!(page.is_marked_document().await?, "the document was loaded anew");
    page.console_is_silent().await
}

/// After a reload the app knows neither pages nor places from before: the history has to.
pub async fn history_outlives_a_reload(stage: &Stage) -> Result<()> {
    let page = stage.page();
    stage.browser.resize(390, 700).await?;
    page.open_ready("/").await?;
    let first = leave_by_the_last_link(stage, "/").await?;
    let driver = &stage.browser.driver;
    driver.refresh().await?;
    page.ready().await?;
    driver.back().await?;
    is_back_at(&page, &first).await?;
    driver.forward().await?;
    page.arrived(&first.led_to).await?;
    page.is_the_published_page(&first.led_to).await?;
    page.console_is_silent().await
}

/// A page as it was when the reader left it.
struct Left {
    path: String,
    title: String,
    heading: String,
    scrolled: f64,
    led_to: String,
}

async fn leave_by_the_last_link(stage: &Stage, path: &str) -> Result<Left> {
    let page = stage.page();
    let title = stage.browser.driver.title().await?;
    let heading = page.text(part::HEADING).await?;
    let led_to = page.last_link_of_the_content().await?;
    page.note_place_at_next_click().await?;
    page.click_last_link_of_the_content().await?;
    page.arrived(&led_to).await?;
    ensure!(page.scrolled().await? == 0.0, "{led_to} does not begin at its top");
    let scrolled = page.noted_place().await?;
    ensure!(scrolled > 50.0, "{path} is too short to tell whether its place is restored ({scrolled} px)");
    Ok(Left { path: path.to_owned(), title, heading, scrolled, led_to })
}

async fn is_back_at(page: &Page<'_>, left: &Left) -> Result<()> {
    page.arrived(&left.path).await?;
    page.is_scrolled_to(left.scrolled).await?;
    ensure!(page.text(part::HEADING).await? == left.heading, "another heading at {}", left.path);
    ensure!(page.browser.driver.title().await? == left.title, "another title at {}", left.path);
    page.is_the_published_page(&left.path).await
}

pub async fn a_deep_link_opens_at_its_target(stage: &Stage) -> Result<()> {
    let page = stage.page();
    let path = "/editions/2023-tangier/";
    page.open_ready(path).await?;
    let claim = page.last_claim().await?;
    // Elsewhere first: from the same page this would be a jump, not a visit.
    page.open_ready("/about/").await?;
    page.open_ready(&format!("{path}#{claim}")).await?;
    page.target_in_view(&claim).await?;
    page.console_is_silent().await
}

pub async fn a_permalink_is_followed_within_the_app(stage: &Stage) -> Result<()> {
    let page = stage.page();
    page.open_ready("/conflicts/").await?;
    page.mark_document().await?;
    let elsewhere = page.first_link_to_a_claim_elsewhere().await?;
    let claim = elsewhere.rsplit('#').next().unwrap_or_default().to_owned();
    page.click_link(&elsewhere).await?;
    page.arrived(&elsewhere).await?;
    page.target_in_view(&claim).await?;
    ensure!(page.is_marked_document().await?, "the document was loaded anew");

    // The permalink of a claim of the same page, and back to where the reader was.
    let last = page.last_claim().await?;
    page.note_place_at_next_click().await?;
    page.click(&format!("#{last} {}", part::PERMALINK)).await?;
    page.target_in_view(&last).await?;
    stage.browser.driver.back().await?;
    page.arrived(&elsewhere).await?;
    page.is_scrolled_to(page.noted_place().await?).await?;
    stage.browser.driver.back().await?;
    page.arrived("/conflicts/").await?;
    ensure!(page.is_marked_document().await?, "the document was loaded anew");
    page.console_is_silent().await
}

/// Ctrl+click opens a tab of the browser's own; the app must not take it for a navigation.
pub async fn modified_clicks_stay_the_browsers(stage: &Stage) -> Result<()> {
    let page = stage.page();
    let driver = &stage.browser.driver;
    page.open_ready("/").await?;
    driver.action_chain().key_down(Key::Control).perform().await?;
    page.click_link("/platform/").await?;
    driver.action_chain().key_up(Key::Control).perform().await?;
    let windows = driver.windows().await?;
    ensure!(windows.len() == 2, "Ctrl+click left {} tabs", windows.len());
    page.arrived("/").await
}
