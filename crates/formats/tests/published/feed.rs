//! The feed, read again by feed-rs.

use content::model::{Correction, Date, Span};
use feed_rs::{model::FeedType, parser};
use formats::{Change, changes, feed};

use crate::support::{BASE, Checked, site};

#[test]
fn the_feed_tells_the_state_of_the_content() -> Checked {
    let site = site()?;
    let bytes = feed(&site, BASE, &changes(&site))?.bytes;
    let feed = parser::parse(bytes.as_slice())?;
    assert_eq!(feed.feed_type, FeedType::Atom);
    assert_eq!(feed.language.as_deref(), Some("ar"));
    assert_eq!(feed.title.map(|title| title.content), Some(site.settings.name.clone()));
    assert_eq!(feed.authors.len(), 1);
    let addresses: Vec<(Option<&str>, &str)> = feed.links.iter().map(|link| (link.rel.as_deref(), link.href.as_str())).collect();
    assert!(addresses.contains(&(Some("self"), "https://example.org/ref/feed.xml")), "{addresses:?}");
    assert!(addresses.contains(&(Some("alternate"), BASE)), "{addresses:?}");
    let entry = feed.entries.first().ok_or("no entry")?;
    assert_eq!(entry.id, format!("tag:example.org,{}:content", site.settings.updated.iso()));
    assert_eq!(entry.updated.map(|date| date.date_naive().to_string()), Some(site.settings.updated.iso()));
    assert_eq!(entry.title.as_ref().map(|title| title.content.clone()), Some(format!("حال المحتوى في {}", site.settings.updated.arabic())));
    assert_eq!(feed.updated, entry.updated);
    Ok(())
}

#[test]
fn corrections_come_newest_first_with_their_text_intact() -> Checked {
    let site = site()?;
    let change = |id: &str, date: &str| {
        Some(Change {
            id: id.to_owned(),
            date: Date::parse(date)?,
            title: format!("تصحيح <{id}> & «اسم»"),
            summary: "كان «38 وفداً»، وصار \"40 وفداً\".".to_owned(),
            path: format!("/about/corrections/#{id}"),
        })
    };
    let given: Vec<Change> = [change("C01", "2026-11-20"), change("C02", "2026-12-01")].into_iter().flatten().collect();
    let feed = parser::parse(feed(&site, BASE, &given)?.bytes.as_slice())?;
    let ids: Vec<&str> = feed.entries.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, ["tag:example.org,2026-12-01:C02", "tag:example.org,2026-11-20:C01"]);
    assert_eq!(feed.updated.map(|date| date.to_rfc3339()), Some("2026-12-01T00:00:00+00:00".to_owned()));
    let entry = &feed.entries[0];
    assert_eq!(entry.title.as_ref().map(|title| title.content.as_str()), Some("تصحيح <C02> & «اسم»"));
    assert_eq!(entry.summary.as_ref().map(|summary| summary.content.as_str()), Some("كان «38 وفداً»، وصار \"40 وفداً\"."));
    assert_eq!(entry.links[0].href, "https://example.org/ref/about/corrections/#C02");
    Ok(())
}

#[test]
fn every_correction_of_the_content_is_an_entry() -> Checked {
    let mut site = site()?;
    let first = site.corrections.last().ok_or("no correction")?;
    let next = Correction {
        id: "C99".to_owned(),
        date: Date { year: first.date.year + 1, ..first.date },
        claims: first.claims.clone(),
        was: vec![Span::Plain("38 وفداً".to_owned())],
        now: vec![Span::Plain("40 وفداً".to_owned())],
        reason: first.reason.clone(),
        place: first.place.clone(),
    };
    site.corrections.insert(0, next);
    let feed = parser::parse(feed(&site, BASE, &changes(&site))?.bytes.as_slice())?;
    let address = |id: &str| format!("{BASE}about/corrections/#{id}");
    let told: Vec<&str> = feed.entries.iter().map(|entry| entry.links[0].href.as_str()).filter(|href| href.contains('#')).collect();
    let expected: Vec<String> = site.corrections.iter().map(|correction| address(&correction.id)).collect();
    assert_eq!(told, expected, "one entry per correction, newest first");
    let entry = &feed.entries[0];
    assert_eq!(entry.id, format!("tag:example.org,{}:C99", site.corrections[0].date.iso()));
    assert_eq!(entry.title.as_ref().map(|title| title.content.as_str()), Some("التصحيح C99"));
    assert_eq!(entry.summary.as_ref().map(|text| text.content.as_str()), Some("كان المكتوب: 38 وفداً\nصار المكتوب: 40 وفداً"));
    Ok(())
}

#[test]
fn a_change_without_a_day_is_refused() -> Checked {
    let site = site()?;
    let mut changes = changes(&site);
    changes[0].date.day = None;
    assert!(feed(&site, BASE, &changes).is_err());
    Ok(())
}
