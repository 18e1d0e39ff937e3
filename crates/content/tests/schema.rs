//! The schemas that editors' programs read: committed as they are made, true of every file, strict about usual mistakes.

use std::{fs, path::PathBuf};

use content::source::schema;
use jsonschema::Validator;
use serde_json::Value;
use walkdir::WalkDir;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../content")
}

/// Path and text of every TOML file, the template too.
fn files() -> Outcome<Vec<(String, String)>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder()).sort_by_file_name() {
        let entry = entry?;
        if entry.path().extension().is_some_and(|extension| extension == "toml") {
            let path = entry.path().strip_prefix(folder())?.to_string_lossy().replace('\\', "/");
            files.push((path, fs::read_to_string(entry.path())?));
        }
    }
    Ok(files)
}

/// As editors' programs see it: a date is a string.
fn as_json(text: &str) -> Outcome<Value> {
    fn value(found: toml::Value) -> Value {
        match found {
            toml::Value::String(text) => text.into(),
            toml::Value::Integer(number) => number.into(),
            toml::Value::Float(number) => number.into(),
            toml::Value::Boolean(truth) => truth.into(),
            toml::Value::Datetime(date) => date.to_string().into(),
            toml::Value::Array(items) => items.into_iter().map(value).collect(),
            toml::Value::Table(table) => table.into_iter().map(|(key, item)| (key, value(item))).collect(),
        }
    }
    Ok(value(toml::Value::Table(toml::from_str(text)?)))
}

/// The schema that the first line of a file names, relative to the file.
fn named_schema(path: &str, text: &str) -> Outcome<Validator> {
    let line = text.lines().next().unwrap_or_default();
    let named = line.strip_prefix("#:schema ").ok_or_else(|| format!("{path} does not begin with its schema, but with {line:?}"))?;
    let file = folder().join(path).with_file_name("").join(named);
    let schema = fs::read_to_string(&file).map_err(|error| format!("{path}: {}: {error}", file.display()))?;
    Ok(jsonschema::validator_for(&serde_json::from_str(&schema)?)?)
}

#[test]
fn the_committed_schemas_are_those_of_the_loader() -> Outcome<()> {
    let wanted = schema::files();
    for schema in &wanted {
        let committed = fs::read_to_string(folder().join("schema").join(&schema.name)).unwrap_or_default();
        assert!(committed == schema.text, "content/schema/{} is not current; `cargo xtask schema` writes it", schema.name);
    }
    for entry in fs::read_dir(folder().join("schema"))? {
        let name = entry?.file_name();
        assert!(wanted.iter().any(|schema| name == *schema.name), "nobody makes content/schema/{}", name.display());
    }
    Ok(())
}

#[test]
fn every_file_names_its_schema_and_keeps_to_it() -> Outcome<()> {
    let files = files()?;
    assert!(files.iter().any(|(path, _)| path == "templates/edition.toml") && files.len() > 20, "some files are missing");
    for (path, text) in files {
        assert_eq!(text.lines().next().map(str::to_owned), schema::first_line(&path), "{path}: the first line");
        let (schema, value) = (named_schema(&path, &text)?, as_json(&text)?);
        let faults: Vec<String> = schema.iter_errors(&value).map(|fault| format!("{path}{}: {fault}", fault.instance_path())).collect();
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
    Ok(())
}

#[test]
fn every_schema_is_named_by_a_file() -> Outcome<()> {
    let lines: Vec<String> = files()?.iter().filter_map(|(path, _)| schema::first_line(path)).collect();
    for schema in schema::files() {
        assert!(lines.iter().any(|line| line.ends_with(&format!("/{}", schema.name))), "{} is of no use", schema.name);
    }
    assert_eq!(schema::first_line("notes.toml"), None);
    assert_eq!(schema::first_line("page.toml"), None);
    Ok(())
}

/// File, what an editor changes by mistake, and into what.
const MISTAKES: [(&str, &str, &str); 16] = [
    ("site.toml", "tagline =", "tag_line ="),
    ("site.toml", "licence = ", "# licence = "),
    ("site.toml", "base_url = \"https://example.org/\"", "base_url = \"https://example.org\""),
    ("sources.toml", "kind = \"encyclopedia\"", "kind = \"encyclopaedia\""),
    ("sources.toml", "id = \"S002\"", "id = \"s002\""),
    ("sources.toml", "url = \"https://en.wikipedia", "unlinked = \"x\"\nurl = \"https://en.wikipedia"),
    ("sources.toml", "unlinked = ", "# unlinked = "),
    ("terms.toml", "aliases = [", "aliases = [5, "),
    ("people.toml", "[[person.role]]", "[[person.roles]]"),
    ("conflicts.toml", "sources = [\"SEED\", \"S003\"]", "sources = []"),
    ("reprints.toml", "sources = [\"SEED\", \"S001\", \"S003\", \"S002\"]", "sources = [\"SEED\"]"),
    ("editions/2024-fes.toml", "number = 3", "number = \"3\""),
    ("editions/2024-fes.toml", "[summary]", "[sumary]"),
    ("editions/2024-fes.toml", "start = 2024-06-04", "start = \"04/06/2024\""),
    ("pages/evolution.toml", "date = \"", "day = \""),
    ("search/groups.toml", "kind = \"month\"", "kind = \"months\""),
];

#[test]
fn usual_mistakes_are_marked_while_writing() -> Outcome<()> {
    let files = files()?;
    for (file, right, wrong) in MISTAKES {
        let (path, text) = files.iter().find(|(path, _)| path == file).ok_or(file)?;
        let changed = text.replacen(right, wrong, 1);
        assert_ne!(*text, changed, "{path} has no {right}");
        assert!(!named_schema(path, text)?.is_valid(&as_json(&changed)?), "{path}: {wrong} is not marked");
    }
    Ok(())
}
