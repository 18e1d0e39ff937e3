//! RIS: a dozen tags a line each, written by hand, as no kept library writes them.
//!
//! Rules: "RIS Format Specifications", Research Information Systems, 2011 (two spaces, hyphen, space; CRLF;
//! dates as `YYYY/MM/DD`), in UTF-8 as every reference manager of today reads it.

use content::model::Date;

use crate::record::{Kind, Record};

/// The records as one file.
pub(crate) fn file(records: &[Record]) -> String {
    records.iter().map(entry).collect()
}

fn entry(record: &Record) -> String {
    let (year, date) = record.issued.map_or((None, None), |date| (Some(format!("{:04}", date.year)), Some(written(date))));
    let fields = [
        ("TY", Some(type_of(record.kind).to_owned())),
        ("ID", Some(record.key.clone())),
        // A comma would split the name of a body in two; its name is then told as publisher only.
        ("AU", record.author.clone().filter(|name| !name.contains(','))),
        ("TI", Some(record.title.clone())),
        ("T2", record.container.clone()),
        ("PB", record.publisher.clone().or_else(|| record.author.clone())),
        ("PY", year),
        ("DA", date),
        ("LA", Some(record.lang.clone())),
        ("UR", record.url.clone()),
        ("ER", Some(String::new())),
    ];
    let lines = fields.into_iter().filter_map(|(tag, value)| value.map(|value| format!("{tag}  - {value}\r\n")));
    lines.collect::<String>() + "\r\n"
}

fn type_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Webpage => "ELEC",
        Kind::News => "NEWS",
        Kind::Blog => "BLOG",
        Kind::Encyclopedia => "ENCYC",
    }
}

fn written(date: Date) -> String {
    date.iso().replace('-', "/")
}
