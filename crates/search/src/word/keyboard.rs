//! What was typed with the keyboard set to Latin letters, as the Arabic layout would have written it.
//!
//! Layouts: Arabic (101) on the keys of QWERTY, Arabic (102) on those of AZERTY, as Microsoft documents them.

/// Keys of QWERTY in the order of [`ARABIC`].
const QWERTY: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,./`";

/// The same places on AZERTY.
const AZERTY: &str = "azertyuiop^$qsdfghjklmùwxcvbn,;:!*";

/// What the keys write; `b` writes two letters.
const ARABIC: [&str; 34] = [
    "ض", "ص", "ث", "ق", "ف", "غ", "ع", "ه", "خ", "ح", "ج", "د", "ش", "س", "ي", "ب", "ل", "ا", "ت", "ن", "م", "ك", "ط", "ئ", "ء", "ؤ", "ر",
    "لا", "ى", "ة", "و", "ز", "ظ", "ذ",
];

/// With the shift key, on both.
const SHIFTED: [(char, &str); 6] = [('T', "لإ"), ('Y', "إ"), ('G', "لأ"), ('H', "أ"), ('B', "لآ"), ('N', "آ")];

/// What each layout would have written for a text in Latin letters; nothing for a text with Arabic letters, or with a
/// character that is on no key.
#[must_use]
pub fn layouts(text: &str) -> Vec<String> {
    let mut written: Vec<String> = [QWERTY, AZERTY].iter().filter_map(|keys| write(text, keys)).collect();
    written.dedup();
    written
}

fn write(text: &str, keys: &str) -> Option<String> {
    let key = |character: char| {
        if let Some((_, letters)) = SHIFTED.iter().find(|(key, _)| *key == character) {
            return Some(*letters);
        }
        let place = keys.chars().position(|key| key == character.to_ascii_lowercase())?;
        ARABIC.get(place).copied()
    };
    let mut written = String::new();
    for character in text.chars() {
        match key(character) {
            Some(letters) => written.push_str(letters),
            None if character == ' ' || character.is_ascii_digit() => written.push(character),
            None => return None,
        }
    }
    (!written.is_ascii()).then_some(written)
}

#[cfg(test)]
mod tests {
    use super::layouts;

    #[test]
    fn both_layouts_write_the_name_of_the_city() {
        assert!(layouts("lvh;a").contains(&"مراكش".to_owned()));
        assert!(layouts(",vhmq").contains(&"ةراكش".to_owned()), "AZERTY has m where QWERTY has a semicolon");
        assert!(layouts("مراكش").is_empty());
    }
}
