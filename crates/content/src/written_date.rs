//! Dates as editors write them in a sentence, so that each becomes a `<time>`.

use core::ops::Range;
use std::sync::OnceLock;

use crate::model::Date;

/// Dates with month and year in Arabic text, such as «17 يونيو 2025» and «يونيو 2025»: where they stand, in order.
#[must_use]
pub fn dates(text: &str) -> Vec<(Range<usize>, Date)> {
    let found = months().iter().enumerate().flat_map(|(index, name)| {
        let number = u8::try_from(index + 1).unwrap_or_default();
        text.match_indices(name.as_str()).filter_map(move |(at, _)| date_around(text, at..at + name.len(), number))
    });
    let mut found: Vec<_> = found.collect();
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// Names of the months as in [`Date::arabic`], January first.
fn months() -> &'static [String] {
    static MONTHS: OnceLock<Vec<String>> = OnceLock::new();
    MONTHS.get_or_init(|| {
        let name = |month| Date { year: 2000, month: Some(month), day: None }.arabic();
        (1..=12).map(|month| name(month).split(' ').next().unwrap_or_default().to_owned()).collect()
    })
}

/// The date whose month stands at `month`: a year must follow, a day may precede.
fn date_around(text: &str, month: Range<usize>, number: u8) -> Option<(Range<usize>, Date)> {
    let (before, after) = (&text[..month.start], &text[month.end..]);
    if before.ends_with(char::is_alphabetic) {
        return None;
    }
    let digits = after.strip_prefix(' ')?;
    let year = digits.get(..4).filter(|_| !digits[4..].starts_with(|next: char| next.is_ascii_digit()))?;
    let day = before.strip_suffix(' ').map_or("", |before| &before[before.trim_end_matches(|digit: char| digit.is_ascii_digit()).len()..]);
    let start = if day.is_empty() { month.start } else { month.start - day.len() - 1 };
    let written = if day.is_empty() { format!("{year}-{number:02}") } else { format!("{year}-{number:02}-{day:0>2}") };
    Some((start..month.end + 5, Date::parse(&written)?))
}

#[cfg(test)]
mod tests {
    use super::dates;

    #[test]
    fn dates_in_a_sentence_are_found_with_their_days() {
        let found = |text: &str| dates(text).iter().map(|(range, date)| (text[range.clone()].to_owned(), date.iso())).collect::<Vec<_>>();
        let pair = |written: &str, iso: &str| (written.to_owned(), iso.to_owned());
        assert_eq!(found("يومي 2 و3 يونيو 2023، ثم في غشت 2024."), [pair("3 يونيو 2023", "2023-06-03"), pair("غشت 2024", "2024-08")]);
        assert_eq!(found("سنة 2022، وفي يونيو، والمايونيو 2022، ويونيو 20223"), []);
        assert_eq!(found("40 يونيو 2022"), []);
    }
}
