//! Adding one file is enough: the edition then stands in every list, in the sitemap, and between its neighbours.

use std::fs;

use content::route::Route;
use prerender::render;

use super::support::{attributes, base, copy, load, publish, root, text};

#[test]
fn one_file_adds_an_edition_everywhere() {
    let content = copy(&root().join("content"));
    let template = fs::read_to_string(root().join("content/templates/edition.toml")).expect("the template");
    fs::write(content.path().join("editions/2026-city.toml"), template).expect("a new file");
    let site = load(content.path());
    let href = "/editions/2026-city/";
    let lists = [
        (Route::Home, "home"),
        (Route::Editions, "the list of editions"),
        (Route::Compare, "the comparison"),
        (Route::Evolution, "the table of attendance"),
        (Route::Edition("2025-agadir".into()), "the pager of the edition before"),
    ];
    for (route, name) in lists {
        let html = render(&site, &base(), &route).expect("a page").html;
        assert!(attributes(&html, "main a", "href").iter().any(|link| link == href), "{name} lacks the new edition");
    }
    let objectives = render(&site, &base(), &Route::Objectives).expect("a page").html;
    assert!(attributes(&objectives, "main a", "href").iter().any(|link| link == "/editions/2026-city/#objectives"));
    let compare = render(&site, &base(), &Route::Compare).expect("a page").html;
    let columns = attributes(&compare, ".matrix thead [data-column]", "data-column");
    assert_eq!(columns.last().map(String::as_str), Some("2026-city"), "the newest edition is the last column");
    let rows = attributes(&compare, ".matrix [data-row]", "data-row").len();
    assert_eq!(attributes(&compare, ".matrix td[data-column='2026-city']", "data-column").len(), rows, "a cell in every row");
    let outputs = publish(content.path(), "https://example.org/");
    assert!(text(&outputs, "sitemap.xml").contains("https://example.org/editions/2026-city/"));
    assert!(text(&outputs, "build.json").contains(href));
    assert!(text(&outputs, "editions/2026-city/index.html").contains("الدورة الخامسة"));
}
