//! What a careful Arabic copy-editor would mark: invisible marks, Latin punctuation, digit ranges.
//!
//! Sources: W3C alreq (punctuation, numerals, direction), UAX #9 (a hyphen between numbers turns
//! their order).

use super::file::{Located, Problems};
use crate::{phrases::problem as words, problem::Lines};

/// Notes every fault of an Arabic text.
pub fn check(literal: &Located<'_>, problems: &Problems) {
    let letters: Vec<(usize, char)> = literal.value.char_indices().collect();
    let mut in_foreign = false;
    // Ids and addresses, `[F021]` and `](/platform/)`, are not Arabic text.
    let mut in_mark = false;
    let mut words_seen = Words::default();
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
        let Some((found, expected)) = fault else {
            continue;
        };
        if words_seen.is_new(&literal.value, at, &found) {
            let (start, word) = word_at(&literal.value, at);
            problems.add(literal.place_at(start), words::in_word(&found, word), expected, "");
        }
    }
}

/// Notes every invisible character of a file: in Arabic text, in foreign names, in addresses.
pub fn check_invisible(lines: &Lines<'_>, text: &str, problems: &Problems) {
    let mut words_seen = Words::default();
    for (at, letter) in text.char_indices().filter(|(_, letter)| is_unwanted(*letter)) {
        let (found, expected) = words::invisible(letter);
        if words_seen.is_new(text, at, &found) {
            problems.add(lines.place(at), words::in_word(&found, word_at(text, at).1), expected, "");
        }
    }
}

/// Notes the first such character of a value that does not stand in the file as it is: one that is written `\u202E`.
pub fn check_escaped(literal: &Located<'_>, problems: &Problems) {
    if let Some(letter) = literal.value.chars().find(|letter| is_unwanted(*letter) || *letter == '\r') {
        let (found, expected) = words::invisible(letter);
        problems.add(literal.place(), words::in_word(&found, &literal.value), expected, "");
    }
}

/// Which fault of which word was noted last: a word of a thousand Latin letters is one fault.
#[derive(Default)]
struct Words {
    end: usize,
    found: Vec<String>,
}

impl Words {
    /// Whether the word around byte `at` has not had this fault yet. Words come in order.
    fn is_new(&mut self, text: &str, at: usize, found: &str) -> bool {
        if at >= self.end {
            self.end = word_end(text, at).max(at + 1);
            self.found.clear();
        }
        let is_new = !self.found.iter().any(|known| known == found);
        if is_new {
            self.found.push(found.to_owned());
        }
        is_new
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

/// Direction marks, zero-width characters, soft hyphen, separators of lines and paragraphs, tags; control characters, and
/// what is no character at all: never wanted in content, and not allowed in XML.
#[must_use]
pub fn is_invisible(letter: char) -> bool {
    let is_control = letter.is_control() && !matches!(letter, '\n' | '\r' | '\t');
    let is_noncharacter = u32::from(letter) & 0xfffe == 0xfffe || matches!(letter, '\u{fdd0}'..='\u{fdef}');
    let is_mark = matches!(letter,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}');
    is_control || is_noncharacter || is_mark
}

/// Besides, what stands for bytes that are not UTF-8.
fn is_unwanted(letter: char) -> bool {
    is_invisible(letter) || letter == char::REPLACEMENT_CHARACTER
}

fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{621}'..='\u{652}' | '\u{670}')
}

/// The word around byte `at`, and where it begins.
fn word_at(text: &str, at: usize) -> (usize, &str) {
    let before = text[..at].char_indices().rev().find(|(_, letter)| letter.is_whitespace());
    let start = before.map_or(0, |(space, letter)| space + letter.len_utf8());
    let end = word_end(text, at);
    // White space that is unwanted is in no word.
    if start < end { (start, &text[start..end]) } else { (at, "") }
}

fn word_end(text: &str, at: usize) -> usize {
    text[at..].find(char::is_whitespace).map_or(text.len(), |space| space + at)
}
