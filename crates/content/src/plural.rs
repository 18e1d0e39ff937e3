//! Counted nouns in the browser, by the browser's own plural rules (ECMA-402, CLDR).

use js_sys::{Array, Intl::PluralRules, Object};

use crate::phrases::Noun;

/// «هدف واحد», «هدفان», «3 أهداف», «11 هدفاً».
#[must_use]
pub fn counted(count: usize, noun: &Noun) -> String {
    #[expect(clippy::cast_precision_loss, reason = "what a page shows is counted in hundreds at most")]
    let category = PluralRules::new(&Array::of1(&"ar".into()), &Object::new()).select(count as f64);
    let form = match category.as_string().as_deref() {
        Some("zero") => return noun.zero.to_owned(),
        Some("one") => return noun.one.to_owned(),
        Some("two") => return noun.two.to_owned(),
        Some("few") => noun.few,
        Some("many") => noun.many,
        _ => noun.other,
    };
    [&count.to_string(), " ", form].concat()
}
