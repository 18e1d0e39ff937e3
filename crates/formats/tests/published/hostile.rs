//! Hostile words in the content: in every format they are words again, and neither lines nor markup of the file.

use calcard::{Entry, Parser};
use content::model::{Address, Site, Span};
use feed_rs::parser;
use serde_json::Value;

use crate::support::{BASE, Checked, files, site, text};

/// Ends a script, a field, a line; begins a formula.
const HOSTILE: [&str; 5] = [
    "</script><script>alert(1)</script>",
    "\" onmouseover=\"alert(1)",
    "=HYPERLINK(\"https://example.org\")",
    "a\r\nEND:VEVENT\r\nBEGIN:VEVENT",
    "]]></summary><script/>; a, b\\n | c",
];

/// The site with these words wherever editors write freely.
fn site_with(words: &str) -> Result<Site, Box<dyn std::error::Error>> {
    let mut site = site()?;
    words.clone_into(&mut site.settings.name);
    words.clone_into(&mut site.settings.licence);
    for edition in &mut site.editions {
        words.clone_into(&mut edition.city);
        edition.official_name = vec![Span::Plain(words.to_owned())];
    }
    for correction in &mut site.corrections {
        correction.was = vec![Span::Plain(words.to_owned())];
    }
    for source in site.sources.values_mut() {
        source.title = Some(words.to_owned());
        source.address = Address::Unlinked(vec![Span::Plain(words.to_owned())]);
    }
    Ok(site)
}

#[test]
fn the_feed_has_the_same_entries() -> Checked {
    let count = parser::parse(text(&files(&site()?)?, "feed.xml")?.as_bytes())?.entries.len();
    for words in HOSTILE {
        let feed = text(&files(&site_with(words)?)?, "feed.xml")?;
        assert!(!feed.contains("<script"), "{feed}");
        assert_eq!(parser::parse(feed.as_bytes())?.entries.len(), count, "{words}");
    }
    Ok(())
}

#[test]
fn the_calendar_has_the_same_events() -> Checked {
    for words in HOSTILE {
        let site = site_with(words)?;
        let text = text(&files(&site)?, "editions.ics")?;
        let Entry::ICalendar(calendar) = Parser::new(&text).entry() else { return Err("no calendar".into()) };
        assert_eq!(calendar.components.len(), site.editions.len() + 1, "{text}");
        let lines = text.split(['\r', '\n']).filter(|line| line.starts_with("BEGIN:VEVENT"));
        assert_eq!(lines.count(), site.editions.len(), "{text}");
    }
    Ok(())
}

#[test]
fn no_cell_of_a_table_is_run() -> Checked {
    for words in HOSTILE {
        for file in files(&site_with(words)?)?.iter().filter(|file| file.path.rsplit('.').next() == Some("csv")) {
            let table = String::from_utf8(file.bytes.clone())?;
            let is_run = |cell: &str| ["=", "\"=", "@", "\"@"].iter().any(|start| cell.starts_with(start));
            assert!(!table.split([',', '\n']).any(is_run), "{}: {words}", file.path);
        }
    }
    Ok(())
}

#[test]
fn structured_data_cannot_leave_its_element() -> Checked {
    for words in HOSTILE {
        let script = formats::script(&Value::String(words.to_owned()));
        assert!(!script.contains('<'), "{script}");
        assert_eq!(serde_json::from_str::<Value>(&script)?, Value::String(words.to_owned()));
    }
    Ok(())
}

/// Open data is refused where a list could not be parted again, and is JSON otherwise.
#[test]
fn open_data_carries_the_words_as_they_are() -> Checked {
    for words in HOSTILE {
        let all: Value = serde_json::from_str(&text(&files(&site_with(words)?)?, &format!("{}all.json", formats::data::FOLDER))?)?;
        assert_eq!(all["title"], Value::String(words.to_owned()));
        assert_eq!(all["url"], BASE);
    }
    Ok(())
}
