//! `bench wasm`: in which crates the bytes of the app are, by twiggy.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::report;
use crate::command::Step;
use crate::search_module::{PROFILE, TARGET, features};
use crate::tools::{self, Toolbox, WasmOpt};
use crate::workspace;

/// Parts smaller than this, in percent, are added up.
const SMALL: f64 = 1.0;

/// Something in the module: a function, a segment of data, a section.
#[derive(Deserialize)]
struct Item {
    name: String,
    shallow_size: u64,
}

pub fn run(_: &[String]) -> Result<()> {
    let toolbox = Toolbox::for_release()?;
    let wasm = workspace::target().join("twiggy");
    build(&toolbox, &wasm)?;
    let top = Step::new(tools::twiggy()?).args(["top", "--format", "json"]).arg(wasm.join("app_bg.wasm"));
    let items: Vec<Item> = serde_json::from_str(&top.answer().context("twiggy cannot read the app")?).context("twiggy's answer")?;
    let circumstances = report::circumstances("cargo xtask bench wasm");
    report::insert("performance.md", "bench:wasm", &format!("{circumstances}\n\n{}", table(&items)))
}

/// Builds the app with the names of its functions, in a folder of its own: with other flags cargo would build the published one
/// again as well.
fn build(toolbox: &Toolbox, out: &std::path::Path) -> Result<()> {
    let arguments =
        ["build", "--package", "marrakech-platform", "--bin", "marrakech-platform", "--features", "hydrate", "--target", TARGET];
    let named = ["--profile", PROFILE, "--config", "profile.wasm.strip=false", "--target-dir"];
    Step::cargo().args(arguments).args(named).arg(out).run()?;
    let wasm = out.join(TARGET).join(PROFILE).join("marrakech-platform.wasm");
    let step = Step::new(&toolbox.wasm_bindgen).args(["--target", "web", "--no-typescript", "--out-name", "app", "--out-dir"]);
    step.arg(out).arg(wasm).run()?;
    if let WasmOpt::Program(program) = &toolbox.wasm_opt {
        let wasm = out.join("app_bg.wasm");
        Step::new(program).args(["-Oz", "-g"]).args(features()?.split_whitespace()).arg(&wasm).arg("-o").arg(&wasm).run()?;
    }
    Ok(())
}

/// Bytes by part, the largest first. Names and custom sections are not published, so they do not count.
#[expect(clippy::cast_precision_loss, reason = "a module is far smaller than 2^52 bytes")]
fn table(items: &[Item]) -> String {
    let mut parts = BTreeMap::<&str, u64>::new();
    for item in items.iter().filter(|item| !item.name.starts_with("custom section") && !item.name.contains("subsection")) {
        *parts.entry(part(&item.name)).or_default() += item.shallow_size;
    }
    let whole: u64 = parts.values().sum();
    let percent = |bytes: u64| 100.0 * bytes as f64 / whole.max(1) as f64;
    let (mut large, small): (Vec<_>, Vec<_>) = parts.into_iter().partition(|(_, bytes)| percent(*bytes) >= SMALL);
    large.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    large.push(("the rest", small.into_iter().map(|(_, bytes)| bytes).sum()));
    large.push(("together", whole));
    let row = |(part, bytes): (&str, u64)| format!("| {part} | {bytes} | {:.1} |\n", percent(bytes));
    ["| Part | Bytes | % |\n|---|--:|--:|\n".to_owned(), large.into_iter().map(row).collect()].concat()
}

/// The crate of a function by its name, `<&core::option::Option<T> as …>::fmt`, or what else it is.
fn part(name: &str) -> &str {
    if name.starts_with("data") {
        return "data: texts, tables";
    }
    let path = name.trim_start_matches(['<', '&', '*', '(', '[']);
    let path = ["mut ", "const ", "dyn ", "impl "].into_iter().fold(path, |path, word| path.strip_prefix(word).unwrap_or(path));
    match path.split_once("::") {
        Some((name, _)) if name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_') => name,
        _ => "without a name of Rust",
    }
}

#[cfg(test)]
mod tests {
    use super::{Item, part, table};

    #[test]
    fn functions_belong_to_crates() {
        let names = [
            ("<&mut core::fmt::Formatter as core::fmt::Write>::write_str", "core"),
            ("<alloc::vec::Vec<T> as tachys::view::Render>::build", "alloc"),
            ("marrakech_platform::navigate::Navigator::go::{{closure}}", "marrakech_platform"),
            ("data segment \".rodata\"", "data: texts, tables"),
            ("__wbindgen_malloc", "without a name of Rust"),
        ];
        assert!(names.iter().all(|(name, expected)| part(name) == *expected), "{:?}", names.map(|(name, _)| part(name)));
    }

    #[test]
    fn what_is_not_published_does_not_count() {
        let item = |name: &str, shallow_size| Item { name: name.to_owned(), shallow_size };
        let table = table(&[item("custom section 'name'", 900), item("core::panic", 25), item("std::x", 75)]);
        assert!(table.contains("| std | 75 | 75.0 |\n| core | 25 | 25.0 |") && table.contains("| together | 100 | 100.0 |"), "{table}");
    }
}
