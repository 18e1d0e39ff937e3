//! The motif: eight-pointed stars that touch point to point and leave crosses between them, as in the site's icon.

use std::f32::consts::PI;

use tiny_skia::{Path, PathBuilder};

use crate::Accent;

/// Room for one star in pixels: the image is seven high.
const CELL: f32 = 90.0;
/// Whole stars beside and below each other; halves around them run off the paper.
const COLUMNS: u16 = 2;
const ROWS: u16 = 6;
/// Points of a star.
const POINTS: u16 = 8;
/// The star inside a filled star, as in the site's icon.
const INNER: f32 = 0.5;

/// How wide the strip of stars is.
pub fn width() -> f32 {
    CELL * (f32::from(COLUMNS) + 0.5)
}

/// The strip along the far edge: outlines of stars, and stars to be filled (even-odd).
pub fn strip(accent: Accent) -> (Option<Path>, Option<Path>) {
    let filled = match accent {
        Accent::Neutral => 0,
        Accent::Edition(number) => number,
    };
    let (mut outlines, mut stars) = (PathBuilder::new(), PathBuilder::new());
    for column in 0..=COLUMNS {
        for row in 0..=ROWS + 1 {
            let centre = (CELL * f32::from(column), CELL * f32::from(row));
            star(&mut outlines, centre, CELL / 2.0);
            // Whole stars are counted down the column nearest to the text, then down the next.
            let is_whole = column > 0 && (1..=ROWS).contains(&row);
            if is_whole && (COLUMNS - column) * ROWS + row <= filled {
                star(&mut stars, centre, CELL / 2.0);
                star(&mut stars, centre, CELL / 2.0 * INNER);
            }
        }
    }
    (outlines.finish(), stars.finish())
}

/// The site's mark, a filled star, centred on a point.
pub fn mark(centre: (f32, f32), radius: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    star(&mut path, centre, radius);
    star(&mut path, centre, radius * INNER);
    path.finish()
}

/// Two squares laid over each other at 45°: the star {8/2}.
fn star(path: &mut PathBuilder, centre: (f32, f32), radius: f32) {
    let notch = radius * (PI / 4.0).cos() / (PI / 8.0).cos();
    for corner in 0..2 * POINTS {
        let distance = if corner % 2 == 0 { radius } else { notch };
        let angle = PI * f32::from(corner) / f32::from(POINTS);
        let (x, y) = (centre.0 + distance * angle.cos(), centre.1 + distance * angle.sin());
        if corner == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
    }
    path.close();
}
