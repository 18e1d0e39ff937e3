//! Shapes to pixels to PNG: one layer of coverage per ink, then an image of few colours, which compresses well.

use png::{BitDepth, ColorType, Compression, Encoder, Filter, SrgbRenderingIntent};
use tiny_skia::{FillRule, Mask, Path, Transform};

use crate::{
    ImageError,
    colours::{Colour, Ink, Palette},
};

/// Steps from paper to an ink: enough that no eye sees them at the edge of a letter.
const STEPS: u8 = 31;

/// A shape and what it is drawn with.
pub struct Shape {
    /// Its ink.
    pub ink: Ink,
    /// Its outline.
    pub path: Path,
    /// How its inside is told.
    pub rule: FillRule,
}

/// The PNG file of these shapes, so many pixels wide and high (ISO/IEC 15948, colour type 3).
pub fn png(shapes: &[Shape], palette: &Palette, size: (u16, u16)) -> Result<Vec<u8>, ImageError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, size.0.into(), size.1.into());
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(colours(palette));
    encoder.set_source_srgb(SrgbRenderingIntent::RelativeColorimetric);
    encoder.set_compression(Compression::High);
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder.write_header().map_err(ImageError::Png)?;
    writer.write_image_data(&pixels(shapes, size)).map_err(ImageError::Png)?;
    writer.finish().map_err(ImageError::Png)?;
    Ok(bytes)
}

/// Paper, then every ink from its faintest step to itself.
fn colours(palette: &Palette) -> Vec<u8> {
    let mut colours = palette.paper.to_vec();
    for ink in palette.inks {
        colours.extend((1..=STEPS).flat_map(|step| mixed(palette.paper, ink, step)));
    }
    colours
}

fn mixed(paper: Colour, ink: Colour, step: u8) -> Colour {
    let mix = |paper: u8, ink: u8| {
        let sum = u16::from(paper) * u16::from(STEPS - step) + u16::from(ink) * u16::from(step) + u16::from(STEPS) / 2;
        u8::try_from(sum / u16::from(STEPS)).unwrap_or(u8::MAX)
    };
    [mix(paper[0], ink[0]), mix(paper[1], ink[1]), mix(paper[2], ink[2])]
}

/// One index into the colours per pixel. Where inks meet, the upper one hides the lower.
fn pixels(shapes: &[Shape], size: (u16, u16)) -> Vec<u8> {
    let mut pixels = vec![0; usize::from(size.0) * usize::from(size.1)];
    for ink in [Ink::Line, Ink::Accent, Ink::Muted, Ink::Text] {
        let Some(mut layer) = Mask::new(size.0.into(), size.1.into()) else { continue };
        for shape in shapes.iter().filter(|shape| shape.ink == ink) {
            layer.fill_path(&shape.path, shape.rule, true, Transform::identity());
        }
        for (pixel, coverage) in pixels.iter_mut().zip(layer.data()) {
            let step = step(*coverage);
            if step > 0 {
                *pixel = ink as u8 * STEPS + step;
            }
        }
    }
    pixels
}

fn step(coverage: u8) -> u8 {
    let scaled = (u16::from(coverage) * u16::from(STEPS) + 127) / 255;
    u8::try_from(scaled).unwrap_or(STEPS)
}
