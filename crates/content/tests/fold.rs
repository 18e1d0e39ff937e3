//! Spellings that must become one, and properties that hold for any text whatever.

use content::fold::{Folded, fold};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

#[test]
fn spellings_of_one_word_become_one() {
    let spellings = [
        ["مسئول", "مسؤول"],
        ["شؤون", "شئون"],
        ["إرهاب", "ارهاب"],
        ["أمن", "ٱمن"],
        ["آسفي", "اسفي"],
        ["مصطفى", "مصطفي"],
        ["طنجة", "طنجه"],
        ["مُكافَحَة", "مكافحة"],
        ["مـــراكش", "مراكش"],
        ["هٰذا", "هذا"],
        ["ﻣﺮﺍﻛﺶ", "مراكش"],
        ["ﻻجئون", "لاجئون"],
        ["مراکش", "مراكش"],
        ["فارسی", "فارسي"],
        ["أگادير", "أكادير"],
        ["٢٠٢٣", "2023"],
        ["۲۰۲۳", "2023"],
        ["Fès", "fes"],
        ["FE\u{300}S", "fes"],
        ["و\u{654}", "ؤ"],
        ["ا\u{653}ب", "آب"],
        ["مرا\u{200c}كش\u{200f}", "مراكش"],
    ];
    for [one, other] in spellings {
        assert_eq!(fold(one), fold(other), "{one} {other}");
    }
    for [one, other] in [["فاس", "فأر"], ["علم", "عالم"], ["حرب", "حزب"], ["ذكر", "دكر"], ["ضل", "ظل"]] {
        assert_ne!(fold(one), fold(other), "{one} {other}");
    }
}

#[test]
fn what_was_folded_is_found_in_the_original() {
    let text = "قال: «المُنصَّة ﻻ تُغني»";
    let folded = Folded::new(text);
    let start = folded.text.find("المنصه").map(|byte| folded.text[..byte].chars().count());
    let origin = start.map(|start| folded.origin(start..start + 6));
    assert_eq!(origin.and_then(|origin| text.get(origin)), Some("المُنصَّة"));
}

/// Any text, and text in which Arabic letters, marks and digits, presentation forms and accents meet.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[\u{600}-\u{6ff}\u{750}-\u{77f}\u{8a0}-\u{8ff}\u{200b}-\u{200f}\u{fb50}-\u{fdff}\u{fe70}-\u{feff} ]{0,24}",
        "[A-Za-z\u{c0}-\u{24f}\u{300}-\u{36f}\u{1e00}-\u{1fff} ]{0,24}"
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    #[test]
    fn folding_again_changes_nothing(text in any_text()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn no_word_gets_longer_than_its_composed_form(text in any_text()) {
        let composed: String = text.nfkc().collect();
        prop_assert!(fold(&composed).chars().count() <= composed.chars().count());
    }

    #[test]
    fn every_character_knows_where_it_comes_from(text in any_text()) {
        let folded = Folded::new(&text);
        prop_assert_eq!(folded.origins.len(), folded.text.chars().count());
        prop_assert_eq!(folded.origins.len(), folded.surface.chars().count());
        for pair in folded.origins.windows(2) {
            prop_assert!(pair[0] == pair[1] || pair[0].end <= pair[1].start, "origins are in order");
        }
        for (origin, character) in folded.origins.iter().zip(folded.text.chars()) {
            let original = text.get(origin.clone());
            prop_assert!(original.is_some_and(|original| fold(original).contains(character)), "{:?} {:?}", original, character);
        }
    }
}

/// Many more in the long task: `PROPTEST_CASES=1000000`.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(2_000)
}
