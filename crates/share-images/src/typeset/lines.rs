//! Where a paragraph is broken: into as few lines as hold it, and these as even as they can be.

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

/// The lines of a paragraph; nothing if it does not fit.
///
/// Breaks are at spaces only. Of the breaks into the fewest lines, the one with the narrowest widest line is taken; a
/// line that ends with a colon is preferred, since a title is read in two parts there.
///
/// # Errors
/// The typeface lacks a letter.
pub fn broken(paragraph: Paragraph<'_>) -> Result<Option<Vec<String>>, ImageError> {
    let words: Vec<&str> = paragraph.text.split(' ').filter(|word| !word.is_empty()).collect();
    for count in 1..=paragraph.most.min(words.len()) {
        let mut best: Option<(i32, Vec<String>)> = None;
        for lines in parted(&words, count) {
            let cost = cost(paragraph, &lines)?;
            if let Some(cost) = cost
                && best.as_ref().is_none_or(|(least, _)| cost < *least)
            {
                best = Some((cost, lines));
            }
        }
        if let Some((_, lines)) = best {
            return Ok(Some(lines));
        }
    }
    Ok(None)
}

/// What these lines cost; nothing if one is too wide.
fn cost(paragraph: Paragraph<'_>, lines: &[String]) -> Result<Option<i32>, ImageError> {
    let mut widest = 0;
    for line in lines {
        widest = widest.max(width(paragraph.weight, line)?);
    }
    let breaks = lines.split_last().map_or(&[][..], |(_, before)| before);
    let at_colons = breaks.iter().filter(|line| line.ends_with(':')).count();
    let reward = paragraph.room / 4 * i32::try_from(at_colons).unwrap_or_default();
    Ok((widest <= paragraph.room).then_some(widest - reward))
}

/// Every way to part `words` into `count` lines, the longest first lines first.
fn parted(words: &[&str], count: usize) -> Vec<Vec<String>> {
    if count <= 1 {
        return vec![vec![words.join(" ")]];
    }
    let first_ends = (1..=words.len().saturating_sub(count - 1)).rev();
    let with_first = |end: usize| {
        let rest = parted(&words[end..], count - 1);
        rest.into_iter().map(move |rest| [vec![words[..end].join(" ")], rest].concat())
    };
    first_ends.flat_map(with_first).collect()
}
