//! Editions side by side: every field, every edition, what was not found, what is new.

use content::route::Route;
use prerender::render;

use super::support::{attributes, base, real_site, texts};

#[test]
fn every_field_of_every_edition_has_its_cell() {
    let site = real_site();
    let page = render(&site, &base(), &Route::Compare).expect("a page").html;
    let columns = attributes(&page, ".matrix thead [data-column]", "data-column");
    let slugs: Vec<String> = site.editions.iter().map(|edition| edition.slug.clone()).collect();
    assert_eq!(columns, slugs, "one column for each edition, in order");
    let rows = attributes(&page, ".matrix tbody tr", "data-row");
    for wanted in
        ["dates", "length", "name", "chairs", "city", "theme", "objectives", "speakers", "topics", "outcomes", "sources", "changes"]
    {
        assert!(rows.contains(&wanted.to_owned()), "{wanted} not in {rows:?}");
    }
    assert!(rows.iter().filter(|row| row.starts_with("attendance-")).count() >= 4, "attendance by kind: {rows:?}");
    for row in &rows {
        let cells = texts(&page, &format!(".matrix [data-row='{row}'] td"));
        assert_eq!(cells.len(), slugs.len(), "{row}");
    }
}

#[test]
fn what_was_not_found_stays_visible() {
    let site = real_site();
    let page = render(&site, &base(), &Route::Compare).expect("a page").html;
    let outcomes = texts(&page, ".matrix [data-row=outcomes] td[data-column='2024-fes'] > div");
    assert_eq!(outcomes, ["لم يُعثر عليه"]);
    let delegations = texts(&page, ".matrix tbody tr th");
    assert!(delegations.iter().any(|label| label.contains("وفود")), "{delegations:?}");
}

#[test]
fn what_the_edition_before_did_not_have_is_marked_as_new() {
    let site = real_site();
    let page = render(&site, &base(), &Route::Compare).expect("a page").html;
    assert!(texts(&page, "td[data-column='2022-marrakech'] .matrix__new").is_empty(), "nothing came before the first edition");
    for (before, edition) in site.editions.iter().zip(&site.editions[1..]) {
        let new = edition.topics.iter().filter(|topic| before.topics.iter().all(|known| known.id != topic.id)).count();
        let marks = texts(&page, &format!("[data-row=topics] td[data-column='{}'] .matrix__new", edition.slug)).len();
        assert_eq!(marks, new, "{}", edition.slug);
    }
}

#[test]
fn every_stated_objective_names_who_said_it_when_and_the_claim() {
    let site = real_site();
    let page = render(&site, &base(), &Route::Objectives).expect("a page").html;
    let rows = attributes(&page, ".matrix tbody tr", "data-row");
    let ids: Vec<String> = site.objectives.iter().map(|objective| objective.id.clone()).collect();
    assert_eq!(rows, ids, "one row for each objective");
    let items = texts(&page, ".matrix td > div:not(.matrix__none)").len();
    let stated: usize = site.editions.iter().map(|edition| edition.objectives.len()).sum();
    assert_eq!(items, stated, "nothing stated is left out");
    assert_eq!(attributes(&page, ".matrix td > div > time", "datetime").len(), stated, "each with its date");
    let claims = attributes(&page, ".matrix td a.reference", "href");
    assert!(claims.len() >= stated && claims.iter().all(|href| href.contains("/#F")), "each with its claim");
}
