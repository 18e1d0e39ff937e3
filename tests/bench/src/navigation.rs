//! From a click on a link to the heading of the next page, and what fetching in advance costs those who do not click.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use e2e::site::Site;
use serde_json::json;

use crate::phone::Phone;

/// How long the app may take to begin fetching what the pointer rests on.
const HESITATION: Duration = Duration::from_secs(2);

/// The links of the content that lead to the top of other pages, where their heading is seen; in reading order.
const LINKS: &str = "[...document.querySelectorAll('#main a[href]')].filter(link => link.checkVisibility()
    && link.origin === location.origin && link.pathname !== location.pathname && link.pathname.endsWith('/') && link.hash === '')";

/// Milliseconds from the click to the heading.
#[derive(Default)]
pub struct Navigations {
    /// Nothing of the next page was there.
    pub cold: Vec<f64>,
    /// Its data was there when the click came.
    pub prefetched: Vec<f64>,
    /// How many links were not cold at the click: their data had been fetched already.
    pub too_late: usize,
    /// How many were not fetched while the pointer rested on them.
    pub not_fetched: usize,
}

/// What was fetched and not used.
pub struct Wasted {
    /// How many links the pointer passed.
    pub links: usize,
    /// Pages fetched.
    pub requests: usize,
    /// Bytes that they brought.
    pub bytes: f64,
}

/// Follows links of home, each time to another page.
///
/// # Errors
/// When a page does not come.
pub async fn measure(phone: &Phone, site: &Site, times: usize) -> Result<Navigations> {
    eprintln!("navigations");
    let mut measured = Navigations::default();
    for time in 0..times {
        cold(phone, site, time, &mut measured).await?;
        prefetched(phone, site, time, &mut measured).await?;
    }
    Ok(measured)
}

async fn cold(phone: &Phone, site: &Site, time: usize, measured: &mut Navigations) -> Result<()> {
    let link = link(phone, site, time).await?;
    let place = phone.reach(&link).await?;
    if is_fetched(phone, &link).await? {
        measured.too_late += 1;
    } else {
        measured.cold.push(follow(phone, place).await?);
    }
    Ok(())
}

async fn prefetched(phone: &Phone, site: &Site, time: usize, measured: &mut Navigations) -> Result<()> {
    let link = link(phone, site, time).await?;
    let place = phone.reach(&link).await?;
    phone.point(place).await?;
    let begin = Instant::now();
    while !is_fetched(phone, &link).await? {
        if begin.elapsed() > HESITATION {
            measured.not_fetched += 1;
            return Ok(());
        }
        phone.ask::<()>("pause(50)", json!([])).await?;
    }
    measured.prefetched.push(follow(phone, place).await?);
    Ok(())
}

/// Opens home, with the app running and no page's data in the cache; gives the expression of a link.
async fn link(phone: &Phone, site: &Site, time: usize) -> Result<String> {
    phone.visit(&site.url("/"), true).await?;
    phone.forget().await?;
    let count: usize = phone.browser.eval(&format!("return {LINKS}.length"), json!([])).await?;
    ensure!(count > 0, "the content of home leads nowhere");
    Ok(format!("{LINKS}[{}]", time % count))
}

async fn is_fetched(phone: &Phone, link: &str) -> Result<bool> {
    phone.ask(&format!("has({link}.pathname)"), json!([])).await
}

async fn follow(phone: &Phone, place: crate::phone::Point) -> Result<f64> {
    phone.ask::<()>("arm()", json!([])).await?;
    phone.click(place).await?;
    phone.ask("arrived", json!([])).await
}

/// Passes the pointer over every link of home's content without following one.
///
/// # Errors
/// When the page does not come.
pub async fn hover_over_all(phone: &Phone, site: &Site) -> Result<Wasted> {
    link(phone, site, 0).await?;
    let links: usize = phone.browser.eval(&format!("return {LINKS}.length"), json!([])).await?;
    for index in 0..links {
        let place = phone.reach(&format!("{LINKS}[{index}]")).await?;
        phone.point(place).await?;
        phone.ask::<()>("pause(200)", json!([])).await?;
    }
    phone.ask::<()>("quiet()", json!([])).await?;
    let (requests, bytes) = phone.ask("data()", json!([])).await?;
    Ok(Wasted { links, requests, bytes })
}
