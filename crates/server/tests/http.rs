//! The server as a client sees it: every promise of a CDN, and every fault on request, over real HTTP.

use std::fs;
use std::io::Read;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use reqwest::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION};
use reqwest::{Client, Method, Response, redirect};
use server::{BasePath, Fault, Host, Options, Server};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

const HASHED: &str = "app-0123456789abcdef_bg.wasm";

/// A site of a few files, running; the folder lives as long as the fixture.
struct Site {
    server: Server,
    client: Client,
    folder: TempDir,
}

impl Site {
    async fn at(base: &str) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let root = folder.path().join("dist");
        fs::create_dir_all(root.join("platform"))?;
        fs::write(folder.path().join("secret.txt"), "outside")?;
        fs::write(root.join("index.html"), "<h1>home</h1>".repeat(50))?;
        fs::write(root.join("404.html"), "<h1>no such page</h1>")?;
        fs::write(root.join("platform/index.html"), "<h1>platform</h1>")?;
        fs::write(root.join("platform/index.json"), r#"{"title":"platform"}"#)?;
        fs::write(root.join(HASHED), [0, 97, 115, 109, 1, 0, 0, 0, 9, 9, 9, 9])?;
        fs::write(root.join("font-0123456789abcdef.woff2"), [7; 400])?;
        let options = Options { root, base_path: BasePath::parse(base)?, port: 0, host: Host::Cdn };
        let client = Client::builder().redirect(redirect::Policy::none()).build()?;
        Ok(Self { server: Server::start(options).await?, client, folder })
    }

    /// Adds a file to the running site.
    fn write(&self, path: &str, text: &str) -> Result<()> {
        let file = self.folder.path().join("dist").join(path.trim_start_matches('/'));
        fs::create_dir_all(file.parent().context("a file lies in a folder")?)?;
        Ok(fs::write(file, text)?)
    }

    async fn get(&self, path: &str) -> Result<Response> {
        self.client.get(self.server.url(path)).send().await.with_context(|| format!("GET {path}"))
    }
}

fn header(response: &Response, name: reqwest::header::HeaderName) -> &str {
    response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
}

#[tokio::test]
async fn folders_answer_with_their_index() -> Result<()> {
    let site = Site::at("/").await?;
    let response = site.get("/platform/").await?;
    assert_eq!(response.status(), 200);
    assert_eq!(header(&response, CONTENT_TYPE), "text/html; charset=utf-8");
    assert_eq!(header(&response, CACHE_CONTROL), "no-cache");
    assert_eq!(response.text().await?, "<h1>platform</h1>");
    Ok(())
}

#[tokio::test]
async fn unslashed_addresses_redirect_for_good_and_keep_the_query() -> Result<()> {
    for base in ["/", "/ref/"] {
        let site = Site::at(base).await?;
        let response = site.get("/platform?a=1&b=2").await?;
        assert_eq!(response.status(), 308);
        assert_eq!(header(&response, LOCATION), format!("{base}platform/?a=1&b=2"));
    }
    Ok(())
}

#[tokio::test]
async fn unknown_addresses_are_real_404s_with_the_sites_page() -> Result<()> {
    let site = Site::at("/").await?;
    for path in ["/nothing/", "/nothing", "/platform/none.json", "/platform/index.html/x"] {
        let response = site.get(path).await?;
        assert_eq!(response.status(), 404, "{path}");
        assert_eq!(header(&response, CONTENT_TYPE), "text/html; charset=utf-8");
        assert_eq!(header(&response, CACHE_CONTROL), "no-cache");
        assert_eq!(response.text().await?, "<h1>no such page</h1>", "{path}");
    }
    Ok(())
}

#[tokio::test]
async fn a_base_path_mounts_everything_beneath_it() -> Result<()> {
    let site = Site::at("/ref/").await?;
    assert_eq!(site.get("/platform/index.json").await?.status(), 200);
    let host = format!("http://{}", site.server.address);
    let bare = site.client.get(format!("{host}/ref?x=1")).send().await?;
    assert_eq!((bare.status().as_u16(), header(&bare, LOCATION)), (308, "/ref/?x=1"));
    for outside in ["/", "/platform/", "/refuse/"] {
        assert_eq!(site.client.get(format!("{host}{outside}")).send().await?.status(), 404, "{outside}");
    }
    Ok(())
}

