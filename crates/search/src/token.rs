//! The words of a text, and where they stand in it.

use core::ops::Range;

use content::fold::Folded;

/// Letters beyond which a word is cut: no word of any language is longer, and nobody shall make the search work for one.
pub(crate) const LONGEST: usize = 48;

/// What stands between thousands in the text (CLDR ar-MA), and not in what readers type.
const THOUSANDS: char = '.';

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Its letters as they are written, without marks, in lower case.
    pub surface: String,
    /// Its letters, one for all that writers exchange.
    pub fold: String,
}

/// The words of a text: what stands between anything but letters and digits.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let folded = Folded::new(text);
    let characters: Vec<(char, char)> = folded.text.chars().zip(folded.surface.chars()).collect();
    let mut tokens = Vec::new();
    let mut start = 0;
    while start < characters.len() {
        let length = length(&characters[start..]);
        if length == 0 {
            start += 1;
            continue;
        }
        let letters = &characters[start..start + length.min(LONGEST)];
        tokens.push(Token {
            range: folded.origin(start..start + length),
            surface: letters.iter().map(|(_, surface)| surface).filter(|letter| **letter != THOUSANDS).collect(),
            fold: letters.iter().map(|(letter, _)| letter).filter(|letter| **letter != THOUSANDS).collect(),
        });
        start += length;
    }
    tokens
}

/// How many characters of a word stand at the beginning: none, if it is not one. «و2023» is two words, «1.500» is one.
fn length(characters: &[(char, char)]) -> usize {
    let is_arabic = |letter: char| ('\u{620}'..='\u{6ff}').contains(&letter);
    let continues = |at: &usize| {
        let letter = characters[*at].0;
        let before = at.checked_sub(1).map_or(letter, |before| characters[before].0);
        let is_border = (before.is_ascii_digit() && is_arabic(letter)) || (is_arabic(before) && letter.is_ascii_digit());
        (letter.is_alphanumeric() && !is_border) || (before.is_ascii_digit() && separates_thousands(&characters[*at..]))
    };
    (0..characters.len()).take_while(continues).count()
}

/// Whether a separator of thousands stands at the beginning, with its three digits.
fn separates_thousands(characters: &[(char, char)]) -> bool {
    let digits = || characters.iter().skip(1).take_while(|(letter, _)| letter.is_ascii_digit());
    characters.first().is_some_and(|(letter, _)| *letter == THOUSANDS) && digits().take(4).count() == 3
}

#[cfg(test)]
mod tests {
    use super::tokens;

    #[test]
    fn a_number_is_one_word_with_separators_and_without() {
        let folds = |text: &str| tokens(text).into_iter().map(|token| token.fold).collect::<Vec<_>>();
        assert_eq!(folds("أكثر من 1.500، و1500. 1.234.567"), ["اكثر", "من", "1500", "و", "1500", "1234567"]);
        assert_eq!(folds("75.20، CC BY 4.0، 1.2345، .500"), ["75", "20", "cc", "by", "4", "0", "1", "2345", "500"]);
    }

    #[test]
    fn words_stand_between_anything_else() {
        let text = "«وللمنصّة»، l’Été-2023: ٢٠٢٢ و٢٠٢٣م 🌍";
        let words: Vec<(&str, String)> = tokens(text).into_iter().map(|token| (&text[token.range], token.fold)).collect();
        let expected = [
            ("وللمنصّة", "وللمنصه"),
            ("l", "l"),
            ("Été", "ete"),
            ("2023", "2023"),
            ("٢٠٢٢", "2022"),
            ("و", "و"),
            ("٢٠٢٣", "2023"),
            ("م", "م"),
        ];
        assert_eq!(words, expected.map(|(word, fold)| (word, fold.to_owned())));
    }
}
