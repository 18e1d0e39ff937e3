//! Files for machines beside the pages: sitemap, robots.txt, build.json.

use content::{compose::routes, model::Site, route::Route};
use serde::Serialize;
use serde_json::json;

use crate::{
    PublishError,
    document::{absolute, escaped},
};

/// What this build is made of.
#[derive(Serialize)]
struct Build<'a> {
    version: &'a str,
    content: &'a str,
    pages: Vec<String>,
}

/// `sitemap.xml` (sitemaps.org protocol 0.9).
pub fn sitemap(site: &Site, base_url: &str) -> String {
    let updated = site.settings.updated.iso();
    let mut xml =
        String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for route in pages(site) {
        let address = escaped(&absolute(base_url, &route));
        xml.push_str(&["<url><loc>", &address, "</loc><lastmod>", &updated, "</lastmod></url>\n"].concat());
    }
    xml.push_str("</urlset>\n");
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
    routes(site).into_iter().filter(|route| *route != Route::NotFound)
}
