//! `editions.ics` (RFC 5545): every edition as an event of whole days.

use chrono::{Days, NaiveDate};
use content::{
    model::{Date, Edition, Site},
    phrases::{calendar as words, data, page},
    text,
};
use icalendar::{Calendar, Component, Event, EventLike, Property};

use crate::{File, FormatError, address::Base, data::edition_title, plain::plain};

/// Path below dist/.
pub const PATH: &str = "editions.ics";

/// All editions as a calendar. The stamp is the date of the last content change, never the clock.
///
/// # Errors
/// An edition does not begin or end on a day of the calendar.
pub fn calendar(site: &Site, base_url: &str) -> Result<File, FormatError> {
    let base = Base::new(base_url)?;
    let host = base.host().unwrap_or_default();
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", format!("-//{host}//marrakech-platform//AR").as_str()));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    calendar.append_property(("METHOD", "PUBLISH"));
    let name = format!("{}: {}", site.settings.name, page::EDITIONS);
    // The library escapes what it knows to be text, and it does not know the name of RFC 7986.
    calendar.append_property(Property::new("NAME", &name).add_parameter("VALUE", "TEXT").done());
    calendar.append_property(Property::new("X-WR-CALNAME", &name));
    let stamp = format!("{}T000000Z", day("site.toml: updated", site.settings.updated)?.format("%Y%m%d"));
    for edition in &site.editions {
        let event = event(edition, base, &host, &stamp)?;
        calendar.push(event);
    }
    Ok(File { path: PATH.to_owned(), bytes: calendar.to_string().into_bytes() })
}

fn event(edition: &Edition, base: Base<'_>, host: &str, stamp: &str) -> Result<Event, FormatError> {
    let address = base.page(&edition.route());
    let mut event = Event::new();
    event
        .append_property(arabic("SUMMARY", &words::summary(data::PLATFORM, &edition_title(edition))))
        .append_property(arabic("LOCATION", &words::location(&edition.city, data::MOROCCO)))
        .append_property(arabic("DESCRIPTION", &description(edition, &address)))
        .add_property("UID", format!("{}@{host}", edition.slug))
        .add_property("DTSTAMP", stamp)
        .add_property("URL", address)
        .add_property("TRANSP", "TRANSPARENT")
        .starts(day(&edition.slug, edition.start)?)
        .ends(end(edition)?);
    Ok(event.done())
}

fn arabic(name: &str, text: &str) -> Property {
    Property::new(name, text).add_parameter("LANGUAGE", "ar").done()
}

/// The day after the last one (RFC 5545, 3.6.1: DTEND is not part of the event): the stated last day, else
/// the announced length, else the first day alone.
fn end(edition: &Edition) -> Result<NaiveDate, FormatError> {
    let start = day(&edition.slug, edition.start)?;
    let (last, days) = match (edition.end, edition.planned_days) {
        (Some(end), _) => (day(&edition.slug, end)?, 1),
        (None, Some(days)) => (start, u64::from(days).max(1)),
        (None, None) => (start, 1),
    };
    last.checked_add_days(Days::new(days)).ok_or_else(|| not_a_day(&edition.slug, edition.start))
}

/// What is known of the dates, what was only announced, the wording of the time, and where to read more.
fn description(edition: &Edition, address: &str) -> String {
    let days = text::days(edition.start, edition.end);
    let dates = match (edition.end, edition.planned_days) {
        (Some(_), _) => words::stated(&days),
        (None, Some(length)) => words::announced(&format!("{days}{}", page::planned(length))),
        (None, None) => words::first_day_only(&days),
    };
    format!("{dates}\n{}: {}\n{address}", page::OFFICIAL_NAME, plain(&edition.official_name))
}

/// The day of a date.
pub fn day(what: &str, date: Date) -> Result<NaiveDate, FormatError> {
    let parts = date.month.zip(date.day);
    let day = parts.and_then(|(month, day)| NaiveDate::from_ymd_opt(date.year.into(), month.into(), day.into()));
    day.ok_or_else(|| not_a_day(what, date))
}

fn not_a_day(what: &str, date: Date) -> FormatError {
    FormatError::NotADay { what: what.to_owned(), date: date.iso() }
}
