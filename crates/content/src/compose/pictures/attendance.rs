//! Attendance as small multiples: one drawing per counted unit, and never one line through different units.

use std::collections::BTreeSet;

use super::{NARROWEST, em, percent, rect, text, width_of};
use crate::{
    compose::{
        composer::{Composer, figure_number, unit_heading},
        edition_short, limits,
    },
    model::{Edition, Figure, Unit},
    page::{Block, Drawing, Picture, Shape},
    phrases::picture as words,
};

/// Height of a row in em.
const ROW: f64 = 2.0;
/// Thickness of a bar; the style lifts it by half.
const BAR: f64 = 1.4;
/// Height of the unit's name.
const HEAD: f64 = 2.0;
/// Between a bar and the text on either side of it; `.before` of the style keeps the same distance.
const GAP: f64 = 0.9;
/// Width in em of one drawing where two stand side by side: the 16 rem of the style.
const MULTIPLE: f64 = 17.7;

/// Where the parts of a row lie, in percent of the width.
struct Columns {
    /// Where every bar begins, at its right end.
    origin: f64,
    /// Length of the longest bar.
    longest: f64,
    /// The number that the longest bar stands for.
    largest: u32,
}

/// The picture; nothing without figures.
pub fn attendance(composer: &Composer<'_>) -> Option<Block> {
    let editions = limits::editions(composer.site);
    let units: BTreeSet<Unit> = figures(editions).map(|figure| figure.unit).collect();
    let columns = columns(editions)?;
    Some(Block::Picture(Picture {
        id: "attendance-by-unit".to_owned(),
        title: words::ATTENDANCE.to_owned(),
        text: words::ATTENDANCE_TEXT.to_owned(),
        credit: Vec::new(),
        drawings: units.into_iter().map(|unit| drawing(editions, unit, &columns)).collect(),
        table: None,
    }))
}

fn figures(editions: &[Edition]) -> impl Iterator<Item = &Figure> {
    editions.iter().flat_map(|edition| &edition.participants.figures)
}

/// Room for the longest name and the longest number; the bars share the rest.
fn columns(editions: &[Edition]) -> Option<Columns> {
    let largest = figures(editions).map(|figure| figure.count).max()?.max(1);
    let widest = |texts: &mut dyn Iterator<Item = String>| texts.map(|text| width_of(&text)).fold(0.0, f64::max);
    let name = widest(&mut editions.iter().map(edition_short)) + GAP;
    let number = widest(&mut figures(editions).map(figure_number)) + GAP;
    let width = NARROWEST.min(MULTIPLE);
    Some(Columns { origin: (100.0 * (1.0 - name / width)).floor(), longest: 100.0 * (1.0 - (name + number) / width).max(0.1), largest })
}

fn drawing(editions: &[Edition], unit: Unit, columns: &Columns) -> Drawing {
    let mut shapes = vec![text("unit", "100%".into(), em(HEAD / 2.0), unit_heading(unit))];
    let mut top = HEAD;
    for edition in editions {
        let in_unit: Vec<&Figure> = edition.participants.figures.iter().filter(|figure| figure.unit == unit).collect();
        let slots: Vec<Option<&Figure>> = if in_unit.is_empty() { vec![None] } else { in_unit.into_iter().map(Some).collect() };
        for figure in slots {
            shapes.extend(slot(edition, figure, columns, top));
            top += ROW;
        }
    }
    // The line of zero, in front of the bars.
    shapes.push(rect("zero", percent(columns.origin), em(HEAD), "1".into(), em(top - HEAD)));
    Drawing { name: unit_heading(unit).to_owned(), view: String::new(), height: em(top), shapes }
}

/// The name of the edition, and its bar with the number or the word that none was found.
fn slot(edition: &Edition, figure: Option<&Figure>, columns: &Columns, top: f64) -> Vec<Shape> {
    let middle = em(top + ROW / 2.0);
    let name = text("name", "100%".into(), middle.clone(), &edition_short(edition));
    let Some(figure) = figure else {
        return vec![name, text("before none", percent(columns.origin), middle, words::NOT_FOUND)];
    };
    let length = columns.longest * f64::from(figure.count) / f64::from(columns.largest);
    let end = percent(columns.origin - length);
    let bar = rect("bar", end.clone(), middle.clone(), percent(length), em(BAR));
    vec![name, bar, text("before number", end, middle, &figure_number(figure))]
}
