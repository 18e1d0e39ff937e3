//! Numbers, dates, ordinals, plurals and lists in Arabic as written in Morocco (CLDR ar-MA, by ICU4X).
//!
//! Native only: what readers' browsers get is already text. CLDR's invisible direction marks are
//! taken out, since isolation is done by markup.

use icu_calendar::{Date as IcuDate, Iso};
use icu_datetime::{
    DateTimeFormatter,
    fieldsets::{YM, YMD},
};
use icu_decimal::{DecimalFormatter, input::Decimal, options::DecimalFormatterOptions};
use icu_locale_core::{Locale, locale};
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};

use crate::{
    model::Date,
    page::Inline,
    phrases::{self, Noun},
    source::is_invisible,
};

const LOCALE: Locale = locale!("ar-MA-u-nu-latn");

impl Date {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nothing if the calendar has no such date.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        // A sign before a number is no digit.
        if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
            return None;
        }
        let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
        let mut two_digits = || match parts.next() {
            None => Some(None),
            Some(part) if part.len() == 2 => part.parse().ok().map(Some),
            Some(_) => None,
        };
        let (month, day) = (two_digits()?, two_digits()?);
        let date = Self { year, month, day };
        (parts.next().is_none() && date.iso_date().is_some()).then_some(date)
    }

    /// ISO 8601, as precise as the date.
    #[must_use]
    pub fn iso(self) -> String {
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{:04}-{month:02}-{day:02}", self.year),
            (Some(month), None) => format!("{:04}-{month:02}", self.year),
            _ => format!("{:04}", self.year),
        }
    }

    /// «17 يونيو 2025», «يونيو 2025» or «2025».
    #[must_use]
    pub fn arabic(self) -> String {
        let written = self.iso_date().and_then(|date| match (self.month, self.day) {
            (Some(_), Some(_)) => {
                DateTimeFormatter::try_new(LOCALE.into(), YMD::long()).ok().map(|format| format.format(&date).to_string())
            }
            (Some(_), None) => DateTimeFormatter::try_new(LOCALE.into(), YM::long()).ok().map(|format| format.format(&date).to_string()),
            _ => None,
        });
        written.map_or_else(|| self.year.to_string(), |text| without_marks(&text))
    }

    fn iso_date(self) -> Option<IcuDate<Iso>> {
        IcuDate::try_new_iso(self.year.into(), self.month.unwrap_or(1), self.day.unwrap_or(1)).ok()
    }
}

/// The days of a meeting: «23 و24 يونيو 2022», «من 30 ماي إلى 2 يونيو 2026», «ابتداءً من 17 يونيو 2025».
#[must_use]
pub fn days(start: Date, end: Option<Date>) -> String {
    let Some(end) = end else { return phrases::page::from(&start.arabic()) };
    if start == end {
        return start.arabic();
    }
    match (start.day, end.day) {
        (Some(first), Some(last)) if (start.year, start.month) == (end.year, end.month) && last == first + 1 => {
            phrases::page::two_days(first, &end.arabic())
        }
        _ => phrases::page::from_to(&start.arabic(), &end.arabic()),
    }
}

/// How many days from `start` to `end`, both included; nothing where a day is not known.
#[must_use]
pub fn length(start: Date, end: Option<Date>) -> Option<u32> {
    let end = end.filter(|end| start.day.is_some() && end.day.is_some())?;
    let days = end.iso_date()?.to_rata_die().to_i64_date() - start.iso_date()?.to_rata_die().to_i64_date();
    u32::try_from(days + 1).ok()
}

/// A whole number: «38», «1.500». A year is no number; it is written by [`Date::arabic`].
#[must_use]
pub fn number(value: u32) -> String {
    separated(value.to_string())
}

/// A number with this many decimals: «1.234,5».
#[must_use]
pub fn decimal(value: f64, decimals: usize) -> String {
    separated(format!("{value:.decimals$}"))
}

/// A share of a hundred: «51%», «0,5%». No space, and the sign of Latin script (CLDR ar-MA, percentFormat).
#[must_use]
pub fn percent(value: f64, decimals: usize) -> String {
    format!("{}%", decimal(value, decimals))
}

