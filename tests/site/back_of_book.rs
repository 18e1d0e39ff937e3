//! Who has no JavaScript finds everything all the same: by the index «الكشّاف» and the page of the search.

use std::collections::BTreeSet;

use content::{compose::routes, model::Site, route::Route};
use prerender::{Rendered, render};

use super::support::{attributes, base, problems_after, publish, real_site, rendered, root, text, texts};

fn letters(site: &Site) -> Vec<Rendered> {
    let letters = routes(site).into_iter().filter(|route| matches!(route, Route::IndexLetter(_)));
    letters.map(|route| render(site, &base(), &route).expect("a page per letter")).collect()
}

#[test]
fn every_claim_is_reached_from_the_index() {
    let site = real_site();
    let links: BTreeSet<String> = letters(&site).iter().flat_map(|page| attributes(&page.html, ".headword a.reference", "href")).collect();
    for (id, claim) in &site.claims {
        assert!(links.contains(&format!("{}#{id}", claim.home.path())), "no word of the index leads to {id}; add one to index-az.toml");
    }
}

#[test]
fn every_term_city_and_objective_has_its_entry() {
    let site = real_site();
    let pages = letters(&site);
    let headings: Vec<String> = pages.iter().flat_map(|page| texts(&page.html, ".headword > h2")).collect();
    let names = site.terms.iter().map(|term| &term.ar).chain(site.editions.iter().map(|edition| &edition.city));
    for name in names {
        assert_eq!(headings.iter().filter(|heading| *heading == name).count(), 1, "{name}");
    }
    let ids: Vec<String> = pages.iter().flat_map(|page| attributes(&page.html, ".headword", "id")).collect();
    for id in site.terms.iter().map(|term| &term.id).chain(site.objectives.iter().map(|objective| &objective.id)) {
        assert_eq!(ids.iter().filter(|found| *found == id).count(), 1, "{id}");
    }
}

#[test]
fn other_names_lead_to_the_entry() {
    let site = real_site();
    let pages = letters(&site);
    let of = |name: &str| pages.iter().find(|page| page.route.path() == format!("/index-az/{name}/")).expect("a letter").html.clone();
    for (page, name, target) in [
        ("shin", "الشقوري: انظر إسماعيل الشقوري", "/index-az/alif/#chekkori"),
        ("mim", "المكتب الأممي: انظر مكتب الأمم المتحدة لمكافحة الإرهاب", "/index-az/mim/#unoct"),
        ("latin", "Bourita: انظر ناصر بوريطة", "/index-az/nun/#bourita"),
        ("latin", "ONUCT: انظر مكتب الأمم المتحدة لمكافحة الإرهاب", "/index-az/mim/#unoct"),
    ] {
        let html = of(page);
        assert!(texts(&html, ".paragraph").contains(&name.to_owned()), "{name}");
        assert!(attributes(&html, ".paragraph a", "href").contains(&target.to_owned()), "{target}");
    }
}

#[test]
fn a_name_within_a_longer_one_does_not_count_and_particles_do_not_hide_a_word() {
    let site = real_site();
    let pages = letters(&site);
    let claims = |id: &str| pages.iter().flat_map(|page| texts(&page.html, &format!("#{id} .reference"))).collect::<Vec<_>>();
    let marrakech = claims("marrakech");
    assert!(marrakech.contains(&"F021".to_owned()), "in the city: {marrakech:?}");
    assert!(!marrakech.contains(&"F095".to_owned()), "only the platform is named: {marrakech:?}");
    let sahel = claims("sahel");
    assert!(sahel.contains(&"F126".to_owned()), "{sahel:?}");
    assert!(!sahel.contains(&"F145".to_owned()), "the Atlantic coast is not the Sahel: {sahel:?}");
    assert!(claims("mali").iter().all(|id| id != "F051"), "money is no country");
    assert!(claims("resilience").contains(&"F027".to_owned()), "«لصمود» is «صمود» behind a particle");
}

