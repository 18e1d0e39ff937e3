//! Pictures where people would rather look than read: an axis of time, attendance, the host cities.
//!
//! Two of them are fluid: positions are percent of the width and heights are em, so their text keeps its
//! size on every screen. What fits is reckoned for the narrowest one.

mod attendance;
mod axis;
mod sketch;

pub(super) use attendance::attendance;
pub(super) use axis::axis;
pub(super) use sketch::sketch;

use crate::page::{Inline, Shape};

/// Width in em of a fluid drawing on the narrowest screen: 320 px less the gutters, at the pictures' .9 rem.
const NARROWEST: f64 = 20.0;

/// A percentage with one decimal.
fn percent(value: f64) -> String {
    format!("{}%", rounded(value))
}

/// A length in em with one decimal.
fn em(value: f64) -> String {
    format!("{}em", rounded(value))
}

fn rounded(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// Width of a text in em, estimated from above for the typefaces that may come to show it.
fn width_of(text: &str) -> f64 {
    text.chars().map(width_of_letter).sum()
}

fn width_of_letter(letter: char) -> f64 {
    match letter {
        // Marks stand above or below their letter.
        '\u{64b}'..='\u{652}' => 0.0,
        // Alef in its forms, ra, zay, dal, thal, waw, lam and space are narrow in every naskh.
        '\u{622}'..='\u{625}' | '\u{627}' | '\u{62f}'..='\u{632}' | '\u{644}' | '\u{648}' | ' ' => 0.4,
        _ => 0.62,
    }
}

fn text(class: &str, x: String, y: String, text: &str) -> Shape {
    Shape::Text(class.to_owned(), x, y, text.to_owned())
}

fn rect(class: &str, x: String, y: String, width: String, height: String) -> Shape {
    Shape::Rect(class.to_owned(), x, y, width, height)
}

fn plain(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.to_owned())]
}

#[cfg(test)]
mod tests {
    use super::{em, percent, width_of};

    #[test]
    fn coordinates_are_short() {
        assert_eq!((percent(33.333), em(2.0)), ("33.3%".to_owned(), "2em".to_owned()));
    }

    #[test]
    fn a_mark_adds_no_width() {
        assert!((width_of("وفداً") - width_of("وفدا")).abs() < f64::EPSILON);
    }
}
