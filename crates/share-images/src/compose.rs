//! The layout of a card: text against the right margin, the motif along the left edge, the site below a rule.

use std::ops::Range;

use content::phrases;
use tiny_skia::{FillRule, Path, PathBuilder, Rect, Transform};

use crate::{
    Card, ImageError, WIDTH,
    colours::Ink,
    motif,
    raster::Shape,
    typeset::{Paragraph, Weight, broken, outline},
};

/// Free space at the right, and between the motif and the text.
const MARGIN: f32 = 76.0;
/// Baselines of the line above the title and of the site's name, from the top.
const KICKER_BASELINE: f32 = 98.0;
const SITE_BASELINE: f32 = 576.0;
/// The rule above the site's name.
const RULE: f32 = 519.0;
/// The middle of the space that title and line share.
const MIDDLE: f32 = 311.0;
/// Sizes of the title in pixels to the em, and how many lines it may take at each: the first that fits is taken.
const TITLE_SIZES: [(u16, usize); 8] = [(116, 1), (104, 1), (92, 1), (92, 2), (82, 2), (62, 3), (54, 3), (46, 3)];
/// From baseline to baseline, in ems. Naskh needs more than Latin: dots and tails reach far.
const LEADING: f32 = 1.36;

/// A style of text.
#[derive(Clone, Copy)]
struct Style {
    weight: Weight,
    size: u16,
    ink: Ink,
}

const KICKER: Style = Style { weight: Weight::Bold, size: 36, ink: Ink::Accent };
const LINE: Style = Style { weight: Weight::Regular, size: 37, ink: Ink::Muted };
const SITE: Style = Style { weight: Weight::Bold, size: 36, ink: Ink::Text };
const INDEPENDENT: Style = Style { weight: Weight::Regular, size: 27, ink: Ink::Muted };

/// Everything that is drawn on the paper.
pub fn drawing(card: &Card) -> Result<Vec<Shape>, ImageError> {
    let mut shapes = frame(card)?;
    shapes.extend(at_start(KICKER, &card.kicker, 0..card.kicker.len(), KICKER_BASELINE)?);
    shapes.extend(body(card)?);
    shapes.extend(imprint(card)?);
    Ok(shapes)
}

fn right() -> f32 {
    f32::from(WIDTH) - MARGIN
}

fn left() -> f32 {
    motif::width() + MARGIN
}

/// The motif and the rule.
fn frame(card: &Card) -> Result<Vec<Shape>, ImageError> {
    let motif = motif::beside_text(&card.city)?;
    let rule = Rect::from_ltrb(left(), RULE, right(), RULE + 2.0).map(PathBuilder::from_rect);
    let shape = |ink, path: Option<Path>, rule| path.map(|path| Shape { ink, path, rule });
    let shapes = [shape(Ink::Accent, motif, FillRule::EvenOdd), shape(Ink::Line, rule, FillRule::Winding)];
    Ok(shapes.into_iter().flatten().collect())
}

/// Title and line, as one group around the middle.
fn body(card: &Card) -> Result<Vec<Shape>, ImageError> {
    let (style, title) = title(&card.title)?;
    let lines = if card.line.is_empty() { Vec::new() } else { fitted(LINE, 2, &card.line)?.ok_or_else(|| too_long(&card.line))? };
    let baselines = baselines(style.size, title.len(), lines.len());
    let title = title.into_iter().map(|line| (style, &card.title, line));
    let lines = lines.into_iter().map(|line| (LINE, &card.line, line));
    let mut shapes = Vec::new();
    for ((style, paragraph, line), baseline) in title.chain(lines).zip(baselines) {
        shapes.extend(at_start(style, paragraph, line, baseline)?);
    }
    Ok(shapes)
}

/// The largest size at which the title fits, and its lines.
fn title(text: &str) -> Result<(Style, Vec<Range<usize>>), ImageError> {
    for (size, most) in TITLE_SIZES {
        let style = Style { weight: Weight::Bold, size, ink: Ink::Text };
        if let Some(lines) = fitted(style, most, text)? {
            return Ok((style, lines));
        }
    }
    Err(too_long(text))
}

fn too_long(text: &str) -> ImageError {
    ImageError::TooLong(text.to_owned())
}

/// The lines of a text between the margins.
fn fitted(style: Style, most: usize, text: &str) -> Result<Option<Vec<Range<usize>>>, ImageError> {
    // Units of the font, of which an em has a thousand.
    #[allow(clippy::cast_possible_truncation)]
    let room = ((right() - left()) / f32::from(style.size) * 1000.0) as i32;
    broken(Paragraph { text, weight: style.weight, room, most })
}

/// Baselines of the title's lines and then of the lines below.
fn baselines(size: u16, title: usize, lines: usize) -> Vec<f32> {
    let (size, small) = (f32::from(size), f32::from(LINE.size));
    let mut baselines = Vec::new();
    // From the top of a tall letter, about 0.72 em above its baseline.
    let mut y = 0.72 * size;
    for _ in 0..title {
        baselines.push(y);
        y += LEADING * size;
    }
    // Below the tails of the title, about 0.36 em deep.
    y += (0.36 - LEADING) * size + 1.35 * small;
    for _ in 0..lines {
        baselines.push(y);
        y += LEADING * small;
    }
    let depth = baselines.last().map_or(0.0, |last| last + 0.36 * if lines == 0 { size } else { small });
    baselines.iter().map(|baseline| MIDDLE - depth / 2.0 + baseline).collect()
}

/// The site's mark and name, and what it is.
fn imprint(card: &Card) -> Result<Vec<Shape>, ImageError> {
    let radius = 21.0;
    let mark = motif::motif(motif::PLATFORM, (right() - radius, SITE_BASELINE - 11.0), radius)?;
    let mut shapes: Vec<Shape> = mark.map(|path| Shape { ink: Ink::Accent, path, rule: FillRule::EvenOdd }).into_iter().collect();
    let name = outline(SITE.weight, f32::from(SITE.size), &card.site, 0..card.site.len())?;
    shapes.extend(name.and_then(|path| ending_at(right() - 2.0 * radius - 16.0, SITE_BASELINE, SITE.ink, path)));
    let words = phrases::INDEPENDENT.trim_end_matches('.');
    let independent = outline(INDEPENDENT.weight, f32::from(INDEPENDENT.size), words, 0..words.len())?;
    shapes.extend(independent.and_then(|path| {
        let x = left() - path.bounds().left();
        moved(path, x, SITE_BASELINE, INDEPENDENT.ink)
    }));
    Ok(shapes)
}

/// A line against the right margin, where Arabic starts.
fn at_start(style: Style, paragraph: &str, line: Range<usize>, baseline: f32) -> Result<Option<Shape>, ImageError> {
    let path = outline(style.weight, f32::from(style.size), paragraph, line)?;
    Ok(path.and_then(|path| ending_at(right(), baseline, style.ink, path)))
}

/// The ink itself meets the edge, not the white beside it: so lines of different sizes look aligned.
fn ending_at(right: f32, baseline: f32, ink: Ink, path: Path) -> Option<Shape> {
    let x = right - path.bounds().right();
    moved(path, x, baseline, ink)
}

fn moved(path: Path, x: f32, y: f32, ink: Ink) -> Option<Shape> {
    Some(Shape { ink, path: path.transform(Transform::from_translate(x, y))?, rule: FillRule::Winding })
}
