//! Every claim can be checked where it stands: who says it, how many independent sources, where they differ.

use std::fs;

use content::{
    compose::{grade, independent},
    model::{Address, Site},
    route::Route,
};
use prerender::render;

use super::support::{attributes, base, copy, load, real_site, rendered, root, texts};

fn html(site: &Site, route: &Route) -> String {
    render(site, &base(), route).expect("a page").html
}

fn tangier() -> Route {
    Route::Edition("2023-tangier".into())
}

#[test]
fn every_claim_shows_its_grade_and_its_independent_sources() {
    let site = real_site();
    for page in rendered(&site) {
        for (id, shown) in attributes(&page.html, "li.claim", "id").iter().zip(texts(&page.html, ".claim__evidence > summary")) {
            let label = grade(&site, id).expect("a grade").label();
            assert!(shown.starts_with(label), "{id}: {shown}");
            let sources = &site.claims[id].sources;
            let count = independent(&site, sources.iter().map(|source| source.id.as_str()));
            let words = match (sources.len(), count) {
                (1, _) => "مصدر واحد".to_owned(),
                (_, 1) => "مصدر مستقل واحد فيما نعلم".to_owned(),
                (_, 2) => "مصدران مستقلان فيما نعلم".to_owned(),
                (_, count) => format!("{count} مصادر مستقلة فيما نعلم"),
            };
            assert!(shown.contains(&words), "{id}: {shown}");
        }
    }
}

#[test]
fn sources_that_carry_one_text_count_once() {
    let site = real_site();
    assert_eq!(independent(&site, ["S029", "S032", "S033"]), 1, "one dispatch of the agency, three times");
    assert_eq!(independent(&site, ["S029", "S021"]), 2);
    let shown = texts(&html(&site, &tangier()), "#F058 summary").join("");
    assert!(shown.contains("مصدر مستقل واحد فيما نعلم، في 5 نصوص"), "{shown}");
    let content = copy(&root().join("content"));
    fs::write(content.path().join("reprints.toml"), "").expect("no groups");
    let shown = texts(&html(&load(content.path()), &tangier()), "#F058 summary").join("");
    assert!(shown.contains("5 مصادر مستقلة فيما نعلم"), "the count follows the groups: {shown}");
}

#[test]
fn every_group_of_reprints_gives_its_reason_to_readers() {
    let site = real_site();
    let page = html(&site, &Route::Sources);
    for reprint in &site.reprints {
        let sources = attributes(&page, &format!("#{} a", reprint.id), "href");
        for source in &reprint.sources {
            assert!(sources.contains(&format!("/sources/{}/", source.id)), "{}: {sources:?}", reprint.id);
        }
        let words = texts(&page, &format!("#{} .paragraph", reprint.id)).join(" ").split_whitespace().count();
        assert!(words > 12, "{}: a reason in {words} words", reprint.id);
    }
    for edition in ["طنجة", "فاس", "أكادير"] {
        assert!(texts(&page, "#reprints h3").iter().any(|name| name.contains(edition)), "{edition} has a family of dispatches");
    }
}

#[test]
fn a_card_tells_sources_conflicts_permalink_and_where_to_report() {
    let site = real_site();
    let page = html(&site, &tangier());
    for source in &site.claims["F038"].sources {
        let Address::Url(url) = &site.sources[&source.id].address else { continue };
        assert!(attributes(&page, "#F038 .claim__sources a[rel=noreferrer]", "href").contains(url), "{}", source.id);
    }
    let outside = texts(&page, "#F038 .claim__sources a[rel=noreferrer]");
    assert!(outside.iter().all(|label| label.starts_with("النص ب") && label.contains('.')), "language and host: {outside:?}");
    let sides = texts(&page, "#F038 .claim__conflict li");
    assert!(sides.len() >= 5, "both conflicts, side by side: {sides:?}");
    assert!(texts(&page, "#F038 .claim__conflict").iter().all(|text| text.contains("ما يعتمده هذا المرجع")));
    let cited = texts(&page, "#F038 .claim__cite").join("");
    assert!(cited.contains("https://example.org/editions/2023-tangier/#F038"), "{cited}");
    assert_eq!(attributes(&page, "#F038 .claim__report", "href"), ["/about/corrections/?claim=F038#report"]);
}

