//! Makes every file of the site in memory, and verifies them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use content::{
    compose::{self, Base, routes},
    model::{Edition, Site},
    page, phrases,
    report::Reports,
    route::{COLUMN_FILE, COLUMNS_FILE, FRAME_FILE, Route},
    source::SourceFile,
};
use delivery::{Policy, PolicyIn};
use rayon::prelude::*;
use share_images::Card;
use url::Url;
use walkdir::WalkDir;

use crate::{
    PublishError, Shell, assets,
    compress::Compressor,
    content_folder, feeds, hosts,
    kept::Kept,
    leaks, offline, page_weights,
    pages::{Publisher, data_file},
    render,
    reports::reports,
    search_index, search_module,
    sizes::Compressed,
    verify::Documents,
};

/// A file of the site.
#[derive(Clone, Debug)]
pub struct Output {
    /// Path below dist/, parted by `/`.
    pub path: String,
    /// Content.
    pub bytes: Vec<u8>,
}

impl Output {
    /// Whether its name ends with `.extension`.
    #[must_use]
    pub fn is(&self, extension: &str) -> bool {
        Path::new(&self.path).extension().is_some_and(|found| found == extension)
    }
}

/// What is published and from where.
#[derive(Debug)]
pub struct Job {
    /// The editors' files.
    pub content: PathBuf,
    /// Trunk's output, and in it the module of the search.
    pub shell: PathBuf,
    /// Instead of the base address of `content/site.toml`.
    pub base_url: Option<String>,
    /// Records of the tests. With this folder, empty or not, the page of the site's quality shows figures of this build as
    /// well, and every page its weight; without it nothing is measured, which saves time.
    pub reports: Option<PathBuf>,
    /// What was made before.
    pub kept: Kept,
    /// Whether browsers may keep the site for reading without a connection; if not, they are told to remove what they keep.
    pub is_kept: bool,
    /// Where browsers find what pages may do.
    pub policy_in: PolicyIn,
}

/// A site that may be written.
pub struct Publication {
    /// Its files, sorted by path.
    pub outputs: Vec<Output>,
    /// What the operator should know, though it does not stand in the way.
    pub warnings: Vec<String>,
    /// Its pages, parsed.
    pub documents: Documents,
    /// What readers download, as far as it was measured.
    pub compressed: Compressed,
    /// What its pages may do.
    pub policy: Policy,
    /// The name of its host.
    pub host: String,
}

/// The whole site in memory, verified.
///
/// # Errors
/// Anything doubtful: see [`PublishError`].
pub fn publication(job: &Job) -> Result<Publication, PublishError> {
    let files = content_folder::files(&job.content)?;
    let site = content_folder::site(&files)?;
    let base_url = base_url(job.base_url.as_deref().unwrap_or(&site.settings.base_url))?;
    let base = Base::new(base_url.as_str());
    let (shell, built) = shell_at(&job.shell, &base.path)?;
    let shell = if job.policy_in == PolicyIn::Pages { shell.with_policy()? } else { shell };
    let compressor = Compressor::new(job.kept.clone());
    let measuring = job.reports.is_some().then_some(&compressor);
    let publisher = Publisher { site: &site, shell: &shell, base: &base, kept: &job.kept, compressor: measuring };
    let mut outputs = publisher.pages()?;
    outputs.extend(for_programs(&site, &base, &job.kept)?);
    outputs.extend(columns(&site, &base));
    outputs.extend(feeds::sitemaps(&site, base_url.as_str()));
    outputs.push(file("site.webmanifest", feeds::manifest(&site, &base.path)?));
    outputs.push(file("robots.txt", feeds::robots(base_url.as_str())));
    outputs.extend(built);
    outputs.push(shell.loader.clone());
    let mut documents = Documents::read(&outputs, &base.path);
    let mut compressed = Compressed::default();
    let reports = match &job.reports {
        Some(folder) => {
            compressed.add(&outputs, &compressor);
            let weights = compressed.weights(page_weights::first_view_of_home(&documents, &compressed));
            reports(folder, weights, documents.links())?
        }
        None => Reports::default(),
    };
    let quality = publisher.quality(&reports)?;
    documents.add(&quality);
    outputs.extend(quality);
    outputs.extend(search_index::outputs(&site, &documents));
    if job.reports.is_some() {
        // The page of the site's quality, and the index.
        compressed.add(&outputs, &compressor);
    }
    let home = outputs.iter().find(|output| output.path == "index.html").map(|home| String::from_utf8_lossy(&home.bytes));
    let policy = home.map(|home| Policy::of_document(&home)).unwrap_or_default();
    outputs.extend(hosts::security_txt(&site, base_url.as_str()));
    outputs.sort_by(|one, other| one.path.cmp(&other.path));
    if job.is_kept {
        outputs.extend(offline::outputs(&outputs, &base.path, measuring)?);
    } else {
        outputs.push(offline::off(&base.path));
    }
    let headers = hosts::headers_file(&outputs, &base.path, &policy);
    outputs.push(headers);
    outputs.push(file("build.json", feeds::build(&site, &content_folder::hash(&files), &outputs)?));
    outputs.sort_by(|one, other| one.path.cmp(&other.path));
    let pages: Vec<String> = routes(&site).iter().map(Route::path).collect();
    let mut faults = documents.faults(&outputs, base_url.as_str(), &pages);
    faults.extend(leaks::faults(&outputs));
    if !faults.is_empty() {
        return Err(PublishError::Verification(faults));
    }
    let host = base_url.host_str().unwrap_or_default().to_owned();
    Ok(Publication { outputs, warnings: warnings(&site, &files), documents, compressed, policy, host })
}

