//! `bench scale`: what the site costs to check, render, build and read when it grows.

mod builds;
mod growth;

use anyhow::{Context, Result};

use super::report;

/// How many editions are rendered, unless others are asked for, whose figures are only printed.
const RENDERED: [usize; 4] = [10, 100, 1_000, 10_000];
/// How many editions are built whole: ten thousand would be compressed for hours.
const BUILT: [usize; 3] = [10, 100, 1_000];

pub fn run(arguments: &[String]) -> Result<()> {
    let asked: Result<Vec<usize>> =
        arguments.iter().map(|number| number.parse().with_context(|| format!("{number:?} is no number of editions"))).collect();
    let asked = asked?;
    if !asked.is_empty() {
        println!("\n{}\n{}", growth::table(&asked)?, builds::table(&asked)?);
        return Ok(());
    }
    tell("bench:growth", &growth::table(&RENDERED)?)?;
    tell("bench:builds", &builds::table(&BUILT)?)
}

/// Prints a table of all that is usually measured and puts it into the document.
fn tell(name: &str, table: &str) -> Result<()> {
    println!("\n{table}");
    report::insert("scale.md", name, &[&report::circumstances("cargo xtask bench scale"), "\n\n", table].concat())
}

/// 1234567 as 1,234,567.
fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join(",")
}

fn megabytes(kibibytes: Option<usize>) -> String {
    kibibytes.map_or_else(|| "unknown".to_owned(), |kibibytes| [&thousands(kibibytes * 1024 / 1_000_000), " MB"].concat())
}

#[cfg(test)]
mod tests {
    use super::thousands;

    #[test]
    fn long_numbers_are_grouped() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(thousands), ["0", "999", "1,000", "1,234,567"]);
    }
}
