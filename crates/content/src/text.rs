//! Numbers, dates, ordinals and plurals in Arabic as written in Morocco (CLDR ar-MA, by ICU4X).
//!
//! Native only: what readers' browsers get is already text. CLDR's invisible direction marks are
//! taken out, since isolation is done by markup.

use icu_calendar::{Date as IcuDate, Iso};
use icu_datetime::{
    DateTimeFormatter,
    fieldsets::{YM, YMD},
};
use icu_decimal::{
    DecimalFormatter,
    input::Decimal,
    options::{DecimalFormatterOptions, GroupingStrategy},
};
use icu_locale_core::{Locale, locale};
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};

use crate::{
    model::Date,
    phrases::{self, Noun},
    source::is_invisible,
};

const LOCALE: Locale = locale!("ar-MA-u-nu-latn");

impl Date {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nothing if the calendar has no such date.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
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

/// A whole number with ar-MA separators from five digits on; four digits stay together, as in the sources.
#[must_use]
pub fn number(value: u32) -> String {
    let mut options = DecimalFormatterOptions::default();
    options.grouping_strategy = Some(GroupingStrategy::Min2);
    DecimalFormatter::try_new(LOCALE.into(), options)
        .map_or_else(|_| value.to_string(), |format| without_marks(&format.format(&Decimal::from(value)).to_string()))
}

/// Degrees without their sign, two decimals, ar-MA separators: «31,63».
#[must_use]
pub fn degrees(value: f64) -> String {
    let literal = format!("{:.2}", value.abs());
    let written =
        Decimal::try_from_str(&literal).ok().zip(DecimalFormatter::try_new(LOCALE.into(), DecimalFormatterOptions::default()).ok());
    written.map_or(literal, |(decimal, format)| without_marks(&format.format(&decimal).to_string()))
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
        assert_eq!(number(1500), "1500");
        assert_eq!(number(12_345), "12.345");
        assert_eq!(degrees(-5.0), "5,00");
    }
}
