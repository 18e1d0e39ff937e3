//! One spelling for all spellings of a word, so that what readers type meets what the site writes.
//!
//! Rules of Unicode (compatibility composition, case, accents) are left to Unicode's own tables ([`unicode`]); those of
//! Arabic writing are here: what writers add (tashkeel, tatweel), leave out (hamza, the dots of ta marbuta and ya) or
//! borrow (letters of Persian keyboards, ڭ and ݣ of Moroccan names).

mod unicode;

use std::ops::Range;

/// A text with one spelling for all spellings of a word. Word boundaries stay where they are.
#[must_use]
pub fn fold(text: &str) -> String {
    Folded::new(text).text
}

/// A text folded, and where its characters come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// What the text was before letters were unified: composed, lower case, without marks. What is the same in this form
    /// is typed with the same letters.
    pub surface: String,
    /// For each character of `text`, and of `surface`, the bytes of the original that it stands for; in order.
    pub origins: Vec<Range<usize>>,
}

impl Folded {
    /// Folds a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut folded = Self::default();
        let mut rest = text.char_indices().peekable();
        while let Some((start, first)) = rest.next() {
            let mut end = start + first.len_utf8();
            while let Some((at, mark)) = rest.next_if(|(_, next)| is_composing(*next)) {
                end = at + mark.len_utf8();
            }
            let is_single = end == start + first.len_utf8();
            if is_single && is_plain(first) {
                folded.push(first.to_ascii_lowercase(), start..end);
            } else {
                for character in unicode::simplify(&text[start..end]).chars() {
                    folded.push(character, start..end);
                }
            }
        }
        folded
    }

    fn push(&mut self, character: char, origin: Range<usize>) {
        if is_ignored(character) {
            return;
        }
        let surface = digit(character);
        self.surface.push(surface);
        self.text.push(unify(surface));
        self.origins.push(origin);
    }

    /// The bytes of the original that a range of characters of the folded text stands for; empty for an empty range.
    #[must_use]
    pub fn origin(&self, characters: Range<usize>) -> Range<usize> {
        match self.origins.get(characters).unwrap_or_default() {
            [] => 0..0,
            [only] => only.clone(),
            [first, .., last] => first.start..last.end,
        }
    }
}

/// What Unicode's tables leave as it is, but for the case of ASCII: nothing is asked for these.
fn is_plain(character: char) -> bool {
    matches!(character, '\0'..='\x7f' | '\u{60c}'..='\u{652}' | '\u{660}'..='\u{669}' | '\u{6a9}' | '\u{6cc}' | '\u{6f0}'..='\u{6f9}')
}

/// What may compose with the character before it: accents, and the marks that make آ أ إ ؤ ئ.
fn is_composing(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{653}'..='\u{655}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Whether nobody means anything by it when searching: tashkeel and Quranic marks, superscript alef, tatweel, soft
/// hyphen, zero-width and bidirectional controls, variation selectors.
fn is_ignored(character: char) -> bool {
    is_composing(character)
        || matches!(character,
            '\u{610}'..='\u{61a}' | '\u{61c}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}'
            | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{8d3}'..='\u{8ff}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Arabic-Indic and Persian digits as ASCII.
fn digit(character: char) -> char {
    let zero = match character {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6f0}'..='\u{6f9}' => 0x6f0,
        _ => return character,
    };
    char::from_digit(character as u32 - zero, 10).unwrap_or(character)
}

/// One letter for letters that writers exchange.
fn unify(character: char) -> char {
    match character {
        // أ إ آ ٱ and their Kashmiri and Urdu kin.
        '\u{622}' | '\u{623}' | '\u{625}' | '\u{671}'..='\u{673}' | '\u{675}' => '\u{627}',
        // ى, and ی ې of other keyboards.
        '\u{649}' | '\u{6cc}' | '\u{6cd}' | '\u{6d0}' => '\u{64a}',
        // ة, and the forms of ه of other keyboards.
        '\u{629}' | '\u{6be}' | '\u{6c0}'..='\u{6c3}' | '\u{6d5}' => '\u{647}',
        // ؤ ئ on their seats, and the high hamza.
        '\u{624}' | '\u{626}' | '\u{674}' | '\u{676}'..='\u{678}' => '\u{621}',
        // ک ڪ, and گ ڭ ݣ, the ways to write the g of Agadir.
        '\u{6a9}' | '\u{6aa}' | '\u{6af}' | '\u{6ad}' | '\u{763}' => '\u{643}',
        // پ, چ, ڤ of foreign names.
        '\u{67e}' => '\u{628}',
        '\u{686}' => '\u{62c}',
        '\u{6a4}' | '\u{6a8}' => '\u{641}',
        other => other,
    }
}