/// Degrees without their sign, two decimals: «31,63».
#[must_use]
pub fn degrees(value: f64) -> String {
    decimal(value.abs(), 2)
}

/// The separators of ar-MA in a number in the notation of Rust.
fn separated(literal: String) -> String {
    let format = DecimalFormatter::try_new(LOCALE.into(), DecimalFormatterOptions::default()).ok();
    let written = Decimal::try_from_str(&literal).ok().zip(format);
    written.map_or(literal, |(decimal, format)| without_marks(&format.format(&decimal).to_string()))
}

/// Things that stand side by side, «أ، ب، ج»: names in a field, a speaker and a date. The conjunction of CLDR's Arabic
/// lists («أ وب وج») belongs to sentences, and those are the editors'; before a link or a Latin name it would also stand
/// outside its word.
#[must_use]
pub fn list(parts: impl IntoIterator<Item = Vec<Inline>>) -> Vec<Inline> {
    joined(parts, phrases::page::COMMA)
}

/// The same of things that may hold commas themselves, «أ، ب؛ ج، د».
#[must_use]
pub fn list_of_phrases(parts: impl IntoIterator<Item = Vec<Inline>>) -> Vec<Inline> {
    joined(parts, phrases::page::SEMICOLON)
}

fn joined(parts: impl IntoIterator<Item = Vec<Inline>>, separator: &str) -> Vec<Inline> {
    parts.into_iter().collect::<Vec<_>>().join(&Inline::Text(separator.to_owned()))
}

/// A counted noun with its number: «مصدر واحد», «مصدران», «3 مصادر», «11 مصدراً», «100 مصدر».
#[must_use]
pub fn counted(value: u32, noun: &Noun) -> String {
    match category(value) {
        PluralCategory::Zero => noun.zero.to_owned(),
        PluralCategory::One => noun.one.to_owned(),
        PluralCategory::Two => noun.two.to_owned(),
        _ => format!("{} {}", number(value), form(value, noun)),
    }
}

/// The noun alone, agreed with its number.
#[must_use]
pub fn form(value: u32, noun: &Noun) -> &'static str {
    match category(value) {
        PluralCategory::Zero => noun.zero,
        PluralCategory::One => noun.one,
        PluralCategory::Two => noun.two,
        PluralCategory::Few => noun.few,
        PluralCategory::Many => noun.many,
        PluralCategory::Other => noun.other,
    }
}

fn category(value: u32) -> PluralCategory {
    PluralRules::try_new(LOCALE.into(), PluralRulesOptions::default()).map_or(PluralCategory::Other, |rules| rules.category_for(value))
}

/// The name of an edition by its number: «الدورة الرابعة», «الدورة الحادية عشرة»; from a hundred on, «الدورة 100».
#[must_use]
pub fn edition_ordinal(number: u16) -> String {
    let units = usize::from(number % 10);
    let tens = usize::from(number / 10 % 10);
    let unit = || if units == 1 { phrases::ORDINAL_FIRST_OF_TEN } else { phrases::ORDINAL_UNITS[units - 1] };
    let ordinal = match (tens, units) {
        _ if number > 99 || number == 0 => return format!("{} {number}", phrases::EDITION),
        (0, _) => phrases::ORDINAL_UNITS[units - 1].to_owned(),
        (1, 0) => phrases::ORDINAL_TEN.to_owned(),
        (1, _) => format!("{} {}", unit(), phrases::ORDINAL_TEEN),
        (_, 0) => phrases::ORDINAL_TENS[tens - 2].to_owned(),
        _ => [unit(), phrases::AND, phrases::ORDINAL_TENS[tens - 2]].concat(),
    };
    format!("{} {ordinal}", phrases::EDITION)
}

