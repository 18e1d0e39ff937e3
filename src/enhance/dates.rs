//! The date of access, which only the reader's browser knows.

use js_sys::{Date, Object, Reflect};

use super::all;

/// Fills today's date into every citation of the page.
pub fn fill_in() {
    for place in all(".citation__accessed") {
        let is_arabic = place.closest("[lang=ar]:not(html)").is_ok_and(|found| found.is_some());
        place.set_text_content(Some(&today(if is_arabic { ARABIC } else { "en" })));
    }
}

/// Moroccan month names, European digits (CLDR ar-MA).
pub const ARABIC: &str = "ar-MA-u-nu-latn";

/// A date of open data (ISO 8601, of any precision) in Arabic: «2 يونيو 2023», «يونيو 2023» or «2023».
pub fn written(iso: &str) -> String {
    let options = Object::new();
    let parts = [("timeZone", "UTC"), ("year", "numeric"), ("month", "long"), ("day", "numeric")];
    for (part, style) in &parts[..2 + iso.matches('-').count().min(2)] {
        let _ = Reflect::set(&options, &(*part).into(), &(*style).into());
    }
    Date::new(&iso.into()).to_locale_date_string(ARABIC, &options).into()
}

/// Today in long form in the language of `locale`.
pub fn today(locale: &str) -> String {
    let options = Object::new();
    // Setting a property of a new object does not fail.
    let _ = Reflect::set(&options, &"dateStyle".into(), &"long".into());
    Date::new_0().to_locale_date_string(locale, &options).into()
}
