//! `feed.xml` (Atom, RFC 4287): the dated changes of the content.

use atom_syndication::{Entry, Feed, FixedDateTime, Generator, Link, Person, Text, WriteConfig};
use chrono::NaiveTime;
use content::{
    model::{Correction, Date, Site},
    phrases::feed as words,
    route::Route,
};

use crate::{File, FormatError, address::Base, calendar::day, plain::plain};

/// Path below dist/.
pub const PATH: &str = "feed.xml";
/// The latest changes; all corrections stand on their page.
const ENTRIES: usize = 50;

/// A dated change of the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Permanent id in Latin letters, digits and hyphens, unique among the changes of its date.
    pub id: String,
    /// When: a day.
    pub date: Date,
    /// Title, in Arabic.
    pub title: String,
    /// What changed, in Arabic, plain text.
    pub summary: String,
    /// Where to see it, below the base path, such as `/about/corrections/#C01`.
    pub path: String,
}

/// The changes the content knows of: its present state, and every correction.
#[must_use]
pub fn changes(site: &Site) -> Vec<Change> {
    let updated = site.settings.updated;
    let state = Change {
        id: "content".to_owned(),
        date: updated,
        title: words::content_state(&updated.arabic()),
        summary: words::CONTENT_SUMMARY.to_owned(),
        path: Route::Home.path(),
    };
    std::iter::once(state).chain(site.corrections.iter().map(correction)).collect()
}

fn correction(correction: &Correction) -> Change {
    Change {
        id: correction.id.clone(),
        date: correction.date,
        title: words::correction(&correction.id),
        summary: words::was_and_is(&plain(&correction.was), &plain(&correction.now)),
        path: format!("{}#{}", Route::Corrections.path(), correction.id),
    }
}

/// The feed of `changes`, newest first, as many as readers of feeds look back.
///
/// # Errors
/// A change is not dated with a day.
pub fn feed(site: &Site, base_url: &str, changes: &[Change]) -> Result<File, FormatError> {
    let base = Base::new(base_url)?;
    let host = base.host().unwrap_or_default();
    let mut changes: Vec<&Change> = changes.iter().collect();
    // Stable: changes of one day stay in the order given.
    changes.sort_by_key(|change| std::cmp::Reverse(change.date));
    changes.truncate(ENTRIES);
    let entries: Result<Vec<Entry>, FormatError> = changes.iter().map(|change| entry(change, base, &host)).collect();
    let newest = changes.first().map_or(site.settings.updated, |change| change.date);
    let feed = Feed {
        title: Text::plain(site.settings.name.clone()),
        subtitle: Some(Text::plain(words::SUBTITLE)),
        id: base.home(),
        updated: midnight("feed.xml", newest)?,
        authors: vec![Person { name: site.settings.name.clone(), uri: Some(base.home()), ..Person::default() }],
        links: vec![link("self", base.below(PATH), "application/atom+xml"), link("alternate", base.home(), "text/html")],
        rights: Some(Text::plain(format!("{}: {}", site.settings.licence, site.settings.licence_url))),
        generator: Some(Generator { value: "marrakech-platform".to_owned(), ..Generator::default() }),
        lang: Some("ar".to_owned()),
        entries: entries?,
        ..Feed::default()
    };
    let config = WriteConfig { write_document_declaration: true, indent_size: Some(1) };
    let bytes = feed.write_with_config(Vec::new(), config).map_err(FormatError::Feed)?;
    Ok(File { path: PATH.to_owned(), bytes })
}

fn entry(change: &Change, base: Base<'_>, host: &str) -> Result<Entry, FormatError> {
    let updated = midnight(&change.id, change.date)?;
    Ok(Entry {
        title: Text::plain(change.title.clone()),
        // RFC 4151: the id stays when the address changes.
        id: format!("tag:{host},{}:{}", change.date.iso(), change.id),
        updated,
        published: Some(updated),
        links: vec![link("alternate", base.below(&change.path), "text/html")],
        summary: Some(Text::plain(change.summary.clone())),
        ..Entry::default()
    })
}

fn link(relation: &str, address: String, media_type: &str) -> Link {
    Link {
        href: address,
        rel: relation.to_owned(),
        mime_type: Some(media_type.to_owned()),
        hreflang: Some("ar".to_owned()),
        ..Link::default()
    }
}

/// The first moment of a day; the content knows no times.
fn midnight(what: &str, date: Date) -> Result<FixedDateTime, FormatError> {
    Ok(day(what, date)?.and_time(NaiveTime::MIN).and_utc().fixed_offset())
}
