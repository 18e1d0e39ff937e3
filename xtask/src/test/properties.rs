//! The long task: a million cases of every property, with their times.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};

use super::clock;
use crate::command::Step;

/// Cases of each property.
const CASES: &str = "1000000";

/// Packages whose tests hold properties.
const PACKAGES: [&str; 3] = ["content", "search", "search-index"];

/// What is asked, the test program, and the properties in it.
const TARGETS: [(&str, &str, &[&str]); 6] = [
    (
        "editors' files",
        "hostile",
        &[
            "editors_files::any_text_is_read_or_refused",
            "editors_files::a_real_file_changed_is_read_or_refused",
            "editors_files::a_site_with_one_file_changed_is_refused_or_makes_pages",
        ],
    ),
    (
        "addresses",
        "hostile",
        &[
            "addresses::an_address_that_is_read_is_written_the_same_and_stays_inside",
            "addresses::a_page_that_is_written_is_read_the_same_unless_its_address_is_taken",
            "addresses::what_lies_below_the_base_is_of_this_host",
        ],
    ),
    (
        "data of pages",
        "hostile",
        &[
            "page_data::any_bytes_are_a_page_or_an_error",
            "page_data::what_begins_as_a_page_is_one_or_an_error",
            "page_data::a_page_damaged_is_a_page_or_an_error",
            "page_data::a_page_with_a_piece_of_another_is_a_page_or_an_error",
        ],
    ),
    (
        "folding",
        "fold",
        &["folding_again_changes_nothing", "no_word_gets_longer_than_its_composed_form", "every_character_knows_where_it_comes_from"],
    ),
    ("queries", "behaviour", &["any_query_is_answered_with_bounded_work"]),
    (
        "files of the index",
        "damaged",
        &[
            "a_byte_changed_is_noticed",
            "a_file_cut_off_is_noticed",
            "a_head_with_a_right_checksum_opens_or_is_refused",
            "a_shard_with_a_right_checksum_is_added_or_refused",
            "any_bytes_are_an_index_or_an_error",
        ],
    ),
];

/// Runs all of them, one after the other, and prints how many cases each had and how long it took.
///
/// # Errors
/// When a property does not hold.
pub fn run() -> Result<()> {
    cargo().arg("--no-run").run()?;
    let mut lines = Vec::new();
    let mut total = Duration::ZERO;
    for (target, program, properties) in TARGETS {
        for property in properties {
            let begin = Instant::now();
            let step = cargo().args(["--test", program, "--", "--exact", property]).env("PROPTEST_CASES", CASES);
            ensure!(step.count_tests()? == 1, "{program} has no property {property}");
            total += begin.elapsed();
            lines.push(format!("  {target:<20}{CASES:>9} cases{:>13}  {property}", clock(begin.elapsed())));
        }
    }
    println!("\n{}\n  together{:>38}", lines.join("\n"), clock(total));
    Ok(())
}

fn cargo() -> Step {
    let packages = PACKAGES.iter().flat_map(|package| ["--package", package]);
    Step::cargo().args(["test", "--release"]).args(packages).args(["--features", "content/source"])
}

#[cfg(test)]
mod tests {
    use std::fs;

    use walkdir::WalkDir;

    use super::{PACKAGES, TARGETS};
    use crate::workspace;

    /// The names of the functions in `proptest!` of a file.
    fn properties(text: &str) -> Vec<&str> {
        let inside = text.split("proptest! {").skip(1).filter_map(|block| block.split("\n}").next());
        let functions = inside.flat_map(|block| block.lines().filter_map(|line| line.trim().strip_prefix("fn ")));
        functions.filter_map(|line| line.split('(').next()).collect()
    }

    #[test]
    fn every_property_is_asked_a_million_times() -> anyhow::Result<()> {
        let listed: Vec<&str> = TARGETS.iter().flat_map(|(.., properties)| properties.iter()).copied().collect();
        let mut found = 0;
        for package in PACKAGES {
            for entry in WalkDir::new(workspace::root().join("crates").join(package).join("tests")) {
                let entry = entry?;
                if entry.path().extension().is_none_or(|extension| extension != "rs") {
                    continue;
                }
                let text = fs::read_to_string(entry.path())?;
                for property in properties(&text) {
                    let is_listed = listed.iter().any(|listed| listed.rsplit("::").next() == Some(property));
                    assert!(is_listed, "{property} in {} is not in the list", entry.path().display());
                    found += 1;
                }
            }
        }
        assert_eq!(found, listed.len());
        Ok(())
    }
}
