//! Shaping and order, compared with HarfBuzz itself (C++) over every title of the real content.

use std::{error::Error, ops::Range};

use content::compose::{self, routes};
use harfbuzz_rs::{Direction, Face, Font, UnicodeBuffer, shape};
use share_images::{
    ImageError,
    typeset::{Glyph, Weight, glyphs},
};

use super::site;

type Outcome = Result<(), Box<dyn Error>>;

/// Titles that the content does not have, of kinds that it may have.
const MIXED: [&str; 5] = [
    "معجم المصطلحات: UNOCT وONUCT والأسماء",
    "لوبسرفاتور دي ماروك (L'Observateur du Maroc et d'Afrique)",
    "تخطَّ إلى المُصنَّف المُدَّعى بلاغاً",
    "قناة France 24 ثم كاب 24 سنة 2023",
    "«منصة مراكش»، من 2022 إلى 2025؟",
];

fn texts() -> Result<Vec<String>, Box<dyn Error>> {
    let site = site::real()?;
    let mut texts: Vec<String> = routes(&site)
        .iter()
        .filter_map(|route| Some(compose::page(&site, &compose::Base::new("https://example.org/"), route)?.title))
        .collect();
    texts.extend(share_images::cards(&site).into_iter().flat_map(|(_, card)| [card.kicker, card.title, card.line, card.site]));
    texts.extend(MIXED.map(str::to_owned));
    Ok(texts)
}

#[test]
fn every_title_is_shaped_and_ordered_as_by_harfbuzz() -> Outcome {
    let texts = texts()?;
    assert!(texts.len() > 100, "{} titles", texts.len());
    for text in texts {
        for weight in [Weight::Regular, Weight::Bold] {
            assert_eq!(glyphs(weight, &text, 0..text.len())?, by_harfbuzz(weight, &text), "{text}");
        }
    }
    Ok(())
}

#[test]
fn letters_are_joined() -> Outcome {
    let word = "منصة";
    // Dots are glyphs of their own, without width, and are the same on all forms.
    let bodies = |text: &str| -> Result<Vec<u32>, ImageError> {
        let glyphs = glyphs(Weight::Bold, text, 0..text.len())?;
        Ok(glyphs.iter().filter(|glyph| glyph.advance > 0).map(|glyph| glyph.id).collect())
    };
    let mut isolated = Vec::new();
    for letter in word.chars().rev() {
        isolated.extend(bodies(&letter.to_string())?);
    }
    let joined = bodies(word)?;
    assert_eq!(joined.len(), isolated.len());
    assert!(joined.iter().zip(&isolated).all(|(one, other)| one != other), "{joined:?} has isolated forms of {isolated:?}");
    Ok(())
}

#[test]
fn the_first_word_stands_at_the_right_and_a_number_keeps_its_direction() -> Outcome {
    let title = "طنجة 2023";
    let clusters: Vec<usize> = glyphs(Weight::Bold, title, 0..title.len())?.iter().map(|glyph| glyph.cluster).collect();
    let number = title.find('2').ok_or("a number")?;
    assert_eq!(clusters[..4], [number, number + 1, number + 2, number + 3], "the number is read from the left");
    assert_eq!(clusters.last(), Some(&0), "the first letter is the last from the left");
    Ok(())
}

/// The glyphs of `text`, ordered by the rule below and shaped by HarfBuzz.
fn by_harfbuzz(weight: Weight, text: &str) -> Vec<Glyph> {
    let font = Font::new(Face::from_bytes(weight.font(), 0));
    let mut runs: Vec<(Range<usize>, Direction)> = Vec::new();
    let mut end = 0;
    for island in islands(text) {
        runs.extend([(end..island.start, Direction::Rtl), (island.clone(), Direction::Ltr)]);
        end = island.end;
    }
    runs.push((end..text.len(), Direction::Rtl));
    let mut glyphs = Vec::new();
    // What comes first stands at the right, so last from the left.
    for (run, direction) in runs.into_iter().rev().filter(|(run, _)| !run.is_empty()) {
        let buffer = UnicodeBuffer::new().add_str(&text[run.clone()]).set_direction(direction).guess_segment_properties();
        let shaped = shape(&font, buffer, &[]);
        glyphs.extend(shaped.get_glyph_infos().iter().zip(shaped.get_glyph_positions()).map(|(info, position)| Glyph {
            id: info.codepoint,
            cluster: run.start + info.cluster as usize,
            advance: position.x_advance,
            offset: (position.x_offset, position.y_offset),
        }));
    }
    glyphs
}

/// Where right-to-left text is read from the left, said more simply than in UAX #9 and independently of it: numbers, and
/// Latin words with what stands between them.
fn islands(text: &str) -> Vec<Range<usize>> {
    let mut islands: Vec<Range<usize>> = Vec::new();
    let mut is_latin = false;
    let mut letters = text.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        let end = start + letter.len_utf8();
        let continues = |islands: &[Range<usize>]| islands.last().is_some_and(|island| is_latin || island.end == start);
        if letter.is_ascii_digit() || is_latin_letter(letter) {
            match islands.last_mut() {
                Some(island) if is_latin || (island.end == start && letter.is_ascii_digit()) => island.end = end,
                _ => {
                    islands.push(start..end);
                    is_latin = is_latin_letter(letter);
                }
            }
        } else if letter.is_alphabetic() {
            is_latin = false;
        } else if matches!(letter, '.' | ',' | ':' | '/') && continues(&islands) && !is_latin {
            // Part of a number only between two digits.
            if let (Some(island), Some((_, '0'..='9'))) = (islands.last_mut(), letters.peek()) {
                island.end = end;
            }
        }
    }
    islands
}

fn is_latin_letter(letter: char) -> bool {
    letter.is_ascii_alphabetic() || ('\u{c0}'..='\u{ff}').contains(&letter)
}