fn without_marks(text: &str) -> String {
    text.chars().filter(|letter| !is_invisible(*letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrases::SOURCES_NOUN;

    fn date(text: &str) -> String {
        Date::parse(text).map_or_else(String::new, Date::arabic)
    }

    #[test]
    fn dates_carry_the_month_names_used_in_morocco() {
        assert_eq!(date("2025-06-17"), "17 يونيو 2025");
        assert_eq!(date("2022-05-11"), "11 ماي 2022");
        assert_eq!(date("2021-07-24"), "24 يوليوز 2021");
        assert_eq!(date("2024-09"), "شتنبر 2024");
        assert_eq!(date("2025-12-01"), "1 دجنبر 2025");
        assert_eq!(date("2022"), "2022");
    }

    #[test]
    fn a_day_the_calendar_does_not_have_is_no_date() {
        for text in ["2023-02-29", "2023-13", "23-01-01", "2023-1-1", "2023-01-01-01", ""] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn days_of_a_meeting_read_as_a_sentence_says_them() {
        let days = |start, end| Date::parse(start).map(|start| days(start, Date::parse(end)));
        assert_eq!(days("2022-06-23", "2022-06-24").as_deref(), Some("23 و24 يونيو 2022"));
        assert_eq!(days("2026-05-30", "2026-06-02").as_deref(), Some("من 30 ماي 2026 إلى 2 يونيو 2026"));
        assert_eq!(days("2025-06-17", "").as_deref(), Some("ابتداءً من 17 يونيو 2025"));
    }

    #[test]
    fn nouns_agree_with_their_number() {
        let expected = [
            (0, "بلا مصدر"),
            (1, "مصدر واحد"),
            (2, "مصدران"),
            (3, "3 مصادر"),
            (10, "10 مصادر"),
            (11, "11 مصدراً"),
            (99, "99 مصدراً"),
            (100, "100 مصدر"),
            (102, "102 مصدر"),
            (103, "103 مصادر"),
            (111, "111 مصدراً"),
        ];
        for (value, text) in expected {
            assert_eq!(counted(value, &SOURCES_NOUN), text);
        }
    }

    #[test]
    fn ordinals_agree_with_the_feminine_noun() {
        let expected = [
            (1, "الدورة الأولى"),
            (4, "الدورة الرابعة"),
            (10, "الدورة العاشرة"),
            (11, "الدورة الحادية عشرة"),
            (12, "الدورة الثانية عشرة"),
            (21, "الدورة الحادية والعشرون"),
            (30, "الدورة الثلاثون"),
            (100, "الدورة 100"),
            (1204, "الدورة 1204"),
        ];
        for (number, text) in expected {
            assert_eq!(edition_ordinal(number), text);
        }
    }

    #[test]
    fn numbers_follow_ar_ma() {
        assert_eq!([0, 999, 1_500, 12_345, 1_234_567].map(number), ["0", "999", "1.500", "12.345", "1.234.567"]);
        assert_eq!([decimal(1_234.5, 1), decimal(0.25, 2), decimal(-3.0, 1)], ["1.234,5", "0,25", "-3,0"]);
        assert_eq!([percent(51.0, 0), percent(0.5, 1)], ["51%", "0,5%"]);
        assert_eq!(degrees(-5.0), "5,00");
    }

    #[test]
    fn a_year_is_never_grouped() {
        assert_eq!([date("2025"), date("2025-06"), date("2025-06-17")], ["2025", "يونيو 2025", "17 يونيو 2025"]);
        assert_eq!(phrases::page::edition_short("طنجة", 2023), "طنجة 2023");
    }

    #[test]
    fn lists_are_joined_by_the_arabic_comma() {
        let part = |text: &str| vec![Inline::Text(text.to_owned())];
        let read =
            |list: Vec<Inline>| list.iter().map(|part| if let Inline::Text(text) = part { text.as_str() } else { "" }).collect::<String>();
        assert_eq!(read(list([part("أ")])), "أ");
        assert_eq!(read(list([part("أ"), part("ب"), part("ج")])), "أ، ب، ج");
        assert_eq!(read(list_of_phrases([list([part("أ"), part("ب")]), part("ج")])), "أ، ب؛ ج");
        assert_eq!(list([]), []);
    }
}
