//! As Cloudflare Pages answers: names of HTML files lead to shorter ones, and everything else is as the site says.

use std::fs;

use anyhow::Result;
use reqwest::header::{CONTENT_TYPE, LOCATION};
use reqwest::{Client, redirect};
use server::{BasePath, Host, Options, Server};

#[tokio::test]
async fn names_of_html_files_lead_to_shorter_ones() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let root = folder.path().to_owned();
    fs::create_dir(root.join("platform"))?;
    for path in ["index.html", "404.html", "offline.html", "platform/index.html"] {
        fs::write(root.join(path), path)?;
    }
    let server = Server::start(Options { root, base_path: BasePath::root(), port: 0, host: Host::CloudflarePages }).await?;
    let client = Client::builder().redirect(redirect::Policy::none()).build()?;
    let get = async |path: &str| client.get(server.url(path)).send().await;

    for (from, to) in
        [("/offline.html", "/offline"), ("/platform/index.html", "/platform/"), ("/index.html", "/"), ("/platform", "/platform/")]
    {
        let answer = get(from).await?;
        let location = answer.headers().get(LOCATION).and_then(|location| location.to_str().ok());
        assert_eq!((answer.status().as_u16(), location), (308, Some(to)), "{from}");
    }
    for (path, status, text) in [
        ("/", 200, "index.html"),
        ("/offline", 200, "offline.html"),
        ("/platform/", 200, "platform/index.html"),
        ("/nothing", 404, "404.html"),
    ] {
        let answer = get(path).await?;
        let media_type = answer.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).map(str::to_owned);
        assert_eq!((answer.status().as_u16(), media_type.as_deref()), (status, Some("text/html; charset=utf-8")), "{path}");
        assert_eq!(answer.text().await?, text, "{path}");
    }
    Ok(())
}
