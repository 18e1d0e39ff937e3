//! The editors' inline markup: `[F021]`, `[K01]`, `[label](/address/)`, `{en:text}`. Nothing else.

use super::{
    reader::{Located, Problems},
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
    let mut offset = 0;
    let mut found = Vec::new();
    for block in literal.value.split("\n\n") {
        let start = offset;
        offset += block.len() + 2;
        if block.trim().is_empty() {
            continue;
        }
        parser.block(block, start, &mut found);
    }
    found
}

/// Reports every sentence of `literal` that carries no citation.
pub fn check_sentences_cited(literal: &Located<'_>, problems: &Problems) {
    for sentence in sentences(&literal.value) {
        if !sentence.contains("[F") {
            let first: String = sentence.split_whitespace().take(5).collect::<Vec<_>>().join(" ");
            let place = literal.place_of(first.split(' ').next().unwrap_or_default(), 0);
            problems.add(place, words::uncited(&first), words::CITED.to_owned(), words::CITED_EXAMPLE);
        }
    }
}

/// Splits at a full stop, question or exclamation mark that is followed by white space or the end.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, mark) in text.char_indices() {
        let end = at + mark.len_utf8();
        let closes = matches!(mark, '.' | '؟' | '!') && text[end..].chars().next().is_none_or(char::is_whitespace);
        if closes || mark == '\n' && text[end..].starts_with('\n') {
            found.push(text[start..end].trim());
            start = end;
        }
    }
    found.push(text[start..].trim());
    found.retain(|sentence| sentence.chars().any(char::is_alphabetic));
    found
}

struct Parser<'a> {
    literal: &'a Located<'a>,
    problems: &'a Problems,
}

impl Parser<'_> {
    fn block(&self, block: &str, start: usize, found: &mut Vec<Paragraph>) {
        let mut prose = String::new();
        let mut items = Vec::new();
        for line in block.lines() {
            match line.trim().strip_prefix("- ") {
                Some(item) => items.push(self.parse(item, start)),
                None if items.is_empty() => {
                    if !prose.is_empty() {
                        prose.push(' ');
                    }
                    prose.push_str(line.trim());
                }
                None => items.push(self.parse(line.trim(), start)),
            }
        }
        if !prose.is_empty() {
            found.push(Paragraph::Prose(self.parse(&prose, start)));
        }
        if !items.is_empty() {
            found.push(Paragraph::List(items));
        }
    }

    fn parse(&self, text: &str, start: usize) -> Text {
        let mut spans = Vec::new();
        let mut plain = String::new();
        let mut rest = text;
        while let Some(at) = rest.find(['[', '{', ']', '}']) {
            plain.push_str(&rest[..at]);
            let (span, after) = self.mark(&rest[at..], start);
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

    /// Reads the mark at the head of `rest`; returns it and what follows.
    fn mark<'t>(&self, rest: &'t str, start: usize) -> (Text, &'t str) {
        let (close, is_foreign) = if rest.starts_with('{') { ('}', true) } else { (']', false) };
        let end = rest[1..].find(close).map(|at| at + 1);
        let (Some(end), true) = (end, rest.starts_with(['[', '{'])) else {
            let bracket: String = rest.chars().take(12).collect();
            self.note(&bracket, start, words::bracket(&bracket));
            return (Vec::new(), &rest[1..]);
        };
        let (inner, after) = (&rest[1..end], &rest[end + 1..]);
        if is_foreign {
            return (self.foreign(inner, start), after);
        }
        if let Some(address) = after.strip_prefix('(').and_then(|tail| tail.split_once(')')) {
            let place = self.literal.place_of(address.0, 0);
            let link = Span::Link { target: address.0.to_owned(), label: self.parse(inner, start), place };
            return (vec![link], address.1);
        }
        (self.references(inner, start), after)
    }

    fn foreign(&self, inner: &str, start: usize) -> Text {
        match inner.split_once(':') {
            Some((lang, text)) if is_language_tag(lang) && !text.is_empty() => {
                vec![Span::Foreign { lang: lang.to_owned(), text: text.to_owned() }]
            }
            _ => {
                self.note(inner, start, words::foreign(inner));
                Vec::new()
            }
        }
    }

    fn references(&self, inner: &str, start: usize) -> Text {
        let reference = |word: &str| {
            let reference = Reference { id: word.to_owned(), place: self.literal.place_of(word, start.min(self.literal.span.len())) };
            if is_id(word, 'F', 3) {
                Some(Span::Claim(reference))
            } else if is_id(word, 'K', 2) {
                Some(Span::Conflict(reference))
            } else {
                self.note(word, start, words::mark(word));
                None
            }
        };
        inner
            .split(|mark: char| mark.is_whitespace() || mark == '،' || mark == ',')
            .filter(|word| !word.is_empty())
            .filter_map(reference)
            .collect()
    }

    fn note(&self, word: &str, start: usize, found: String) {
        let place = self.literal.place_of(word, start);
        self.problems.add(place, found, words::MARK_EXPECTED.to_owned(), words::MARK_EXAMPLE);
    }
}

/// Whether `word` is `letter` and `digits` digits.
#[must_use]
pub fn is_id(word: &str, letter: char, digits: usize) -> bool {
    word.strip_prefix(letter).is_some_and(|rest| rest.len() == digits && rest.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_language_tag(tag: &str) -> bool {
    (2..=8).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-')
}
