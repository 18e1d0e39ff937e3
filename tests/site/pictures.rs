//! Pictures: what is drawn is also written, links lead to editions, and a new edition is drawn without further work.

use std::fs;

use content::{
    model::Site,
    page::{Block, Drawing, Shape},
    route::Route,
};
use prerender::render;

use super::support::{attributes, base, copy, load, real_site, root, texts};

const PICTURES: [(Route, &str); 3] = [(Route::Evolution, "axis"), (Route::Evolution, "attendance-by-unit"), (Route::Editions, "cities")];

fn html(site: &Site, route: &Route) -> String {
    render(site, &base(), route).expect("a page").html
}

fn drawings(site: &Site, route: &Route, id: &str) -> Vec<Drawing> {
    let page = render(site, &base(), route).expect("a page").page;
    let inside = |block| if let Block::Section(section) = block { section.blocks } else { vec![block] };
    let blocks: Vec<Block> = page.blocks.into_iter().flat_map(inside).collect();
    let wanted = blocks.into_iter().find_map(|block| match block {
        Block::Picture(picture) if picture.id == id => Some(picture.drawings),
        _ => None,
    });
    wanted.unwrap_or_else(|| panic!("{} lacks the picture {id}", route.path()))
}

/// Class and text of what is written in a drawing.
fn words(shapes: &[Shape]) -> Vec<(String, String)> {
    let word = |shape: &Shape| match shape {
        Shape::Link(_, linked) => words(linked),
        Shape::Text(class, _, _, text) => vec![(class.clone(), text.clone())],
        _ => Vec::new(),
    };
    shapes.iter().flat_map(word).collect()
}

#[test]
fn every_picture_has_a_title_a_description_and_drawings_with_names() {
    let site = real_site();
    for (route, id) in PICTURES {
        let html = html(&site, &route);
        let title = texts(&html, &format!("figure#{id} > figcaption > b"));
        let caption = texts(&html, &format!("figure#{id} > figcaption"));
        assert!(title.len() == 1 && caption[0].len() > title[0].len() + 40, "{id}: {caption:?}");
        let names = attributes(&html, &format!("figure#{id} svg[role=group]"), "aria-label");
        assert!(!names.is_empty() && names.iter().all(|name| !name.is_empty()), "{id}: {names:?}");
        assert!(!html.contains("fill=") && !html.contains("stroke="), "{id} holds a colour");
    }
}

#[test]
fn what_can_be_followed_in_a_picture_is_an_edition() {
    let site = real_site();
    let editions: Vec<String> = site.editions.iter().map(|edition| edition.route().path()).collect();
    assert_eq!(attributes(&html(&site, &Route::Evolution), "#axis svg a", "href"), editions);
    let mut cities = attributes(&html(&site, &Route::Editions), "#cities svg a", "href");
    cities.sort();
    assert_eq!(cities, editions);
}

/// The list of milestones is the equivalent of the axis of time.
#[test]
fn all_that_the_axis_of_time_names_is_in_the_list_after_it() {
    let site = real_site();
    let html = html(&site, &Route::Evolution);
    let list = texts(&html, "#timeline .timeline > li").join("\n");
    let links = attributes(&html, "#timeline .timeline a", "href");
    for edition in &site.editions {
        assert!(links.contains(&edition.route().path()), "{} is not in the list", edition.slug);
    }
    for (class, text) in words(&drawings(&site, &Route::Evolution, "axis")[0].shapes) {
        // Editions are linked in the list and named by their order there.
        let is_edition = site.editions.iter().any(|edition| text.ends_with(&edition.city));
        assert!(is_edition || class == "year" || list.contains(&format!("{text}: ")), "{text} is not in the list");
        assert!(class != "year" || list.contains(&text), "{text}");
    }
}

/// Em across a screen of 320 px, which the drawings are reckoned for.
const NARROWEST: f64 = 20.0;

/// Left, right, top and bottom of a label of the axis, in em, its width estimated.
fn bounds(class: &str, x: &str, y: &str, text: &str) -> [f64; 4] {
    let number = |value: &str, unit: &str| value.strip_suffix(unit).and_then(|value| value.parse().ok()).unwrap_or(f64::NAN);
    let (x, y) = (number(x, "%") * NARROWEST / 100.0, number(y, "em"));
    let width = 0.5 * f64::from(u16::try_from(text.chars().count()).expect("a short text"));
    let left = match class {
        "before" => x - 0.9 - width,
        "after" => x + 0.9,
        _ => x - width / 2.0,
    };
    [left, left + width, y - 0.8, y + 0.8]
}

#[test]
fn labels_of_the_axis_of_time_neither_overlap_nor_leave_it() {
    let shapes = drawings(&real_site(), &Route::Evolution, "axis").remove(0).shapes;
    let linked = |shape: Shape| if let Shape::Link(_, linked) = shape { linked } else { vec![shape] };
    let mut boxes: Vec<(String, [f64; 4])> = Vec::new();
    for shape in shapes.into_iter().flat_map(linked) {
        let Shape::Text(class, x, y, text) = shape else { continue };
        let label = bounds(&class, &x, &y, &text);
        assert!(label[0] >= 0.0 && label[1] <= NARROWEST, "{text} leaves the drawing: {label:?}");
        for (other, taken) in &boxes {
            let is_apart = label[1] <= taken[0] || taken[1] <= label[0] || label[3] <= taken[2] || taken[3] <= label[2];
            assert!(is_apart, "{text} covers {other}");
        }
        boxes.push((text, label));
    }
    assert!(boxes.len() >= 15, "years, editions and milestones");
}

