//! The calendar, read again by calcard.

use std::error::Error;

use calcard::{
    Entry, Parser,
    icalendar::{ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty as Property, ICalendarValue as Value},
};
use content::model::{Date, Site};

use crate::support::{BASE, Checked, site};

fn written(site: &Site) -> Result<String, Box<dyn Error>> {
    Ok(String::from_utf8(formats::calendar(site, BASE)?.bytes)?)
}

fn read(text: &str) -> Result<ICalendar, Box<dyn Error>> {
    let mut parser = Parser::new(text);
    let Entry::ICalendar(calendar) = parser.entry() else { return Err("no calendar".into()) };
    if parser.entry() == Entry::Eof { Ok(calendar) } else { Err("something follows the calendar".into()) }
}

fn events(calendar: &ICalendar) -> Vec<&ICalendarComponent> {
    calendar.components.iter().filter(|component| component.component_type == ICalendarComponentType::VEvent).collect()
}

fn value<'a>(event: &'a ICalendarComponent, property: &Property) -> Option<&'a Value> {
    event.entries.iter().find(|entry| entry.name == *property)?.values.first()
}

fn words(event: &ICalendarComponent, property: &Property) -> String {
    value(event, property).and_then(Value::as_text).unwrap_or_default().to_owned()
}

/// `YYYYMMDD`; nothing if there is a time of day.
fn day(event: &ICalendarComponent, property: &Property) -> Option<String> {
    let Value::PartialDateTime(date) = value(event, property)? else { return None };
    if date.hour.is_some() {
        return None;
    }
    Some(format!("{:04}{:02}{:02}", date.year?, date.month?, date.day?))
}

#[test]
fn every_edition_stands_on_its_days() -> Checked {
    let text = written(&site()?)?;
    let calendar = read(&text)?;
    let days: Vec<(String, Option<String>, Option<String>)> = events(&calendar)
        .into_iter()
        .map(|event| (words(event, &Property::Uid), day(event, &Property::Dtstart), day(event, &Property::Dtend)))
        .collect();
    let expected = [
        ("2022-marrakech@example.org", "20220623", "20220625"),
        ("2023-tangier@example.org", "20230602", "20230604"),
        ("2024-fes@example.org", "20240604", "20240606"),
        ("2025-agadir@example.org", "20250617", "20250619"),
    ]
    .map(|(id, start, end)| (id.to_owned(), Some(start.to_owned()), Some(end.to_owned())));
    assert_eq!(days, expected);
    assert_eq!(text.matches("DTSTART;VALUE=DATE:").count(), 4);
    assert_eq!(text.matches("DTEND;VALUE=DATE:").count(), 4);
    Ok(())
}

#[test]
fn events_are_told_in_arabic_with_what_was_only_announced() -> Checked {
    let site = site()?;
    let calendar = read(&written(&site)?)?;
    let events = events(&calendar);
    assert_eq!(words(events[0], &Property::Summary), "منصة مراكش، الدورة الأولى: مراكش 2022");
    assert_eq!(words(events[0], &Property::Location), "مراكش، المغرب");
    assert!(words(events[0], &Property::Description).starts_with("التاريخ كما ورد في المصادر: 23 و24 يونيو 2022.\n"));
    let agadir = words(events[3], &Property::Description);
    assert!(agadir.contains("ابتداءً من 17 يونيو 2025 (بُرمجت على يومين). لم يُعثر على يوم الختام"), "{agadir}");
    assert!(agadir.ends_with("\nhttps://example.org/ref/editions/2025-agadir/"), "{agadir}");
    Ok(())
}

#[test]
fn lines_are_folded_between_letters_and_dated_by_the_content() -> Checked {
    let site = site()?;
    let text = written(&site)?;
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']), "CRLF");
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
    }
    let stamp = format!("DTSTAMP:{}T000000Z\r\n", site.settings.updated.iso().replace('-', ""));
    assert_eq!(text.matches(&stamp).count(), site.editions.len());
    Ok(())
}

#[test]
fn an_edition_of_which_only_the_first_day_is_known_takes_one_day() -> Checked {
    let mut site = site()?;
    site.editions[3].planned_days = None;
    site.editions[3].start = Date { year: 2024, month: Some(12), day: Some(31) };
    let calendar = read(&written(&site)?)?;
    let event = events(&calendar)[3];
    assert_eq!(day(event, &Property::Dtend).as_deref(), Some("20250101"));
    assert!(words(event, &Property::Description).contains("فلا يظهر هنا إلا اليوم الأول"));
    Ok(())
}

#[test]
fn an_edition_without_a_day_is_refused() -> Checked {
    let mut site = site()?;
    site.editions[0].start.day = None;
    let error = formats::calendar(&site, BASE).err().ok_or("a calendar was made")?.to_string();
    assert!(error.contains("2022-marrakech: 2022-06 is not a day"), "{error}");
    assert!(formats::files(&site, BASE).is_err());
    Ok(())
}
