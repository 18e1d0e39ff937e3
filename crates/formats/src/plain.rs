//! Text without markup, and the claims it rests on.

use content::{
    compose::text_of,
    model::{Paragraph, Passage, Span, Text},
};

/// Punctuation that stands against the word before it; taking out a citation may leave a space there.
const CLOSING: [char; 8] = ['.', '،', '؛', ':', '؟', '!', ')', '»'];

/// Running text without marks, citations and doubled spaces.
pub fn plain(text: &Text) -> String {
    let mut tidy = String::new();
    for letter in text_of(text).chars() {
        if CLOSING.contains(&letter) || letter == ' ' {
            tidy.truncate(tidy.trim_end_matches(' ').len());
        }
        tidy.push(letter);
    }
    tidy.trim().to_owned()
}

/// The same, or nothing where there is no text.
pub fn optional(text: &Text) -> Option<String> {
    Some(plain(text)).filter(|text| !text.is_empty())
}

/// The paragraphs of a passage, parted by a blank line; items of a list stand on lines of their own.
pub fn paragraphs(passage: &Passage) -> String {
    let paragraph = |paragraph: &Paragraph| match paragraph {
        Paragraph::Prose(text) => plain(text),
        Paragraph::List(items) => items.iter().map(|item| format!("- {}", plain(item))).collect::<Vec<_>>().join("\n"),
    };
    passage.paragraphs.iter().map(paragraph).collect::<Vec<_>>().join("\n\n")
}

/// The claims a text cites, in order, each once.
pub fn cited(text: &Text) -> Vec<String> {
    let mut ids = Vec::new();
    gather(text, &mut ids);
    ids
}

fn gather(text: &Text, ids: &mut Vec<String>) {
    for span in text {
        match span {
            Span::Claim(reference) if !ids.contains(&reference.id) => ids.push(reference.id.clone()),
            Span::Link { label, .. } => gather(label, ids),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use content::{
        model::{Reference, Span},
        problem::Place,
    };

    use super::{cited, plain};

    #[test]
    fn citations_leave_neither_marks_nor_spaces() {
        let claim = |id: &str| Span::Claim(Reference { id: id.to_owned(), place: Place { file: String::new(), line: 1, column: 1 } });
        let words = |text: &str| Span::Plain(text.to_owned());
        let text = vec![words("شارك 23 بلداً "), claim("F024"), claim("F021"), words(" "), claim("F024"), words("، ثم انتهى.")];
        assert_eq!(plain(&text), "شارك 23 بلداً، ثم انتهى.");
        assert_eq!(cited(&text), ["F024", "F021"]);
    }
}
