//! The editors' inline markup: `[F021]`, `[K01]`, `[label](/address/)`, `{en:text}`. Nothing else.

use super::{
    file::{Located, Problems},
    typography,
};
use crate::{
    model::{Paragraph, Reference, Span, Text},
    phrases::problem as words,
};

/// Reads one Arabic text; what is wrong with it is noted and left out.
pub fn text(literal: &Located<'_>, problems: &Problems) -> Text {
    typography::check(literal, problems);
    Parser { literal, problems }.parse(&literal.value, 0)
}

/// Reads paragraphs: blank lines part them; lines that begin with `- ` make a list.
pub fn paragraphs(literal: &Located<'_>, problems: &Problems) -> Vec<Paragraph> {
    typography::check(literal, problems);
    let parser = Parser { literal, problems };
    let mut found = Vec::new();
    let mut block = Vec::new();
    for line in literal.value.lines().chain([""]) {
        if line.trim().is_empty() {
            parser.block(&block, &mut found);
            block.clear();
        } else {
            block.push(line.trim());
        }
    }
    found
}

/// Reports every sentence of `literal` that carries no citation, unless it says what was not found.
pub fn check_sentences_cited(literal: &Located<'_>, problems: &Problems) {
    for (offset, sentence) in sentences(&literal.value) {
        if !sentence.contains("[F") && !sentence.starts_with(words::NOTHING_FOUND) {
            let first: String = sentence.split_whitespace().take(5).collect::<Vec<_>>().join(" ");
            problems.add(literal.place_at(offset), words::uncited(&first), words::CITED.to_owned(), words::CITED_EXAMPLE);
        }
    }
}

/// Splits at a full stop, question or exclamation mark that is followed by white space or the end, and
/// at blank lines. Each sentence with its offset in bytes.
fn sentences(text: &str) -> Vec<(usize, &str)> {
    let mut ends: Vec<usize> = Vec::new();
    for (at, mark) in text.char_indices() {
        let end = at + mark.len_utf8();
        let closes = matches!(mark, '.' | '؟' | '!') && text[end..].chars().next().is_none_or(char::is_whitespace);
        if closes || mark == '\n' && text[end..].starts_with('\n') {
            ends.push(end);
        }
    }
    ends.push(text.len());
    let mut start = 0;
    let mut found = Vec::new();
    for end in ends {
        let sentence = &text[start..end];
        let offset = start + sentence.len() - sentence.trim_start().len();
        found.push((offset, sentence.trim()));
        start = end;
    }
    found.retain(|(_, sentence)| sentence.chars().any(char::is_alphabetic));
    found
}

/// Turns one text into spans. All the pieces it is handed are slices of the literal's value or copies
/// that begin where a slice begins, so that every mark knows its place.
struct Parser<'a> {
    literal: &'a Located<'a>,
    problems: &'a Problems,
}

impl Parser<'_> {
    fn block(&self, lines: &[&str], found: &mut Vec<Paragraph>) {
        let items_at = lines.iter().position(|line| line.starts_with("- ")).unwrap_or(lines.len());
        let (prose, items) = lines.split_at(items_at);
        if let Some(first) = prose.first() {
            found.push(Paragraph::Prose(self.parse(&prose.join(" "), self.offset_of(first))));
        }
        if !items.is_empty() {
            let item = |line: &&str| {
                let text = line.strip_prefix("- ").unwrap_or(line);
                self.parse(text, self.offset_of(text))
            };
            found.push(Paragraph::List(items.iter().map(item).collect()));
        }
    }

    /// Where `part`, a slice of the value, begins.
    fn offset_of(&self, part: &str) -> usize {
        part.as_ptr().addr().saturating_sub(self.literal.value.as_ptr().addr())
    }

    /// Reads `text`, which begins `start` bytes into the value.
    fn parse(&self, text: &str, start: usize) -> Text {
        let mut spans = Vec::new();
        let mut plain = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(['[', '{', ']', '}']) {
            plain.push_str(&rest[..at]);
            let offset = start + text.len() - rest.len() + at;
            let (span, after) = self.mark(&rest[at..], offset);
            // A citation follows its word without the space that parts them in the file.
            if span.iter().any(|span| matches!(span, Span::Claim(_) | Span::Conflict(_))) {
                plain.truncate(plain.trim_end().len());
            }
            if !plain.is_empty() && !span.is_empty() {
                spans.push(Span::Plain(std::mem::take(&mut plain)));
            }
            spans.extend(span);
            rest = after;
        }
        plain.push_str(rest);
        if !plain.is_empty() {
            spans.push(Span::Plain(plain));
        }
        spans
    }

    /// Reads the mark at the head of `rest`, which begins `offset` bytes into the value; returns it and
    /// what follows.
    fn mark<'t>(&self, rest: &'t str, offset: usize) -> (Text, &'t str) {
        let (close, is_foreign) = if rest.starts_with('{') { ('}', true) } else { (']', false) };
        let end = rest[1..].find(close).map(|at| at + 1);
        let (Some(end), true) = (end, rest.starts_with(['[', '{'])) else {
            let bracket: String = rest.chars().take(12).collect();
            self.note(offset, words::bracket(&bracket));
            // Many of one kind beside each other are one mistake.
            return (Vec::new(), rest.trim_start_matches(&rest[..1]));
        };
        let (inner, after) = (&rest[1..end], &rest[end + 1..]);
        if is_foreign {
            return (self.foreign(inner, offset), after);
        }
        if let Some((address, after)) = after.strip_prefix('(').and_then(|tail| tail.split_once(')')) {
            let place = self.literal.place_at(offset + end + 2);
            let link = Span::Link { target: address.to_owned(), label: self.parse(inner, offset + 1), place };
            return (vec![link], after);
        }
        (self.references(inner, offset + 1), after)
    }

    fn foreign(&self, inner: &str, offset: usize) -> Text {
        match inner.split_once(':') {
            Some((lang, text)) if is_language_tag(lang) && !text.is_empty() => {
                vec![Span::Foreign { lang: lang.to_owned(), text: text.to_owned() }]
            }
            _ => {
                self.note(offset, words::foreign(inner));
                Vec::new()
            }
        }
    }

    fn references(&self, inner: &str, offset: usize) -> Text {
        let reference = |word: &str| {
            let offset = offset + inner.find(word).unwrap_or_default();
            let reference = Reference { id: word.to_owned(), place: self.literal.place_at(offset) };
            if is_id(word, 'F', 3) {
                Some(Span::Claim(reference))
            } else if is_id(word, 'K', 2) {
                Some(Span::Conflict(reference))
            } else {
                self.note(offset, words::mark(word));
                None
            }
        };
        let is_between = |mark: char| mark.is_whitespace() || mark == '،' || mark == ',';
        inner.split(is_between).filter(|word| !word.is_empty()).filter_map(reference).collect()
    }

    fn note(&self, offset: usize, found: String) {
        self.problems.add(self.literal.place_at(offset), found, words::MARK_EXPECTED.to_owned(), words::MARK_EXAMPLE);
    }
}

/// Digits of an id, which is the name of a folder.
const MOST_DIGITS: usize = 9;

/// Whether `word` is `letter` and at least `digits` digits.
#[must_use]
pub fn is_id(word: &str, letter: char, digits: usize) -> bool {
    word.strip_prefix(letter)
        .is_some_and(|rest| (digits..=MOST_DIGITS).contains(&rest.len()) && rest.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether `tag` names a language (BCP 47), such as `fr` or `zgh-Tfng`.
pub(super) fn is_language_tag(tag: &str) -> bool {
    (2..=8).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-')
}
