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
    if *route != Route::NotFound {
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
        Route::Home | Route::Platform | Route::Editions => Some(events::series(site, base)),
        Route::Edition(slug) => {
            site.editions.iter().find(|edition| &edition.slug == slug).map(|edition| events::edition(site, base, edition))
        }
        Route::People => Some(list(site.people.iter().map(|entry| person(base, entry)))),
        Route::Institutions => Some(list(site.institutions.iter().map(|entry| organization(base, entry)))),
        _ if route.path() == data::PAGE => Some(dataset(site, base, page)),
        _ => site.institutions.iter().find(|entry| has_page(entry, route)).map(|entry| organization(base, entry)),
    }
}

fn has_page(entry: &Entry, route: &Route) -> bool {
    entry.page.as_ref().is_some_and(|page| page.id == route.path())
}

fn list(items: impl Iterator<Item = Value>) -> Value {
    json!({"@type": "ItemList", "itemListElement": items.collect::<Vec<_>>()})
}

fn person(base: Base<'_>, entry: &Entry) -> Value {
    json!({"@type": "Person", "@id": base.anchor(&Route::People, &entry.id), "name": entry.name, "alternateName": entry.latin})
}

/// An institution with all its names.
fn organization(base: Base<'_>, entry: &Entry) -> Value {
    let names: Vec<&String> = [&entry.latin].into_iter().chain(&entry.acronyms).collect();
    let names = if names.len() == 1 { json!(names[0]) } else { json!(names) };
    json!({"@type": "Organization", "@id": base.anchor(&Route::Institutions, &entry.id), "name": entry.name, "alternateName": names})
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
        "@id": base.below("data/#dataset"),
        "name": page.title,
        "description": words::DESCRIPTION,
        "url": base.below(data::PAGE),
        "license": site.settings.licence_url,
        "inLanguage": "ar",
        "dateModified": site.settings.updated.iso(),
        "isAccessibleForFree": true,
        "creator": {"@type": "Organization", "name": site.settings.name, "url": base.home()},
        "distribution": downloads,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use content::model::{Date, Settings};

    use super::{Base, Page, Site, dataset};

    /// No page of the content is needed to say what the files are.
    fn site() -> Site {
        let updated = Date { year: 2026, month: Some(11), day: Some(23) };
        let settings =
            Settings { name: "site".to_owned(), licence_url: "https://example.org/licence".to_owned(), updated, ..Settings::default() };
        Site {
            settings,
            sources: BTreeMap::new(),
            claims: BTreeMap::new(),
            conflicts: Vec::new(),
            editions: Vec::new(),
            pages: BTreeMap::new(),
            people: Vec::new(),
            institutions: Vec::new(),
            objectives: Vec::new(),
            milestones: Vec::new(),
        }
    }

    #[test]
    fn the_dataset_names_its_licence_its_date_and_files_that_are_published() -> Result<(), crate::FormatError> {
        let (site, address) = (site(), "https://example.org/ref/");
        let page = Page { title: "data".to_owned(), ..Page::default() };
        let dataset = dataset(&site, Base::new(address)?, &page);
        assert_eq!((&dataset["@type"], &dataset["license"]), (&"Dataset".into(), &"https://example.org/licence".into()));
        assert_eq!((&dataset["dateModified"], &dataset["url"]), (&"2026-11-23".into(), &"https://example.org/ref/data/".into()));
        // Google asks for at least 50 letters.
        assert!(dataset["description"].as_str().is_some_and(|text| text.chars().count() >= 50));
        let published = crate::files(&site, address)?;
        let downloads: Vec<&str> =
            dataset["distribution"].as_array().into_iter().flatten().filter_map(|file| file["contentUrl"].as_str()).collect();
        assert!(downloads.contains(&"https://example.org/ref/data/v1/all.json") && downloads.len() > 2, "{downloads:?}");
        for download in downloads {
            assert!(published.iter().any(|file| format!("{address}{}", file.path) == download), "{download}");
        }
        Ok(())
    }
}
