//! Dates as editors write them in a sentence, so that each becomes a `<time>`.

use core::ops::Range;
use std::sync::OnceLock;

use crate::{model::Date, phrases::JOINED_DATES};

/// A date as it is written: what it does not say is empty.
#[derive(Clone, Copy, Debug)]
struct Written<'a> {
    year: &'a str,
    month: u8,
    day: &'a str,
}

/// Dates in Arabic text: where they stand, in order, and their `datetime` in HTML.
///
/// Found are «17 يونيو 2025», «يونيو 2025», «17 يونيو» (a yearless date of HTML: no year is guessed), and what is joined to
/// a date and shares its month or year: «2» in «2 و3 يونيو 2023», «أكتوبر» in «أكتوبر ودجنبر 2025». A month alone is no
/// date of HTML. An attached «و» stays outside: it does not join the letter after it (Unicode, Joining_Type=R).
#[must_use]
pub fn dates(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found: Vec<(Range<usize>, Written<'_>)> = Vec::new();
    // From the end, since what is joined to a date takes from it what it lacks.
    for (month, number) in months_in(text).into_iter().rev() {
        let shared = found.last().filter(|(next, _)| joins(&text[month.end..next.start])).map(|(_, next)| next.year);
        let year = year_after(&text[month.end..]);
        let day = number_before(text[..month.start].strip_suffix(' ').unwrap_or_default());
        let start = if day.is_empty() { month.start } else { month.start - day.len() - 1 };
        let end = if year.is_empty() { month.end } else { month.end + 1 + year.len() };
        let year = if year.is_empty() { shared.unwrap_or_default() } else { year };
        let written = Written { year, month: number, day };
        if written.iso().is_some() {
            found.push((start..end, written));
            found.extend(days_before(text, start, written));
        }
    }
    found.into_iter().rev().filter_map(|(range, written)| Some((range, written.iso()?))).collect()
}

impl Written<'_> {
    /// As `datetime` has it; nothing if the calendar has no such date, or HTML no form for it.
    fn iso(&self) -> Option<String> {
        let Self { year, month, day } = self;
        match (year.is_empty(), day.is_empty()) {
            (true, true) => None,
            // Some year that has a 29 February.
            (true, false) => Date::parse(&format!("2000-{month:02}-{day:0>2}")).map(|date| date.iso()[5..].to_owned()),
            (false, true) => Date::parse(&format!("{year}-{month:02}")).map(Date::iso),
            (false, false) => Date::parse(&format!("{year}-{month:02}-{day:0>2}")).map(Date::iso),
        }
    }
}

/// Where months are named, in order, with their numbers.
fn months_in(text: &str) -> Vec<(Range<usize>, u8)> {
    let named =
        (1..).zip(months()).flat_map(|(number, name)| text.match_indices(name.as_str()).map(move |(at, _)| (at..at + name.len(), number)));
    let mut named: Vec<_> = named.filter(|(month, _)| is_word(text, month)).collect();
    named.sort_by_key(|(month, _)| month.start);
    named
}

/// Names of the months as in [`Date::arabic`], January first.
fn months() -> &'static [String] {
    static MONTHS: OnceLock<Vec<String>> = OnceLock::new();
    MONTHS.get_or_init(|| {
        let name = |month| Date { year: 2000, month: Some(month), day: None }.arabic();
        (1..=12).map(|month| name(month).split(' ').next().unwrap_or_default().to_owned()).collect()
    })
}

/// Whether these bytes are a whole word, but for an attached «و».
fn is_word(text: &str, range: &Range<usize>) -> bool {
    let before = &text[..range.start];
    let before = before.strip_suffix('و').unwrap_or(before);
    !before.ends_with(char::is_alphabetic) && !text[range.end..].starts_with(char::is_alphabetic)
}

/// Whether what stands between two dates makes the first share the month or year of the second.
fn joins(between: &str) -> bool {
    JOINED_DATES.contains(&between)
}

