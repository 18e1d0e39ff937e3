//! APA and Chicago, by a CSL processor and the styles of the official CSL repository.

use std::sync::{LazyLock, Mutex, PoisonError};

use citationberg::{
    Choose, IndependentStyle, LayoutRenderingElement, Locale,
    taxonomy::{DateVariable, Variable},
};
use content::model::Date;
use hayagriva::{
    BibliographyDriver, BibliographyRequest, BufWriteFormat, CitationItem, CitationRequest,
    archive::{ArchivedStyle, locales},
};

use crate::{CitationError, csl_json, record::Record, style::Style};

/// A day nobody opened a web page: where it appears, the reader's date belongs.
const NEVER: Date = Date { year: 1000, month: Some(1), day: Some(1) };
/// The same day as both styles write it.
const NEVER_WRITTEN: &str = "January 1, 1000";

/// A style and the macro of it that decides on the date of access.
const STYLES: [(&str, ArchivedStyle, &str); 2] = [
    ("APA", ArchivedStyle::AmericanPsychologicalAssociation, "source-DOI-URL"),
    ("Chicago", ArchivedStyle::ChicagoNotes, "source-date-accessed-DOI-URL-bib"),
];

/// Terms and dates of both styles.
static ENGLISH: LazyLock<Vec<Locale>> = LazyLock::new(|| {
    let is_english = |locale: &Locale| locale.lang.as_ref().is_some_and(|lang| lang.0 == "en-US");
    locales().into_iter().filter(is_english).collect()
});

