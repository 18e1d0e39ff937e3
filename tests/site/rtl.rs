//! The checklist of Arabic and right-to-left layout (docs/rtl.md), as far as files can tell. Each test carries its line's name.

use std::{fs, sync::OnceLock};

use scraper::{ElementRef, Html, Node, Selector};
use walkdir::WalkDir;

use super::support::{publish, real_site, rendered, root};

/// A piece of text of a page: where, what, and whether an element isolates it from the Arabic around it.
struct Piece {
    path: String,
    text: String,
    is_isolated: bool,
}

/// Every text node of every page's own text.
fn pieces() -> &'static [Piece] {
    static PIECES: OnceLock<Vec<Piece>> = OnceLock::new();
    PIECES.get_or_init(|| {
        let mut pieces = Vec::new();
        for page in rendered(&real_site()) {
            for node in Html::parse_fragment(&page.html).tree.nodes() {
                let Node::Text(text) = node.value() else { continue };
                let is_isolated = node.ancestors().filter_map(ElementRef::wrap).any(|element| isolates(&element));
                pieces.push(Piece { path: page.page.path.clone(), text: text.to_string(), is_isolated });
            }
        }
        assert!(pieces.len() > 10_000, "{} pieces of text", pieces.len());
        pieces
    })
}

/// `<bdi>`, an element with a direction or foreign language of its own, or one whose whole text is an id.
fn isolates(element: &ElementRef<'_>) -> bool {
    let value = element.value();
    value.name() == "bdi"
        || value.attr("dir") == Some("ltr")
        || value.attr("lang").is_some_and(|lang| lang != "ar")
        || value.name() == "code"
        || ["claim__permalink", "reference"].iter().any(|class| value.classes().any(|found| found == *class))
}

fn is_arabic(letter: char) -> bool {
    ('\u{621}'..='\u{64a}').contains(&letter)
}

/// Pieces in which `fault` finds something, as one message.
fn faults(fault: impl Fn(&Piece) -> Option<String>) -> String {
    pieces().iter().filter_map(|piece| Some(format!("{}: {} in «{}»\n", piece.path, fault(piece)?, piece.text.trim()))).take(12).collect()
}

fn styles() -> String {
    let files = WalkDir::new(root().join("style"))
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.path().extension().is_some_and(|found| found == "css"));
    files.map(|entry| fs::read_to_string(entry.path()).expect("a sheet")).collect()
}

#[test]
fn b01_b02_every_file_says_language_and_direction_in_its_markup() {
    let outputs = publish(&root().join("content"), "https://example.org/");
    let pages: Vec<_> = outputs.iter().filter(|output| output.is("html")).collect();
    assert!(pages.len() > 150);
    for page in pages {
        assert!(String::from_utf8_lossy(&page.bytes).starts_with("<!doctype html><html lang=\"ar\" dir=\"rtl\">"), "{}", page.path);
    }
    let shell = fs::read_to_string(root().join("index.html")).expect("the shell");
    assert!(shell.contains("<html lang=\"ar\" dir=\"rtl\">"));
}

#[test]
fn b04_latin_words_are_isolated() {
    let found = faults(|piece| {
        let has_word = piece.text.split(|letter: char| !letter.is_ascii_alphabetic()).any(|word| word.len() > 1);
        (has_word && !piece.is_isolated).then(|| "a Latin word that nothing isolates".to_owned())
    });
    assert!(found.is_empty(), "{found}");
}

