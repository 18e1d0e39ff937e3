//! Structured data of every page.

use std::{error::Error, io::Write};

use content::{
    compose::{self, Base},
    model::{Site, Span},
    page::Page,
    route::Route,
};
use formats::{script, structured_data};
use serde_json::{Value, json};

use crate::support::{BASE, Checked, site};

fn pages(site: &Site) -> Vec<(Route, Page)> {
    compose::routes(site).into_iter().filter_map(|route| compose::page(site, &Base::new(BASE), &route).map(|page| (route, page))).collect()
}

fn of(site: &Site, route: &Route) -> Result<Value, Box<dyn Error>> {
    let page = compose::page(site, &Base::new(BASE), route).ok_or("no page")?;
    Ok(structured_data(site, BASE, route, &page))
}

/// Every object in `value` with a type.
fn nodes<'a>(value: &'a Value, found: &mut Vec<&'a Value>) {
    if value["@type"].is_string() {
        found.push(value);
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| nodes(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| nodes(field, found)),
        _ => {}
    }
}

#[test]
fn every_page_says_what_it_is() -> Checked {
    let site = site()?;
    for (route, page) in pages(&site) {
        let data = structured_data(&site, BASE, &route, &page);
        let path = route.path();
        assert_eq!((&data["@context"], &data["@type"]), (&json!("https://schema.org"), &json!("WebPage")), "{path}");
        assert_eq!((&data["name"], &data["inLanguage"]), (&json!(page.title), &json!("ar")), "{path}");
        assert_eq!(data["dateModified"], site.settings.updated.iso(), "{path}");
        assert_eq!(data["license"], site.settings.licence_url, "{path}");
        let has_address = !route.is_stand_in();
        assert_eq!(data["@id"].is_string(), has_address, "{path}");
        let steps = data["breadcrumb"]["itemListElement"].as_array().map_or(0, Vec::len);
        assert_eq!(steps, if page.breadcrumb.is_empty() { 0 } else { page.breadcrumb.len() + 1 }, "{path}");
    }
    Ok(())
}

#[test]
fn whatever_has_an_id_is_at_home_here_and_what_is_required_is_there() -> Checked {
    let site = site()?;
    for (route, page) in pages(&site) {
        let data = structured_data(&site, BASE, &route, &page);
        let mut found = Vec::new();
        nodes(&data, &mut found);
        for node in found {
            let required: &[&str] = match node["@type"].as_str().unwrap_or_default() {
                "Event" => &["@id", "name", "startDate", "location"],
                "EventSeries" => &["@id", "name", "subEvent", "organizer"],
                "Person" | "Organization" => &["@id", "name"],
                "ListItem" => &["position", "name", "item"],
                "BreadcrumbList" | "ItemList" => &["itemListElement"],
                "Place" => &["name", "address"],
                "Dataset" => &["@id", "name", "description", "license", "dateModified", "distribution"],
                "DataDownload" => &["encodingFormat", "contentUrl"],
                "WebPage" | "WebSite" => &["name"],
                other => return Err(format!("{}: unexpected {other}", route.path()).into()),
            };
            // The publisher of the data is the site itself, which stands at home.
            let required = if node["url"] == BASE { &["name"] } else { required };
            assert!(required.iter().all(|key| !node[*key].is_null()), "{}: {node}", route.path());
            if let Some(id) = node["@id"].as_str() {
                assert!(id.starts_with(BASE), "{id}");
            }
        }
        assert!(!script(&data).contains("ClaimReview"));
    }
    Ok(())
}

#[test]
fn the_breadcrumb_leads_from_home_to_the_page() -> Checked {
    let site = site()?;
    let data = of(&site, &Route::Edition("2024-fes".to_owned()))?;
    let steps = data["breadcrumb"]["itemListElement"].as_array().ok_or("no breadcrumb")?;
    let steps: Vec<(u64, &str)> = steps.iter().filter_map(|step| Some((step["position"].as_u64()?, step["item"].as_str()?))).collect();
    let fes = "https://example.org/ref/editions/2024-fes/";
    assert_eq!(steps, [(1, BASE), (2, "https://example.org/ref/editions/"), (3, fes)]);
    Ok(())
}

#[test]
fn editions_are_events_of_the_series_on_the_days_of_the_content() -> Checked {
    let site = site()?;
    let series = of(&site, &Route::Home)?["mainEntity"].clone();
    assert_eq!((&series["@type"], &series["name"]), (&json!("EventSeries"), &json!("منصة مراكش")));
    let events = series["subEvent"].as_array().ok_or("no editions")?;
    assert_eq!(events.len(), site.editions.len());
    for (edition, listed) in site.editions.iter().zip(events) {
        let event = of(&site, &edition.route())?["mainEntity"].clone();
        assert_eq!(event["superEvent"]["@id"], series["@id"]);
        for key in ["@id", "name", "startDate", "endDate", "location"] {
            assert_eq!(event[key], listed[key], "{key}");
        }
        assert_eq!(event["startDate"], edition.start.iso());
        assert_eq!(event["endDate"].as_str().map(str::to_owned), edition.end.map(content::model::Date::iso), "only a stated day is an end");
        assert_eq!(event["location"]["name"], edition.city);
    }
    assert_eq!(of(&site, &Route::Editions)?["mainEntity"], series);
    assert_eq!(
        of(&site, &Route::Platform)?["mainEntity"],
        json!({"@id": series["@id"]}),
        "the platform points to what home and the editions tell"
    );
    Ok(())
}

