//! Files for machines beside the pages: sitemap, robots.txt, build.json.

use content::{compose::routes, model::Site, route::Route};
use serde::Serialize;
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::{
    Output, PublishError,
    document::{absolute, escaped},
};

/// What this build is made of.
#[derive(Serialize)]
struct Build<'a> {
    version: &'a str,
    content: &'a str,
    files: String,
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

/// `build.json`: version, hashes of the content and of all other files, list of pages. It is made last.
pub fn build(site: &Site, content_hash: &str, outputs: &[Output]) -> Result<String, PublishError> {
    let pages = pages(site).map(|route| route.path()).collect();
    let build = Build { version: env!("CARGO_PKG_VERSION"), content: content_hash, files: hash_of_files(outputs), pages };
    serde_json::to_string_pretty(&build).map(|json| json + "\n").map_err(PublishError::Json)
}

/// One hash for all files, which whoever has the site computes with the usual tools: of what `sha256sum` says of the files,
/// sorted by path: a list of them would be 100 KB. Compressed copies follow from them.
fn hash_of_files(outputs: &[Output]) -> String {
    let mut outputs: Vec<&Output> = outputs.iter().collect();
    outputs.sort_by(|one, other| one.path.cmp(&other.path));
    let lines = outputs.iter().map(|output| format!("{:x}  {}\n", Sha256::digest(&output.bytes), output.path));
    format!("{:x}", Sha256::digest(lines.collect::<Vec<_>>().concat()))
}

fn pages(site: &Site) -> impl Iterator<Item = Route> {
    routes(site).into_iter().filter(|route| !route.is_stand_in())
}

#[cfg(test)]
mod tests {
    use super::{hash_of_files, sitemaps_of};
    use crate::Output;

    #[test]
    fn the_hash_of_the_files_is_that_of_their_sums() {
        let file = |path: &str, text: &str| Output { path: path.to_owned(), bytes: text.as_bytes().to_vec() };
        // printf x > a; printf '' > b; sha256sum a b | sha256sum
        let expected = "e4228aa4af602b2f048158fb207a9bfef5832f18b24545f6df1a617e229d7b9f";
        assert_eq!(hash_of_files(&[file("b", ""), file("a", "x")]), expected);
    }

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