#[test]
fn all_letters_are_shown_and_those_with_entries_lead_to_their_page() {
    let site = real_site();
    for route in [Route::IndexAz, Route::Search] {
        let html = render(&site, &base(), &route).expect("a page").html;
        let shown: String = texts(&html, ".letters li").iter().filter(|sign| sign.chars().count() == 1).cloned().collect();
        assert_eq!(shown, "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "{}", route.path());
        let linked: Vec<Route> = routes(&site).into_iter().filter(|route| matches!(route, Route::IndexLetter(_))).collect();
        let hrefs: Vec<String> = linked.iter().map(Route::path).collect();
        assert_eq!(attributes(&html, ".letters a", "href"), hrefs, "{}", route.path());
    }
}

#[test]
fn headings_stand_under_their_letter_in_order_and_letters_lead_to_each_other() {
    let site = real_site();
    let pages = letters(&site);
    for (index, page) in pages.iter().enumerate() {
        let path = page.route.path();
        let previous = index.checked_sub(1).map(|before| pages[before].route.path());
        assert_eq!(attributes(&page.html, ".pager__previous", "href"), previous.into_iter().collect::<Vec<_>>(), "{path}");
        let next = pages.get(index + 1).map(|after| after.route.path());
        assert_eq!(attributes(&page.html, ".pager__next", "href"), next.into_iter().collect::<Vec<_>>(), "{path}");
        assert_eq!(attributes(&page.html, ".breadcrumb a", "href"), ["/", "/index-az/"], "{path}");
        assert!(!texts(&page.html, ".headword > h2, .paragraph > a").is_empty(), "{path} is empty");
    }
    let sin = pages.iter().find(|page| page.route == Route::IndexLetter("sin".into())).expect("the letter");
    let headings = texts(&sin.html, ".headword > h2");
    assert!(headings.contains(&"الساحل".to_owned()), "«ال» does not count: {headings:?}");
    let place = |name: &str| headings.iter().position(|heading| heading == name);
    assert!(place("الساحل") < place("سفارة المغرب في الدنمارك") && place("السنغال") < place("سيادة"), "{headings:?}");
}

#[test]
fn the_search_field_stands_on_every_page() {
    let outputs = publish(&root().join("tests/site/sound"), "https://example.org/ref/");
    for page in outputs.iter().filter(|output| output.is("html")) {
        let html = text(&outputs, &page.path);
        let form = |name: &str| attributes(html, "header form[role=search]", name);
        assert_eq!(form("action"), ["/ref/search/"], "{}", page.path);
        assert_eq!(attributes(html, "header form input[name=q][type=search][dir=auto]", "id"), ["q"], "{}", page.path);
        assert_eq!(texts(html, "header form label[for=q]"), ["البحث في المرجع"], "{}", page.path);
        assert_eq!(texts(html, "header form button"), ["ابحث"], "{}", page.path);
        let links = attributes(html, "footer a", "href");
        assert!(links.contains(&"/ref/search/".to_owned()) && links.contains(&"/ref/index-az/".to_owned()), "{}", page.path);
        let is_index = ["search/", "index-az/", "glossary/"].iter().any(|start| page.path.starts_with(start));
        let styles = attributes(html, "link[rel=stylesheet]", "href");
        assert_eq!(styles.iter().any(|address| address.starts_with("/ref/search-")), is_index, "{}: {styles:?}", page.path);
    }
    let loader = outputs.iter().find(|output| output.path.starts_with("loader-")).expect("the loader");
    let loader = text(&outputs, &loader.path);
    for output in outputs.iter().filter(|output| output.path.starts_with("search-") || output.path.starts_with("search_bg-")) {
        assert!(loader.contains(&format!("\"/ref/{}\"", output.path)), "{loader} does not lead to {}", output.path);
    }
    assert!(!loader.contains("\"search"), "{loader}");
    let sitemap = text(&outputs, "sitemap.xml");
    assert!(sitemap.contains("/ref/search/") && sitemap.contains("/ref/index-az/latin/"), "{sitemap}");
}

#[test]
fn the_page_of_the_search_helps_without_javascript() {
    let site = real_site();
    let page = render(&site, &base(), &Route::Search).expect("the page").html;
    assert_eq!(texts(&page, "h1"), ["البحث"]);
    assert!(attributes(&page, "article > .paragraph a", "href").contains(&"/index-az/".to_owned()), "before anything else");
    assert!(texts(&page, "article > .paragraph").join(" ").contains("لا يعمل في متصفحك"), "it says why there are no results");
    let examples = attributes(&page, "#examples a", "href");
    assert_eq!(examples.len(), site.examples.len());
    for (href, example) in examples.iter().zip(&site.examples) {
        let query = href.strip_prefix("/search/?q=").expect("a query");
        assert!(query.is_ascii() && !query.contains([' ', '"']), "{query}");
        let read: Vec<(String, String)> = url::form_urlencoded::parse(format!("q={query}").as_bytes()).into_owned().collect();
        assert_eq!(read, [("q".to_owned(), example.query.clone())], "it reads back");
    }
}

#[test]
fn a_citation_of_a_claim_of_the_same_page_leads_to_it() {
    let site = real_site();
    let own = |page: &Rendered| {
        // A number refers to a claim of this page, an id to one told of elsewhere.
        let is_number = |text: &String| text.bytes().all(|byte| byte.is_ascii_digit());
        let references = attributes(&page.html, "a.reference", "href").into_iter().zip(texts(&page.html, "a.reference"));
        let hrefs: Vec<String> = references.filter(|(_, text)| is_number(text)).map(|(href, _)| href).collect();
        let cards: BTreeSet<String> = attributes(&page.html, "li.claim", "id").into_iter().collect();
        assert!(hrefs.iter().all(|href| href.rsplit('#').next().is_some_and(|id| cards.contains(id))), "{}", page.route.path());
        let boxes = attributes(&page.html, ".cite__box > a", "href");
        let here = format!("{}#", page.route.path());
        assert!(boxes.iter().all(|href| !href.starts_with(&here)), "{}: a box repeats a card of its page", page.route.path());
        hrefs.len()
    };
    assert!(rendered(&site).iter().map(own).sum::<usize>() > 50);
}

#[test]
fn a_word_of_the_index_that_no_claim_mentions_is_named_to_the_editor() {
    let word = "[[headword]]\nid = \"nowhere\"\nname = \"كلمة لا ترد\"\nforms = [\"صيغة لا ترد\"]\n";
    let problems = problems_after("index-az.toml", |file| file.to_owned() + word);
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].found.contains("كلمة لا ترد") && problems[0].place.file == "index-az.toml", "{problems:?}");
}

#[test]
fn a_word_of_the_index_takes_its_name_from_one_place() {
    let named = "[[headword]]\nid = \"office\"\nname = \"مكتب\"\n";
    let problems = problems_after("index-az.toml", |file| file.to_owned() + named);
    assert!(problems.iter().any(|problem| problem.found.contains("اسم في المسرد")), "{problems:?}");
    let nameless = "[[headword]]\nid = \"nameless\"\nforms = [\"اجتماع\"]\nexcept = [\"F999\"]\n";
    let problems = problems_after("index-az.toml", |file| file.to_owned() + nameless);
    assert!(problems.iter().any(|problem| problem.found.contains("name")), "{problems:?}");
}
