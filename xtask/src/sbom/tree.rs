//! Which crates a package is made of, as cargo tells it: exactly those of one mode and one target.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};

use crate::command::Step;

/// Name and version.
pub type Id = (String, String);

/// Crates with their licences, and which needs which.
#[derive(Clone, Default)]
pub struct Tree {
    /// As their authors write them.
    pub licences: BTreeMap<Id, String>,
    /// The direct dependencies of each.
    pub needs: BTreeMap<Id, BTreeSet<Id>>,
}

impl Tree {
    /// What `cargo tree` says with these arguments.
    ///
    /// # Errors
    /// When cargo fails or writes something else.
    pub fn ask(arguments: &[&str]) -> Result<Self> {
        let step = Step::cargo().args(["tree", "--quiet", "--prefix", "depth", "--format", "{p}\t{l}"]).args(arguments);
        let text = step.answer().with_context(|| format!("cargo tree {} fails; run it to see why", arguments.join(" ")))?;
        Self::read(&text).with_context(|| format!("cargo tree {} writes an unknown line", arguments.join(" ")))
    }

    /// Each line has its depth, then `name v1.0.0 (folder or kind)`, then the licence; what was shown before ends with ` (*)`.
    fn read(text: &str) -> Option<Self> {
        let mut tree = Self::default();
        let mut above: Vec<Id> = Vec::new();
        for line in text.lines().filter(|line| !line.is_empty()) {
            let (package, licence) = line.trim_end_matches(" (*)").split_once('\t')?;
            let name = package.find(|letter: char| !letter.is_ascii_digit())?;
            let depth: usize = package[..name].parse().ok()?;
            let mut words = package[name..].split(' ');
            let id = (words.next()?.to_owned(), words.next()?.strip_prefix('v')?.to_owned());
            above.truncate(depth);
            if let Some(parent) = above.last() {
                tree.needs.entry(parent.clone()).or_default().insert(id.clone());
            }
            above.push(id.clone());
            tree.licences.insert(id, licence.to_owned());
        }
        Some(tree)
    }

    /// Both together.
    pub fn and(mut self, other: Self) -> Self {
        self.licences.extend(other.licences);
        for (id, needs) in other.needs {
            self.needs.entry(id).or_default().extend(needs);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::Tree;

    #[test]
    fn a_tree_is_read_whole_and_what_is_shown_twice_counts_once() {
        let text = "0app v0.1.0 (/a b/app)\tMIT\n1one v1.0.0\tMIT/Apache-2.0\n2two v2.0.0-rc.1 (proc-macro)\t\n1two v2.0.0-rc.1 (proc-macro)\t (*)\n";
        let tree = Tree::read(text).unwrap_or_default();
        let id = |name: &str, version: &str| (name.to_owned(), version.to_owned());
        let (app, one, two) = (id("app", "0.1.0"), id("one", "1.0.0"), id("two", "2.0.0-rc.1"));
        assert_eq!(tree.licences.get(&one).map(String::as_str), Some("MIT/Apache-2.0"));
        assert_eq!(tree.licences.len(), 3);
        assert_eq!(tree.needs.get(&app).map(|needs| needs.iter().collect::<Vec<_>>()), Some(vec![&one, &two]));
        assert_eq!(tree.needs.get(&one).map(|needs| needs.iter().collect::<Vec<_>>()), Some(vec![&two]));
        assert!(Tree::read("error: no such package").is_none());
    }
}
