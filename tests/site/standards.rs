//! What other programs find in and beside the pages: heads, alternates, structured data, citations, images.

use content::{model::Site, route::Route};
use prerender::publish::Output;
use serde_json::Value;

use super::support::{publish, real_site, root, text};

fn published() -> Vec<Output> {
    publish(&root().join("content"), "https://example.org/ref/")
}

fn attribute_values<'a>(html: &'a str, before: &str) -> Vec<&'a str> {
    html.split(before).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_alternate_and_every_share_image_is_published() {
    let outputs = published();
    let pages = outputs.iter().filter(|output| output.is("html") && output.path.ends_with("index.html"));
    for page in pages {
        let html = text(&outputs, &page.path);
        let alternates = attribute_values(html, "<link rel=\"alternate\" type=\"");
        // What tells of the whole site stands on home alone; a page's own citation is linked in its text.
        for wanted in ["application/atom+xml", "text/calendar", "application/json"] {
            assert_eq!(alternates.contains(&wanted), page.path == "index.html", "{}: {wanted} in {alternates:?}", page.path);
        }
        assert_eq!(html.matches("rel=\"alternate\">").count(), 3, "{}: three files of its citation", page.path);
        let hrefs = html.split("<link rel=\"alternate\"").skip(1).filter_map(|rest| rest.split("href=\"/ref/").nth(1)?.split('"').next());
        let images = attribute_values(html, "property=\"og:image\" content=\"https://example.org/ref/");
        assert_eq!(images.len(), 1, "{}", page.path);
        for file in hrefs.chain(images) {
            assert!(outputs.iter().any(|output| output.path == file), "{} names {file}", page.path);
        }
    }
}

#[test]
fn structured_data_is_json_and_names_the_page() {
    let outputs = published();
    for route in [Route::Home, Route::Edition("2023-tangier".into()), Route::People, Route::Institutions, Route::Data] {
        let path = format!("{}index.html", route.path().trim_start_matches('/'));
        let html = text(&outputs, &path);
        let data = html.split("<script type=\"application/ld+json\">").nth(1).and_then(|rest| rest.split("</script>").next());
        let data: Value = serde_json::from_str(data.expect("structured data")).expect("JSON");
        assert_eq!(data["@context"], "https://schema.org", "{path}");
        assert!(!data.to_string().contains("ClaimReview"), "{path}: this site judges no claim");
    }
}

#[test]
fn every_page_says_how_to_cite_it_in_three_styles_and_three_files() {
    let site: Site = real_site();
    let outputs = published();
    for route in content::compose::routes(&site).iter().filter(|route| !route.is_stand_in()) {
        let folder = route.path().trim_start_matches('/').to_owned();
        let html = text(&outputs, &format!("{folder}index.html"));
        for wanted in [">الأسلوب العربي</dt>", ">APA</dt>", ">Chicago</dt>", "اطُّلع عليه في: "] {
            assert!(html.contains(wanted), "{}: {wanted}", route.path());
        }
        for file in ["cite.bib", "cite.ris", "cite.json"] {
            assert!(html.contains(&format!("href=\"/ref/{folder}{file}\"")), "{}: {file}", route.path());
            assert!(!text(&outputs, &format!("{folder}{file}")).is_empty());
        }
    }
}

#[test]
fn the_page_of_the_data_names_every_file() {
    let outputs = published();
    let html = text(&outputs, "data/index.html");
    for file in outputs.iter().filter(|output| output.path.starts_with("data/v1/")) {
        assert!(html.contains(&format!("href=\"/ref/{}\"", file.path)), "{} is not explained", file.path);
    }
    for program in ["curl -O", "import json", "read.csv("] {
        assert!(html.contains(program), "{program}");
    }
}
