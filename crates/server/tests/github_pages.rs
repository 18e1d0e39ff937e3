//! As GitHub Pages answers: nothing is said that the site would say, and the pages must do without.

use std::fs;

use anyhow::Result;
use reqwest::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, HeaderName, LOCATION};
use reqwest::{Client, Response, redirect};
use server::{BasePath, Host, Options, Server};

fn header(response: &Response, name: HeaderName) -> &str {
    response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
}

#[tokio::test]
async fn it_says_what_pages_says_and_no_more() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let root = folder.path().to_owned();
    fs::create_dir(root.join("platform"))?;
    let page = delivery::Policy::default().element() + &"<h1>home</h1>".repeat(50);
    for (path, text) in [
        ("index.html", page.as_str()),
        ("404.html", "<h1>no such page</h1>"),
        ("platform/index.html", "<h1>platform</h1>"),
        ("platform/index.bin", &"data".repeat(50)),
        ("app-0123456789abcdef.js", &"1;".repeat(50)),
        ("app-0123456789abcdef.js.br", "a copy"),
    ] {
        fs::write(root.join(path), text)?;
    }
    let server = Server::start(Options { root, base_path: BasePath::parse("/ref/")?, port: 0, host: Host::GitHubPages }).await?;
    let client = Client::builder().redirect(redirect::Policy::none()).build()?;
    let get = async |path: &str| client.get(server.url(path)).header(ACCEPT_ENCODING, "gzip, br").send().await;

    for (path, status, media_type, encoding) in [
        ("/", 200, "text/html; charset=utf-8", "gzip"),
        ("/app-0123456789abcdef.js", 200, "application/javascript; charset=utf-8", "gzip"),
        ("/platform/index.bin", 200, "application/octet-stream", ""),
        ("/nothing/", 404, "text/html; charset=utf-8", ""),
    ] {
        let answer = get(path).await?;
        assert_eq!((answer.status().as_u16(), header(&answer, CONTENT_TYPE)), (status, media_type), "{path}");
        assert_eq!((header(&answer, CACHE_CONTROL), header(&answer, CONTENT_ENCODING)), ("max-age=600", encoding), "{path}");
        for (name, _) in delivery::security_headers(&delivery::Policy::default()) {
            assert!(!answer.headers().contains_key(name), "{path}: {name}");
        }
    }
    let answer = get("/platform").await?;
    assert_eq!((answer.status().as_u16(), header(&answer, LOCATION)), (301, "/ref/platform/"));

    // A document that is changed for a test holds the policy of what it is then.
    let _ = server.documents.begin_with("first");
    fs::write(
        folder.path().join("index.html"),
        format!("{}<script>own</script>", delivery::Policy::of_document("<script>own</script>").element()),
    )?;
    let changed = client.get(server.url("/")).send().await?;
    assert!(!changed.headers().contains_key("content-security-policy"));
    let script = "<script>{ first }\nown</script>";
    assert_eq!(changed.text().await?, delivery::Policy::of_document(script).element() + script);
    Ok(())
}