#[test]
fn every_number_drawn_is_in_the_table_of_attendance_with_its_unit_apart() {
    let site = real_site();
    let table = texts(&html(&site, &Route::Evolution), "#attendance table").join("");
    let drawings = drawings(&site, &Route::Evolution, "attendance-by-unit");
    let names: Vec<&str> = drawings.iter().map(|drawing| drawing.name.as_str()).collect();
    assert_eq!(names, ["البلدان", "الوفود", "الأجهزة الإفريقية", "الوفود المراقبة"]);
    let mut numbers = Vec::new();
    for drawing in &drawings {
        let words = words(&drawing.shapes);
        let of = |class: &str| words.iter().filter(|(found, _)| found == class).map(|(_, text)| text.clone()).collect::<Vec<_>>();
        assert_eq!(of("unit"), std::slice::from_ref(&drawing.name));
        assert_eq!(of("name"), ["مراكش 2022", "طنجة 2023", "فاس 2024", "أكادير 2025"], "{}", drawing.name);
        assert_eq!(of("before none").len() + of("before number").len(), 4, "{}", drawing.name);
        assert!(of("before none").iter().all(|text| text == "لم يُعثر عليه"));
        // Bars only: nothing joins two editions.
        assert!(!drawing.shapes.iter().any(|shape| matches!(shape, Shape::Path(..))), "{} has a line", drawing.name);
        numbers.extend(of("before number"));
    }
    assert_eq!(numbers, ["23", "38", "نحو 60", "نحو 40", "نحو 30"]);
    for number in numbers {
        assert!(table.contains(&number), "{number} is not in the table");
    }
}

#[test]
fn the_sketch_names_the_host_cities_and_the_two_seas_only() {
    let site = real_site();
    let drawings = drawings(&site, &Route::Editions, "cities");
    let mut names: Vec<String> = words(&drawings[0].shapes).into_iter().map(|(_, text)| text).collect();
    names.sort();
    let mut wanted = ["المحيط الأطلسي", "البحر الأبيض", "المتوسط", "مراكش", "طنجة", "فاس", "أكادير"].map(str::to_owned);
    wanted.sort();
    assert_eq!(names, wanted);
    let paths = drawings[0].shapes.iter().filter(|shape| matches!(shape, Shape::Path(..))).count();
    assert_eq!(paths, 1, "land, and no borders");
    let html = html(&site, &Route::Editions);
    let rows: Vec<String> = texts(&html, "#cities tbody tr");
    for (edition, row) in site.editions.iter().zip(&rows) {
        assert!(row.contains(&edition.city) && row.contains("شمالاً") && row.contains("غرباً"), "{row}");
    }
    assert_eq!(rows.len(), site.editions.len());
    assert!(texts(&html, "#cities figcaption")[0].contains("Natural Earth"));
}

/// The site with one more edition, its file changed by `change`.
fn with_a_fifth_edition(change: impl Fn(String) -> String) -> Site {
    let content = copy(&root().join("content"));
    let template = fs::read_to_string(root().join("content/templates/edition.toml")).expect("the template");
    fs::write(content.path().join("editions/2026-city.toml"), change(template)).expect("a new file");
    load(content.path())
}

#[test]
fn a_new_edition_is_drawn_without_further_work() {
    let site = with_a_fifth_edition(|text| text);
    let evolution = html(&site, &Route::Evolution);
    assert_eq!(attributes(&evolution, "#axis svg a", "href").last().map(String::as_str), Some("/editions/2026-city/"));
    assert!(texts(&evolution, "#axis svg text").contains(&"2026".to_owned()));
    for drawing in drawings(&site, &Route::Evolution, "attendance-by-unit") {
        assert!(words(&drawing.shapes).iter().any(|(class, text)| class == "name" && text == "المدينة 2026"), "{}", drawing.name);
    }
    let rows = texts(&html(&site, &Route::Editions), "#cities tbody tr");
    assert!(rows.len() == 5 && rows[4].contains("لم تُسجَّل بعد"), "{rows:?}");
}

#[test]
fn a_city_outside_the_frame_is_in_the_table_only() {
    let place = |latitude: &str| {
        let lines = format!("latitude = {latitude}\nlongitude = -5.55\n");
        with_a_fifth_edition(|text| text.replace("# latitude = 31.63\n# longitude = -7.98\n", &lines))
    };
    let (inside, outside) = (html(&place("33.9"), &Route::Editions), html(&place("6.8"), &Route::Editions));
    assert_eq!(texts(&inside, "#cities svg a").len(), 5);
    assert_eq!(texts(&outside, "#cities svg a").len(), 4);
    assert!(texts(&outside, "#cities tbody tr")[4].contains("خارج إطار الرسم"));
}
