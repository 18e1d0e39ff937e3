//! What the site is made of, as a bill of materials (CycloneDX 1.5) that is published with it: `sbom.cdx.json`. Whoever learns of
//! a flaw in a library finds out there whether readers have it.
//!
//! It is written here and not by cargo-cyclonedx, which puts folders of the machine, a time and a random number into it. Here the
//! same commit gives the same bytes.

mod tree;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Serialize;
use serde_json::Value;
use toml_edit::{DocumentMut, Item};
use walkdir::{DirEntry, WalkDir};

use crate::stamp::Inputs;
use crate::tools::{self, Versions};
use crate::workspace;
use tree::{Id, Tree};

/// Its name among the published files.
pub const FILE: &str = "sbom.cdx.json";

/// The app and the search, as the browser gets them; what macros are made of stays here.
const SHIPPED: [&[&str]; 2] = [
    &["--package", "marrakech-platform", "--features", "hydrate", "--target", "wasm32-unknown-unknown", "--edges", "normal,no-proc-macro"],
    &["--package", "search-module", "--target", "wasm32-unknown-unknown", "--edges", "normal,no-proc-macro"],
];

/// What makes pages, images and files, and the macros of the app. The target is the same wherever it is asked.
const BUILDING: [&[&str]; 3] = [
    &["--package", "prerender", "--target", "x86_64-unknown-linux-gnu", "--edges", "normal,build"],
    &["--package", "marrakech-platform", "--features", "hydrate", "--target", "wasm32-unknown-unknown", "--edges", "normal,build"],
    &["--package", "search-module", "--target", "wasm32-unknown-unknown", "--edges", "normal,build"],
];

/// Folder below `xtask/`, package of npm, kind and scope: the subsets of typefaces and the excerpt of the coast are published.
const OF_NPM: [(&str, &str, &str, &str); 6] = [
    ("font", "@fontsource-variable/noto-naskh-arabic", "data", REQUIRED),
    ("font", "@expo-google-fonts/reem-kufi", "data", REQUIRED),
    ("font", "@expo-google-fonts/noto-naskh-arabic", "data", EXCLUDED),
    ("coast", "world-atlas", "data", REQUIRED),
    ("npm", "binaryen", "application", EXCLUDED),
    ("npm", "esbuild", "application", EXCLUDED),
];

/// Readers get it.
const REQUIRED: &str = "required";
/// It works here and stays here.
const EXCLUDED: &str = "excluded";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Bom {
    #[serde(rename = "bomFormat")]
    format: &'static str,
    spec_version: &'static str,
    version: u32,
    metadata: Metadata,
    components: Vec<Component>,
    dependencies: Vec<Dependency>,
}

#[derive(Serialize)]
struct Metadata {
    component: Component,
}

#[derive(Clone, Serialize)]
struct Component {
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(rename = "bom-ref")]
    reference: String,
    name: String,
    version: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hashes: Vec<Hash>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    licenses: Vec<Licence>,
    #[serde(skip_serializing_if = "Option::is_none")]
    purl: Option<String>,
}

#[derive(Clone, Serialize)]
struct Hash {
    alg: &'static str,
    content: String,
}

