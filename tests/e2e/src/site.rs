//! A built site, served for one journey, and the list of its pages.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use server::{BasePath, Fault, Options, Server};

use crate::real_server::{Program, RealServer};

/// Which of the two builds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Build {
    /// Mounted at `/`.
    Root,
    /// Mounted at `/ref/`, for a host that sends no headers of the site's.
    Ref,
}

/// Who serves the site to a journey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// Our server at `/`, as a CDN would.
    Root,
    /// Our server at `/`, as Cloudflare Pages would.
    Cloudflare,
    /// Our server at `/ref/`, as GitHub Pages would.
    Pages,
    /// nginx at `/`.
    Nginx,
    /// Caddy at `/`.
    Caddy,
}

impl Host {
    /// What journeys behind it are filtered by; those behind our own server need no name.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Root => None,
            Self::Cloudflare => Some("cloudflare"),
            Self::Pages => Some("pages"),
            Self::Nginx => Some("nginx"),
            Self::Caddy => Some("caddy"),
        }
    }

    fn build(self) -> Build {
        if self == Self::Pages { Build::Ref } else { Build::Root }
    }

    fn program(self) -> Option<Program> {
        match self {
            Self::Root | Self::Cloudflare | Self::Pages => None,
            Self::Nginx => Some(Program::Nginx),
            Self::Caddy => Some(Program::Caddy),
        }
    }
}

impl Build {
    fn variable(self) -> &'static str {
        match self {
            Self::Root => "SITE_ROOT",
            Self::Ref => "SITE_REF",
        }
    }

    /// Whose answers our own server gives of it.
    fn server(self) -> server::Host {
        match self {
            Self::Root => server::Host::Cdn,
            Self::Ref => server::Host::GitHubPages,
        }
    }

    fn base_path(self) -> &'static str {
        match self {
            Self::Root => "/",
            Self::Ref => "/ref/",
        }
    }

    /// Where `cargo xtask test build` put this build.
    ///
    /// # Errors
    /// When the variable is unset or names no built site; the message says how to run the journeys by hand.
    pub fn folder(self) -> Result<PathBuf> {
        let variable = self.variable();
        let folder = std::env::var_os(variable).map(PathBuf::from).with_context(|| {
            format!(
                "{variable} is not set. Run `cargo xtask test build browser`, or by hand:\n  \
                 SITE_ROOT=target/site/root SITE_REF=target/site/ref AXE=<axe.min.js> cargo test -p e2e [name of a journey]"
            )
        })?;
        // Cargo starts tests in the package's folder, people think from the workspace's.
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let folder = if folder.is_absolute() { folder } else { workspace.join(folder) };
        ensure!(
            folder.join("build.json").is_file(),
            "{variable}={} holds no build.json: build it with `cargo xtask test build`",
            folder.display()
        );
        Ok(folder)
    }
}

#[derive(Deserialize)]
struct BuildReport {
    pages: Vec<String>,
}

/// A running server and what is known of its pages.
pub struct Site {
    /// The server, its faults and its log.
    pub server: Server,
    /// Every page's path, base path left out: `/platform/`.
    pub pages: Vec<String>,
    base: BasePath,
    scripts: Vec<String>,
    /// Another server, which has the same build and answers in place of ours.
    real: Option<RealServer>,
}

impl Site {
    /// Has the site served by a host on a free port.
    ///
    /// # Errors
    /// When the build is missing, or the host's program.
    pub async fn at(host: Host) -> Result<Self> {
        let kind = if host == Host::Cloudflare { server::Host::CloudflarePages } else { host.build().server() };
        let mut site = Self::serve(host.build().folder()?, host.build(), kind).await?;
        if let Some(program) = host.program() {
            site.real = Some(RealServer::start(program, &host.build().folder()?).await?);
        }
        Ok(site)
    }

    /// Serves a build on a free port.
    ///
    /// # Errors
    /// When the build is missing or its `build.json` unreadable.
    pub async fn start(build: Build) -> Result<Self> {
        Self::start_in(build.folder()?, build).await
    }

