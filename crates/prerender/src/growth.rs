//! What a site of any size costs to make and to read: time, memory, weights. Nothing is written.

use std::{
    collections::HashMap,
    fs,
    mem::{Discriminant, discriminant},
    path::Path,
    time::Instant,
};

use content::{
    compose::{self, Base},
    model::{Edition, Site},
    page::encode,
    route::Route,
};
use rayon::prelude::*;
use serde::Serialize;

use crate::{
    Output, PublishError, Shell, assets::merged, compress::Compressor, content_folder, figures::peak_memory, kept::Kept, pages::Publisher,
    search_module,
};

/// Of each kind of page so many of the longest are compressed, to find the heaviest: compressing all would take an hour.
const LONGEST: usize = 6;

/// What was measured.
#[derive(Debug, Serialize)]
pub struct Growth {
    /// How many editions.
    pub editions: usize,
    /// How many claims.
    pub claims: usize,
    /// How many sources.
    pub sources: usize,
    /// How many pages.
    pub pages: usize,
    /// Reading and checking the content, in seconds.
    pub check: f64,
    /// Making all pages, with their data, citations and columns, in seconds.
    pub render: f64,
    /// The most memory the process had until all pages were made, in KiB ([`peak_memory`]).
    pub kibibytes: Option<u64>,
    /// Compressed bytes (Brotli 11) of home.
    pub home: usize,
    /// The same of the page of the edition in the middle.
    pub edition: usize,
    /// Address and compressed bytes of the heaviest page of each kind, the heaviest first.
    pub heaviest: Vec<(String, usize)>,
}

/// Measures the site of the folder `content`, in the styles of the repository `root`.
///
/// # Errors
/// The content has problems, or a page cannot be made.
pub fn measure(content: &Path, root: &Path) -> Result<Growth, PublishError> {
    let started = Instant::now();
    let site = content_folder::site(&content_folder::files(content)?)?;
    let check = started.elapsed().as_secs_f64();
    let renderer = Renderer { site: &site, shell: shell(root)?, base: Base::new(&site.settings.base_url) };
    let routes = compose::routes(&site);
    let started = Instant::now();
    let lengths: Result<Vec<usize>, PublishError> = routes.par_iter().map(|route| renderer.length(route)).collect();
    let lengths = lengths?;
    renderer.columns();
    let render = started.elapsed().as_secs_f64();
    let kibibytes = peak_memory();
    let middle = site.editions.get(site.editions.len() / 2).map(Edition::route);
    Ok(Growth {
        editions: site.editions.len(),
        claims: site.claims.len(),
        sources: site.sources.len(),
        pages: routes.len(),
        check,
        render,
        kibibytes,
        home: renderer.weight(&Route::Home)?,
        edition: middle.map_or(Ok(0), |route| renderer.weight(&route))?,
        heaviest: heaviest(&renderer, &routes, &lengths)?,
    })
}

struct Renderer<'a> {
    site: &'a Site,
    shell: Shell,
    base: Base,
}

impl Renderer<'_> {
    fn files(&self, route: &Route) -> Result<Vec<Output>, PublishError> {
        Publisher { site: self.site, shell: &self.shell, base: &self.base, kept: &Kept::default(), compressor: None }.page(route)
    }

    /// Bytes of a page's HTML. All its files are made, as at publishing.
    fn length(&self, route: &Route) -> Result<usize, PublishError> {
        Ok(self.files(route)?.iter().filter(|file| file.is("html")).map(|file| file.bytes.len()).sum())
    }

    fn columns(&self) {
        let listed = compose::columns(self.site).len();
        let columns = self.site.editions.par_iter().take(listed).map(|edition| compose::column(self.site, &self.base, edition));
        columns.for_each(|column| drop(encode(&column)));
    }

    /// Compressed bytes of a page's HTML.
    fn weight(&self, route: &Route) -> Result<usize, PublishError> {
        let files = self.files(route)?;
        Ok(files.iter().filter(|file| file.is("html")).map(|file| Compressor::default().size(&file.bytes)).sum())
    }
}

/// The heaviest page of each kind: of the longest ones, the one that is heaviest once compressed.
fn heaviest(renderer: &Renderer<'_>, routes: &[Route], lengths: &[usize]) -> Result<Vec<(String, usize)>, PublishError> {
    let mut kinds: HashMap<Discriminant<Route>, Vec<(usize, &Route)>> = HashMap::new();
    for (route, length) in routes.iter().zip(lengths) {
        kinds.entry(discriminant(route)).or_default().push((*length, route));
    }
    let weigh = |mut pages: Vec<(usize, &Route)>| {
        pages.sort();
        let longest = pages.into_iter().rev().take(LONGEST);
        let weights: Result<Vec<(usize, String)>, PublishError> =
            longest.map(|(_, route)| Ok((renderer.weight(route)?, route.path()))).collect();
        Ok(weights?.into_iter().max().map(|(weight, path)| (path, weight)).unwrap_or_default())
    };
    let kinds: Vec<Vec<(usize, &Route)>> = kinds.into_values().collect();
    let heaviest: Result<Vec<(String, usize)>, PublishError> = kinds.into_par_iter().map(weigh).collect();
    let mut heaviest = heaviest?;
    heaviest.sort_by(|one, other| (other.1, &one.0).cmp(&(one.1, &other.0)));
    Ok(heaviest)
}

/// A stand-in for what Trunk makes of `index.html`: the same styles, inlined or linked, without hashes in their names.
fn shell(root: &Path) -> Result<Shell, PublishError> {
    let read = |path: &str| {
        let path = root.join(path);
        fs::read_to_string(&path).map_err(|error| PublishError::Io(path, error))
    };
    let mut index = String::new();
    let mut files = Vec::new();
    for line in read("index.html")?.lines() {
        let href = line.split_once("href=\"").and_then(|(_, rest)| rest.split_once('"')).map_or("", |(href, _)| href);
        let name = href.rsplit('/').next().unwrap_or_default();
        if !line.contains("data-trunk") {
            index.push_str(line);
        } else if line.contains("rel=\"inline\"") {
            index.push_str(&["<style>", &read(href)?, "</style>"].concat());
        } else if line.contains("rel=\"css\"") {
            index.push_str(&["<link rel=\"stylesheet\" href=\"/", name, "\">"].concat());
            files.push(Output { path: name.to_owned(), bytes: read(href)?.into_bytes() });
        } else if line.contains("rel=\"rust\"") {
            index.push_str(
                "<script data-loader>[\"search.js\", \"\", \"search_bg.wasm\", \"\", \"search.css\", \"\", \"later.css\", \"\"]</script>",
            );
        }
        index.push('\n');
    }
    let index = merged(&mut files, &index)?;
    let mut search = ["search.js", "search_bg.wasm"].map(|name| Output { path: name.to_owned(), bytes: Vec::new() });
    Shell::read(&index, "", &search_module::name(&mut search, "")?, &files)
}
