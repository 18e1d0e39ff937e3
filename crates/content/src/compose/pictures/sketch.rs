//! The host cities on a sketch of the coast: no borders, and no names but theirs and the two seas'.

mod coast;
mod labels;

use std::collections::BTreeMap;

use super::plain;
use crate::{
    compose::{
        composer::{Composer, days},
        edition_short, limits,
    },
    model::{Edition, Site},
    page::{Block, Drawing, Inline, Picture, Shape, Table},
    phrases::picture as words,
    text::degrees,
};
use labels::Labels;

/// What the sketch shows, in degrees.
const SOUTH: f64 = 29.5;
const NORTH: f64 = 36.2;
const WEST: f64 = -10.9;
const EAST: f64 = -1.7;
/// Width of the drawing in user units.
const WIDTH: f64 = 640.0;
/// Half the least target (WCAG 2.2, 2.5.8: 24 px) where 288 px show the whole width.
const HALF_TARGET: f64 = 27.0;

/// A point in user units, from the upper left corner.
type Point = (f64, f64);

/// The picture; nothing if no host city can be shown.
pub fn sketch(composer: &Composer<'_>) -> Option<Block> {
    let cities = cities(composer.site);
    if cities.is_empty() {
        return None;
    }
    let coast = coast::coast();
    let mut labels = Labels::new(&coast);
    let mut shapes = vec![Shape::Path("land".to_owned(), coast::path(&coast))];
    shapes.extend(labels.seas());
    labels.reserve(cities.values().map(|city| city.point));
    for (name, city) in &cities {
        shapes.push(Shape::Link(composer.edition_href(&city.last.slug), labels.city(name, city.point)));
    }
    let drawing =
        Drawing { name: words::SKETCH.to_owned(), view: format!("0 0 {WIDTH} {}", height().round()), height: String::new(), shapes };
    Some(Block::Picture(Picture {
        id: "cities".to_owned(),
        title: words::SKETCH.to_owned(),
        text: words::SKETCH_TEXT.to_owned(),
        credit: credit(),
        drawings: vec![drawing],
        table: Some(table(composer)),
    }))
}

/// A host city on the sketch.
struct City<'a> {
    point: Point,
    /// The latest edition there.
    last: &'a Edition,
}

/// Cities whose place is known and inside the frame.
fn cities(site: &Site) -> BTreeMap<&str, City<'_>> {
    let shown = limits::editions(site).iter().filter(|edition| is_inside(edition));
    shown.filter_map(|last| Some((last.city.as_str(), City { point: project(last.coordinates?), last }))).collect()
}

fn is_inside(edition: &Edition) -> bool {
    edition.coordinates.is_some_and(|(latitude, longitude)| (SOUTH..=NORTH).contains(&latitude) && (WEST..=EAST).contains(&longitude))
}

/// Equirectangular, true to scale along the middle parallel of the frame (Snyder, Map Projections, 1987, chapter 12).
fn project((latitude, longitude): (f64, f64)) -> Point {
    let scale = WIDTH / (EAST - WEST);
    ((longitude - WEST) * scale, (NORTH - latitude) * scale / middle().cos())
}

fn middle() -> f64 {
    f64::midpoint(SOUTH, NORTH).to_radians()
}

fn height() -> f64 {
    project((SOUTH, WEST)).1
}

fn credit() -> Vec<Inline> {
    let data = Inline::Foreign("en".to_owned(), "Natural Earth".to_owned());
    vec![Inline::Text(words::COAST_FROM.to_owned()), data, Inline::Text(words::PUBLIC_DOMAIN.to_owned())]
}

fn table(composer: &Composer<'_>) -> Table {
    let row = |edition: &Edition| {
        let name = Inline::Link(composer.edition_href(&edition.slug), plain(&edition_short(edition)));
        vec![plain(&edition.city), vec![name], days(edition), plain(&place(edition))]
    };
    Table {
        caption: words::SKETCH.to_owned(),
        head: [words::CITY, crate::phrases::page::EDITION, words::WHEN, words::COORDINATES].map(str::to_owned).to_vec(),
        rows: limits::editions(composer.site).iter().map(row).collect(),
    }
}

/// «31,63 شمالاً، 7,98 غرباً», or why there is none on the sketch.
fn place(edition: &Edition) -> String {
    let Some((latitude, longitude)) = edition.coordinates else { return words::NO_COORDINATES.to_owned() };
    let written = words::coordinates(&degrees(latitude), latitude >= 0.0, &degrees(longitude), longitude >= 0.0);
    if is_inside(edition) { written } else { format!("{written}{}", words::OUTSIDE) }
}
