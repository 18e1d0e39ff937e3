//! Dates in visible text are `<time>` (B9 of docs/rtl.md), told by an oracle of its own: nothing here asks the code that marks them.

use scraper::{ElementRef, Html, Node};

use super::support::{attributes, real_site, rendered, texts};

const MONTHS: [&str; 12] = ["يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر", "نونبر", "دجنبر"];
const OTHER_MONTHS: [&str; 14] =
    ["مايو", "يونيه", "يوليو", "يوليه", "أغسطس", "سبتمبر", "نوفمبر", "ديسمبر", "حزيران", "تموز", "أيلول", "تشرين", "كانون", "شباط"];
/// What joins two dates of one month or year.
const LINKS: [&str; 3] = [" و", " إلى ", " أو "];
/// The text of a citation is copied as it stands, in the form its style prescribes; the date in it is that of the footer. The
/// contents repeat headings as plain text.
const EXCEPTED_CLASSES: [&str; 3] = ["citation", "claim__cite", "contents"];
/// Elements within a line of text.
const INLINE: [&str; 8] = ["a", "bdi", "b", "span", "strong", "em", "cite", "mark"];

/// The visible text, one line for each block, with `[]` in the place of every `<time>`.
fn lines(html: &str) -> Vec<String> {
    let mut text = String::new();
    write(Html::parse_fragment(html).root_element(), &mut text);
    text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

fn write(element: ElementRef<'_>, text: &mut String) {
    let value = element.value();
    if value.classes().any(|class| EXCEPTED_CLASSES.contains(&class)) {
        return;
    }
    if value.name() == "time" {
        text.push_str("[]");
        return;
    }
    // The number of a citation is no part of the sentence.
    let is_inline = INLINE.contains(&value.name()) && !value.classes().any(|class| class == "reference");
    let border = if is_inline { "" } else { "\n" };
    text.push_str(border);
    for child in element.children() {
        match (child.value(), ElementRef::wrap(child)) {
            (Node::Text(words), _) => text.push_str(words),
            (_, Some(element)) => write(element, text),
            _ => {}
        }
    }
    text.push_str(border);
}

/// The date that a line holds outside `<time>`, if it does.
fn unmarked(line: &str) -> Option<String> {
    let near = |at: usize| line[at..].chars().take(20).collect::<String>();
    for month in MONTHS {
        for (at, _) in line.match_indices(month) {
            let (before, after) = (&line[..at], &line[at + month.len()..]);
            let is_word = !before.trim_end_matches('و').ends_with(char::is_alphabetic) && !after.starts_with(char::is_alphabetic);
            let has_day = before.trim_end().ends_with(|letter: char| letter.is_ascii_digit());
            let has_year = after.trim_start().starts_with(|letter: char| letter.is_ascii_digit());
            let is_joined = LINKS.iter().any(|link| after.strip_prefix(link).is_some_and(|rest| rest.starts_with('[')));
            if is_word && (has_day || has_year || is_joined) {
                return Some(near(at));
            }
        }
    }
    // «2» in «2 و3 يونيو 2023», where only the second is marked.
    let joined = LINKS.iter().flat_map(|link| line.match_indices(&format!("{link}[")).map(|(at, _)| at).collect::<Vec<_>>());
    let number = |at: usize| line[..at].rsplit(|letter: char| !letter.is_ascii_digit()).next().unwrap_or_default().len();
    joined.into_iter().find(|at| (1..=2).contains(&number(*at))).map(near)
}

#[test]
fn b09_every_date_is_a_time() {
    let mut times = 0;
    let mut faults = Vec::new();
    for page in rendered(&real_site()) {
        times += texts(&page.html, "time[datetime]").len();
        faults.extend(lines(&page.html).iter().filter_map(|line| Some(format!("{}: «{}» in «{line}»", page.page.path, unmarked(line)?))));
    }
    assert!(faults.is_empty(), "{} dates are no <time>:\n{}", faults.len(), faults[..faults.len().min(12)].join("\n"));
    assert!(times > 500, "{times} dates");
}

#[test]
fn b09_datetime_is_a_date_of_html() {
    let is_date = |value: &str| {
        let parts: Vec<&str> = value.split('-').collect();
        let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
        let is_form = [&[4][..], &[4, 2], &[4, 2, 2], &[2, 2]].contains(&lengths.as_slice());
        is_form && parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    for page in rendered(&real_site()) {
        for value in attributes(&page.html, "time", "datetime") {
            assert!(is_date(&value), "{}: {value}", page.page.path);
        }
    }
}

#[test]
fn b09_months_have_their_moroccan_names() {
    for page in rendered(&real_site()) {
        // The page of the search tells which names of months it knows.
        if page.page.path.starts_with("/search/") {
            continue;
        }
        for line in lines(&page.html).into_iter().chain(texts(&page.html, "time")) {
            let mut words = line.split(|letter: char| !letter.is_alphabetic());
            let found = words.find(|word| OTHER_MONTHS.contains(&word.trim_start_matches(['و', 'ب', 'ل'])));
            assert!(found.is_none(), "{}: {found:?} in «{line}»", page.page.path);
        }
    }
}

#[test]
fn the_oracle_sees_what_is_missing() {
    for line in ["في يونيو 2023 و", "افتُتحت في 3 يونيو،", "ويونيو 2024", "يومي 2 و[]", "أكتوبر و[]"]
    {
        assert!(unmarked(line).is_some(), "{line}");
    }
    for line in ["في يونيو من السنة", "38 وفداً و[]", "الممارسات 2", "منذ 2022 و[]"] {
        assert_eq!(unmarked(line), None, "{line}");
    }
}
