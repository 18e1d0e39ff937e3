//! Why a page cannot be cited.

use std::fmt;

/// Why a page cannot be cited; `Display` says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CitationError {
    /// A style of the library is not built as this crate expects: which style, what is missing.
    Style(&'static str, &'static str),
    /// A formatted text has not exactly one place for the date of access: which style, the text.
    AccessDate(&'static str, String),
    /// A route of a source the content does not have.
    NoSuchSource(String),
    /// A date cannot be written as BibTeX: key of the entry, why.
    BibTeX(String, String),
    /// A record cannot be written as CSL-JSON, or the library does not read it.
    CslJson(String),
}

impl fmt::Display for CitationError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Style(style, missing) => {
                write!(
                    formatter,
                    "the {style} style of hayagriva has no {missing}; compare crates/citations/src/formatted.rs with the new style"
                )
            }
            Self::AccessDate(style, text) => {
                write!(formatter, "{style}: expected exactly one place for the date of access in: {text}")
            }
            Self::NoSuchSource(id) => write!(formatter, "no source {id}; compose the page from the same content"),
            Self::BibTeX(key, why) => write!(formatter, "BibTeX entry {key}: {why}; correct the date in the content"),
            Self::CslJson(why) => write!(formatter, "CSL-JSON: {why}; compare crates/citations/src/csl_json.rs with the schema"),
        }
    }
}

impl std::error::Error for CitationError {}
