//! CSL-JSON, which Zotero, Pandoc and every CSL processor read.
//!
//! Rules: csl-data.json of the CSL 1.0.2 schema. `citationberg` reads it but writes dates in another
//! shape, so the fields are written here and read back by it.

use citationberg::json::Item;
use content::model::Date;
use serde::Serialize;

use crate::{
    CitationError,
    record::{Kind, Record},
};

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Fields<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<[Body<'a>; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    container_title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Day>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accessed: Option<Day>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    language: &'a str,
}

#[derive(Serialize)]
struct Body<'a> {
    literal: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Day {
    date_parts: [Vec<u16>; 1],
}

/// The records as one file.
pub(crate) fn file(records: &[Record]) -> Result<String, CitationError> {
    let fields: Vec<Fields<'_>> = records.iter().map(|record| fields(record, None)).collect();
    serde_json::to_string_pretty(&fields).map(|text| text + "\n").map_err(|error| CitationError::CslJson(error.to_string()))
}

/// A record as the formatting library wants it, with a date of access.
pub(crate) fn item(record: &Record, accessed: Date) -> Result<Item, CitationError> {
    let value = serde_json::to_value(fields(record, Some(accessed)));
    value.and_then(serde_json::from_value).map_err(|error| CitationError::CslJson(error.to_string()))
}

fn fields(record: &Record, accessed: Option<Date>) -> Fields<'_> {
    Fields {
        id: &record.key,
        kind: type_of(record.kind),
        title: &record.title,
        author: record.author.as_deref().map(|literal| [Body { literal }]),
        container_title: record.container.as_deref(),
        publisher: record.publisher.as_deref(),
        issued: record.issued.map(day),
        accessed: accessed.map(day),
        url: record.url.as_deref(),
        language: &record.lang,
    }
}

fn type_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Webpage => "webpage",
        Kind::News => "article-newspaper",
        Kind::Blog => "post-weblog",
        Kind::Encyclopedia => "entry-encyclopedia",
    }
}

fn day(date: Date) -> Day {
    let parts = [Some(date.year), date.month.map(u16::from), date.day.map(u16::from)];
    Day { date_parts: [parts.into_iter().flatten().collect()] }
}