#[test]
fn organizers_are_those_whom_the_line_on_the_chairs_names() -> Checked {
    let site = site()?;
    for edition in &site.editions {
        let event = of(&site, &edition.route())?["mainEntity"].clone();
        let names: Vec<&str> = event["organizer"].as_array().into_iter().flatten().filter_map(|one| one["name"].as_str()).collect();
        assert_eq!(names, ["المغرب", "مكتب الأمم المتحدة لمكافحة الإرهاب"], "{}", edition.slug);
    }
    Ok(())
}

#[test]
fn an_edition_without_one_of_the_organizers_names_its_own() -> Checked {
    let mut site = site()?;
    site.editions[1].chairs = vec![Span::Plain("المغرب".to_owned())];
    let series = of(&site, &Route::Home)?["mainEntity"].clone();
    assert_eq!(series["organizer"].as_array().map(Vec::len), Some(2));
    assert_eq!(series["subEvent"][0]["organizer"], Value::Null, "the organizers of the series");
    assert_eq!(series["subEvent"][1]["organizer"], json!([{"@id": "https://example.org/ref/platform/#morocco"}]));
    Ok(())
}

#[test]
fn people_and_institutions_are_listed_with_the_names_of_their_terms() -> Checked {
    let site = site()?;
    let people = of(&site, &Route::People)?["mainEntity"]["itemListElement"].clone();
    assert_eq!(people.as_array().map(Vec::len), Some(site.people.len()));
    assert_eq!(people[0]["@type"], "Person");
    assert_eq!(people[0]["@id"], "https://example.org/ref/people/#voronkov");
    assert_eq!((&people[0]["name"], &people[0]["alternateName"]), (&json!("فلاديمير فورونكوف"), &json!("Vladimir Voronkov")));
    let bodies = of(&site, &Route::Institutions)?["mainEntity"]["itemListElement"].clone();
    assert_eq!(bodies.as_array().map(Vec::len), Some(site.institutions.len()));
    assert_eq!(bodies[0]["alternateName"], json!(["United Nations Office of Counter-Terrorism", "UNOCT", "ONUCT"]));
    let office = of(&site, &Route::RabatOffice)?["mainEntity"].clone();
    let term = site.terms.iter().find(|term| term.id == "rabat-office").ok_or("no term")?;
    for name in term.fr.iter().chain(&term.en).chain(&term.acronyms) {
        assert!(office["alternateName"].to_string().contains(&json!(name).to_string()), "{name}");
    }
    assert_eq!(office["@id"], "https://example.org/ref/institutions/#rabat-office");
    Ok(())
}

#[test]
fn it_cannot_end_the_script_it_stands_in() -> Checked {
    let mut site = site()?;
    site.people[0].name = "</script><script>".to_owned();
    let data = of(&site, &Route::People)?;
    let text = script(&data);
    assert!(!text.contains('<'), "{text}");
    assert_eq!(serde_json::from_str::<Value>(&text)?, data);
    Ok(())
}

#[test]
fn the_page_of_the_data_offers_files_that_are_published() -> Checked {
    let site = site()?;
    let dataset = of(&site, &Route::Data)?["mainEntity"].clone();
    assert_eq!((&dataset["@type"], &dataset["license"]), (&json!("Dataset"), &json!(site.settings.licence_url)));
    assert_eq!((&dataset["url"], &dataset["@id"]), (&json!(format!("{BASE}data/")), &json!(format!("{BASE}data/#dataset"))));
    assert_eq!(dataset["dateModified"], site.settings.updated.iso());
    // Google asks for at least 50 letters.
    assert!(dataset["description"].as_str().is_some_and(|text| text.chars().count() >= 50));
    let published = formats::files(&site, BASE)?;
    let downloads: Vec<&str> =
        dataset["distribution"].as_array().into_iter().flatten().filter_map(|file| file["contentUrl"].as_str()).collect();
    for wanted in ["data/v1/datapackage.json", "data/v1/all.json", "data/v1/claims.csv", "data/v1/terms.csv"] {
        assert!(downloads.contains(&format!("{BASE}{wanted}").as_str()), "{wanted}: {downloads:?}");
    }
    for download in downloads {
        assert!(published.iter().any(|file| format!("{BASE}{}", file.path) == download), "{download}");
    }
    Ok(())
}

/// What the data adds to the page's compressed weight.
fn weight(site: &Site, route: &Route) -> Result<(usize, usize), Box<dyn Error>> {
    let compressed = |text: &str| -> Result<usize, Box<dyn Error>> {
        let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
        writer.write_all(text.as_bytes())?;
        Ok(writer.into_inner().len())
    };
    let page = compose::page(site, &Base::new(BASE), route).ok_or("no page")?;
    let data = script(&structured_data(site, BASE, route, &page));
    let page = serde_json::to_string(&page)?;
    Ok((compressed(&data)?, compressed(&format!("{data}{page}"))?.saturating_sub(compressed(&page)?)))
}

#[test]
fn it_weighs_little() -> Checked {
    let site = site()?;
    let tangier = Route::Edition("2023-tangier".to_owned());
    for route in [Route::Home, Route::Platform, Route::Editions, tangier, Route::People, Route::Institutions, Route::Data, Route::About] {
        let (alone, added) = weight(&site, &route)?;
        println!("{}: {alone} bytes alone, {added} added to the page", route.path());
        assert!(added <= 450, "{}: {added} bytes", route.path());
    }
    Ok(())
}
