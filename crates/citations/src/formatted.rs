//! APA and Chicago, by a CSL processor and the styles of the official CSL repository.

use std::sync::LazyLock;

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

/// The record in each style.
pub(crate) fn styles(record: &Record) -> Result<Vec<Style>, CitationError> {
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
        [before, after] => {
            let arabic: Vec<&str> = std::iter::once(record.title.as_str()).chain(record.container.as_deref()).collect();
            Ok(Style::english(name, before, after, &arabic))
        }
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