#[derive(Clone, Serialize)]
struct Licence {
    expression: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Dependency {
    #[serde(rename = "ref")]
    reference: String,
    depends_on: Vec<String>,
}

/// Puts it into the folder of the shell, from where it is published like every file there. It is made again only when something
/// changed that it tells of.
///
/// # Errors
/// When cargo or a file does not say what is asked, or the file cannot be written.
pub fn write(shell: &Path) -> Result<()> {
    let file = workspace::target().join("sbom").join(FILE);
    let make = || {
        let json = serde_json::to_string(&bom()?).context("the bill of materials is no JSON")?;
        fs::create_dir_all(workspace::target().join("sbom")).context("cannot create target/sbom")?;
        fs::write(&file, json + "\n").with_context(|| format!("cannot write {}", file.display()))
    };
    inputs()?.beside(&file).or_make(make)?;
    let published = shell.join(FILE);
    fs::copy(&file, &published).with_context(|| format!("cannot write {}", published.display()))?;
    Ok(())
}

/// What decides it: versions, and which package asks for which.
fn inputs() -> Result<Inputs> {
    let root = workspace::root();
    let mut inputs = Inputs::default().text(&tools::compiler("release")?).path(&root.join("xtask/src"))?.path(&root.join("Cargo.lock"))?;
    for entry in WalkDir::new(&root).sort_by_file_name().into_iter().filter_entry(|entry| !is_made(entry, &root)) {
        let entry = entry.with_context(|| format!("cannot list {}", root.display()))?;
        if ["Cargo.toml", "package-lock.json"].iter().any(|name| entry.file_name() == *name) {
            inputs = inputs.path(entry.path())?;
        }
    }
    Ok(inputs)
}

/// Folders at the top that are no part of the sources.
fn is_made(entry: &DirEntry, root: &Path) -> bool {
    let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
    entry.depth() == 1 && (is_hidden || ["target", "dist"].iter().any(|made| entry.path() == root.join(made)))
}

fn bom() -> Result<Bom> {
    let checksums = checksums()?;
    let ask = |trees: &[&[&str]]| trees.iter().try_fold(Tree::default(), |all, arguments| anyhow::Ok(all.and(Tree::ask(arguments)?)));
    let (shipped, building) = (ask(&SHIPPED)?, ask(&BUILDING)?);
    let scope = |id| if shipped.licences.contains_key(id) { REQUIRED } else { EXCLUDED };
    let all = building.and(shipped.clone());
    let mut components: Vec<Component> = all.licences.iter().map(|(id, licence)| of_crate(id, licence, scope(id), &checksums)).collect();
    components.push(standard_library()?);
    components.extend(programs()?);
    for (folder, package, kind, scope) in OF_NPM {
        components.push(of_npm(folder, package, kind, scope)?);
    }
    let app = app(&components)?;
    components.retain(|component| component.reference != app.reference);
    components.sort_by(|one, other| one.reference.cmp(&other.reference));
    Ok(Bom {
        format: "CycloneDX",
        spec_version: "1.5",
        version: 1,
        dependencies: dependencies(&all, &checksums),
        metadata: Metadata { component: app },
        components,
    })
}

/// The site itself: the package that has this repository's name.
fn app(components: &[Component]) -> Result<Component> {
    let app = components.iter().find(|component| component.name == "marrakech-platform").context("cargo tree does not list the app")?;
    Ok(Component { kind: "application", scope: None, ..app.clone() })
}

/// A crate of this repository has no address in the registry, where another may have its name.
fn of_crate(id: &Id, licence: &str, scope: &'static str, checksums: &BTreeMap<Id, String>) -> Component {
    let hash = checksums.get(id).map(|checksum| Hash { alg: "SHA-256", content: checksum.clone() });
    Component {
        kind: "library",
        reference: reference(id, checksums),
        name: id.0.clone(),
        version: id.1.clone(),
        scope: Some(scope),
        purl: hash.as_ref().map(|_| reference(id, checksums)),
        hashes: hash.into_iter().collect(),
        licenses: licences(licence),
    }
}

fn reference((name, version): &Id, checksums: &BTreeMap<Id, String>) -> String {
    let is_of_registry = checksums.contains_key(&(name.clone(), version.clone()));
    // Package URL: a plus sign is written in percent.
    let version = version.replace('+', "%2B");
    if is_of_registry { format!("pkg:cargo/{name}@{version}") } else { format!("{name}@{version}") }
}

/// Some authors still write the slash of old.
fn licences(text: &str) -> Vec<Licence> {
    if text.is_empty() { Vec::new() } else { vec![Licence { expression: text.replace('/', " OR ") }] }
}

/// Those of Cargo.lock; what is not from the registry has none.
fn checksums() -> Result<BTreeMap<Id, String>> {
    let text = fs::read_to_string(workspace::root().join("Cargo.lock")).context("cannot read Cargo.lock")?;
    let lock: DocumentMut = text.parse().context("Cargo.lock is not valid TOML")?;
    let packages = lock.get("package").and_then(Item::as_array_of_tables).context("Cargo.lock lists no package")?;
    let field = |table: &toml_edit::Table, name| table.get(name).and_then(Item::as_str).map(str::to_owned);
    let of = |table| Some(((field(table, "name")?, field(table, "version")?), field(table, "checksum")?));
    Ok(packages.iter().filter_map(of).collect())
}

/// It comes with the compiler and is in every WASM.
fn standard_library() -> Result<Component> {
    let version = tools::compiler("release")?;
    Ok(of_rust("std", &version, "library", REQUIRED))
}

/// What cargo installs to make files of WASM.
fn programs() -> Result<Vec<Component>> {
    let wasm_bindgen = Versions::read()?.wasm_bindgen;
    let programs = [("trunk", tools::TRUNK), ("wasm-bindgen-cli", wasm_bindgen.as_str())];
    let program = |(name, version): (&str, &str)| {
        let purl = format!("pkg:cargo/{name}@{version}");
        Component { reference: purl.clone(), purl: Some(purl), ..of_rust(name, version, "application", EXCLUDED) }
    };
    Ok(programs.into_iter().map(program).collect())
}

/// All of Rust's own have its two licences.
fn of_rust(name: &str, version: &str, kind: &'static str, scope: &'static str) -> Component {
    Component {
        kind,
        reference: format!("{name}@{version}"),
        name: name.to_owned(),
        version: version.to_owned(),
        scope: Some(scope),
        hashes: Vec::new(),
        licenses: licences("MIT OR Apache-2.0"),
        purl: None,
    }
}

/// As the lock file of `xtask/<folder>` has it.
fn of_npm(folder: &str, package: &str, kind: &'static str, scope: &'static str) -> Result<Component> {
    let file = workspace::root().join("xtask").join(folder).join("package-lock.json");
    let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let lock: Value = serde_json::from_str(&text).with_context(|| format!("{} is no JSON", file.display()))?;
    let field = |name: &str| lock["packages"][format!("node_modules/{package}")][name].as_str();
    let version = field("version").with_context(|| format!("{} does not list {package}", file.display()))?;
    // Package URL: the sign before a scope is written in percent.
    let purl = format!("pkg:npm/{}@{version}", package.replace('@', "%40"));
    Ok(Component {
        kind,
        reference: purl.clone(),
        name: package.to_owned(),
        version: version.to_owned(),
        scope: Some(scope),
        hashes: Vec::new(),
        licenses: licences(field("license").unwrap_or_default()),
        purl: Some(purl),
    })
}

/// Which crate needs which, here and in the browser.
fn dependencies(tree: &Tree, checksums: &BTreeMap<Id, String>) -> Vec<Dependency> {
    let dependency = |(id, needs): (&Id, &BTreeSet<Id>)| Dependency {
        reference: reference(id, checksums),
        depends_on: needs.iter().map(|need| reference(need, checksums)).collect(),
    };
    tree.needs.iter().map(dependency).collect()
}

#[cfg(test)]
mod tests {
    use cyclonedx_bom::{
        models::{bom::SpecVersion, component::Scope},
        prelude::{Bom as Read, Validate},
    };

