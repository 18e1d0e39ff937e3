//! How heavy the site may be, as `budgets.toml` says.

use std::{fs, path::Path};

use serde::Deserialize;

use crate::PublishError;

/// Every budget; the file explains each of them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budgets {
    /// Of every page.
    pub page: PageBudgets,
    /// Of the whole site.
    pub site: SiteBudgets,
}

/// Bytes of every page after compression.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageBudgets {
    /// HTML with its inlined styles.
    pub html: usize,
    /// Headers of the answer, coded by HPACK.
    pub headers: usize,
    /// Everything before the app.
    pub first_view: usize,
    /// The same without what Save-Data spares.
    pub save_data: usize,
    /// Data as percent of text and addresses.
    pub data_percent: usize,
}

/// Bytes of the whole site after compression.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SiteBudgets {
    /// Styles inlined in every page.
    pub inlined_styles: usize,
    /// All styles, inlined and in files.
    pub styles: usize,
    /// All typefaces.
    pub fonts: usize,
    /// WASM and JavaScript of the app.
    pub app: usize,
    /// The module of the search.
    pub search: usize,
    /// The index of the search.
    pub index: usize,
}

impl Budgets {
    /// Reads `budgets.toml`.
    ///
    /// # Errors
    /// The file cannot be read, or a budget is missing, unknown or no number.
    pub fn read(file: &Path) -> Result<Self, PublishError> {
        let text = fs::read_to_string(file).map_err(|error| PublishError::Io(file.to_owned(), error))?;
        toml::from_str(&text).map_err(|error| PublishError::Budgets(file.to_owned(), error))
    }

    /// The same where so many bytes of headers stand in the pages instead: a reader is sent no more.
    #[must_use]
    pub fn moved_into_pages(mut self, bytes: usize) -> Self {
        let PageBudgets { html, headers, first_view, save_data, .. } = &mut self.page;
        *headers = headers.saturating_sub(bytes);
        for budget in [html, first_view, save_data] {
            *budget += bytes;
        }
        self
    }
}
