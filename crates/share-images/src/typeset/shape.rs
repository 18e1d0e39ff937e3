//! A line of text to glyphs in the order they stand, from left to right.

use std::{ops::Range, sync::LazyLock};

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
    /// Byte of the paragraph where the letters begin that it stands for.
    pub cluster: usize,
    /// How far the next glyph stands from this one.
    pub advance: i32,
    /// How far it is moved from its place.
    pub offset: (i32, i32),
}

/// The glyphs of a line of a right-to-left paragraph, from left to right. `line` are its bytes, without the space where it
/// was broken.
///
/// Directions are resolved in the whole paragraph and reordered in the line, as the Unicode Bidirectional Algorithm asks
/// (UAX #9, 3.4).
///
/// # Errors
/// The typeface lacks a letter, or cannot be read.
pub fn glyphs(weight: Weight, paragraph: &str, line: Range<usize>) -> Result<Vec<Glyph>, ImageError> {
    // The ordering needs a line that is not empty.
    if line.is_empty() {
        return Ok(Vec::new());
    }
    let font = ShaperFont::new(font(weight)?);
    let order = ParagraphBidiInfo::new(paragraph, Some(Level::rtl()));
    let (levels, runs) = order.visual_runs(line);
    let mut glyphs = Vec::new();
    for run in runs {
        let direction = if levels[run.start].is_rtl() { Direction::RightToLeft } else { Direction::LeftToRight };
        glyphs.extend(shaped(&font, paragraph, run, direction)?);
    }
    match glyphs.iter().find(|glyph| glyph.id == 0) {
        Some(missing) => {
            Err(ImageError::MissingLetter(paragraph.to_owned(), paragraph[missing.cluster..].chars().next().unwrap_or_default()))
        }
        None => Ok(glyphs),
    }
}

/// The font, read once.
fn font(weight: Weight) -> Result<&'static Font, ImageError> {
    static REGULAR: LazyLock<Option<Font>> = LazyLock::new(|| Font::new(Weight::Regular.font().to_vec(), 0));
    static BOLD: LazyLock<Option<Font>> = LazyLock::new(|| Font::new(Weight::Bold.font().to_vec(), 0));
    let font = match weight {
        Weight::Regular => &REGULAR,
        Weight::Bold => &BOLD,
    };
    font.as_ref().ok_or_else(|| ImageError::Typeface("no font in it".to_owned()))
}

/// One run of one direction. With Arabic and Latin letters only, such a run is of one script as well.
fn shaped(font: &ShaperFont<'_, '_>, paragraph: &str, run: Range<usize>, direction: Direction) -> Result<Vec<Glyph>, ImageError> {
    let mut buffer = Buffer::new();
    buffer.push_str(&paragraph[run.clone()]);
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

/// How wide a text is that stands alone, in units of the font.
///
/// # Errors
/// As [`glyphs`].
pub fn width(weight: Weight, text: &str) -> Result<i32, ImageError> {
    Ok(glyphs(weight, text, 0..text.len())?.iter().map(|glyph| glyph.advance).sum())
}
