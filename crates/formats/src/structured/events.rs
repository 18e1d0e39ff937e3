//! The platform as a series of events (schema.org/EventSeries), and each edition as one of them.

use content::{
    compose::limits,
    model::{Edition, Site},
    phrases::{calendar::location, data as words},
    route::Route,
};
use serde_json::{Value, json};

use crate::{address::Base, data::edition_title, plain::plain};

/// The series with its editions, of which the latest where there are many: a page tells of no more.
pub fn series(site: &Site, base: Base<'_>) -> Value {
    let all = organizers(site, base);
    let event = |edition: &Edition| {
        let mut event = event(base, edition);
        let organizers = organizers_of(site, base, edition);
        // Organizers of the whole series need not be told again with each of its parts.
        if organizers != all {
            event["organizer"] = organizers.into_iter().map(|organizer| json!({"@id": organizer["@id"]})).collect();
        }
        event
    };
    let editions: Vec<Value> = limits::editions(site).iter().map(event).collect();
    json!({
        "@type": "EventSeries",
        "@id": series_id(base),
        "name": words::PLATFORM,
        "organizer": all,
        "subEvent": editions,
    })
}

/// A pointer to the series: home and the list of editions tell of it.
pub fn series_pointer(base: Base<'_>) -> Value {
    json!({"@id": series_id(base)})
}

/// The organizers of all editions, each once.
fn organizers(site: &Site, base: Base<'_>) -> Vec<Value> {
    let mut organizers = Vec::new();
    for organizer in site.editions.iter().flat_map(|edition| organizers_of(site, base, edition)) {
        if !organizers.contains(&organizer) {
            organizers.push(organizer);
        }
    }
    organizers
}

/// One edition, as a part of the series.
pub fn edition(site: &Site, base: Base<'_>, edition: &Edition) -> Value {
    let mut event = event(base, edition);
    event["organizer"] = organizers_of(site, base, edition).into();
    event["superEvent"] = json!({"@id": series_id(base)});
    event
}

/// Where the series stands: the list of editions.
fn series_id(base: Base<'_>) -> String {
    base.anchor(&Route::Editions, "series")
}

fn event_id(base: Base<'_>, edition: &Edition) -> String {
    base.anchor(&edition.route(), "event")
}

/// Name, dates, place. The last day is there only when a source states it.
fn event(base: Base<'_>, edition: &Edition) -> Value {
    let mut event = json!({
        "@type": "Event",
        "@id": event_id(base, edition),
        "name": edition_title(edition),
        "startDate": edition.start.iso(),
    });
    if let Some(end) = edition.end {
        event["endDate"] = end.iso().into();
    }
    // A text, not a PostalAddress: schema.org allows both, and this one is a third of the weight.
    event["location"] = json!({"@type": "Place", "name": edition.city, "address": location(&edition.city, words::MOROCCO)});
    event
}

/// Whom the edition's line on its chairs names: Morocco, and institutions known to the content.
fn organizers_of(site: &Site, base: Base<'_>, edition: &Edition) -> Vec<Value> {
    let chairs = plain(&edition.chairs);
    let organization = |id: String, name: &str| json!({"@type": "Organization", "@id": id, "name": name});
    let mut organizers = Vec::new();
    if names(&chairs, words::MOROCCO) {
        organizers.push(organization(base.anchor(&Route::Platform, "morocco"), words::MOROCCO));
    }
    let institutions = site.institutions.iter().filter(|entry| names(&chairs, &entry.name));
    organizers.extend(institutions.map(|entry| organization(base.anchor(&Route::Institutions, &entry.id), &entry.name)));
    organizers
}

/// Whether `text` contains `name` as words of its own; «و» before it belongs to the sentence.
fn names(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].trim_end_matches('و').chars().next_back();
        let after = text[at + name.len()..].chars().next();
        !before.is_some_and(char::is_alphabetic) && !after.is_some_and(char::is_alphabetic)
    })
}
