//! The checklist of docs/rtl.md and the tests name each other: every line names tests that exist where it says.

use std::fs;

use super::support::root;

/// Names without a path are functions of these.
const OWN: [&str; 2] = ["tests/site/rtl.rs", "tests/e2e/journeys/rtl.rs"];

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn has_test(path: &str, name: &str) -> bool {
    text(path).contains(&format!("fn {name}("))
}

/// What is wrong with a name of a test, if anything: `path::function`, a path alone, or a function of [`OWN`].
fn fault(name: &str) -> Option<String> {
    match name.split_once("::") {
        Some((path, function)) => (!has_test(path, function)).then(|| format!("there is no test {function} in {path}")),
        None if name.contains('/') => (!root().join(name).exists()).then(|| format!("there is no {name}")),
        None => (!OWN.iter().any(|path| has_test(path, name))).then(|| format!("there is no test {name} in {}", OWN.join(" or "))),
    }
}

#[test]
fn every_line_of_the_checklist_has_its_test_or_its_reason() {
    let list = text("docs/rtl.md");
    let mut faults = Vec::new();
    for number in 1..=34 {
        let line = list.lines().find(|line| line.starts_with(&format!("| B{number} |")));
        let Some(cell) = line.and_then(|line| line.split(" | ").nth(2)) else {
            faults.push(format!("B{number} is not in the list"));
            continue;
        };
        let names: Vec<&str> = cell.split('`').skip(1).step_by(2).collect();
        if names.is_empty() && !cell.contains("does not apply") {
            faults.push(format!("B{number} has neither test nor reason"));
        }
        faults.extend(names.into_iter().filter_map(fault).map(|fault| format!("B{number}: {fault}")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_test_named_after_a_line_stands_in_the_list() {
    let list = text("docs/rtl.md");
    for path in OWN.into_iter().chain(["tests/site/dates.rs"]) {
        let source = text(path);
        let tests = source
            .lines()
            .filter_map(|line| line.trim_start().trim_start_matches("pub ").trim_start_matches("async ").strip_prefix("fn b"));
        for test in tests.filter(|test| test.starts_with(|digit: char| digit.is_ascii_digit())) {
            let name = format!("b{}", test.split('(').next().unwrap_or_default());
            assert!(list.contains(&name), "{path}: {name} is not in docs/rtl.md");
        }
    }
}
