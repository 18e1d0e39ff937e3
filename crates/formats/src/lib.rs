//! What other programs read: open data, calendar, feed, and structured data in the pages.
//!
//! Everything follows from the content alone: no clock, no randomness, no machine paths. All of it is
//! native; nothing of it reaches the browser's WASM.

mod address;
mod calendar;
pub mod data;
mod error;
mod feed;
mod plain;
mod structured;

use content::model::Site;

pub use calendar::{PATH as CALENDAR_PATH, calendar};
pub use error::FormatError;
pub use feed::{Change, PATH as FEED_PATH, changes, feed};
pub use plain::plain;
pub use structured::{script, structured_data};

/// A published file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Path below dist/, parted by `/`.
    pub path: String,
    /// Content.
    pub bytes: Vec<u8>,
}

/// Every file that other programs read. `base_url` is the public address of the site and ends with `/`.
///
/// # Errors
/// The content cannot be published in one of the formats; the error says what to change.
pub fn files(site: &Site, base_url: &str) -> Result<Vec<File>, FormatError> {
    let mut files = data::files(site, base_url)?;
    files.push(calendar(site, base_url)?);
    files.push(feed(site, base_url, &changes(site))?);
    Ok(files)
}
