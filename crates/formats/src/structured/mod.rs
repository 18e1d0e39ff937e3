//! JSON-LD of a page (schema.org): what search engines and other programs understand of it.
//!
//! Whatever has an `@id` is told once and pointed to from other pages. No ClaimReview: this site checks
//! what sources say, not whether it is true.

mod events;

use content::{
    model::{Entry, Site},
    page::Page,
    phrases::data as words,
    route::Route,
};
use serde_json::{Value, json};

use crate::{
    address::Base,
    data::{self, data_files},
};

/// The JSON-LD of one page. `base_url` ends with `/`.
#[must_use]
pub fn structured_data(site: &Site, base_url: &str, route: &Route, page: &Page) -> Value {
    let base = Base::unchecked(base_url);
    let mut node = json!({
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": page.title,
        "inLanguage": "ar",
        "dateModified": site.settings.updated.iso(),
        "license": site.settings.licence_url,
    });
    // The 404 page stands at every unknown address and has none of its own.
    if !route.is_stand_in() {
        node["@id"] = base.page(route).into();
        node["isPartOf"] = website(site, base, route);
        if !page.breadcrumb.is_empty() {
            node["breadcrumb"] = breadcrumb(base, route, page);
        }
    }
    if let Some(entity) = main_entity(site, base, route, page) {
        node["mainEntity"] = entity;
    }
    node
}

/// The same as text that cannot end the script element it stands in (HTML, restrictions for script contents).
#[must_use]
pub fn script(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

/// The site: told on the home page, pointed to elsewhere.
fn website(site: &Site, base: Base<'_>, route: &Route) -> Value {
    let id = base.below("#site");
    if *route == Route::Home {
        json!({"@type": "WebSite", "@id": id, "name": site.settings.name, "url": base.home()})
    } else {
        json!({"@id": id})
    }
}

/// From home to this page.
fn breadcrumb(base: Base<'_>, route: &Route, page: &Page) -> Value {
    let mut parents = Vec::new();
    let mut parent = route.parent();
    while let Some(route) = parent {
        parents.insert(0, base.page(&route));
        parent = route.parent();
    }
    let labels = page.breadcrumb.iter().map(|link| link.label.as_str()).chain([page.title.as_str()]);
    let addresses = parents.into_iter().chain([base.page(route)]);
    let step = |(index, (name, address)): (usize, (&str, String))| json!({"@type": "ListItem", "position": index + 1, "name": name, "item": address});
    json!({"@type": "BreadcrumbList", "itemListElement": labels.zip(addresses).enumerate().map(step).collect::<Vec<_>>()})
}

/// What the page is about; nothing for pages that are about many things.
fn main_entity(site: &Site, base: Base<'_>, route: &Route, page: &Page) -> Option<Value> {
    match route {
        Route::Home | Route::Editions => Some(events::series(site, base)),
        Route::Platform => Some(events::series_pointer(base)),
        Route::Edition(slug) => site.edition(slug).map(|edition| events::edition(site, base, edition)),
        Route::People => Some(list(site.people.iter().map(|entry| person(site, base, entry)))),
        Route::Institutions => Some(list(site.institutions.iter().map(|entry| listed_organization(site, base, entry)))),
        Route::Data => Some(dataset(site, base, page)),
        _ => site.institutions.iter().find(|entry| has_page(entry, route)).map(|entry| organization(site, base, entry)),
    }
}

fn has_page(entry: &Entry, route: &Route) -> bool {
    entry.page.as_ref().is_some_and(|page| page.id == route.path())
}

fn list(items: impl Iterator<Item = Value>) -> Value {
    json!({"@type": "ItemList", "itemListElement": items.collect::<Vec<_>>()})
}

fn person(site: &Site, base: Base<'_>, entry: &Entry) -> Value {
    named("Person", &base.anchor(&Route::People, &entry.id), entry, &short_names(site, entry))
}

/// An institution among others.
fn listed_organization(site: &Site, base: Base<'_>, entry: &Entry) -> Value {
    named("Organization", &base.anchor(&Route::Institutions, &entry.id), entry, &short_names(site, entry))
}

/// The institution that a page is about, with all its names.
fn organization(site: &Site, base: Base<'_>, entry: &Entry) -> Value {
    let term = data::term_of(site, &entry.id);
    let names = term.map_or_else(Vec::new, |term| term.en.iter().chain(&term.fr).chain(&term.acronyms).map(String::as_str).collect());
    named("Organization", &base.anchor(&Route::Institutions, &entry.id), entry, &names)
}

/// One name in Latin letters, and the acronyms: in a list, names in a third language would cost each reader 200 bytes.
fn short_names<'a>(site: &'a Site, entry: &Entry) -> Vec<&'a str> {
    let term = data::term_of(site, &entry.id);
    term.map_or_else(Vec::new, |term| {
        let latin = term.latin().map(|(_, name)| name);
        latin.into_iter().chain(term.acronyms.iter().map(String::as_str)).collect()
    })
}

fn named(kind: &str, id: &str, entry: &Entry, names: &[&str]) -> Value {
    let mut node = json!({"@type": kind, "@id": id, "name": entry.name});
    match names {
        [] => {}
        [name] => node["alternateName"] = json!(name),
        names => node["alternateName"] = json!(names),
    }
    node
}

/// The open data as a whole, with its files (schema.org/Dataset).
fn dataset(site: &Site, base: Base<'_>, page: &Page) -> Value {
    let download = |path: &str| {
        let media_type = if path.ends_with("csv") { "text/csv" } else { "application/json" };
        json!({"@type": "DataDownload", "encodingFormat": media_type, "contentUrl": base.below(path)})
    };
    let files = data_files(site, &base.home()).unwrap_or_default();
    let mut downloads = vec![download(&data::package_path()), download(&data::json_path(data::ALL))];
    downloads.extend(files.iter().filter_map(|file| file.csv.as_deref()).map(download));
    json!({
        "@type": "Dataset",
        "@id": base.anchor(&Route::Data, "dataset"),
        "name": page.title,
        "description": words::DESCRIPTION,
        "url": base.page(&Route::Data),
        "license": site.settings.licence_url,
        "inLanguage": "ar",
        "dateModified": site.settings.updated.iso(),
        "isAccessibleForFree": true,
        "creator": {"@type": "Organization", "name": site.settings.name, "url": base.home()},
        "distribution": downloads,
    })
}
