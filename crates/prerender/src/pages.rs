//! The files of each page: HTML, data, citation.

use content::{
    compose::{self, Base, routes},
    model::Site,
    page::Page,
    report::Reports,
    route::{DATA_FILE, Route},
};
use rayon::prelude::*;

use crate::{
    PublishError, Rendered, Shell,
    compress::Compressor,
    document,
    kept::Kept,
    kept_body,
    publish::{Output, data, file},
    rendered,
};

/// What all pages are made of.
pub(crate) struct Publisher<'a> {
    pub(crate) site: &'a Site,
    pub(crate) shell: &'a Shell,
    pub(crate) base: &'a Base,
    /// Pages rendered before.
    pub(crate) kept: &'a Kept,
    /// With it every page says what it weighs.
    pub(crate) compressor: Option<&'a Compressor>,
}

impl Publisher<'_> {
    /// Every page but the one that reports on the others.
    pub(crate) fn pages(&self) -> Result<Vec<Output>, PublishError> {
        let mut routes = routes(self.site);
        routes.retain(|route| *route != Route::Quality);
        let pages: Result<Vec<Vec<Output>>, PublishError> = routes.par_iter().map(|route| self.page(route)).collect();
        Ok(pages?.into_iter().flatten().collect())
    }

    /// The files of one page.
    pub(crate) fn page(&self, route: &Route) -> Result<Vec<Output>, PublishError> {
        self.files(route, compose::page(self.site, self.base, route))
    }

    /// The page that reports on the others.
    pub(crate) fn quality(&self, reports: &Reports) -> Result<Vec<Output>, PublishError> {
        self.files(&Route::Quality, compose::quality(self.site, self.base, reports))
    }

    fn files(&self, route: &Route, page: Option<Page>) -> Result<Vec<Output>, PublishError> {
        let mut page = page.ok_or_else(|| PublishError::NoSuchPage(route.path()))?;
        self.shell.build().clone_into(&mut page.build);
        if page.has_exhibit() {
            page.exhibit_styles.clone_from(&self.shell.exhibit_styles);
        }
        if page.has_picture() {
            page.picture_styles.clone_from(&self.shell.picture_styles);
        }
        if page.has_matrix() {
            page.matrix_styles.clone_from(&self.shell.matrix_styles);
        }
        if matches!(route, Route::Search | Route::IndexAz | Route::IndexLetter(_) | Route::Glossary) {
            page.styles.clone_from(&self.shell.search_styles);
        }
        let mut rendered = rendered(self.site, self.base, self.kept, route, page)?;
        let mut html = document::document(self.shell, self.site, self.base, &rendered)?;
        if let Some(compressor) = self.compressor {
            // The line that says it changes the weight by less than it is rounded by.
            rendered.page.kilobytes = kilobytes(compressor.size(html.as_bytes()));
            rendered.html = kept_body(self.kept, &compose::frame(self.site, self.base), &rendered.page);
            html = document::document(self.shell, self.site, self.base, &rendered)?;
        }
        let mut outputs = vec![file(&html_file(route), html)];
        outputs.extend(data_file(&rendered));
        outputs.extend(rendered.files);
        Ok(outputs)
    }
}

/// Thousands of bytes, rounded; at least one.
fn kilobytes(bytes: usize) -> u32 {
    u32::try_from(bytes.saturating_add(500) / 1_000).unwrap_or(u32::MAX).max(1)
}

fn html_file(route: &Route) -> String {
    let path = route.path();
    let path = path.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

/// The data of a page; stand-ins have none, since they are not navigated to.
pub(crate) fn data_file(rendered: &Rendered) -> Option<Output> {
    let path = format!("{}{DATA_FILE}", rendered.route.path().trim_start_matches('/'));
    (!rendered.route.is_stand_in()).then(|| data(path, &rendered.page))
}
