//! With many editions pages stay short and light, what they leave out is counted, and everything is still reached by links.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::Write,
    sync::LazyLock,
};

use content::{
    compose::{columns, limits, routes},
    model::{Edition, Site},
    page::{Matrix, decode},
    route::Route,
    source,
};
use prerender::{content_folder, render};

use super::support::{attributes, base, output, publish, real_site, root, text, texts};

const MANY: usize = 60;

static LARGE: LazyLock<Site> = LazyLock::new(|| site(MANY));
static PAGES: LazyLock<Vec<(Route, String)>> = LazyLock::new(|| pages(&LARGE));

fn files(editions: usize) -> Vec<source::SourceFile> {
    let real = content_folder::files(&root().join("content")).expect("readable content");
    synth::files(&real, editions).expect("sound content")
}

fn site(editions: usize) -> Site {
    let told = |problems: Vec<content::problem::Problem>| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    source::load(&files(editions)).unwrap_or_else(|problems| panic!("{}", told(problems)))
}

fn html(site: &Site, route: &Route) -> String {
    render(site, &base(), route).expect("a page for every route").html
}

/// The pages of single sources are many and alike; a few of them do.
fn pages(site: &Site) -> Vec<(Route, String)> {
    let (sources, mut wanted): (Vec<Route>, Vec<Route>) = routes(site).into_iter().partition(|route| matches!(route, Route::Source(_)));
    wanted.extend(sources.into_iter().step_by(100));
    wanted.into_iter().map(|route| (route.clone(), html(site, &route))).collect()
}

/// Addresses on this site, without anchor and query.
fn linked(html: &str) -> BTreeSet<String> {
    let links = attributes(html, "a[href^='/']", "href").into_iter();
    links.map(|link| link.split(['#', '?']).next().unwrap_or_default().to_owned()).collect()
}

fn compressed(html: &str) -> usize {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    writer.write_all(html.as_bytes()).expect("memory");
    writer.into_inner().len()
}

#[test]
fn home_and_an_edition_weigh_the_same_with_twelve_editions_and_with_sixty() {
    let weights = |site: &Site| [Route::Home, site.editions[7].route()].map(|route| compressed(&html(site, &route)));
    let (few, many) = (weights(&site(12)), weights(&LARGE));
    for (few, many) in few.into_iter().zip(many) {
        assert!(few.abs_diff(many) * 50 <= few, "{few} bytes with twelve editions, {many} with {MANY}");
    }
}

/// The first flight of a real page is weighed at publishing; the pages of a large site may weigh no more.
#[test]
fn the_heaviest_page_of_a_large_site_weighs_what_the_heaviest_real_one_weighs() {
    let heaviest = |pages: &[(Route, String)]| {
        let mut pages: Vec<&(Route, String)> = pages.iter().collect();
        pages.sort_by_key(|(_, html)| std::cmp::Reverse(html.len()));
        pages[..10].iter().map(|(route, html)| (compressed(html), route.path())).max().expect("a page")
    };
    let (real, large) = (heaviest(&pages(&real_site())), heaviest(&PAGES));
    assert!(large.0 <= real.0 + 50, "{large:?}, the heaviest real one {real:?}");
}

#[test]
fn no_page_lists_more_editions_than_a_decade_has_and_each_says_how_many_came_before() {
    let site = &*LARGE;
    let addresses: BTreeSet<String> = site.editions.iter().map(|edition| edition.route().path()).collect();
    let listed = |route: &Route| linked(&html(site, route)).intersection(&addresses).count();
    for (route, most) in [
        (Route::Home, limits::EDITIONS),
        (Route::Editions, limits::EDITIONS),
        (Route::Evolution, limits::EDITIONS),
        (Route::Compare, limits::COLUMNS),
        (Route::Objectives, limits::COLUMNS),
        (Route::Decade(2050), 10),
    ] {
        // The editors' own text names the four real ones.
        let (listed, most) = (listed(&route), most + if matches!(route, Route::Decade(_)) { 0 } else { 4 });
        assert!(listed <= most, "{}: {listed} editions, not {most}", route.path());
    }
    for (route, left_out) in [(Route::Home, "52 دورة"), (Route::Evolution, "52 دورة"), (Route::Compare, "56 دورة")] {
        let page = html(site, &route);
        assert!(texts(&page, ".paragraph a").contains(&left_out.to_owned()), "{} does not say {left_out}", route.path());
        assert!(attributes(&page, ".paragraph a", "href").contains(&"/editions/#decades".to_owned()), "{}", route.path());
    }
}