static PREPARED: LazyLock<Result<Vec<(&'static str, IndependentStyle)>, CitationError>> =
    LazyLock::new(|| STYLES.into_iter().map(|(name, style, part)| Ok((name, prepared(name, style, part)?))).collect());

/// Stands for the title of a page; a letter that no style changes (Unicode, private use).
const ANY_TITLE: &str = "\u{e000}";
/// Stands for the address of a page.
const ANY_ADDRESS: &str = "\u{e001}";

/// Records that were formatted with stand-ins for title and address: pages differ in nothing else, and a CSL processor takes
/// longer over a page than everything else together.
static FORMATTED: Mutex<Vec<(Record, Vec<Style>)>> = Mutex::new(Vec::new());

/// The record in each style.
pub(crate) fn styles(record: &Record) -> Result<Vec<Style>, CitationError> {
    match &record.url {
        Some(address) if is_plain(&record.title) => with_stand_ins(record, address),
        _ => processed(record),
    }
}

/// Whether no style asks what the title is made of: it holds no marks but those between its words and ends with a letter.
fn is_plain(title: &str) -> bool {
    let is_plain = |letter: char| letter.is_alphanumeric() || [' ', ':', '\u{60c}'].contains(&letter);
    title.chars().all(is_plain) && title.ends_with(char::is_alphanumeric)
}

fn with_stand_ins(record: &Record, address: &str) -> Result<Vec<Style>, CitationError> {
    let any = Record { key: String::new(), title: ANY_TITLE.to_owned(), url: Some(ANY_ADDRESS.to_owned()), ..record.clone() };
    let mut known = FORMATTED.lock().unwrap_or_else(PoisonError::into_inner);
    let place = known.iter().position(|(known, _)| *known == any);
    if place.is_none() {
        let styles = processed(&any)?;
        known.push((any, styles));
    }
    let styles = known.get(place.unwrap_or(known.len() - 1)).map(|(_, styles)| styles.as_slice()).unwrap_or_default();
    let filled = |text: &str| text.replace(ANY_TITLE, &record.title).replace(ANY_ADDRESS, address);
    let style = |style: &Style| Style::english(&style.name, &filled(&style.before), &filled(&style.after), &arabic(record));
    Ok(styles.iter().map(style).collect())
}

/// What of an English citation is Arabic.
fn arabic(record: &Record) -> Vec<&str> {
    std::iter::once(record.title.as_str()).chain(record.container.as_deref()).collect()
}

/// The record in each style, by the CSL processor.
fn processed(record: &Record) -> Result<Vec<Style>, CitationError> {
    let prepared = PREPARED.as_ref().map_err(Clone::clone)?;
    prepared.iter().map(|(name, style)| formatted(name, style, record)).collect()
}

fn formatted(name: &'static str, style: &IndependentStyle, record: &Record) -> Result<Style, CitationError> {
    let item = csl_json::item(record, NEVER)?;
    let mut driver = BibliographyDriver::new();
    driver.citation(CitationRequest::from_items(vec![CitationItem::with_entry(&item)], style, &ENGLISH));
    let rendered = driver.finish(BibliographyRequest::new(style, None, &ENGLISH));
    let mut text = String::new();
    for item in rendered.bibliography.iter().flat_map(|bibliography| &bibliography.items) {
        item.content.write_buf(&mut text, BufWriteFormat::Plain).map_err(|_| CitationError::Style(name, "plain text"))?;
    }
    match text.split(NEVER_WRITTEN).collect::<Vec<_>>()[..] {
        [before, after] => Ok(Style::english(name, before, after, &arabic(record))),
        _ => Err(CitationError::AccessDate(name, text)),
    }
}

/// The style, asked to tell the date of access of a dated page too.
///
/// CSL leaves that date out wherever a date of publication is known. Ours is the date of the last
/// change of pages made to change, for which APA wants it (Publication Manual, 7th edition, 9.16).
/// Chicago does not require it but says where it stands (17th edition, 14.12).
fn prepared(name: &'static str, style: ArchivedStyle, part: &str) -> Result<IndependentStyle, CitationError> {
    let citationberg::Style::Independent(mut style) = style.get() else {
        return Err(CitationError::Style(name, "rules of its own"));
    };
    let rules = style.macros.iter_mut().find(|rules| rules.name == part);
    let changed = rules.map_or(0, |rules| ignore_issued(&mut rules.children));
    if changed == 1 { Ok(style) } else { Err(CitationError::Style(name, "single condition on the date of access")) }
}

/// Takes the date of publication out of every condition; says from how many.
fn ignore_issued(elements: &mut [LayoutRenderingElement]) -> usize {
    elements
        .iter_mut()
        .map(|element| match element {
            LayoutRenderingElement::Group(group) => ignore_issued(&mut group.children),
            LayoutRenderingElement::Choose(choose) => ignore_issued_in(choose),
            _ => 0,
        })
        .sum()
}

fn ignore_issued_in(choose: &mut Choose) -> usize {
    let branches = std::iter::once(&mut choose.if_).chain(&mut choose.else_if);
    branches
        .map(|branch| {
            let variables = branch.variable.get_or_insert_default();
            let before = variables.len();
            variables.retain(|variable| *variable != Variable::Date(DateVariable::Issued));
            let changed = before - variables.len();
            if variables.is_empty() {
                branch.variable = None;
            }
            changed + ignore_issued(&mut branch.children)
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::{Record, is_plain, processed, styles};
    use crate::{CitationError, record::Kind};
    use content::model::Date;

    #[test]
    fn a_page_reads_as_the_processor_writes_it_whatever_its_title() -> Result<(), CitationError> {
        let plain = ["الدورة الثانية: طنجة 2023", "المصدر S021: هسبريس", "المصادر المنشورة من 2030 إلى 2039", "a Title of lower Case"];
        let others = ["إلى أين؟", "«منصة» مراكش", "Title (of 2025)", "\u{201c}quoted\u{201d}"];
        for (title, is_quick) in plain.map(|title| (title, true)).into_iter().chain(others.map(|title| (title, false))) {
            assert_eq!(is_plain(title), is_quick, "{title}");
            for container in [None, Some("مرجع منصة مراكش".to_owned())] {
                let record = Record {
                    key: "key".to_owned(),
                    kind: Kind::Webpage,
                    title: title.to_owned(),
                    title_lang: "ar".to_owned(),
                    lang: "ar".to_owned(),
                    author: None,
                    container,
                    publisher: None,
                    issued: Some(Date { year: 2026, month: Some(11), day: Some(23) }),
                    url: Some("https://example.org/ref/editions/2023-tangier/".to_owned()),
                };
                assert_eq!(styles(&record)?, processed(&record)?, "{title}");
            }
        }
        Ok(())
    }
}
