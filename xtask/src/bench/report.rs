//! Puts what a bench measured into a document, between two comments that stay where they are.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::command::Step;
use crate::workspace;

/// Replaces what stands between `<!-- NAME begin -->` and `<!-- NAME end -->` in a file of `docs/`.
///
/// # Errors
/// When the file or one of the comments is missing.
pub fn insert(file: &str, name: &str, markdown: &str) -> Result<()> {
    let path = workspace::root().join("docs").join(file);
    let text = fs::read_to_string(&path).with_context(|| format!("cannot read docs/{file}"))?;
    let text = between(&text, name, markdown).with_context(|| format!("in docs/{file}"))?;
    fs::write(&path, text).with_context(|| format!("cannot write docs/{file}"))?;
    println!("\nWritten to docs/{file}, {name}.");
    Ok(())
}

fn between(text: &str, name: &str, markdown: &str) -> Result<String> {
    let [begin, end] = ["begin", "end"].map(|place| format!("<!-- {name} {place} -->"));
    let missing = || format!("{begin} and {end} are to stand once each, in this order");
    let (before, rest) = text.split_once(&begin).with_context(missing)?;
    let (_, after) = rest.split_once(&end).with_context(missing)?;
    ensure!(!before.contains(&end) && !after.contains(&begin), missing());
    Ok(format!("{before}{begin}\n\n{}\n\n{end}{after}", markdown.trim()))
}

/// When, on which machine, and of which state of the project: what belongs above every table of times.
pub fn circumstances(command: &str) -> String {
    let ask = |program: &str, arguments: &[&str]| Step::new(program).args(arguments).answer().unwrap_or_else(|| "unknown".to_owned());
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    // What benches write into docs/ does not change what they measure.
    let changes = ask("git", &["status", "--porcelain", "--", ".", ":!docs"]);
    format!(
        "`{command}` on {date}, at commit {commit}{changed}; {processor}, {cores} cores, {memory} of memory.",
        date = ask("date", &["+%F"]),
        commit = ask("git", &["rev-parse", "--short", "HEAD"]),
        changed = if changes.is_empty() { "" } else { " with changes" },
        processor = proc_value("cpuinfo", "model name").unwrap_or_else(|| ask("uname", &["--machine"])),
        memory = memory().unwrap_or_else(|| "unknown amount".to_owned()),
    )
}

/// The first value of a key in a file of Linux's `/proc`; elsewhere there is none.
fn proc_value(file: &str, key: &str) -> Option<String> {
    let text = fs::read_to_string(format!("/proc/{file}")).ok()?;
    let (_, value) = text.lines().find_map(|line| line.split_once(':').filter(|(name, _)| name.trim() == key))?;
    Some(value.trim().to_owned())
}

fn memory() -> Option<String> {
    let kibibytes: u64 = proc_value("meminfo", "MemTotal")?.split(' ').next()?.parse().ok()?;
    Some(format!("{} GiB", (kibibytes + 512 * 1024) / (1024 * 1024)))
}

#[cfg(test)]
mod tests {
    use super::between;

    #[test]
    fn only_what_stands_between_the_comments_changes() -> anyhow::Result<()> {
        let text = "a\n<!-- x begin -->\nold\n<!-- x end -->\nb\n<!-- y begin --><!-- y end -->\n";
        let once = between(text, "x", "new\n")?;
        assert_eq!(once, "a\n<!-- x begin -->\n\nnew\n\n<!-- x end -->\nb\n<!-- y begin --><!-- y end -->\n");
        assert_eq!(between(&once, "x", "new")?, once);
        Ok(())
    }

    #[test]
    fn a_document_without_the_comments_is_left_alone() {
        for text in ["", "<!-- x begin -->", "<!-- x end --><!-- x begin -->"] {
            assert!(between(text, "x", "new").is_err(), "{text:?}");
        }
    }
}