#[tokio::test]
async fn types_and_cache_headers_follow_the_file() -> Result<()> {
    let site = Site::at("/").await?;
    let wasm = site.get(&format!("/{HASHED}")).await?;
    assert_eq!(header(&wasm, CONTENT_TYPE), "application/wasm");
    assert_eq!(header(&wasm, CACHE_CONTROL), "public, max-age=31536000, immutable");
    let json = site.get("/platform/index.json").await?;
    assert_eq!(header(&json, CONTENT_TYPE), "application/json; charset=utf-8");
    assert_eq!(header(&json, CACHE_CONTROL), "no-cache");
    let font = site.get("/font-0123456789abcdef.woff2").await?;
    assert_eq!(header(&font, CONTENT_TYPE), "font/woff2");
    let gone = site.get("/app-fedcba9876543210.js").await?;
    assert_eq!((gone.status().as_u16(), header(&gone, CACHE_CONTROL)), (404, "no-cache"));
    Ok(())
}

#[tokio::test]
async fn what_other_programs_read_has_the_type_they_look_for() -> Result<()> {
    for base in ["/", "/ref/"] {
        let site = Site::at(base).await?;
        let expected = [
            ("/editions.ics", "text/calendar; charset=utf-8"),
            ("/feed.xml", "application/atom+xml; charset=utf-8"),
            ("/sitemap.xml", "application/xml; charset=utf-8"),
            ("/data/v1/claims.csv", "text/csv; charset=utf-8"),
            ("/data/v1/claims.json", "application/json; charset=utf-8"),
            ("/editions/2023-tangier/cite.bib", "application/x-bibtex; charset=utf-8"),
            ("/editions/2023-tangier/cite.ris", "application/x-research-info-systems; charset=utf-8"),
        ];
        for (path, media_type) in expected {
            site.write(path, "نص")?;
            let response = site.get(path).await?;
            assert_eq!((response.status().as_u16(), header(&response, CONTENT_TYPE)), (200, media_type), "{path}");
            assert_eq!(header(&response, CACHE_CONTROL), "no-cache", "{path}");
        }
        for missing in ["/none.bib", "/none/feed.xml"] {
            let response = site.get(missing).await?;
            assert_eq!((response.status().as_u16(), header(&response, CONTENT_TYPE)), (404, "text/html; charset=utf-8"), "{missing}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn brotli_is_sent_to_those_who_accept_it() -> Result<()> {
    let site = Site::at("/").await?;
    let plain = site.get("/").await?;
    assert_eq!(header(&plain, CONTENT_ENCODING), "");
    let packed = site.client.get(site.server.url("/")).header(ACCEPT_ENCODING, "gzip, br").send().await?;
    assert_eq!(header(&packed, CONTENT_ENCODING), "br");
    let bytes = packed.bytes().await?;
    let mut text = String::new();
    brotli::Decompressor::new(bytes.as_ref(), 4096).read_to_string(&mut text)?;
    assert_eq!(text, plain.text().await?);
    let font = site.client.get(site.server.url("/font-0123456789abcdef.woff2")).header(ACCEPT_ENCODING, "br").send().await?;
    assert_eq!(header(&font, CONTENT_ENCODING), "");
    Ok(())
}

#[tokio::test]
async fn an_unchanged_file_is_not_sent_twice() -> Result<()> {
    let site = Site::at("/").await?;
    let first = site.get("/platform/").await?;
    let tag = header(&first, ETAG).to_owned();
    let second = site.client.get(site.server.url("/platform/")).header(IF_NONE_MATCH, tag).send().await?;
    assert_eq!(second.status(), 304);
    Ok(())
}

#[tokio::test]
async fn head_answers_like_get_without_a_body() -> Result<()> {
    let site = Site::at("/").await?;
    for (path, status) in [("/platform/", 200), ("/nothing/", 404)] {
        let response = site.client.request(Method::HEAD, site.server.url(path)).send().await?;
        assert_eq!(response.status(), status);
        assert!(response.bytes().await?.is_empty());
    }
    Ok(())
}

#[tokio::test]
async fn nothing_outside_the_folder_can_be_read() -> Result<()> {
    let site = Site::at("/").await?;
    // Sent by hand: an HTTP client would tidy these paths up before sending.
    for path in
        ["/../secret.txt", "/platform/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "//../secret.txt", "/..\\secret.txt"]
    {
        let mut stream = tokio::net::TcpStream::connect(site.server.address).await?;
        let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await?;
        assert!(answer.starts_with("HTTP/1.1 4"), "{path} was answered with {answer}");
        assert!(!answer.contains("outside"), "{path} leaked a file");
    }
    Ok(())
}

#[tokio::test]
async fn each_fault_does_what_it_says() -> Result<()> {
    let site = Site::at("/").await?;
    let whole = site.get("/platform/index.json").await?.text().await?;
    let faults = &site.server.faults;

    faults.on_suffix("/index.json", Fault::Status(503));
    assert_eq!(site.get("/platform/index.json").await?.status(), 503);
    assert_eq!(site.get("/platform/").await?.status(), 200, "a rule is for its own paths");

    faults.clear();
    faults.on_suffix("/index.json", Fault::Truncate);
    let half = site.get("/platform/index.json").await?.text().await?;
    assert_eq!(half, whole[..whole.len() / 2]);

    faults.clear();
    faults.on_suffix("/index.json", Fault::Corrupt);
    let broken = site.get("/platform/index.json").await?.bytes().await?;
    assert_eq!(broken.len(), whole.len());
    assert!(std::str::from_utf8(&broken).is_err());

    faults.clear();
    faults.on_suffix("/index.json", Fault::WrongShape);
    assert_eq!(site.get("/platform/index.json").await?.text().await?, r#"{"unexpected":true}"#);

    faults.clear();
    faults.on(|path| path.starts_with("/platform/"), Fault::Delay(Duration::from_millis(120)));
    let before = Instant::now();
    assert_eq!(site.get("/platform/index.json").await?.text().await?, whole);
    assert!(before.elapsed() >= Duration::from_millis(120));

    faults.clear();
    assert_eq!(site.get("/platform/index.json").await?.text().await?, whole);
    Ok(())
}

#[tokio::test]
async fn a_dropped_connection_has_no_answer_at_all() -> Result<()> {
    let site = Site::at("/").await?;
    site.server.faults.on_suffix(".json", Fault::Drop);
    assert!(site.get("/platform/index.json").await.is_err());
    assert_eq!(site.get("/platform/").await?.status(), 200);
    Ok(())
}

#[tokio::test]
async fn the_log_tells_what_was_asked_and_answered() -> Result<()> {
    let site = Site::at("/ref/").await?;
    site.server.faults.on_suffix(".wasm", Fault::Drop);
    site.get("/platform/?x=1").await?;
    site.get("/nothing/").await?;
    assert!(site.get(&format!("/{HASHED}")).await.is_err());
    let seen: Vec<_> = site.server.log.take().into_iter().map(|entry| (entry.path, entry.status)).collect();
    // A client may try a dropped request a second time.
    let expected = [("/ref/platform/".to_owned(), 200), ("/ref/nothing/".to_owned(), 404), (format!("/ref/{HASHED}"), 0)];
    assert_eq!(seen[..3], expected);
    assert!(site.server.log.entries().is_empty());
    Ok(())
}

#[tokio::test]
async fn a_folder_without_a_site_is_refused_with_advice() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let options = Options { root: folder.path().to_owned(), base_path: BasePath::root(), port: 0, host: Host::Cdn };
    let error = Server::start(options).await.err().context("an empty folder was served")?;
    assert!(error.to_string().contains("cargo xtask build"), "{error}");
    Ok(())
}

#[tokio::test]
async fn documents_and_styles_change_on_request_and_the_policy_with_them() -> Result<()> {
    let site = Site::at("/").await?;
    let page = "<script>own</script><style>a{}</style><link rel=stylesheet href=/later.css integrity=sha256-x>";
    site.write("/index.html", page)?;
    site.write("/later.css", "a{}")?;
    let documents = &site.server.documents;
    let policy = |response: &Response| format!("{:?}", response.headers().get("content-security-policy"));
    let published = policy(&site.get("/").await?);

    let number = documents.begin_with("first");
    let begun = site.get("/").await?;
    assert!(policy(&begun) != published && policy(&begun).contains("sha256-"), "the digest is that of the changed script");
    assert!(begun.text().await?.starts_with("<script>{ first }\nown</script>"));
    documents.no_longer_begin_with(number);
    assert_eq!(site.get("/").await?.text().await?, page);

    documents.allow_scripts(false);
    assert!(policy(&site.get("/").await?).contains("; sandbox allow-same-origin "));
    documents.allow_scripts(true);
    assert_eq!(policy(&site.get("/").await?), published);

    documents.restyle(|css| css.replace('a', "b"));
    let changed = site.get("/").await?.text().await?;
    assert!(changed.contains("<style>b{}</style>") && changed.contains(" data-integrity="), "{changed}");
    assert_eq!(site.get("/later.css").await?.text().await?, "b{}");
    Ok(())
}