fn warnings(site: &Site, files: &[SourceFile]) -> Vec<String> {
    let mut warnings = Vec::new();
    if site.settings.contact.is_empty() {
        warnings.push("content/site.toml sets no contact: the pages say that there is none".to_owned());
    }
    let unfinished = files.iter().filter(|file| file.text.contains(phrases::PLACEHOLDER));
    warnings.extend(hosts::security_txt_warning(site, chrono::Local::now().date_naive()));
    warnings.extend(unfinished.map(|file| format!("content/{} still holds text of the template ({})", file.path, phrases::PLACEHOLDER)));
    warnings
}

/// The data of the pages and the frame, for `trunk serve`.
///
/// # Errors
/// The content has problems, or a page is missing.
pub fn all_data(content: &Path) -> Result<Vec<Output>, PublishError> {
    let site = content_folder::site(&content_folder::files(content)?)?;
    // `trunk serve` serves at the root, whatever the public address.
    let base = Base { url: site.settings.base_url.clone(), path: String::new() };
    let mut outputs = vec![data(FRAME_FILE, &compose::frame(&site, &base))];
    for route in routes(&site) {
        let rendered = render(&site, &base, &route)?;
        outputs.extend(data_file(&rendered));
    }
    outputs.extend(columns(&site, &base));
    Ok(outputs)
}

/// An absolute address that ends with a slash.
///
/// # Errors
/// `text` is not one.
pub fn base_url(text: &str) -> Result<Url, PublishError> {
    let url = Url::parse(text).map_err(|_| PublishError::BaseUrl(text.to_owned()))?;
    if url.path().ends_with('/') && url.has_host() { Ok(url) } else { Err(PublishError::BaseUrl(text.to_owned())) }
}

/// The columns that readers may add to matrices that do not show all editions, and their list.
fn columns(site: &Site, base: &Base) -> Vec<Output> {
    let list = compose::columns(site);
    if list.is_empty() {
        return Vec::new();
    }
    let column = |edition: &Edition| data(format!("{}{COLUMN_FILE}", edition.route().path()), &compose::column(site, base, edition));
    let mut columns: Vec<Output> = site.editions.par_iter().map(column).collect();
    columns.push(data(COLUMNS_FILE, &list));
    columns
}

/// A file of data for the app.
pub(crate) fn data<T: serde::Serialize>(path: impl AsRef<str>, value: &T) -> Output {
    Output { path: path.as_ref().trim_start_matches('/').to_owned(), bytes: page::encode(value) }
}

/// Open data, calendar, feed, and the images that other sites show.
fn for_programs(site: &Site, base: &Base, kept: &Kept) -> Result<Vec<Output>, PublishError> {
    let files = formats::files(site, &base.url).map_err(PublishError::Format)?;
    let files = files.into_iter().map(|file| Output { path: file.path, bytes: file.bytes });
    let icons = share_images::icons().map_err(PublishError::Image)?;
    let icons = icons.into_iter().map(|image| Output { path: image.path, bytes: image.bytes });
    let image = |(path, card): (String, Card)| {
        let made = kept.or_make_here("png", format!("{card:?}").as_bytes(), || share_images::png(&card));
        Ok(Output { path, bytes: made.map_err(PublishError::Image)? })
    };
    let images: Result<Vec<Output>, PublishError> = share_images::cards(site).into_par_iter().map(image).collect();
    Ok(files.chain(icons).chain(images?).collect())
}

/// A file of JSON.
pub(crate) fn json<T: serde::Serialize>(path: &str, value: &T) -> Result<Output, PublishError> {
    let text = serde_json::to_string(value).map_err(PublishError::Json)?;
    Ok(file(path, text))
}

/// The shell that Trunk made in `folder` and the files that belong to it, for pages below the path `base`.
pub(crate) fn shell_at(folder: &Path, base: &str) -> Result<(Shell, Vec<Output>), PublishError> {
    let index = read(&folder.join("index.html"))?;
    let mut built = shell_files(folder)?;
    let search = search_module::name(&mut built, base)?;
    let index = assets::merged(&mut built, &String::from_utf8_lossy(&index))?;
    let index = assets::named(&mut built, &index)?;
    let shell = Shell::read(&index, base, &search, &built)?;
    Ok((shell, built))
}

/// What Trunk and wasm-bindgen made, but index.html.
fn shell_files(folder: &Path) -> Result<Vec<Output>, PublishError> {
    let mut outputs = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| PublishError::Io(folder.to_owned(), error.into()))?;
        let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let path = below.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        if entry.file_type().is_file() && path != "index.html" {
            outputs.push(Output { path, bytes: read(entry.path())? });
        }
    }
    Ok(outputs)
}

/// A file of text.
pub(crate) fn file(path: &str, text: String) -> Output {
    Output { path: path.to_owned(), bytes: text.into_bytes() }
}

fn read(path: &Path) -> Result<Vec<u8>, PublishError> {
    fs::read(path).map_err(|error| PublishError::Io(path.to_owned(), error))
}
