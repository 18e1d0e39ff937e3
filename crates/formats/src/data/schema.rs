//! JSON Schemas (draft 2020-12) of the published files, made from the types.

use schemars::{SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

use super::kinds::{KINDS, Kind};
use crate::address::Base;

/// A generator for what is written: fields without a value are null, never missing.
pub fn generator() -> SchemaGenerator {
    SchemaSettings::draft2020_12().for_serialize().into_generator()
}

/// The schema of one kind's file: a list of records.
pub fn of_kind(kind: &Kind, base: Base<'_>) -> Value {
    let mut generator = generator();
    let list = (kind.list_schema)(&mut generator);
    let mut schema = head(kind.code, base);
    schema.extend(list.as_object().cloned().unwrap_or_default());
    schema.insert("$defs".to_owned(), Value::Object(generator.take_definitions(true)));
    Value::Object(schema)
}

/// The schema of `all.json`: what it is, then every kind.
pub fn of_all(base: Base<'_>) -> Value {
    let mut generator = generator();
    let mut properties = Map::new();
    let mut describe = |key: &str, description: &str, format: Option<&str>| {
        let mut property = json!({"type": "string", "description": description});
        if let Some(format) = format {
            property["format"] = format.into();
        }
        properties.insert(key.to_owned(), property);
    };
    describe("title", "Name of the site, in Arabic.", None);
    describe("url", "Base address; every `page` is below it.", Some("uri"));
    describe("licence", "Name of the licence, in Arabic.", None);
    describe("licence_url", "Text of the licence.", Some("uri"));
    describe("updated", "Date of the last content change.", Some("date"));
    for kind in KINDS {
        properties.insert(kind.code.to_owned(), Value::from((kind.list_schema)(&mut generator)));
    }
    let mut schema = head(super::ALL, base);
    let required: Vec<&String> = properties.keys().collect();
    schema.insert("type".to_owned(), "object".into());
    schema.insert("required".to_owned(), json!(required));
    schema.insert("properties".to_owned(), Value::Object(properties));
    schema.insert("additionalProperties".to_owned(), false.into());
    schema.insert("$defs".to_owned(), Value::Object(generator.take_definitions(true)));
    Value::Object(schema)
}

fn head(code: &str, base: Base<'_>) -> Map<String, Value> {
    let mut head = Map::new();
    head.insert("$schema".to_owned(), "https://json-schema.org/draft/2020-12/schema".into());
    head.insert("$id".to_owned(), base.below(&super::schema_path(code)).into());
    head.insert("title".to_owned(), code.into());
    head
}

/// The columns of a kind: name and schema of each field, in order.
pub fn columns(kind: &Kind) -> Vec<(String, Value)> {
    let schema = (kind.record_schema)();
    let properties = schema.get("properties").and_then(Value::as_object);
    properties.map(|properties| properties.iter().map(|(name, rule)| (name.clone(), rule.clone())).collect()).unwrap_or_default()
}
