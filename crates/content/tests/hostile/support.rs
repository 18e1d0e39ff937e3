//! What the properties share: how many cases, and hostile changes to sound texts.

use std::{fs, ops::Range, path::PathBuf};

use proptest::{
    prelude::*,
    test_runner::{Config, FileFailurePersistence},
};

/// Many more in the long task: `PROPTEST_CASES=1000000`. What once failed is kept beside the test.
pub fn config() -> Config {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(256);
    Config { cases, failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))), ..Config::default() }
}

/// The repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The files of a folder and of those in it with this ending: their path below it, and their text.
pub fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let folder = root().join(folder);
    let mut found = Vec::new();
    let mut folders = vec![folder.clone()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                let below = path.strip_prefix(&folder).unwrap_or(&path).to_string_lossy().into_owned();
                found.push((below, String::from_utf8_lossy(&fs::read(&path).unwrap_or_default()).into_owned()));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "nothing in {}", folder.display());
    found
}

/// Texts that have broken programs: markup, attributes, addresses, marks of direction, controls, escapes of TOML, brackets.
const SHARP: [&str; 40] = [
    "<script>alert(1)</script>",
    "</script>",
    "<!--",
    "<!>",
    "\" onmouseover=\"alert(1)",
    "' onload='alert(1)",
    "javascript:alert(1)",
    "data:text/html,x",
    "\u{202e}",
    "\u{2066}",
    "\u{0}",
    "\u{1b}[2J",
    "\u{feff}",
    "\u{fffe}",
    "\u{10ffff}",
    "\\u202E",
    "\\u0000",
    "\\U0010FFFF",
    "\\x",
    "\\",
    "\"\"\"",
    "'''",
    "[[",
    "]]",
    "[F001]",
    "[K01]",
    "[x](/",
    "{en:",
    "}",
    "a.b.c.d = 1\n",
    "[a]\n",
    "[[section]]\n",
    "=",
    "\r",
    "\r\n",
    "\n\n- ",
    "ـ",
    "𐀀",
    "18446744073709551616",
    "-0x1_e9",
];

/// One change: what, at which part of a text's length, how many characters, with what.
type Change = (u8, u16, u8, Cow);
type Cow = std::borrow::Cow<'static, str>;

/// A few changes to a text.
pub fn changes() -> impl Strategy<Value = Vec<Change>> {
    let text = prop_oneof![
        4 => proptest::sample::select(&SHARP[..]).prop_map(Cow::from),
        1 => any::<char>().prop_map(|letter| Cow::from(letter.to_string())),
        1 => any::<String>().prop_map(Cow::from),
    ];
    proptest::collection::vec((any::<u8>(), any::<u16>(), any::<u8>(), text), 1..4)
}

/// A text after these changes: put in, put over, put in for what stands in quotes, cut out, doubled, swapped, cut off, said
/// many times.
pub fn changed(text: &str, changes: &[Change]) -> String {
    let mut text = text.to_owned();
    for (kind, place, length, with) in changes {
        let at = text.floor_char_boundary(text.len() * usize::from(*place) / 65_536);
        let end = text.floor_char_boundary(at + usize::from(*length));
        match kind % 10 {
            0 | 1 => text.insert_str(at, with),
            2 => text.replace_range(at..end, with),
            3 => text.replace_range(at..end, ""),
            4 => text.replace_range(at..at, &text[at..end].repeat(2)),
            5 => {
                let part = text[at..end].to_owned();
                text.replace_range(at..end, "");
                text.insert_str(text.floor_char_boundary(at / 2), &part);
            }
            6 => text.truncate(at),
            7 | 8 => text.replace_range(quoted(&text, at).unwrap_or(at..at), with),
            _ => text.insert_str(at, &with.repeat(usize::from(*length) / 4)),
        }
    }
    text
}

/// What the first quotes after byte `at` hold.
fn quoted(text: &str, at: usize) -> Option<Range<usize>> {
    let start = at + text[at..].find('"')? + 1;
    Some(start..start + text[start..].find('"')?)
}

/// Up to so many bytes of a long text, from a part of its length on: whole lines.
pub fn excerpt(text: &str, place: u16, bytes: usize) -> &str {
    let start = text.floor_char_boundary(text.len() * usize::from(place) / 65_536);
    let start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    &text[start..text.floor_char_boundary(start + bytes)]
}
