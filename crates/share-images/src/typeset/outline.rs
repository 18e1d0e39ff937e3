//! Glyphs to one path: joined letters are filled together, so no seam shows between them.

use std::ops::Range;

use skrifa::{
    FontRef, GlyphId, MetadataProvider,
    instance::{LocationRef, Size},
    outline::{DrawSettings, OutlinePen},
};
use tiny_skia::{Path, PathBuilder};

use super::shape::{Weight, glyphs};
use crate::ImageError;

/// The outline of a line whose left end stands at the origin, with `size` pixels to the em; nothing if it is empty.
pub fn outline(weight: Weight, size: f32, paragraph: &str, line: Range<usize>) -> Result<Option<Path>, ImageError> {
    let fault = |error: &dyn std::fmt::Display| ImageError::Typeface(error.to_string());
    let font = FontRef::new(weight.font()).map_err(|error| fault(&error))?;
    let outlines = font.outline_glyphs();
    let scale = size / f32::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
    let mut pen = Pen { path: PathBuilder::new(), origin: (0.0, 0.0) };
    let mut x = 0;
    for glyph in glyphs(weight, paragraph, line)? {
        pen.origin = (pixels(x + glyph.offset.0, scale), -pixels(glyph.offset.1, scale));
        if let Some(outline) = outlines.get(GlyphId::new(glyph.id)) {
            let settings = DrawSettings::unhinted(Size::new(size), LocationRef::default());
            outline.draw(settings, &mut pen).map_err(|error| fault(&error))?;
        }
        x += glyph.advance;
    }
    Ok(pen.path.finish())
}

/// Units of the font to pixels. A line is far shorter than the 2²⁴ units that f32 counts exactly.
#[allow(clippy::cast_precision_loss)]
fn pixels(units: i32, scale: f32) -> f32 {
    units as f32 * scale
}

/// Draws at a place, with y growing downwards as in images.
struct Pen {
    path: PathBuilder,
    origin: (f32, f32),
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.origin.0 + x, self.origin.1 - y)
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, control_x: f32, control_y: f32, x: f32, y: f32) {
        let ((control_x, control_y), (x, y)) = (self.at(control_x, control_y), self.at(x, y));
        self.path.quad_to(control_x, control_y, x, y);
    }

    fn curve_to(&mut self, first_x: f32, first_y: f32, second_x: f32, second_y: f32, x: f32, y: f32) {
        let (first, second, end) = (self.at(first_x, first_y), self.at(second_x, second_y), self.at(x, y));
        self.path.cubic_to(first.0, first.1, second.0, second.1, end.0, end.1);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
