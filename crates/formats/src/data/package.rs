//! `datapackage.json`: what the files are, for programs that read Frictionless Data Packages (version 2.0).

use content::{model::Settings, phrases::data as words, route::Route};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::{
    kinds::{KINDS, Kind},
    schema, table,
};
use crate::{File, FormatError, address::Base};

const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";

/// The description of `files`, which lie below `folder`.
///
/// # Errors
/// The description cannot be written.
pub fn package(settings: &Settings, base: Base<'_>, folder: &str, files: &[File]) -> Result<Vec<u8>, FormatError> {
    let resources: Vec<Value> = files.iter().filter_map(|file| resource(file, file.path.strip_prefix(folder)?)).collect();
    let package = json!({
        "$schema": PROFILE,
        "name": "marrakech-platform",
        "title": format!("{}: {}", settings.name, words::TITLE),
        "description": words::DESCRIPTION,
        "homepage": base.page(&Route::Data),
        "version": settings.updated.iso(),
        "created": format!("{}T00:00:00Z", settings.updated.iso()),
        "licenses": [licence(settings)],
        "contributors": [{"title": settings.name, "path": base.home(), "roles": ["publisher"]}],
        "resources": resources,
    });
    Ok((serde_json::to_string_pretty(&package)? + "\n").into_bytes())
}

/// Names are those of opendefinition.org, where the licence is one of Creative Commons.
fn licence(settings: &Settings) -> Value {
    let mut licence = json!({"title": settings.licence, "path": settings.licence_url});
    let known = [("/licenses/by/4.0/", "CC-BY-4.0"), ("/licenses/by-sa/4.0/", "CC-BY-SA-4.0"), ("/publicdomain/zero/1.0/", "CC0-1.0")];
    if let Some((_, name)) = known.iter().find(|(part, _)| settings.licence_url.contains(part)) {
        licence["name"] = (*name).into();
    }
    licence
}

/// A table or a list of records; schemas are not data and are named by the resources they describe.
fn resource(file: &File, path: &str) -> Option<Value> {
    let (code, extension) = path.split_once('.').filter(|(code, _)| !code.contains('/'))?;
    let kind = KINDS.iter().find(|kind| kind.code == code);
    let mut resource = json!({
        "name": if extension == "csv" { code.to_owned() } else { format!("{code}-{extension}") },
        "path": path,
        "title": super::name(code),
        "description": super::explanation(code),
        "format": extension,
        "mediatype": if extension == "csv" { "text/csv" } else { "application/json" },
        "encoding": "utf-8",
        "bytes": file.bytes.len(),
        "hash": format!("sha256:{:x}", Sha256::digest(&file.bytes)),
    });
    if extension == "csv" {
        resource["type"] = "table".into();
        resource["dialect"] = json!({"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": true});
        resource["schema"] = table_schema(kind?);
    } else {
        resource["jsonSchema"] = format!("schema/{code}.json").into();
    }
    Some(resource)
}

fn table_schema(kind: &Kind) -> Value {
    let fields: Vec<Value> = schema::columns(kind).iter().map(|(name, rule)| field(name, rule)).collect();
    let reference = |(field, kind): &(&str, &str)| json!({"fields": [field], "reference": {"resource": kind, "fields": ["id"]}});
    let references: Vec<Value> = kind.references.iter().map(reference).collect();
    let mut schema = json!({"fields": fields, "primaryKey": ["id"], "missingValues": [""]});
    if !references.is_empty() {
        schema["foreignKeys"] = references.into();
    }
    schema
}

/// A column (Table Schema 2.0) from the JSON Schema of its field.
fn field(name: &str, rule: &Value) -> Value {
    let is =
        |wanted: &str| rule["type"] == wanted || rule["type"].as_array().is_some_and(|types| types.iter().any(|found| found == wanted));
    let mut field = json!({"name": name, "type": "string", "description": rule["description"]});
    if is("array") {
        field["type"] = "list".into();
        field["delimiter"] = table::SEPARATOR.to_string().into();
        field["itemType"] = "string".into();
        return field;
    }
    if is("integer") {
        field["type"] = "integer".into();
    } else if rule["format"] == "date" {
        field["type"] = "date".into();
    } else if rule["format"] == "uri" {
        field["format"] = "uri".into();
    }
    let constraints = constraints(name, rule, is("null"));
    if !constraints.is_empty() {
        field["constraints"] = Value::Object(constraints);
    }
    field
}

fn constraints(name: &str, rule: &Value, may_be_null: bool) -> Map<String, Value> {
    let mut constraints = Map::new();
    // An empty text and no text look the same in CSV, so only what has a rule of its own is required.
    let has_rule = rule["pattern"].is_string() || rule["format"].is_string() || rule["minLength"].is_number() || rule["oneOf"].is_array();
    if !may_be_null && (has_rule || rule["type"] == "integer") {
        constraints.insert("required".to_owned(), true.into());
    }
    if name == "id" {
        constraints.insert("unique".to_owned(), true.into());
    }
    if let Some(pattern) = rule["pattern"].as_str() {
        constraints.insert("pattern".to_owned(), pattern.into());
    }
    if let Some(choices) = rule["oneOf"].as_array() {
        let codes = choices.iter().flat_map(|choice| choice.get("const").cloned().into_iter().chain(listed(choice)));
        constraints.insert("enum".to_owned(), codes.collect());
    }
    constraints
}

fn listed(choice: &Value) -> Vec<Value> {
    choice["enum"].as_array().cloned().unwrap_or_default()
}
