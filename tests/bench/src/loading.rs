//! Loading: each kind of page beside its plain twin, in turns, first with an empty cache and then again.

use anyhow::{Context, Result};
use e2e::site::{Site, kind};
use server::Server;

use crate::phone::{Phone, Visit};

/// The first view and, with what it left in the cache, the second.
pub struct Views {
    /// With an empty cache.
    pub first: Visit,
    /// Again.
    pub again: Visit,
}

/// The two twins, measured right after each other.
pub struct Pair {
    /// Without the app.
    pub plain: Views,
    /// As published.
    pub ours: Views,
}

/// All pairs of one page.
pub struct Loading {
    /// What page it is.
    pub path: String,
    /// The pairs.
    pub pairs: Vec<Pair>,
}

/// The pages measured: home, the first edition, the longest prose, a matrix.
///
/// # Errors
/// When the site has no edition.
pub fn pages(site: &Site) -> Result<[String; 4]> {
    Ok(["/".to_owned(), edition(site)?, "/platform/".to_owned(), "/editions/compare/".to_owned()])
}

/// The first edition.
///
/// # Errors
/// When the site has none.
pub fn edition(site: &Site) -> Result<String> {
    site.pages.iter().find(|page| kind(page) == "an edition").cloned().context("the site has no edition")
}

/// Measures so many pairs of every page. Which twin goes first changes, and what slows the machine for a while meets all pages.
///
/// # Errors
/// When a page does not load.
pub async fn measure(phone: &Phone, plain: &Server, ours: &Site, pairs: usize) -> Result<Vec<Loading>> {
    let mut measured: Vec<_> = pages(ours)?.into_iter().map(|path| Loading { path, pairs: Vec::new() }).collect();
    for round in 0..pairs {
        eprintln!("loading, round {} of {pairs}", round + 1);
        for page in &mut measured {
            let [plain, ours] = [plain.url(&page.path), ours.url(&page.path)];
            let pair = if round % 2 == 0 {
                let plain = views(phone, &plain, false).await?;
                Pair { plain, ours: views(phone, &ours, true).await? }
            } else {
                let ours = views(phone, &ours, true).await?;
                Pair { plain: views(phone, &plain, false).await?, ours }
            };
            page.pairs.push(pair);
        }
    }
    Ok(measured)
}

async fn views(phone: &Phone, url: &str, has_app: bool) -> Result<Views> {
    phone.forget().await?;
    Ok(Views { first: phone.visit(url, has_app).await?, again: phone.visit(url, has_app).await? })
}