    use super::{bom, licences};

    #[test]
    fn another_program_reads_it_and_finds_no_fault() -> anyhow::Result<()> {
        let json = serde_json::to_string(&bom()?)?;
        assert_eq!(json, serde_json::to_string(&bom()?)?, "the same every time");
        let read = Read::parse_from_json_with_version(json.as_bytes(), SpecVersion::V1_5)?;
        let validation = read.validate_version(SpecVersion::V1_5);
        assert!(validation.passed(), "{validation:?}");
        assert!(read.serial_number.is_none() && read.metadata.is_some_and(|metadata| metadata.timestamp.is_none()));
        let components = read.components.map(|components| components.0).unwrap_or_default();
        let scope =
            |name: &str| components.iter().find(|component| component.name.to_string() == name).and_then(|found| found.scope.clone());
        for shipped in ["leptos", "wasm-bindgen", "search", "search-module", "std", "@expo-google-fonts/reem-kufi"] {
            assert_eq!(scope(shipped), Some(Scope::Required), "{shipped}");
        }
        for kept in ["prerender", "hayagriva", "leptos_macro", "trunk", "binaryen"] {
            assert_eq!(scope(kept), Some(Scope::Excluded), "{kept}");
        }
        assert!(components.iter().all(|component| component.licenses.is_some()), "each says its licence");
        Ok(())
    }

    #[test]
    fn licences_are_expressions_of_spdx() {
        assert_eq!(licences("MIT/Apache-2.0").into_iter().map(|licence| licence.expression).collect::<Vec<_>>(), ["MIT OR Apache-2.0"]);
        assert!(licences("").is_empty());
    }
}
