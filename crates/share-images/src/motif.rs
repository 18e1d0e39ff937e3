//! The motifs: those of the pages, read from the same files in public/motifs/.

use svgtypes::{SimplePathSegment, SimplifyingPathParser};
use tiny_skia::{Path, PathBuilder, Transform};

use crate::{HEIGHT, ImageError};

/// Part of the program, so that a build needs no file at run time.
const MOTIFS: [(&str, &str); 5] = [
    (PLATFORM, include_str!("../../../public/motifs/platform.svg")),
    ("marrakech", include_str!("../../../public/motifs/marrakech.svg")),
    ("tangier", include_str!("../../../public/motifs/tangier.svg")),
    ("fes", include_str!("../../../public/motifs/fes.svg")),
    ("agadir", include_str!("../../../public/motifs/agadir.svg")),
];
/// The motif of the platform, and of a city that has none.
pub const PLATFORM: &str = "platform";
/// Half the side of the square that a motif is drawn in.
const HALF: f32 = 48.0;
/// The motif beside the text: it runs off the paper.
const RADIUS: f32 = 250.0;
/// From the left edge to its centre.
const CENTRE: f32 = 20.0;

/// How far the motif beside the text reaches into the paper.
pub fn width() -> f32 {
    CENTRE + RADIUS
}

/// The motif beside the text.
///
/// # Errors
/// The file of the motif holds no path.
pub fn beside_text(city: &str) -> Result<Option<Path>, ImageError> {
    motif(city, (CENTRE, f32::from(HEIGHT) / 2.0), RADIUS)
}

/// The motif of a city around a point, to be filled even-odd.
///
/// # Errors
/// The file of the motif holds no path.
pub fn motif(city: &str, centre: (f32, f32), radius: f32) -> Result<Option<Path>, ImageError> {
    let file = MOTIFS.iter().find(|(name, _)| *name == city).unwrap_or(&MOTIFS[0]);
    let data = file.1.split_once(" d=\"").and_then(|(_, rest)| rest.split_once('"')).ok_or(ImageError::Motif(file.0))?.0;
    let mut path = PathBuilder::new();
    for segment in SimplifyingPathParser::from(data) {
        add(&mut path, segment.map_err(|_| ImageError::Motif(file.0))?);
    }
    let scale = radius / HALF;
    let place = Transform::from_scale(scale, scale).post_translate(centre.0 - radius, centre.1 - radius);
    Ok(path.finish().and_then(|path| path.transform(place)))
}

#[allow(clippy::cast_possible_truncation, reason = "coordinates of a drawing 96 units wide")]
fn add(path: &mut PathBuilder, segment: SimplePathSegment) {
    match segment {
        SimplePathSegment::MoveTo { x, y } => path.move_to(x as f32, y as f32),
        SimplePathSegment::LineTo { x, y } => path.line_to(x as f32, y as f32),
        SimplePathSegment::CurveTo { x1, y1, x2, y2, x, y } => {
            path.cubic_to(x1 as f32, y1 as f32, x2 as f32, y2 as f32, x as f32, y as f32);
        }
        SimplePathSegment::Quadratic { x1, y1, x, y } => path.quad_to(x1 as f32, y1 as f32, x as f32, y as f32),
        SimplePathSegment::ClosePath => path.close(),
    }
}
