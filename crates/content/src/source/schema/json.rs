//! Shapes as JSON Schema, draft 7: what the editors' programs (Taplo) know.

use serde_json::{Map, Value, json};

use super::shape::{Key, Kind, Shape};
use crate::phrases::schema as words;

/// The schema of a file whose root table is `root`.
pub fn schema(root: &Shape) -> Value {
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!("http://json-schema.org/draft-07/schema#"));
    schema.insert("title".to_owned(), json!(words::about(root.name)));
    let mut definitions = Map::new();
    define(root, &mut definitions);
    schema.append(&mut table(root));
    if !definitions.is_empty() {
        schema.insert("definitions".to_owned(), Value::Object(definitions));
    }
    Value::Object(schema)
}

/// Adds all tables below `shape`.
fn define(shape: &Shape, definitions: &mut Map<String, Value>) {
    for key in shape.keys() {
        if let Kind::Table(inner) | Kind::Tables(inner, _) = key.kind
            && !definitions.contains_key(inner.name)
        {
            definitions.insert(inner.name.to_owned(), Value::Object(table(inner)));
            define(inner, definitions);
        }
    }
}

fn table(shape: &Shape) -> Map<String, Value> {
    let properties: Map<String, Value> = shape.keys().map(|key| (key.name.to_owned(), property(shape, key))).collect();
    let required: Vec<&str> = shape.keys().filter(|key| key.is_required).map(|key| key.name).collect();
    let mut table = Map::new();
    table.insert("type".to_owned(), json!("object"));
    table.insert("properties".to_owned(), Value::Object(properties));
    if !required.is_empty() {
        table.insert("required".to_owned(), json!(required));
    }
    if let [one, other] = shape.together {
        table.insert("dependencies".to_owned(), json!({*one: [other], *other: [one]}));
    }
    if !shape.either.is_empty() {
        let alternatives: Vec<Value> = shape.either.iter().map(|key| json!({"required": [key]})).collect();
        table.insert("oneOf".to_owned(), json!(alternatives));
    }
    table.insert("additionalProperties".to_owned(), json!(false));
    table
}

fn property(shape: &Shape, key: &Key) -> Value {
    let mut property = value(shape, key);
    // What stands beside a reference counts for nothing in draft 7, hence the list of one.
    if let Some(reference) = property.get("$ref").cloned() {
        property = json!({"allOf": [{"$ref": reference}]});
    }
    property["description"] = json!(words::about(&format!("{}.{}", shape.name, key.name)));
    property
}

fn value(shape: &Shape, key: &Key) -> Value {
    let reference = |inner: &Shape| json!({"$ref": format!("#/definitions/{}", inner.name)});
    let pattern = |pattern: String| json!({"type": "string", "pattern": pattern});
    match key.kind {
        Kind::Text => json!({"type": "string", "minLength": 1}),
        Kind::MaybeEmpty => json!({"type": "string"}),
        Kind::Id(letter, digits) => pattern(format!("^{letter}[0-9]{{{digits},}}$")),
        Kind::SourceId => pattern("^(SEED|S[0-9]{3,})$".to_owned()),
        // As `markup::is_language_tag` asks.
        Kind::Language => pattern("^[A-Za-z-]{2,8}$".to_owned()),
        Kind::Slug => pattern("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$".to_owned()),
        Kind::Number(most) => json!({"type": "integer", "minimum": 0, "maximum": most}),
        Kind::Degrees(limit) => json!({"type": "number", "minimum": -i16::from(limit), "maximum": limit}),
        Kind::Date => pattern("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$".to_owned()),
        Kind::Address => pattern("^https?://".to_owned()),
        Kind::BaseAddress => pattern("^https?://.*/$".to_owned()),
        Kind::Choice(choices) => choice(shape, key, &choices()),
        Kind::Texts(least) => list(&json!({"type": "string"}), least),
        Kind::Table(inner) => reference(inner),
        Kind::Tables(inner, least) => list(&reference(inner), least),
    }
}

fn list(items: &Value, least: usize) -> Value {
    if least == 0 { json!({"type": "array", "items": items}) } else { json!({"type": "array", "items": items, "minItems": least}) }
}

/// The words that may be chosen; Taplo shows what each means.
fn choice(shape: &Shape, key: &Key, choices: &[&str]) -> Value {
    let meanings: Vec<&str> = choices.iter().map(|word| words::about(&format!("{}.{}={word}", shape.name, key.name))).collect();
    json!({"enum": choices, "x-taplo": {"docs": {"enumValues": meanings}}})
}
