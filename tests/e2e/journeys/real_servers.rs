//! Behind real servers with the configurations that the build generates: every answer says what the site says of it.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use delivery::Policy;
use e2e::page::Page;
use e2e::site::{Build, Site};
use e2e::stage::Stage;
use serde_json::json;
use tokio::process::{Child, Command};

/// How long a server may take to listen.
const BOUND: Duration = Duration::from_secs(20);
/// Debian puts it here; the servers that have it built in do not need it.
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

pub async fn nginx(stage: &Stage) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (root, port) = (Build::Root.folder()?, free_port()?);
    let site = delivery::nginx_conf(&absolute(&root)?, "", port, &policy(&root)?);
    fs::write(folder.path().join("site.conf"), site)?;
    let at = folder.path().display();
    let main = format!(
        "load_module {BROTLI}; daemon off; master_process off; pid {at}/pid; error_log {at}/error.log; events {{}}
        http {{ access_log off; client_body_temp_path {at}/body; proxy_temp_path {at}/proxy; fastcgi_temp_path {at}/fastcgi;
        uwsgi_temp_path {at}/uwsgi; scgi_temp_path {at}/scgi; include {at}/site.conf; }}"
    );
    fs::write(folder.path().join("nginx.conf"), main)?;
    let program = ["/usr/sbin/nginx", "nginx"].into_iter().find(|program| Path::new(program).exists()).unwrap_or("nginx");
    let mut command = Command::new(program);
    // One process, which dies with this one: workers that outlive their master would hold the output of the suite open.
    command.arg("-c").arg(folder.path().join("nginx.conf")).stdout(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true);
    let running = command.spawn();
    serves_the_site(stage, running.context("nginx does not start: apt-get install nginx libnginx-mod-http-brotli-static")?, port).await
}

pub async fn caddy(stage: &Stage) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let (root, port) = (Build::Root.folder()?, free_port()?);
    let site = delivery::caddyfile(&absolute(&root)?, "", &format!(":{port}"), &policy(&root)?);
    fs::write(folder.path().join("Caddyfile"), format!("{{\n\tadmin off\n\tauto_https off\n}}\n{site}"))?;
    let mut command = Command::new("caddy");
    command.args(["run", "--adapter", "caddyfile", "--config"]).arg(folder.path().join("Caddyfile"));
    // What it would keep of itself stays in the folder, too.
    command.env("XDG_CONFIG_HOME", folder.path()).env("XDG_DATA_HOME", folder.path());
    let running = command.stdout(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true).spawn();
    serves_the_site(stage, running.context("Caddy does not start: apt-get install caddy")?, port).await
}

async fn serves_the_site(stage: &Stage, mut server: Child, port: u16) -> Result<()> {
    let begin = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        ensure!(server.try_wait()?.is_none(), "the server refuses its configuration");
        ensure!(begin.elapsed() < BOUND, "the server does not listen");
        tokio::task::yield_now().await;
    }
    let mut site = Site::start(Build::Root).await?;
    site.stand_in(format!("http://127.0.0.1:{port}"));
    let page = Page { browser: &stage.browser, site: &site };
    for path in site.one_of_each_kind() {
        page.open_ready(&path).await.with_context(|| format!("opening {path}"))?;
        page.console_is_silent().await.with_context(|| format!("opening {path}"))?;
    }
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

fn absolute(root: &Path) -> Result<String> {
    Ok(root.canonicalize()?.display().to_string())
}

/// Free now; whoever takes it before the server does makes the journey fail with a message that says so.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
