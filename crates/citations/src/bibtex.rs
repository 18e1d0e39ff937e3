//! BibTeX, escaped and written by the library that Typst reads BibTeX with.

use biblatex::{Chunk, Entry, EntryType, Spanned};
use content::phrases;

use crate::{CitationError, record::Record};

/// The records as one file.
pub(crate) fn file(records: &[Record]) -> Result<String, CitationError> {
    let entries: Result<Vec<String>, CitationError> = records.iter().map(entry).collect();
    Ok(entries?.join("\n\n") + "\n")
}

fn entry(record: &Record) -> Result<String, CitationError> {
    // BibTeX has no type for web pages; biblatex prints the address of a @misc too.
    let mut entry = Entry::new(record.key.clone(), EntryType::Misc);
    let mut set = |field: &str, text: Option<String>| {
        if let Some(text) = text {
            entry.set(field, vec![Spanned::detached(chunk(field, text))]);
        }
    };
    set("title", Some(record.title.clone()));
    set("author", record.author.clone());
    set("howpublished", part_of(record));
    set("date", record.issued.map(content::model::Date::iso));
    set("url", record.url.clone());
    // Tells LaTeX how to set the entry, so it is the language of what is printed.
    set("langid", language(&record.title_lang).map(str::to_owned));
    entry.to_bibtex_string().map_err(|error| CitationError::BibTeX(record.key.clone(), error.to_string()))
}

/// Inner braces keep the case of titles, and the name of a body from being split into first and last name.
fn chunk(field: &str, text: String) -> Chunk {
    if matches!(field, "title" | "author" | "howpublished") { Chunk::Verbatim(text) } else { Chunk::Normal(text) }
}

fn part_of(record: &Record) -> Option<String> {
    let parts: Vec<&str> = record.container.iter().chain(&record.publisher).map(String::as_str).collect();
    (!parts.is_empty()).then(|| parts.join(phrases::page::COMMA))
}

/// The language as babel and polyglossia call it; one they do not know is left out.
fn language(lang: &str) -> Option<&'static str> {
    Some(match lang.split('-').next()? {
        "ar" => "arabic",
        "de" => "german",
        "en" => "english",
        "es" => "spanish",
        "fr" => "french",
        "it" => "italian",
        "pt" => "portuguese",
        _ => return None,
    })
}
