//! Refuses to publish where the site was built: home folders, folders of cargo, this repository's, hosts of registries.

use std::{
    env,
    path::{Component, Path},
};

use rayon::prelude::*;

use crate::Output;

/// In no file, wherever they stand. Hosts are written in two parts, so that a search for them finds those who ask them.
const NOWHERE: [&str; 6] =
    [".cargo/", "registry/src/", "file://", concat!("crates", ".io"), concat!("npmjs", ".org"), concat!("pypi", ".org")];
/// Begin the path of a home folder. An address of the web may have such a folder, too.
const HOMES: [&str; 3] = ["/home/", "/root/", "/Users/"];
/// How much of what was found is told.
const EXCERPT: usize = 80;

/// Where a file of `outputs` tells of the machine on which it was made.
#[must_use]
pub fn faults(outputs: &[Output]) -> Vec<String> {
    let own = own_folders();
    let paths: Vec<&str> = HOMES.into_iter().chain(own.iter().map(String::as_str)).collect();
    outputs.par_iter().filter_map(|output| fault(output, &paths)).collect()
}

/// This repository and cargo's folder. One with a single name (`/src`) is not looked for: others have such folders, too.
fn own_folders() -> Vec<String> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).map(Path::to_owned);
    let cargo = env::var_os("CARGO_HOME").map(Into::into);
    let names = |path: &Path| path.components().filter(|part| matches!(part, Component::Normal(_))).count();
    let folders = repository.into_iter().chain(cargo).filter(|path| names(path) > 1);
    folders.map(|path| format!("{}/", path.display())).collect()
}

fn fault(output: &Output, paths: &[&str]) -> Option<String> {
    let text = String::from_utf8_lossy(&output.bytes);
    let found = NOWHERE.iter().find_map(|word| text.find(word));
    let found = found.or_else(|| paths.iter().find_map(|path| begin_of_path(&text, path, output.is("wasm"))))?;
    let excerpt: String = text[found..].chars().take_while(|letter| !letter.is_control()).take(EXCERPT).collect();
    Some(format!("{}: tells where it was built: {excerpt}", output.path))
}

/// In WASM one text follows another without anything between them, so a path begins anywhere.
fn begin_of_path(text: &str, path: &str, is_wasm: bool) -> Option<usize> {
    let belongs_to_address = |letter: char| letter.is_alphanumeric() || "-._~%:/@".contains(letter);
    let begins = |at: &usize| is_wasm || !text[..*at].ends_with(belongs_to_address);
    text.match_indices(path).map(|(at, _)| at).find(begins)
}

#[cfg(test)]
mod tests {
    use super::{fault, faults};
    use crate::Output;

    fn found(path: &str, text: &str) -> String {
        faults(&[Output { path: path.to_owned(), bytes: text.as_bytes().to_vec() }]).join("\n")
    }

    #[test]
    fn what_tells_of_a_machine_is_named() {
        let host = concat!("https://index.crates", ".io/x");
        for text in ["x /home/x/a.rs", "\"/Users/x\"", "(/root/a.rs:1)", "~/.cargo/bin", "/cargo/registry/src/x", "file:///x", host] {
            assert!(found("index.html", text).starts_with("index.html: tells where it was built: "), "{text}");
        }
        assert_eq!(found("x_bg.wasm", "src/a.rs/home/x/a.rs\0b"), "x_bg.wasm: tells where it was built: /home/x/a.rs");
    }

    #[test]
    fn folders_of_this_machine_are_named_wherever_a_path_begins() {
        let found = |text: &str| fault(&Output { path: "a.json".to_owned(), bytes: text.as_bytes().to_vec() }, &["/srv/work/"]);
        assert!(found("{\"a\":\"/srv/work/src/a.rs\"}").is_some_and(|fault| fault.ends_with("/srv/work/src/a.rs\"}")));
        assert_eq!(found("https://example.org/srv/work/"), None);
    }

    #[test]
    fn an_address_of_the_web_may_have_any_folder() {
        for text in
            ["https://example.org/home/a", "//example.org/ar/Users/x", "/rustc/0/library/core/src/str/mod.rs", "/crates/a-1.0/src/b.rs"]
        {
            assert_eq!(found("index.html", text), "");
        }
    }
}
