//! `bench scale`: what the site costs to check, render, build and read when it grows.

mod builds;
mod growth;

use anyhow::{Context, Result};

use super::report;

/// How many editions are rendered, unless others are asked for.
const RENDERED: [usize; 4] = [10, 100, 1_000, 10_000];
/// How many editions are built whole: ten thousand would be compressed for hours.
const BUILT: [usize; 3] = [10, 100, 1_000];

pub fn run(arguments: &[String]) -> Result<()> {
    let asked: Result<Vec<usize>> =
        arguments.iter().map(|number| number.parse().with_context(|| format!("{number:?} is no number of editions"))).collect();
    let asked = asked?;
    let wanted = |usual: &[usize]| if asked.is_empty() { usual.to_vec() } else { asked.clone() };
    let command = ["cargo xtask bench scale".to_owned(), arguments.join(" ")].join(" ");
    let circumstances = || report::circumstances(command.trim());
    tell("bench:growth", &circumstances(), &growth::table(&wanted(&RENDERED))?)?;
    let mut built = wanted(&BUILT);
    built.retain(|editions| BUILT.iter().max().is_some_and(|most| editions <= most));
    if built.is_empty() { Ok(()) } else { tell("bench:builds", &circumstances(), &builds::table(&built)?) }
}

fn tell(name: &str, circumstances: &str, table: &str) -> Result<()> {
    println!("\n{table}");
    report::insert("scale.md", name, &[circumstances, "\n\n", table].concat())
}

/// 1234567 as 1,234,567.
fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use super::thousands;

    #[test]
    fn long_numbers_are_grouped() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(thousands), ["0", "999", "1,000", "1,234,567"]);
    }
}
