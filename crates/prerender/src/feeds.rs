//! Files for machines beside the pages: sitemap, robots.txt, build.json.

use content::{compose::routes, model::Site, route::Route};
use serde::Serialize;
use serde_json::json;

use crate::{
    Output, PublishError,
    document::{absolute, escaped},
};

/// What this build is made of.
#[derive(Serialize)]
struct Build<'a> {
    version: &'a str,
    content: &'a str,
    pages: Vec<String>,
}

/// Addresses in one sitemap at most (sitemaps.org protocol 0.9).
const SITEMAP_LIMIT: usize = 50_000;

/// `sitemap.xml` (sitemaps.org protocol 0.9): the pages or, where they are too many for one file, the files that list them.
pub fn sitemaps(site: &Site, base_url: &str) -> Vec<Output> {
    let updated = site.settings.updated.iso();
    let addresses: Vec<String> = pages(site).map(|route| absolute(base_url, &route)).collect();
    sitemaps_of(&addresses, base_url, &updated, SITEMAP_LIMIT)
}

fn sitemaps_of(addresses: &[String], base_url: &str, updated: &str, limit: usize) -> Vec<Output> {
    let file = |path: String, text: String| Output { path, bytes: text.into_bytes() };
    if addresses.len() <= limit {
        return vec![file("sitemap.xml".to_owned(), sitemap(["urlset", "url"], addresses, updated))];
    }
    let parts = addresses.chunks(limit).zip(1..);
    let parts: Vec<Output> =
        parts.map(|(part, number)| file(format!("sitemap-{number}.xml"), sitemap(["urlset", "url"], part, updated))).collect();
    let names: Vec<String> = parts.iter().map(|part| format!("{base_url}{}", part.path)).collect();
    let index = file("sitemap.xml".to_owned(), sitemap(["sitemapindex", "sitemap"], &names, updated));
    std::iter::once(index).chain(parts).collect()
}

/// A list of addresses; `all` and `one` are the names of its elements.
fn sitemap([all, one]: [&str; 2], addresses: &[String], updated: &str) -> String {
    let mut xml = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{all} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for address in addresses {
        xml.push_str(&["<", one, "><loc>", &escaped(address), "</loc><lastmod>", updated, "</lastmod></", one, ">\n"].concat());
    }
    xml.push_str(&["</", all, ">\n"].concat());
    xml
}

/// `site.webmanifest` (W3C Web App Manifest): what a device shows of the site among its apps. `base` is the base path.
pub fn manifest(site: &Site, base: &str) -> Result<String, PublishError> {
    let colour = |name| share_images::colour(name).map_err(PublishError::Image);
    let icon = |file: &str, sizes: &str, media_type: &str, purpose: &str| json!({"src": format!("{base}/{file}"), "sizes": sizes, "type": media_type, "purpose": purpose});
    let manifest = json!({
        "name": site.settings.name,
        "description": site.settings.tagline,
        "lang": "ar",
        "dir": "rtl",
        "start_url": format!("{base}/"),
        "scope": format!("{base}/"),
        "display": "minimal-ui",
        "background_color": colour("--paper")?,
        "theme_color": colour("--band")?,
        "icons": [
            icon("icon-192.png", "192x192", "image/png", "any"),
            icon("icon-512.png", "512x512", "image/png", "any"),
            icon("icon-512.png", "512x512", "image/png", "maskable"),
        ],
    });
    Ok(format!("{manifest:#}\n"))
}

/// `robots.txt`.
pub fn robots(base_url: &str) -> String {
    format!("User-agent: *\nAllow: /\nSitemap: {base_url}sitemap.xml\n")
}

/// `build.json`: version, hash of the content, list of pages.
pub fn build(site: &Site, content_hash: &str) -> Result<String, PublishError> {
    let pages = pages(site).map(|route| route.path()).collect();
    let build = Build { version: env!("CARGO_PKG_VERSION"), content: content_hash, pages };
    serde_json::to_string_pretty(&build).map(|json| json + "\n").map_err(PublishError::Json)
}

fn pages(site: &Site) -> impl Iterator<Item = Route> {
    routes(site).into_iter().filter(|route| !route.is_stand_in())
}

#[cfg(test)]
mod tests {
    use super::sitemaps_of;

    #[test]
    fn a_sitemap_over_the_limit_of_the_protocol_becomes_an_index_of_several() {
        let addresses: Vec<String> = (0..5).map(|page| format!("https://example.org/ref/{page}/")).collect();
        let files = |limit| sitemaps_of(&addresses, "https://example.org/ref/", "2026-01-01", limit);
        let text = |limit: usize, file: usize| String::from_utf8_lossy(&files(limit)[file].bytes).into_owned();
        assert_eq!(files(5).len(), 1);
        assert!(text(5, 0).contains("<urlset") && text(5, 0).contains("<url><loc>https://example.org/ref/4/</loc>"));
        let paths: Vec<String> = files(2).into_iter().map(|file| file.path).collect();
        assert_eq!(paths, ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]);
        assert!(text(2, 0).contains("<sitemapindex") && text(2, 0).contains("<sitemap><loc>https://example.org/ref/sitemap-3.xml</loc>"));
        assert_eq!((1..4).map(|file| text(2, file).matches("<url>").count()).collect::<Vec<_>>(), [2, 2, 1]);
    }
}
