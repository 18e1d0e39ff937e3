//! One file at a time, as it would be published: for those who see their text while they write it.
//!
//! A page is rendered when it is asked for, and nothing is compressed, weighed or verified. What is not a page (the index of
//! the search, open data, images) comes from the whole site, which is made when such a file is first asked for.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use content::{
    compose::{Base, routes},
    model::Site,
    report::Reports,
    route::Route,
};
use delivery::PolicyIn;

use crate::{
    PublishError, Shell, content_folder, feeds,
    kept::Kept,
    offline,
    pages::Publisher,
    publish::{self, Job, Output},
};

/// Where drafts are shown: at the root of this machine, whatever the public address.
const HOST: &str = "http://localhost/";
/// Browsers ask for it with every page.
const MANIFEST: &str = "site.webmanifest";

/// The app and its styles, which do not change while one writes.
pub struct App {
    folder: PathBuf,
    shell: Shell,
    files: Vec<Output>,
}

impl App {
    /// Reads what Trunk made in `folder` for the root of a host.
    ///
    /// # Errors
    /// It is not what is expected there.
    pub fn read(folder: &Path) -> Result<Self, PublishError> {
        let (shell, mut files) = publish::shell_at(folder, "")?;
        files.push(shell.loader.clone());
        // Whatever a browser keeps of a site at this address would hide the draft.
        files.push(offline::off(""));
        Ok(Self { folder: folder.to_owned(), shell, files })
    }
}

/// The content as it is at one moment.
pub struct Draft {
    content: PathBuf,
    site: Site,
    base: Base,
    routes: BTreeMap<String, Route>,
    whole: OnceLock<Result<BTreeMap<String, Vec<u8>>, String>>,
}

impl Draft {
    /// Reads the content in a folder.
    ///
    /// # Errors
    /// Every problem of the content, or a file that cannot be read.
    pub fn read(content: &Path) -> Result<Self, PublishError> {
        let site = content_folder::site(&content_folder::files(content)?)?;
        let base = Base { url: site.settings.base_url.clone(), path: String::new() };
        let routes = routes(&site).into_iter().map(|route| (route.path(), route)).collect();
        Ok(Self { content: content.to_owned(), site, base, routes, whole: OnceLock::new() })
    }

    /// Whether there is a page at this address.
    #[must_use]
    pub fn has_page(&self, address: &str) -> bool {
        self.routes.contains_key(address)
    }

    /// The file at `address`, where a folder is its page; none if the site has no such file.
    ///
    /// # Errors
    /// It cannot be made: the reason, for people.
    pub fn file(&self, app: &App, address: &str) -> Result<Option<Vec<u8>>, String> {
        let path = address.trim_start_matches('/');
        if let Some(file) = app.files.iter().find(|file| file.path == path) {
            return Ok(Some(file.bytes.clone()));
        }
        let folder = &address[..=address.rfind('/').unwrap_or_default()];
        if let Some(route) = self.routes.get(address).or_else(|| self.routes.get(folder)) {
            let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
            let files = self.page(app, route).map_err(|error| error.to_string())?;
            if let Some(file) = files.into_iter().find(|file| file.path == path) {
                return Ok(Some(file.bytes));
            }
        }
        if address.ends_with('/') {
            return Ok(None);
        }
        if path == MANIFEST {
            return feeds::manifest(&self.site, "").map(|text| Some(text.into_bytes())).map_err(|error| error.to_string());
        }
        let whole = self.whole.get_or_init(|| self.publication(app).map_err(|error| error.to_string()));
        whole.as_ref().map(|files| files.get(path).cloned()).map_err(Clone::clone)
    }

    fn page(&self, app: &App, route: &Route) -> Result<Vec<Output>, PublishError> {
        let publisher = Publisher { site: &self.site, shell: &app.shell, base: &self.base, kept: &Kept::default(), compressor: None };
        if *route == Route::Quality { publisher.quality(&Reports::default()) } else { publisher.page(route) }
    }

    fn publication(&self, app: &App) -> Result<BTreeMap<String, Vec<u8>>, PublishError> {
        let job = Job {
            content: self.content.clone(),
            shell: app.folder.clone(),
            base_url: Some(HOST.to_owned()),
            reports: None,
            kept: Kept::default(),
            is_kept: false,
            policy_in: PolicyIn::Headers,
        };
        let files = publish::publication(&job)?.outputs;
        Ok(files.into_iter().map(|file| (file.path, file.bytes)).collect())
    }
}
