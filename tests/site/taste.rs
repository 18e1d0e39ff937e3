//! Taste that must hold: rules of this repository that a machine can see.

use std::{fs, path::PathBuf};

use walkdir::WalkDir;

use super::support::root;

/// Files below `folders` with one of these extensions: name and text.
fn files(folders: &[&str], extensions: &[&str]) -> Vec<(String, String)> {
    let walk = folders.iter().flat_map(|folder| WalkDir::new(root().join(folder)).sort_by_file_name());
    let paths: Vec<PathBuf> = walk.filter_map(Result::ok).map(walkdir::DirEntry::into_path).collect();
    let wanted = |path: &PathBuf| path.extension().is_some_and(|found| extensions.iter().any(|wanted| found == *wanted));
    let name = |path: &PathBuf| path.strip_prefix(root()).unwrap_or(path).display().to_string();
    paths.iter().filter(|path| wanted(path)).map(|path| (name(path), fs::read_to_string(path).expect("a text file"))).collect()
}

fn rust() -> Vec<(String, String)> {
    files(&["src", "crates", "xtask/src", "tests"], &["rs"])
}

/// The part of a file before its unit tests.
fn code(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or_default()
}

#[test]
fn every_module_says_why_it_exists() {
    for (name, text) in rust() {
        assert!(text.starts_with("//! "), "{name}: the first line says why the module exists");
    }
}

#[test]
fn no_file_is_too_long_to_hold_in_the_head() {
    for (name, text) in rust() {
        // The one phrase file is a list.
        let limit = if name == "crates/content/src/phrases.rs" { 1_950 } else { 400 };
        assert!(text.lines().count() <= limit, "{name}: {} lines", text.lines().count());
    }
}

#[test]
fn arabic_phrases_stand_in_content_and_the_phrase_file_only() {
    let is_arabic = |letter: char| ('\u{621}'..='\u{64a}').contains(&letter);
    for (name, text) in rust() {
        let is_allowed = name == "crates/content/src/phrases.rs" || name.starts_with("tests") || name.contains("/tests/");
        for (number, line) in code(&text).lines().enumerate() {
            let is_comment = line.trim_start().starts_with("//");
            // Particles, endings and keyboards of the language are letters, not phrases.
            let is_allowed = is_allowed || name.starts_with("crates/search/src/word/");
            // The editorial rule about «و» and tatweel names letters, not phrases.
            let is_letter = line.contains("'و'") || line.contains("'ـ'");
            assert!(is_allowed || is_comment || is_letter || !line.contains(is_arabic), "{name}:{}: {line}", number + 1);
        }
    }
}

#[test]
fn only_the_entries_of_the_app_know_its_modes() {
    for (name, text) in files(&["src"], &["rs"]) {
        let is_entry = ["src/lib.rs", "src/main.rs", "src/start.rs", "src/load.rs", "src/navigate.rs"].contains(&name.as_str());
        assert!(is_entry || !text.contains("cfg(feature"), "{name} asks where it runs");
    }
}

#[test]
fn styles_know_no_left_and_right() {
    for (name, text) in files(&["style"], &["css"]) {
        for (number, line) in text.lines().enumerate() {
            let physical =
                ["left", "right", "text-transform", "letter-spacing: -", "justify;", "direction:", "float: left", "float: right"];
            // The one exception is explained where it stands.
            let is_excepted = line.contains("/*") || line.contains(":placeholder-shown { direction: rtl; }");
            let found = physical.iter().find(|word| line.contains(*word) && !is_excepted);
            assert!(found.is_none(), "{name}:{}: {line}", number + 1);
        }
    }
}

#[test]
fn colours_are_written_in_the_tokens_only() {
    for (name, text) in files(&["style"], &["css"]) {
        if name.ends_with("tokens.css") {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let is_colour = line.contains("rgb(") || line.contains("hsl(") || line.contains(": #");
            assert!(!is_colour, "{name}:{}: {line}", number + 1);
        }
    }
}

#[test]
fn views_set_no_raw_html() {
    for (name, text) in files(&["src"], &["rs"]) {
        assert!(!text.contains("inner_html") && !text.contains("style="), "{name}");
    }
}
