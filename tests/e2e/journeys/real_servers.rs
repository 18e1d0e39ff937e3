//! Behind real servers with the configurations that the build generates: every answer says what the site says of it.

use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};
use delivery::Policy;
use e2e::page::Page;
use e2e::site::Build;
use e2e::stage::Stage;
use serde_json::json;

pub async fn answers_say_what_the_site_says(stage: &Stage) -> Result<()> {
    let (page, site) = (stage.page(), &stage.site);
    page.open_ready("/").await?;
    let policy = policy(&Build::Root.folder()?)?;
    let files =
        ["/", "/platform/", "/platform/index.bin", "/feed.xml", "/editions.ics", "/data/v1/claims.csv", "/sw.js", "/search/head.bin"];
    let scripts = [site.script("loader-")?, site.script("marrakech-platform-")?].map(|name| format!("/{name}"));
    for path in files.into_iter().chain(scripts.iter().map(String::as_str)) {
        let (status, found) = answer(&page, path).await?;
        ensure!(status == 200, "{path} is answered with {status}");
        says(path, &found, &delivery::headers(path, &policy))?;
        ensure!(header(&found, "content-encoding") == "br", "{path} does not come as the copy that the build made");
    }
    let (status, found) = answer(&page, "/no-such-page/").await?;
    ensure!(status == 404, "an unknown address is answered with {status}");
    says("/no-such-page/", &found, &delivery::headers_of_failures(&policy))?;
    let (status, found) = answer(&page, "/gone-0123456789abcdef.js").await?;
    ensure!(status == 404 && header(&found, "cache-control") == "no-cache", "what is gone would be kept as gone");
    page.open("/platform").await?;
    page.arrived("/platform/").await
}

/// Status and headers of the answer at a path.
async fn answer(page: &Page<'_>, path: &str) -> Result<(u16, Vec<(String, String)>)> {
    let script = "const answer = await fetch(arguments[0], {cache: 'no-store'}); return [answer.status, [...answer.headers]]";
    page.browser.eval_async(script, json!([path])).await
}

fn header<'a>(found: &'a [(String, String)], name: &str) -> &'a str {
    found.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
}

fn says(path: &str, found: &[(String, String)], expected: &[delivery::Header]) -> Result<()> {
    for (name, value) in expected {
        ensure!(header(found, name) == value, "{path}: {name} is {:?}, not {value:?}", header(found, name));
    }
    Ok(())
}

fn policy(root: &Path) -> Result<Policy> {
    Ok(Policy::of_document(&fs::read_to_string(root.join("index.html"))?))
}
