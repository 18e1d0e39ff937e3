//! The kinds of records, one module per group of kinds. A new kind is a type, its [`Record`] and a line in [`KINDS`].

pub mod claims;
pub mod compared;
pub mod conflicts;
pub mod corrections;
pub mod editions;
pub mod figures;
pub mod milestones;
pub mod people;
pub mod reprints;
pub mod sources;
pub mod terms;

use std::collections::BTreeMap;

use content::model::{Reference, Site};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;
use serde_json::Value;

use crate::{FormatError, address::Base};

/// What records are made of.
pub struct Origin<'a> {
    /// The content.
    pub site: &'a Site,
    /// The public base address.
    pub base: Base<'a>,
}

/// A kind of record. Records are flat (texts, numbers, lists of texts), so that JSON and CSV say the same.
pub trait Record: Serialize + JsonSchema {
    /// Code: name of the files and key in `all.json`.
    const CODE: &'static str;
    /// Fields that hold the id of another kind's record.
    const REFERENCES: &'static [(&'static str, &'static str)] = &[];

    /// Every record, in the order of publication.
    fn all(origin: &Origin<'_>) -> Vec<Self>
    where
        Self: Sized;
}

/// A kind without its type.
pub struct Kind {
    /// See [`Record::CODE`].
    pub code: &'static str,
    /// See [`Record::REFERENCES`].
    pub references: &'static [(&'static str, &'static str)],
    /// The records as JSON objects.
    pub records: fn(&Origin<'_>) -> Result<Vec<Value>, FormatError>,
    /// The schema of the list of records; definitions go into the generator.
    pub list_schema: fn(&mut SchemaGenerator) -> Schema,
    /// The schema of one record.
    pub record_schema: fn() -> Schema,
}

/// Every kind that is published, in the order of `all.json`.
pub const KINDS: &[Kind] = &[
    kind::<editions::Edition>(),
    kind::<editions::Objective>(),
    kind::<editions::ObjectiveStatement>(),
    kind::<compared::Speaker>(),
    kind::<compared::Topic>(),
    kind::<compared::Outcome>(),
    kind::<claims::Claim>(),
    kind::<sources::Source>(),
    kind::<reprints::Reprint>(),
    kind::<conflicts::Conflict>(),
    kind::<conflicts::ConflictStatement>(),
    kind::<people::Person>(),
    kind::<people::Role>(),
    kind::<people::Institution>(),
    kind::<terms::Term>(),
    kind::<figures::Figure>(),
    kind::<milestones::Milestone>(),
    kind::<corrections::Correction>(),
];

const fn kind<R: Record>() -> Kind {
    Kind {
        code: R::CODE,
        references: R::REFERENCES,
        records: records::<R>,
        list_schema: |generator| generator.subschema_for::<Vec<R>>(),
        record_schema: || super::schema::generator().into_root_schema_for::<R>(),
    }
}

fn records<R: Record>(origin: &Origin<'_>) -> Result<Vec<Value>, FormatError> {
    let records: Result<Vec<Value>, _> = R::all(origin).iter().map(serde_json::to_value).collect();
    let records = records?;
    let mut ids = std::collections::BTreeSet::new();
    for record in &records {
        let id = record["id"].as_str().unwrap_or_default();
        if !ids.insert(id) {
            return Err(FormatError::DuplicateId { kind: R::CODE, id: id.to_owned() });
        }
    }
    Ok(records)
}

/// Ids made of permanent ids; where one is taken, the next gets `.2`, `.3` and so on.
#[derive(Default)]
struct Ids(BTreeMap<String, u32>);

impl Ids {
    fn next(&mut self, id: String) -> String {
        let count = self.0.entry(id.clone()).or_default();
        *count += 1;
        if *count == 1 { id } else { format!("{id}.{count}") }
    }
}

/// The ids of references.
fn ids<T: From<String>>(references: &[Reference]) -> Vec<T> {
    references.iter().map(|reference| T::from(reference.id.clone())).collect()
}