    /// The same of a copy of a build in `root`, which a journey may change.
    ///
    /// # Errors
    /// When its `build.json` is unreadable.
    pub async fn start_in(root: PathBuf, build: Build) -> Result<Self> {
        Self::serve(root, build, build.server()).await
    }

    async fn serve(root: PathBuf, build: Build, host: server::Host) -> Result<Self> {
        let report = fs::read_to_string(root.join("build.json")).context("cannot read build.json")?;
        let BuildReport { pages } = serde_json::from_str(&report).context("build.json has an unexpected shape")?;
        ensure!(!pages.is_empty(), "build.json lists no pages");
        let base = BasePath::parse(build.base_path())?;
        let scripts = scripts(&root)?;
        let server = Server::start(Options { root, base_path: base.clone(), port: 0, host }).await?;
        Ok(Self { server, pages, base, scripts, real: None })
    }

    /// The file whose name begins so, such as `loader-`; known without a browser, whose cache would keep it.
    ///
    /// # Errors
    /// When the build has none.
    pub fn script(&self, start: &str) -> Result<&str> {
        let found = self.scripts.iter().find(|name| name.starts_with(start));
        found.map(String::as_str).with_context(|| format!("no script begins with {start}: {:?}", self.scripts))
    }

    /// The absolute address of a path of the site.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        self.real.as_ref().map_or_else(|| self.server.url(path), |real| real.url(path))
    }

    /// From now on nothing is answered.
    ///
    /// # Errors
    /// When the server does not end.
    pub async fn disconnect(&self) -> Result<()> {
        let Some(real) = &self.real else {
            self.server.faults.on(|_| true, Fault::Drop);
            return Ok(());
        };
        real.stop().await
    }

    /// Everything is answered again.
    ///
    /// # Errors
    /// When the server does not come back.
    pub async fn reconnect(&self) -> Result<()> {
        let Some(real) = &self.real else {
            self.server.faults.clear();
            return Ok(());
        };
        real.start_again().await
    }

    /// `/platform/` as the browser shows it: `/ref/platform/`.
    #[must_use]
    pub fn mounted(&self, path: &str) -> String {
        format!("{}{path}", self.base.prefix())
    }

    /// The other way round, for pages that exist: `/ref/platform/` is `/platform/`.
    #[must_use]
    pub fn unmounted(&self, path: &str) -> Option<String> {
        let path = path.strip_prefix(self.base.prefix())?;
        self.pages.iter().find(|page| *page == path).cloned()
    }

    /// One page of each kind: the first edition, the first source, and every page that is one of its kind.
    #[must_use]
    pub fn one_of_each_kind(&self) -> Vec<String> {
        let mut kinds = BTreeMap::new();
        for path in &self.pages {
            kinds.entry(kind(path)).or_insert_with(|| path.clone());
        }
        kinds.into_values().collect()
    }

    /// Requests that were refused or dropped since the log was last cleared.
    #[must_use]
    pub fn failed_requests(&self) -> Vec<String> {
        let failed = self.server.log.entries().into_iter().filter(|entry| entry.status >= 400 || entry.status == 0);
        failed.map(|entry| format!("{} {} → {}", entry.method, entry.path, entry.status)).collect()
    }
}

/// Names of the scripts of a build.
fn scripts(root: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(root).with_context(|| format!("cannot list {}", root.display()))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if Path::new(&name).extension().is_some_and(|extension| extension == "js") {
            names.push(name);
        }
    }
    Ok(names)
}

/// Pages of one kind share their blocks: all editions, all sources; any other page is a kind of its own.
#[must_use]
pub fn kind(path: &str) -> &str {
    let mut parts = path.trim_matches('/').split('/');
    match (parts.next(), parts.next()) {
        // The slug of an edition begins with its year.
        (Some("editions"), Some(slug)) if slug.starts_with(|first: char| first.is_ascii_digit()) => "an edition",
        (Some("sources"), Some(_)) => "a source",
        (Some("index-az"), Some(_)) => "a letter",
        _ => path,
    }
}