#[test]
fn every_page_of_a_large_site_is_reached_by_links_from_home() {
    let site = &*LARGE;
    let pages: BTreeMap<String, &str> = PAGES.iter().map(|(route, html)| (route.path(), html.as_str())).collect();
    let mut reached = BTreeSet::from(["/".to_owned()]);
    let mut next: Vec<String> = reached.iter().cloned().collect();
    while let Some(path) = next.pop() {
        let links = pages.get(&path).map(|html| linked(html)).unwrap_or_default();
        next.extend(links.into_iter().filter(|link| reached.insert(link.clone())));
    }
    for route in routes(site).iter().filter(|route| !route.is_stand_in()) {
        assert!(reached.contains(&route.path()), "no link leads to {}", route.path());
    }
}

#[test]
fn lists_of_claims_and_mentions_are_cut_and_counted() {
    let site = &*LARGE;
    let agency = html(site, &Route::Source("S021".into()));
    let claims = site.claims_from("S021").count();
    assert_eq!(texts(&agency, "#supports li").len(), limits::CLAIMS_OF_SOURCE);
    let others = format!("وغيرها {}", claims - limits::CLAIMS_OF_SOURCE);
    assert!(texts(&agency, "#supports .paragraph").concat().contains(&others), "{others}");
    let undated = html(site, &Route::SourcesUndated);
    assert_eq!(texts(&undated, "article section li").len(), limits::SOURCES_OF_YEAR);
    assert!(texts(&undated, "article > .paragraph").concat().contains("وغيرها"));
    let person = &site.people[0];
    let mentions = attributes(&html(site, &Route::People), &format!("#{} .list > li", person.id), "class").len();
    assert!(mentions < 20, "{mentions} lines of mentions");
}

#[test]
fn a_large_site_is_published_and_its_columns_fit_the_matrices() {
    let content = tempfile::tempdir().expect("a temporary folder");
    for file in files(12) {
        let path = content.path().join(&file.path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, file.text).expect("a file");
    }
    let outputs = publish(content.path(), "https://example.org/ref/");
    let compare = text(&outputs, "editions/compare/index.html");
    assert_eq!(attributes(compare, ".matrix", "data-others"), ["/ref/editions/columns.bin"]);
    let list: Vec<(String, String)> = decode(&output(&outputs, "editions/columns.bin").bytes).expect("the list");
    assert_eq!(list.len(), 12);
    assert_eq!(list[1], ("2023-tangier".to_owned(), "طنجة 2023".to_owned()));
    let objectives = text(&outputs, "objectives/index.html");
    for (slug, _) in &list {
        let both: [Matrix; 2] = decode(&output(&outputs, &format!("editions/{slug}/column.bin")).bytes).expect("a column");
        let rows = |page: &str| attributes(page, ".matrix [data-row]", "data-row");
        for (matrix, page) in both.iter().zip([compare, objectives]) {
            assert_eq!(matrix.columns.iter().map(|column| &column.id).collect::<Vec<_>>(), [slug]);
            assert_eq!(matrix.rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>(), rows(page), "{slug}");
            assert!(matrix.rows.iter().all(|row| row.cells.len() == 1), "{slug}");
        }
    }
    let real = real_site();
    assert!(columns(&real).is_empty() && attributes(&html(&real, &Route::Compare), ".matrix", "data-others").is_empty());
}

#[test]
fn the_order_of_routes_is_that_of_the_sitemap() {
    let place = |route: &Route| match route {
        // Editions come by number, letters by the alphabet.
        Route::Edition(_) => Route::Edition(String::new()),
        Route::IndexLetter(_) => Route::IndexLetter(String::new()),
        route => route.clone(),
    };
    let order: Vec<Route> = routes(&LARGE).iter().map(place).collect();
    assert!(order.is_sorted());
    assert!(LARGE.editions.is_sorted_by_key(|edition: &Edition| edition.number));
}