#[test]
fn every_link_to_another_site_keeps_the_page_it_comes_from_to_itself() {
    let site = real_site();
    for page in rendered(&site) {
        let all = attributes(&page.html, "a[href*='://']", "href").len();
        let silent = attributes(&page.html, "a[href*='://'][rel~=noreferrer]", "href").len();
        assert_eq!(all, silent, "{}", page.route.path());
    }
}

#[test]
fn with_a_contact_mistakes_are_reported_there_with_the_claims_id() {
    let content = copy(&root().join("content"));
    let settings = fs::read_to_string(content.path().join("site.toml")).expect("the settings");
    for (contact, expected) in [
        ("corrections@example.org", "mailto:corrections@example.org?subject=F038"),
        ("https://example.org/report", "https://example.org/report?claim=F038"),
    ] {
        let changed = settings.replace("contact = \"\"", &format!("contact = \"{contact}\""));
        fs::write(content.path().join("site.toml"), changed).expect("a contact");
        let page = html(&load(content.path()), &tangier());
        assert_eq!(attributes(&page, "#F038 .claim__report", "href"), [expected]);
    }
}

#[test]
fn a_corrected_claim_says_so_and_the_log_names_it() {
    let site = real_site();
    let log = html(&site, &Route::Corrections);
    assert!(!site.corrections.is_empty());
    for correction in &site.corrections {
        let named = texts(&log, &format!("#{} .reference", correction.id));
        for claim in &correction.claims {
            assert!(named.contains(&claim.id), "{}: {named:?}", correction.id);
            let home = html(&site, &site.claims[&claim.id].home);
            let links = attributes(&home, &format!("#{} .claim__corrections a", claim.id), "href");
            assert!(links.contains(&format!("/about/corrections/#{}", correction.id)), "{}: {links:?}", claim.id);
        }
    }
}

#[test]
fn the_first_mention_of_a_name_expands_it_and_only_the_first() {
    let site = real_site();
    let page = html(&site, &tangier());
    let links: Vec<String> = attributes(&page, "article a[href^='/glossary/#']", "href");
    assert!(links.contains(&"/glossary/#unoct".to_owned()) && links.contains(&"/glossary/#voronkov".to_owned()), "{links:?}");
    for link in &links {
        assert_eq!(links.iter().filter(|other| *other == link).count(), 1, "{link} is explained twice");
    }
    assert!(page.contains("(<bdi lang=\"en\" dir=\"ltr\">UNOCT</bdi>)"), "the acronym stands behind the first mention");
}

#[test]
fn the_glossary_runs_from_alif_to_ya_without_the_article() {
    let site = real_site();
    let page = html(&site, &Route::Glossary);
    let letters: Vec<char> = texts(&page, "section[id^=letter] > h2").iter().filter_map(|letter| letter.chars().next()).collect();
    let alphabet = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي";
    let places: Vec<Option<usize>> = letters.iter().map(|letter| alphabet.find(*letter)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{letters:?}");
    assert_eq!(texts(&page, ".term > h3").len(), site.terms.len());
    let is_plain = |name: &String| name.starts_with("ال") && name.chars().nth(2).is_some_and(|letter| alphabet.contains(letter));
    let with_article = texts(&page, ".term > h3").into_iter().find(is_plain);
    let name = with_article.expect("a name with the article");
    let letter = format!("#letter-{:x}", u32::from(name.chars().nth(2).expect("a letter")));
    assert!(texts(&page, &format!("{letter} h3")).contains(&name), "{name} stands under its own letter");
}
