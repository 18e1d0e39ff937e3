//! Why a site is not published.

use std::{fmt, io, path::PathBuf};

/// Why a site is not published; `Display` says what to do.
#[derive(Debug)]
pub enum PublishError {
    /// The content has problems; already told in Arabic.
    Content(Vec<content::problem::Problem>),
    /// A route without a page.
    NoSuchPage(String),
    /// A file could not be read or written.
    Io(PathBuf, io::Error),
    /// Trunk's index.html is not the shell that is expected.
    Shell(String),
    /// The base address is not one.
    BaseUrl(String),
    /// The stylesheets cannot be minified.
    Style(String),
    /// Page data cannot be written as JSON.
    Json(serde_json::Error),
    /// A record of the tests has another shape.
    Report(PathBuf, serde_json::Error),
    /// A page cannot be cited.
    Citation(citations::CitationError),
    /// A file for other programs cannot be made.
    Format(formats::FormatError),
    /// A share image cannot be drawn.
    Image(share_images::ImageError),
    /// What verification found, page by page.
    Verification(Vec<String>),
    /// `budgets.toml` is not what is expected.
    Budgets(PathBuf, toml::de::Error),
    /// Files that are larger than their budget.
    Budget(Vec<String>),
}

impl fmt::Display for PublishError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Content(problems) => {
                problems.iter().try_for_each(|problem| writeln!(formatter, "{problem}\n"))?;
                let count = u32::try_from(problems.len()).unwrap_or(u32::MAX);
                let count = content::text::counted(count, &content::phrases::PROBLEMS_NOUN);
                write!(formatter, "{}", content::phrases::problem::count(&count))
            }
            Self::NoSuchPage(path) => write!(formatter, "{path}: the route table lists it, but the content has no such page"),
            Self::Io(path, error) => write!(formatter, "{}: {error}", path.display()),
            Self::Shell(missing) => write!(formatter, "index.html from Trunk lacks {missing}; build the shell with `cargo xtask build`"),
            Self::BaseUrl(url) => {
                write!(formatter, "base address {url}: expected an absolute address ending with a slash, such as https://example.org/ref/")
            }
            Self::Style(error) => write!(formatter, "style/: {error}"),
            Self::Json(error) => write!(formatter, "page data: {error}"),
            Self::Report(path, error) => {
                write!(formatter, "{}: {error}; remove the file, `cargo xtask test` writes it anew", path.display())
            }
            Self::Citation(error) => write!(formatter, "citations: {error}"),
            Self::Format(error) => write!(formatter, "files for other programs: {error}"),
            Self::Image(error) => write!(formatter, "share images: {error}"),
            Self::Verification(faults) => write!(formatter, "not published:\n  {}", faults.join("\n  ")),
            Self::Budgets(path, error) => write!(formatter, "{}: {error}", path.display()),
            Self::Budget(faults) => write!(formatter, "over budget:\n  {}", faults.join("\n  ")),
        }
    }
}

impl std::error::Error for PublishError {}
