//! Open data: everything the site says, as files that programs read. Addresses and keys of version 1 are permanent.

mod kinds;
mod package;
mod schema;
mod table;
mod values;

use content::{model::Site, phrases::data as words};
use serde_json::{Map, Value, json};

use crate::{File, FormatError, address::Base};
use kinds::{KINDS, Kind, Origin};
pub use kinds::{
    claims::Claim,
    compared::{Outcome, Speaker, Topic},
    conflicts::{Conflict, ConflictStatement},
    corrections::Correction,
    editions::{Edition, Objective, ObjectiveStatement},
    figures::Figure,
    milestones::Milestone,
    people::{Institution, Person, Role},
    reprints::Reprint,
    sources::Source,
    terms::Term,
};
pub(crate) use kinds::{editions::title as edition_title, terms::of as term_of};
pub use values::{
    ClaimId, ConflictId, ConflictKind, CorrectionId, Day, Grade, Language, LooseDate, Path, Precision, ReprintId, Slug, SourceId,
    SourceKind, TermKind, Unit, Url,
};

/// Where the files lie below dist/.
pub const FOLDER: &str = "data/v1/";
/// Code of the file with every kind.
pub(crate) const ALL: &str = "all";
/// Describes all files.
const PACKAGE: &str = "datapackage.json";

/// What a kind of records is and where its files are, for the page that explains them. Paths are below dist/.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileDescription {
    /// Code: the name of the files and the key in `all.json`.
    pub kind: &'static str,
    /// Name, in Arabic.
    pub name: &'static str,
    /// One line of explanation, in Arabic.
    pub explanation: &'static str,
    /// The records as JSON.
    pub json: String,
    /// The records as CSV; none for the file with every kind.
    pub csv: Option<String>,
    /// JSON Schema of the JSON.
    pub schema: String,
    /// How many records.
    pub records: usize,
}

/// The files under `data/v1/`: per kind JSON, CSV and JSON Schema, `all.json`, `datapackage.json`.
///
/// # Errors
/// The content cannot be published; the error says what to change.
pub fn files(site: &Site, base_url: &str) -> Result<Vec<File>, FormatError> {
    let base = Base::new(base_url)?;
    days_are_days(site)?;
    let origin = Origin { site, base };
    let mut files = Vec::new();
    let mut all = about(site, base);
    for kind in KINDS {
        let records = (kind.records)(&origin)?;
        files.push(File { path: csv_path(kind.code), bytes: csv(kind, &records)? });
        let records = Value::Array(records);
        files.push(json_file(json_path(kind.code), &records)?);
        files.push(json_file(schema_path(kind.code), &schema::of_kind(kind, base))?);
        all.insert(kind.code.to_owned(), records);
    }
    files.push(json_file(json_path(ALL), &Value::Object(all))?);
    files.push(json_file(schema_path(ALL), &schema::of_all(base))?);
    let package = package::package(&site.settings, base, FOLDER, &files)?;
    files.push(File { path: package_path(), bytes: package });
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(files)
}

/// What the files are, one description per kind in the order of `all.json`, which comes last.
///
/// # Errors
/// As [`files`].
pub fn data_files(site: &Site, base_url: &str) -> Result<Vec<FileDescription>, FormatError> {
    let origin = Origin { site, base: Base::new(base_url)? };
    let mut descriptions = Vec::new();
    for kind in KINDS {
        descriptions.push(description(kind.code, Some(csv_path(kind.code)), (kind.records)(&origin)?.len()));
    }
    let records = descriptions.iter().map(|description| description.records).sum();
    descriptions.push(description(ALL, None, records));
    Ok(descriptions)
}

fn description(kind: &'static str, csv: Option<String>, records: usize) -> FileDescription {
    FileDescription {
        kind,
        name: name(kind),
        explanation: explanation(kind),
        json: json_path(kind),
        csv,
        schema: schema_path(kind),
        records,
    }
}

/// Path of `datapackage.json` below dist/.
#[must_use]
pub fn package_path() -> String {
    format!("{FOLDER}{PACKAGE}")
}

/// Path of a kind's JSON below dist/.
pub(crate) fn json_path(code: &str) -> String {
    format!("{FOLDER}{code}.json")
}

fn csv_path(code: &str) -> String {
    format!("{FOLDER}{code}.csv")
}

fn schema_path(code: &str) -> String {
    format!("{FOLDER}schema/{code}.json")
}

/// Arabic name of a kind.
fn name(code: &str) -> &'static str {
    words::KINDS.iter().find(|(known, ..)| *known == code).map_or("", |(_, name, _)| name)
}

/// Arabic explanation of a kind.
fn explanation(code: &str) -> &'static str {
    words::KINDS.iter().find(|(known, ..)| *known == code).map_or("", |(.., explanation)| explanation)
}

fn about(site: &Site, base: Base<'_>) -> Map<String, Value> {
    let settings = &site.settings;
    let about = json!({
        "title": settings.name,
        "url": base.home(),
        "licence": settings.licence,
        "licence_url": settings.licence_url,
        "updated": settings.updated.iso(),
    });
    about.as_object().cloned().unwrap_or_default()
}

fn csv(kind: &Kind, records: &[Value]) -> Result<Vec<u8>, FormatError> {
    let columns: Vec<String> = schema::columns(kind).into_iter().map(|(name, _)| name).collect();
    table::csv(&columns, records)
}

fn json_file(path: String, value: &Value) -> Result<File, FormatError> {
    Ok(File { path, bytes: (serde_json::to_string_pretty(value)? + "\n").into_bytes() })
}

/// The dates that are published as days are days.
fn days_are_days(site: &Site) -> Result<(), FormatError> {
    let editions = site.editions.iter().flat_map(|edition| {
        let days = [Some(edition.start), edition.end].into_iter().flatten();
        days.map(|date| (edition.slug.as_str(), date))
    });
    let corrections = site.corrections.iter().map(|correction| (correction.id.as_str(), correction.date));
    let mut days = editions.chain(corrections).chain([("site.toml: updated", site.settings.updated)]);
    let unclear = days.find(|(_, date)| date.day.is_none());
    unclear.map_or(Ok(()), |(what, date)| Err(FormatError::NotADay { what: what.to_owned(), date: date.iso() }))
}
