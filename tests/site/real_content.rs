//! The published content: every fact has its one home, every source its page, nothing is invented or leaked.

use std::collections::BTreeMap;

use content::{
    compose::text_of,
    model::{Address, Paragraph},
    route::Route,
};

use super::support::{attributes, real_site, rendered, texts};

#[test]
fn every_claim_has_exactly_one_home_in_the_html() {
    let site = real_site();
    let mut homes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for page in rendered(&site) {
        for id in attributes(&page.html, "li.claim", "id") {
            homes.entry(id).or_default().push(page.route.path());
        }
    }
    for (id, claim) in &site.claims {
        assert_eq!(homes.get(id), Some(&vec![claim.home.path()]), "{id}");
    }
    assert_eq!(homes.len(), site.claims.len());
}

/// These ids were given out once and are in use: none may vanish.
#[test]
fn the_first_ids_are_all_there() {
    let site = real_site();
    for number in 1..=153 {
        assert!(site.claims.contains_key(&format!("F{number:03}")), "F{number:03} is gone");
    }
    let conflicts: Vec<&str> = site.conflicts.iter().map(|conflict| conflict.id.as_str()).collect();
    for number in 1..=21 {
        assert!(conflicts.contains(&format!("K{number:02}").as_str()), "K{number:02} is gone");
    }
    for number in 1..=120 {
        assert!(site.sources.contains_key(&format!("S{number:03}")), "S{number:03} is gone");
    }
}

#[test]
fn every_conflict_has_its_anchor_and_slips_are_called_so() {
    let site = real_site();
    let pages = rendered(&site);
    let page = pages.iter().find(|page| page.route == Route::Conflicts).expect("the page of conflicts");
    let slips = ["K04", "K17", "K20"];
    for page in &pages {
        for (selector, label) in [("a.conflict-mark", "سهو في مصدر"), (".claim__conflict > a", "سهو في مصدر: ")] {
            for (href, text) in attributes(&page.html, selector, "href").iter().zip(texts(&page.html, selector)) {
                let is_slip = slips.iter().any(|id| href.ends_with(id));
                assert_eq!(text.starts_with(label), is_slip, "{}: {href} is called {text}", page.route.path());
            }
        }
    }
    for conflict in &site.conflicts {
        let heading = texts(&page.html, &format!("section#{} > h2", conflict.id)).join("");
        assert!(heading.contains(&text_of(&conflict.title)), "{}: {heading}", conflict.id);
        assert_eq!(heading.contains("سهو في مصدر"), slips.contains(&conflict.id.as_str()), "{heading}");
    }
}

#[test]
fn a_source_without_published_address_has_none_anywhere() {
    let site = real_site();
    let pages = rendered(&site);
    for (id, source) in &site.sources {
        let page = pages.iter().find(|page| page.route == Route::Source(id.clone())).expect("a page per source");
        let outside: Vec<String> =
            attributes(&page.html, "article > dl a", "href").into_iter().filter(|href| href.contains("://")).collect();
        match &source.address {
            Address::Url(url) => assert_eq!(outside, std::slice::from_ref(url), "{id}"),
            Address::Unlinked(_) => assert!(outside.is_empty(), "{id}: {outside:?}"),
        }
    }
}

#[test]
fn every_edition_has_the_same_parts_in_the_same_order() {
    let site = real_site();
    let wanted = ["summary", "objectives", "participants", "statements", "outcomes", "conflicts", "sources"];
    for page in rendered(&site).iter().filter(|page| matches!(page.route, Route::Edition(_))) {
        let parts = attributes(&page.html, "article > section", "id");
        let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| *part != "context").collect();
        assert_eq!(parts, wanted, "{}", page.route.path());
        let labels = texts(&page.html, ".facts dt");
        assert_eq!(labels.len(), 7, "{}: {labels:?}", page.route.path());
    }
}

#[test]
fn introductions_are_connected_prose_of_at_least_80_words() {
    let site = real_site();
    let introduced = [Route::Platform, Route::Editions, Route::Objectives, Route::Evolution, Route::RabatOffice, Route::Related];
    let introductions = introduced.iter().map(|route| (route.path(), &site.pages[route].sections[0].passage));
    let summaries = site.editions.iter().map(|edition| (edition.route().path(), &edition.summary));
    for (path, passage) in introductions.chain(summaries) {
        let words: usize = passage.paragraphs.iter().map(words).sum();
        assert!(words >= 80, "{path}: {words} words");
    }
}

/// Words of running text; a list is not connected prose.
fn words(paragraph: &Paragraph) -> usize {
    match paragraph {
        Paragraph::Prose(text) => text_of(text).split_whitespace().count(),
        Paragraph::List(_) => 0,
    }
}

#[test]
fn a_citation_opens_the_sources_of_its_claim() {
    let site = real_site();
    let pages = rendered(&site);
    let page = pages.iter().find(|page| page.route == Route::Platform).expect("the platform");
    let first = attributes(&page.html, ".cite:first-of-type .cite__sources a", "href");
    assert!(!first.is_empty() && first.iter().all(|href| href.starts_with("/sources/S")), "{first:?}");
    let claims = attributes(&page.html, ".cite__box > a", "href");
    assert!(!claims.is_empty() && claims.iter().all(|href| href.contains("/#F")), "{claims:?}");
}

#[test]
fn readers_never_meet_jargon_invisible_marks_or_inline_styles() {
    let site = real_site();
    for page in rendered(&site) {
        for word in ["النص الأساس", "seed", "البذرة", " style=\"", "{en:", "[F", "[K", "غير معروفة", "غير معروف."]
        {
            assert!(!page.html.contains(word), "{}: {word}", page.route.path());
        }
        assert!(!page.html.contains(content::source::is_invisible), "{}: an invisible mark", page.route.path());
    }
}

#[test]
fn without_contact_the_pages_say_so_and_invent_none() {
    let site = real_site();
    assert!(site.settings.contact.is_empty(), "a contact is set: change this test to expect it on every page");
    for page in rendered(&site) {
        assert!(page.html.contains("لم يُحدَّد بعدُ عنوان لاستقبال التصحيحات."), "{}", page.route.path());
        assert!(!page.html.contains("mailto:"), "{}", page.route.path());
    }
}

#[test]
fn an_attendance_number_never_stands_without_its_unit_and_speaker() {
    let site = real_site();
    for page in rendered(&site) {
        let numbers = texts(&page.html, ".figure__number").len();
        let units = texts(&page.html, ".figure__unit").into_iter().filter(|unit| !unit.is_empty()).count();
        let said = attributes(&page.html, ".figure__detail time", "datetime").len();
        assert!(numbers == units && numbers == said, "{}: {numbers} numbers, {units} units, {said} dates", page.route.path());
    }
}

/// A note that cites a claim which the page had not shown before once took the number of its own claim.
#[test]
fn a_claim_whose_note_cites_another_keeps_its_place() {
    let site = real_site();
    for page in rendered(&site) {
        for (index, claim) in page.page.claims.iter().enumerate() {
            let is_home = site.claims[&claim.id].home == page.route;
            let number = texts(&page.html, &format!("li.claim#{} > .claim__number", claim.id));
            assert_eq!(number, if is_home { vec![(index + 1).to_string()] } else { vec![] }, "{} on {}", claim.id, page.route.path());
        }
    }
}
