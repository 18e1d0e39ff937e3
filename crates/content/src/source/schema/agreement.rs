//! Tests that the loader asks for what the schemas say: a sample of every file, with keys taken away and added.

use std::collections::BTreeSet;

use toml::{Table, Value};

use super::{
    ROOTS, json,
    shape::{Key, Kind, Shape, optional},
    text,
};
use crate::{
    phrases::problem as words,
    problem::Problem,
    source::{SourceFile, load},
};

const UNKNOWN: &str = "zzz";

/// Where a file with this root table stands.
fn path(root: &Shape) -> String {
    match root.name {
        "page" => "pages/about.toml".to_owned(),
        "edition" => "editions/2031-city.toml".to_owned(),
        "groups" => "search/groups.toml".to_owned(),
        name @ ("objectives" | "evolution" | "search") => format!("pages/{name}.toml"),
        name => format!("{name}.toml"),
    }
}

/// Which keys a sample has.
type Wanted<'a> = &'a dyn Fn(&Shape, &Key) -> bool;

fn sample(shape: &Shape, wanted: Wanted<'_>) -> Table {
    let keys = shape.keys().filter(|key| wanted(shape, key));
    let mut table: Table = keys.map(|key| (key.name.to_owned(), value(&key.kind, wanted))).collect();
    if wanted(shape, &optional(UNKNOWN, Kind::Text)) {
        table.insert(UNKNOWN.to_owned(), "x".into());
    }
    table
}

fn value(kind: &Kind, wanted: Wanted<'_>) -> Value {
    let texts = |least: usize| (0..=least).map(|number| Value::from(format!("x{number}"))).collect::<Vec<_>>();
    match kind {
        Kind::Text | Kind::MaybeEmpty | Kind::Slug => "a".into(),
        Kind::Language => "fr".into(),
        Kind::Id(letter, digits) => format!("{letter}{:0digits$}", 21).into(),
        Kind::SourceId => "S021".into(),
        Kind::Number(most) => i64::from(*most).into(),
        Kind::Degrees(limit) => f64::from(*limit).into(),
        Kind::Date => "2031-06".into(),
        Kind::Address | Kind::BaseAddress => "https://example.org/".into(),
        Kind::Choice(choices) => choices().first().copied().unwrap_or_default().into(),
        Kind::Texts(least) => texts(*least).into(),
        Kind::Table(inner) => sample(inner, wanted).into(),
        Kind::Tables(inner, _) => vec![Value::from(sample(inner, wanted))].into(),
    }
}

/// What the loader says of a file with these keys.
fn problems(root: &Shape, wanted: Wanted<'_>) -> Vec<Problem> {
    let file = SourceFile { path: path(root), text: sample(root, wanted).to_string() };
    let mut problems = load(std::slice::from_ref(&file)).err().unwrap_or_default();
    problems.retain(|problem| problem.place.file == file.path);
    problems
}

/// Every table of a file, its root first.
fn tables(root: &'static Shape) -> Vec<&'static Shape> {
    let inner = root.keys().filter_map(|key| match key.kind {
        Kind::Table(inner) | Kind::Tables(inner, _) => Some(inner),
        _ => None,
    });
    std::iter::once(root).chain(inner.flat_map(tables)).collect()
}

/// Of the keys that exclude each other, the first is in every sample.
fn is_alternative(shape: &Shape, key: &Key) -> bool {
    shape.either.iter().skip(1).any(|name| *name == key.name)
}

#[test]
fn the_loader_reads_every_key_of_the_schemas() {
    for root in ROOTS {
        let all = problems(root, &|shape, key| key.name != UNKNOWN && !is_alternative(shape, key));
        for table in tables(root) {
            for key in table.keys() {
                let told = |problem: &&Problem| {
                    problem.found == words::unknown_key(key.name)
                        || problem.found == words::missing(key.name)
                        || problem.found.starts_with(&words::wrong_type(key.name, ""))
                        || problem.found.starts_with(words::unknown_value(key.name, "").trim_end_matches('»'))
                };
                let found = all.iter().find(told).map(ToString::to_string);
                assert_eq!(found, None, "{}.{} of {}", table.name, key.name, root.name);
            }
        }
    }
}

#[test]
fn the_loader_knows_no_other_keys() {
    for root in ROOTS {
        let found = problems(root, &|shape, key| !is_alternative(shape, key));
        let found = found.into_iter().filter(|problem| problem.found == words::unknown_key(UNKNOWN));
        let found: BTreeSet<String> = found.map(|problem| problem.expected).collect();
        let keys = |table: &Shape| {
            let keys: BTreeSet<&str> = table.keys().filter(|key| !is_alternative(table, key)).map(|key| key.name).collect();
            words::one_of(&keys.into_iter().collect::<Vec<_>>())
        };
        assert_eq!(found, tables(root).into_iter().map(keys).collect(), "{}", root.name);
    }
}

#[test]
fn the_loader_misses_what_the_schemas_require_and_nothing_else() {
    let is_needed = |shape: &Shape, key: &Key| key.is_required || shape.either.first() == Some(&key.name);
    for root in ROOTS {
        let has_tables = |key: &Key| matches!(key.kind, Kind::Table(_) | Kind::Tables(..));
        let least = |shape: &Shape, key: &Key| is_needed(shape, key) || has_tables(key);
        let base = problems(root, &least);
        for table in tables(root) {
            // The name of a headword may stand in another file, which no schema sees.
            let may_be_elsewhere = |key: &&Key| (table.name, key.name) == ("headword", "name");
            for key in table.keys().filter(|key| !is_needed(table, key) && !may_be_elsewhere(key)) {
                assert!(base.iter().all(|problem| problem.found != words::missing(key.name)), "{}.{}", table.name, key.name);
            }
            for key in table.keys().filter(|key| is_needed(table, key)) {
                let without = problems(root, &|shape, other| least(shape, other) && (shape.name, other.name) != (table.name, key.name));
                assert!(without.iter().any(|problem| !base.contains(problem)), "nobody misses {}.{}", table.name, key.name);
            }
        }
    }
}

#[test]
fn everything_is_explained() {
    for root in ROOTS {
        let schema = text(&json::schema(root));
        assert!(!schema.contains("\"\""), "{}: something has no explanation in the phrase file\n{schema}", root.name);
    }
}