/// The year with which a text begins, after a space; empty if there is none.
fn year_after(text: &str) -> &str {
    let digits = text.strip_prefix(' ').unwrap_or_default();
    let end = digits.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(digits.len());
    if end == 4 { &digits[..end] } else { "" }
}

/// The number of one or two digits with which a text ends; empty if there is none.
fn number_before(text: &str) -> &str {
    let number = &text[text.trim_end_matches(|digit: char| digit.is_ascii_digit()).len()..];
    if number.len() > 2 { "" } else { number }
}

/// Days joined to the date at `start`, the last first: «2» before «و3 يونيو 2023».
fn days_before<'a>(text: &'a str, start: usize, date: Written<'a>) -> Vec<(Range<usize>, Written<'a>)> {
    let mut days = Vec::new();
    let mut next = (start, date.day);
    while let Some((end, day)) = JOINED_DATES.iter().find_map(|link| day_before(text[..next.0].strip_suffix(link)?, next.1)) {
        days.push((end - day.len()..end, Written { day, ..date }));
        next = (end - day.len(), day);
    }
    days
}

/// The day with which a text ends, if it is earlier than `next`, and where it ends.
fn day_before<'a>(text: &'a str, next: &str) -> Option<(usize, &'a str)> {
    let day = number_before(text);
    let is_earlier = day.parse::<u8>().ok()? < next.parse().ok()?;
    is_earlier.then_some((text.len(), day))
}

#[cfg(test)]
mod tests {
    use super::dates;

    fn found(text: &str) -> Vec<String> {
        dates(text).into_iter().map(|(range, iso)| format!("{} = {iso}", &text[range])).collect()
    }

    #[test]
    fn dates_in_a_sentence_are_found_with_their_days() {
        assert_eq!(found("افتُتحت في 3 يونيو 2023، ثم في غشت 2024."), ["3 يونيو 2023 = 2023-06-03", "غشت 2024 = 2024-08"]);
        assert_eq!(found("سنة 2022، وفي يونيو، والمايونيو 2022، ويونيو 20223"), [""; 0]);
        assert_eq!(found("40 يونيو 2022، و5 مايو 2022"), [""; 0]);
    }

    #[test]
    fn an_attached_conjunction_stands_before_the_date() {
        assert_eq!(found("في يونيو 2023 ويونيو 2024"), ["يونيو 2023 = 2023-06", "يونيو 2024 = 2024-06"]);
        assert_eq!(found("في 24 يونيو 2022 و1 دجنبر 2025"), ["24 يونيو 2022 = 2022-06-24", "1 دجنبر 2025 = 2025-12-01"]);
    }

    #[test]
    fn what_is_joined_to_a_date_shares_its_month_and_year() {
        assert_eq!(found("يومي 2 و3 يونيو 2023"), ["2 = 2023-06-02", "3 يونيو 2023 = 2023-06-03"]);
        assert_eq!(found("من 19 إلى 23 يونيو 2023"), ["19 = 2023-06-19", "23 يونيو 2023 = 2023-06-23"]);
        assert_eq!(found("مؤرخ في 2 أو 3 يونيو 2023"), ["2 = 2023-06-02", "3 يونيو 2023 = 2023-06-03"]);
        assert_eq!(found("من 24 شتنبر إلى 4 أكتوبر 2024"), ["24 شتنبر = 2024-09-24", "4 أكتوبر 2024 = 2024-10-04"]);
        assert_eq!(found("ما بين أكتوبر ودجنبر 2025"), ["أكتوبر = 2025-10", "دجنبر 2025 = 2025-12"]);
        assert_eq!(found("38 و3 يونيو 2023"), ["3 يونيو 2023 = 2023-06-03"]);
    }

    #[test]
    fn no_year_is_guessed() {
        assert_eq!(found("الجمعة 2 يونيو، وقيل 29 فبراير، وقيل 30 فبراير"), ["2 يونيو = 06-02", "29 فبراير = 02-29"]);
        assert_eq!(found("يومي 2 و3 يونيو."), ["2 = 06-02", "3 يونيو = 06-03"]);
    }
}
