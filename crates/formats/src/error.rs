//! Why the content cannot be published for other programs.

use std::fmt;

/// Why a file cannot be made; `Display` says what to do.
#[derive(Debug)]
pub enum FormatError {
    /// Two records of a kind have one id.
    DuplicateId {
        /// Code of the kind.
        kind: &'static str,
        /// The id.
        id: String,
    },
    /// An item of a list contains the character that parts lists in CSV.
    Separator {
        /// Name of the column.
        column: String,
        /// The item.
        item: String,
    },
    /// A date that must be a day is not one.
    NotADay {
        /// What is dated.
        what: String,
        /// The date, ISO 8601.
        date: String,
    },
    /// The base address is not one.
    BaseUrl(String),
    /// A record cannot be written as JSON.
    Json(serde_json::Error),
    /// A table cannot be written as CSV.
    Csv(String),
    /// The feed cannot be written.
    Feed(atom_syndication::Error),
}

impl fmt::Display for FormatError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DuplicateId { kind, id } => write!(formatter, "two {kind} have the id {id}; give one of them another in content/"),
            Self::Separator { column, item } => {
                write!(formatter, "column {column}: {item:?} contains '|', which parts lists in CSV; write it another way in content/")
            }
            Self::NotADay { what, date } => write!(formatter, "{what}: {date} is not a day of the calendar; write year, month and day"),
            Self::BaseUrl(text) => write!(formatter, "{text}: expected an absolute address with a host that ends with '/'"),
            Self::Json(error) => write!(formatter, "a record cannot be written as JSON: {error}"),
            Self::Csv(error) => write!(formatter, "a table cannot be written as CSV: {error}"),
            Self::Feed(error) => write!(formatter, "the feed cannot be written: {error}"),
        }
    }
}

impl std::error::Error for FormatError {}

impl From<serde_json::Error> for FormatError {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error)
    }
}
