//! What a careful Arabic copy-editor would mark: invisible marks, Latin punctuation, digit ranges.
//!
//! Sources: W3C alreq (punctuation, numerals, direction), UAX #9 (a hyphen between numbers turns
//! their order).

use super::reader::{Located, Problems};
use crate::{phrases::problem as words, problem::Lines};

/// Notes every fault of an Arabic text.
pub fn check(literal: &Located<'_>, problems: &Problems) {
    let letters: Vec<(usize, char)> = literal.value.char_indices().collect();
    let mut in_foreign = false;
    // Ids and addresses, `[F021]` and `](/platform/)`, are not Arabic text.
    let mut in_mark = false;
    for (index, &(at, letter)) in letters.iter().enumerate() {
        let before = index.checked_sub(1).map(|previous| letters[previous].1);
        let after = letters.get(index + 1).map(|next| next.1);
        match letter {
            '{' => in_foreign = true,
            '}' => in_foreign = false,
            '[' => in_mark = !is_label(&literal.value[at..]),
            '(' if before == Some(']') => in_mark = true,
            ']' | ')' => in_mark = false,
            _ => {}
        }
        let fault = if in_foreign { None } else { fault_of(letter, before, after, in_mark) };
        if let Some((found, expected)) = fault {
            let (start, word) = word_at(&literal.value, at);
            problems.add(literal.place_at(start), words::in_word(&found, word), expected, "");
        }
    }
}

/// Notes every invisible character of a file: in Arabic text, in foreign names, in addresses.
pub fn check_invisible(lines: &Lines<'_>, text: &str, problems: &Problems) {
    for (at, letter) in text.char_indices().filter(|(_, letter)| is_invisible(*letter)) {
        let (found, expected) = words::invisible(letter);
        let (_, word) = word_at(text, at);
        problems.add(lines.place(at), words::in_word(&found, word), expected, "");
    }
}

/// Whether the bracket at the head of `rest` opens the label of a link.
fn is_label(rest: &str) -> bool {
    rest.find(']').is_some_and(|close| rest[close..].starts_with("]("))
}

type Fault = Option<(String, String)>;

fn fault_of(letter: char, before: Option<char>, after: Option<char>, in_mark: bool) -> Fault {
    let beside_arabic = before.is_some_and(is_arabic) || after.is_some_and(is_arabic);
    let between_digits = before.is_some_and(|mark| mark.is_ascii_digit()) && after.is_some_and(|mark| mark.is_ascii_digit());
    match letter {
        ',' | ';' | '?' | '"' | '“' | '”' if beside_arabic => Some(words::latin_punctuation(letter)),
        '-' if between_digits && !in_mark => Some(words::digit_range()),
        'ـ' => Some(words::tatweel()),
        '٠'..='٩' | '۰'..='۹' => Some(words::eastern_digit()),
        'و' if after == Some(' ') && before.is_none_or(|mark| mark == ' ') => Some(words::detached_waw()),
        _ if letter.is_ascii_alphabetic() && !in_mark => Some(words::bare_latin()),
        _ => None,
    }
}

/// Direction marks, zero-width characters, soft hyphen: never wanted in content.
#[must_use]
pub fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}' | '\u{61c}')
}

fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{621}'..='\u{652}' | '\u{670}')
}

/// The word around byte `at`, and where it begins.
fn word_at(text: &str, at: usize) -> (usize, &str) {
    let before = text[..at].char_indices().rev().find(|(_, letter)| letter.is_whitespace());
    let start = before.map_or(0, |(space, letter)| space + letter.len_utf8());
    let end = text[at..].find(char::is_whitespace).map_or(text.len(), |space| space + at);
    if start < end { (start, &text[start..end]) } else { (at, &text[at..]) }
}
