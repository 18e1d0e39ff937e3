//! Where a paragraph is broken: into as few lines as hold it, and these as even as they can be.

use std::ops::Range;

use super::shape::{Weight, width};
use crate::ImageError;

/// A paragraph to be broken.
#[derive(Clone, Copy, Debug)]
pub struct Paragraph<'a> {
    /// Its words.
    pub text: &'a str,
    /// Its weight.
    pub weight: Weight,
    /// How wide a line may be, in units of the font.
    pub room: i32,
    /// How many lines it may take.
    pub most: usize,
}

/// The lines of a paragraph as bytes of it; nothing if it does not fit.
///
/// Breaks are at spaces only. Of the breaks into the fewest lines, the one with the narrowest widest line is taken; a
/// line that ends with a colon is preferred, since a title is read in two parts there.
///
/// # Errors
/// The typeface lacks a letter.
pub fn broken(paragraph: Paragraph<'_>) -> Result<Option<Vec<Range<usize>>>, ImageError> {
    let words = words(paragraph)?;
    let space = width(paragraph.weight, " ")?;
    let cost = |lines: &Vec<&[Word]>| cost(paragraph, space, lines);
    for count in 1..=paragraph.most.min(words.len()) {
        let fitting = parted(&words, count).into_iter().filter_map(|lines| Some((cost(&lines)?, lines)));
        if let Some((_, lines)) = fitting.min_by_key(|(cost, _)| *cost) {
            return Ok(Some(lines.into_iter().map(bytes).collect()));
        }
    }
    Ok(None)
}

/// A word.
struct Word {
    bytes: Range<usize>,
    width: i32,
    has_colon: bool,
}

fn words(paragraph: Paragraph<'_>) -> Result<Vec<Word>, ImageError> {
    let mut words = Vec::new();
    let mut start = 0;
    for word in paragraph.text.split(' ') {
        if !word.is_empty() {
            let bytes = start..start + word.len();
            words.push(Word { bytes, width: width(paragraph.weight, word)?, has_colon: word.ends_with(':') });
        }
        start += word.len() + ' '.len_utf8();
    }
    Ok(words)
}

fn bytes(line: &[Word]) -> Range<usize> {
    match (line.first(), line.last()) {
        (Some(first), Some(last)) => first.bytes.start..last.bytes.end,
        _ => 0..0,
    }
}

/// What these lines cost; nothing if one is too wide.
fn cost(paragraph: Paragraph<'_>, space: i32, lines: &[&[Word]]) -> Option<i32> {
    let width = |line: &&[Word]| line.iter().map(|word| word.width + space).sum::<i32>() - space;
    let widest = lines.iter().map(width).max()?;
    let before = lines.split_last().map_or(&[][..], |(_, before)| before);
    let at_colons = before.iter().filter(|line| line.last().is_some_and(|word| word.has_colon)).count();
    let reward = paragraph.room / 4 * i32::try_from(at_colons).unwrap_or_default();
    (widest <= paragraph.room).then_some(widest - reward)
}

/// Every way to part `words` into `count` lines, those with the longest first line first.
fn parted(words: &[Word], count: usize) -> Vec<Vec<&[Word]>> {
    if count <= 1 {
        return vec![vec![words]];
    }
    let first_ends = (1..=words.len().saturating_sub(count - 1)).rev();
    let with_first = |end: usize| {
        let (first, rest) = words.split_at(end);
        parted(rest, count - 1).into_iter().map(move |rest| [vec![first], rest].concat())
    };
    first_ends.flat_map(with_first).collect()
}
