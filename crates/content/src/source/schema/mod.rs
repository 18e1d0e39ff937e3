//! JSON Schemas of the editors' files: their editors complete keys and mark mistakes while they write.
//!
//! The loader reads by hand, because it tells every mistake in Arabic; so the schemas come from what it asks, written down
//! as data (`shapes`). Choices are the loader's own lists; that both know the same keys is tested (`agreement`).

#[cfg(test)]
mod agreement;
mod json;
mod shape;
mod shapes;

use serde_json::Value;

use super::pages;
use shape::Shape;

/// A schema: the name of its file, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemaFile {
    /// Below `content/schema/`.
    pub name: String,
    /// JSON that ends with a newline.
    pub text: String,
}

/// The root tables of all files.
const ROOTS: [&Shape; 15] = [
    &shapes::SITE,
    &shapes::SOURCES,
    &shapes::REPRINTS,
    &shapes::TERMS,
    &shapes::INDEX_AZ,
    &shapes::GROUPS,
    &shapes::CONFLICTS,
    &shapes::CORRECTIONS,
    &shapes::PEOPLE,
    &shapes::INSTITUTIONS,
    &shapes::PAGE,
    &shapes::OBJECTIVES,
    &shapes::EVOLUTION,
    &shapes::SEARCH,
    &shapes::EDITION,
];

/// All schemas.
#[must_use]
pub fn files() -> Vec<SchemaFile> {
    let file = |root: &&Shape| SchemaFile { name: format!("{}.json", root.name), text: text(&json::schema(root)) };
    ROOTS.iter().map(file).collect()
}

fn text(schema: &Value) -> String {
    format!("{schema:#}\n")
}

/// The first line of the file at `path` below `content/`: where its schema is. None for files that the loader does not read.
#[must_use]
pub fn first_line(path: &str) -> Option<String> {
    let root = root_of(path)?;
    let up = if path.contains('/') { ".." } else { "." };
    Some(format!("#:schema {up}/schema/{}.json", root.name))
}

/// The root table of the file at `path`.
fn root_of(path: &str) -> Option<&'static Shape> {
    if pages::PAGES.iter().any(|(page, _)| *page == path) {
        return Some(&shapes::PAGE);
    }
    if path.starts_with("editions/") || path == "templates/edition.toml" {
        return path.strip_suffix(".toml").map(|_| &shapes::EDITION);
    }
    let name = path.strip_suffix(".toml")?;
    let name = name.strip_prefix("pages/").or_else(|| name.strip_prefix("search/")).unwrap_or(name);
    let own = ROOTS.into_iter().find(|root| root.name == name);
    own.filter(|root| !["page", "edition"].contains(&root.name))
}
