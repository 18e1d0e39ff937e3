//! The icons of the site as PNG files, for systems that take no SVG: the motif of the platform on its colour.

use tiny_skia::FillRule;

use crate::{
    Image, ImageError, colours,
    colours::Ink,
    motif,
    raster::{self, Shape},
};

/// Sides in pixels and where they are published. A system may cut a mask out of the larger ones; what Apple's takes has its own name.
const ICONS: [(u16, &str); 3] = [(192, "icon-192.png"), (512, "icon-512.png"), (180, "apple-touch-icon.png")];
/// Of the side: well inside the circle of 80 % that a mask must leave (W3C Web App Manifest, "maskable").
const RADIUS: f32 = 0.33;

/// Every icon.
///
/// # Errors
/// The tokens lack a colour, or the motif its path.
pub fn icons() -> Result<Vec<Image>, ImageError> {
    let palette = colours::icon()?;
    let icon = |(side, path): (u16, &str)| {
        let half = f32::from(side) / 2.0;
        let motif = motif::motif(motif::PLATFORM, (half, half), f32::from(side) * RADIUS)?;
        let shapes: Vec<Shape> = motif.map(|path| Shape { ink: Ink::Text, path, rule: FillRule::EvenOdd }).into_iter().collect();
        Ok(Image { path: path.to_owned(), bytes: raster::png(&shapes, &palette, (side, side))? })
    };
    ICONS.into_iter().map(icon).collect()
}
