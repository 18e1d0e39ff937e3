//! A line of text to glyphs in the order they stand, from left to right.

use std::ops::Range;

use harfrust::{Buffer, Direction, Font, ShapeOptions, ShaperFont, shape};
use unicode_bidi::{Level, ParagraphBidiInfo};

use crate::ImageError;

/// Of the typeface, the weights that are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// For lines of text.
    Regular,
    /// For titles.
    Bold,
}

impl Weight {
    /// The font file (TrueType, Noto Naskh Arabic, SIL OFL 1.1).
    #[must_use]
    pub fn font(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../fonts/noto-naskh-arabic-regular.ttf"),
            Self::Bold => include_bytes!("../../fonts/noto-naskh-arabic-bold.ttf"),
        }
    }
}

/// A glyph of a line; lengths are in units of the font, y grows upwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// Index in the font.
    pub id: u32,
    /// Byte of the line where the letters begin that it stands for.
    pub cluster: usize,
    /// How far the next glyph stands from this one.
    pub advance: i32,
    /// How far it is moved from its place.
    pub offset: (i32, i32),
}

/// The glyphs of one line in a right-to-left paragraph, from left to right.
///
/// # Errors
/// The typeface lacks a letter, or cannot be read.
pub fn glyphs(weight: Weight, line: &str) -> Result<Vec<Glyph>, ImageError> {
    // Bidirectional ordering needs a line that is not empty.
    if line.is_empty() {
        return Ok(Vec::new());
    }
    let font = Font::new(weight.font().to_vec(), 0).ok_or_else(|| ImageError::Typeface("no font in it".to_owned()))?;
    let font = ShaperFont::new(&font);
    let order = ParagraphBidiInfo::new(line, Some(Level::rtl()));
    let (levels, runs) = order.visual_runs(0..line.len());
    let mut glyphs = Vec::new();
    for run in runs {
        let direction = if levels[run.start].is_rtl() { Direction::RightToLeft } else { Direction::LeftToRight };
        glyphs.extend(shaped(&font, line, run, direction)?);
    }
    match glyphs.iter().find(|glyph| glyph.id == 0) {
        Some(missing) => Err(ImageError::MissingLetter(line.to_owned(), line[missing.cluster..].chars().next().unwrap_or_default())),
        None => Ok(glyphs),
    }
}

/// One run of one direction. With Arabic and Latin letters only, such a run is of one script as well.
fn shaped(font: &ShaperFont<'_, '_>, line: &str, run: Range<usize>, direction: Direction) -> Result<Vec<Glyph>, ImageError> {
    let mut buffer = Buffer::new();
    buffer.push_str(&line[run.clone()]);
    buffer.set_direction(direction);
    buffer.guess_segment_properties();
    shape(font, &mut buffer, ShapeOptions::new()).map_err(|error| ImageError::Typeface(format!("{error:?}")))?;
    let placed = buffer.glyph_infos().iter().zip(buffer.glyph_positions());
    let glyph = placed.map(|(info, position)| Glyph {
        id: info.glyph_id,
        cluster: run.start + usize::try_from(info.cluster).unwrap_or_default(),
        advance: position.x_advance,
        offset: (position.x_offset, position.y_offset),
    });
    Ok(glyph.collect())
}

/// How wide a line is, in units of the font.
///
/// # Errors
/// As [`glyphs`].
pub fn width(weight: Weight, line: &str) -> Result<i32, ImageError> {
    Ok(glyphs(weight, line)?.iter().map(|glyph| glyph.advance).sum())
}