#[test]
fn b05_no_invisible_marks_of_direction() {
    let is_mark = |letter: char| matches!(letter, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let found = faults(|piece| piece.text.contains(is_mark).then(|| "a mark".to_owned()));
    assert!(found.is_empty(), "{found}");
}

#[test]
fn b06_years_are_not_joined_by_a_hyphen() {
    let found = faults(|piece| {
        let letters: Vec<char> = piece.text.chars().collect();
        let is_range = letters.windows(3).any(|three| three[0].is_ascii_digit() && "-–—".contains(three[1]) && three[2].is_ascii_digit());
        (is_range && !piece.is_isolated).then(|| "digits joined by a hyphen".to_owned())
    });
    assert!(found.is_empty(), "{found}");
}

#[test]
fn b07_digits_are_european() {
    let found = faults(|piece| {
        piece
            .text
            .contains(|letter: char| matches!(letter, '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}'))
            .then(|| "other digits".to_owned())
    });
    assert!(found.is_empty(), "{found}");
}

#[test]
fn b08_numbers_and_percents_are_written_as_in_morocco() {
    let found = faults(|piece| {
        let letters: Vec<char> = piece.text.chars().collect();
        let is_comma =
            letters.windows(5).any(|five| five[0].is_ascii_digit() && five[1] == ',' && five[2..].iter().all(char::is_ascii_digit));
        let is_spaced = piece.text.contains(" %") || piece.text.contains('٪');
        // Four digits without a separator are a year, of the years the site may speak of.
        let numbers = piece.text.split(|letter: char| !letter.is_ascii_digit() && !".,/".contains(letter));
        let is_ungrouped = numbers
            .filter(|number| number.len() > 3 && number.bytes().all(|byte| byte.is_ascii_digit()))
            .any(|number| !number.parse().is_ok_and(|year: u32| (1900..2100).contains(&year)));
        ((is_comma || is_spaced || is_ungrouped) && !piece.is_isolated).then(|| "a number written otherwise".to_owned())
    });
    assert!(found.is_empty(), "{found}");
}

#[test]
fn b10_punctuation_beside_arabic_is_arabic() {
    let found = faults(|piece| {
        let letters: Vec<char> = piece.text.chars().collect();
        let is_latin = letters.windows(2).any(|two| is_arabic(two[0]) && ",;?".contains(two[1]));
        is_latin.then(|| "Latin punctuation after an Arabic letter".to_owned())
    });
    assert!(found.is_empty(), "{found}");
}

#[test]
fn b11_the_conjunction_is_attached() {
    let found = faults(|piece| piece.text.contains(" و ").then(|| "a conjunction that stands alone".to_owned()));
    assert!(found.is_empty(), "{found}");
}

/// B3, B12, B14, B19, B20 as the sheets have them; the browser's answer is asked in tests/e2e/journeys/rtl.rs.
#[test]
fn b12_b14_b19_b20_the_styles_leave_arabic_whole() {
    let styles = styles();
    for banned in [
        "text-transform",
        "text-stroke",
        "text-align: justify",
        "text-align: left",
        "text-align: right",
        "hyphens: auto",
        "font-style: italic",
        "outline: 0",
    ] {
        assert!(!styles.contains(banned), "{banned}");
    }
    assert_eq!(styles.matches("letter-spacing").count(), styles.matches("letter-spacing: 0").count(), "no space between letters");
    assert!(styles.contains("font-synthesis: none") && styles.contains("hyphens: manual"));
}

#[test]
fn b15_no_element_begins_or_ends_within_a_word() {
    let mut broken = Vec::new();
    for page in rendered(&real_site()) {
        let document = Html::parse_fragment(&page.html);
        let inline = Selector::parse("a, bdi, b, strong, em, time, mark, cite").expect("a selector");
        for element in document.select(&inline) {
            let text: String = element.text().collect();
            let before = element.prev_sibling().and_then(|node| node.value().as_text().map(|text| text.to_string())).unwrap_or_default();
            let after = element.next_sibling().and_then(|node| node.value().as_text().map(|text| text.to_string())).unwrap_or_default();
            let ends_in_word = text.ends_with(is_arabic) && after.starts_with(is_arabic);
            // One-letter particles before a link do join it; the browsers of today keep the joint (docs/rtl.md).
            let stem = before.rsplit(|letter: char| !is_arabic(letter)).next().unwrap_or_default().chars().count();
            let begins_in_word = text.starts_with(is_arabic) && stem > 2;
            if ends_in_word || begins_in_word {
                broken.push(format!("{}: …{before}|{text}|{after}…", page.page.path));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken[..broken.len().min(8)].join("\n"));
}

#[test]
fn b19_no_tatweel_and_no_soft_hyphen() {
    let found = faults(|piece| piece.text.contains(['\u{640}', '\u{ad}']).then(|| "tatweel or a soft hyphen".to_owned()));
    assert!(found.is_empty(), "{found}");
}

#[test]
fn b26_b27_fields_take_their_direction_from_the_text_and_programs_theirs() {
    let mut programs = 0;
    for page in rendered(&real_site()) {
        let document = Html::parse_fragment(&page.html);
        for element in document.select(&Selector::parse("pre").expect("a selector")) {
            assert_eq!((element.value().attr("dir"), element.value().attr("tabindex")), (Some("ltr"), Some("0")), "{}", page.page.path);
            programs += 1;
        }
        for element in document.select(&Selector::parse("input[type=search]").expect("a selector")) {
            assert_eq!(element.value().attr("dir"), Some("auto"), "{}", page.page.path);
        }
    }
    assert!(programs > 0);
}

#[test]
fn b28_titles_begin_with_an_arabic_word() {
    for page in rendered(&real_site()) {
        let title = page.page.document_title("مرجع");
        assert!(title.starts_with(|letter: char| is_arabic(letter) || letter == '«'), "{}: {title}", page.page.path);
        assert!(!page.page.description.is_empty(), "{}", page.page.path);
    }
}

/// Latin words of a text that are neither ids of the content nor on the list.
fn latin_words(text: &str) -> Vec<String> {
    // File formats, which have no other name.
    const ALLOWED: [&str; 3] = ["JSON", "CSV", "RIS"];
    let words = text
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| word.contains(|letter: char| letter.is_ascii_alphabetic()));
    let is_id =
        |word: &str| word.starts_with(['F', 'S', 'K', 'R', 'C']) && word.len() <= 4 && word[1..].bytes().all(|byte| byte.is_ascii_digit());
    words.filter(|word| !is_id(word) && !ALLOWED.contains(word)).map(str::to_owned).collect()
}

#[test]
fn b30_every_word_of_the_interface_is_arabic() {
    let mut labels = 0;
    for page in rendered(&real_site()) {
        let document = Html::parse_fragment(&page.html);
        for attribute in ["aria-label", "aria-description", "alt", "title", "placeholder"] {
            for element in document.select(&Selector::parse(&format!("[{attribute}]")).expect("a selector")) {
                let label = element.value().attr(attribute).unwrap_or_default();
                labels += 1;
                assert!(label.contains(is_arabic), "{}: {attribute}=\"{label}\"", page.page.path);
                assert_eq!(latin_words(label), [""; 0], "{}: {attribute}=\"{label}\"", page.page.path);
            }
        }
        let controls = Selector::parse("button, summary, label, legend, option, caption, th[scope=col], dt").expect("a selector");
        for element in document.select(&controls) {
            labels += 1;
            // A foreign name says so itself.
            let own = element.descendants().filter(|node| !node.ancestors().filter_map(ElementRef::wrap).any(|above| isolates(&above)));
            let text: String = own.filter_map(|node| node.value().as_text()).map(|text| text.to_string()).collect();
            assert_eq!(latin_words(&text), [""; 0], "{}: «{text}»", page.page.path);
        }
    }
    assert!(labels > 1_000, "{labels} labels");
}

#[test]
fn b33_addresses_are_plain() {
    for page in rendered(&real_site()) {
        assert!(page.page.path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/-.".contains(&byte)), "{}", page.page.path);
    }
}

#[test]
fn b34_foreign_names_carry_their_language() {
    for page in rendered(&real_site()) {
        let document = Html::parse_fragment(&page.html);
        for element in document.select(&Selector::parse("article bdi").expect("a selector")) {
            let text: String = element.text().collect();
            // Ids, addresses and hosts are of no language.
            let is_name = text.contains(char::is_whitespace) && !text.contains("://");
            assert!(!is_name || element.value().attr("lang").is_some(), "{}: {text}", page.page.path);
        }
    }
}
