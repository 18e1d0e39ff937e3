//! Hostile content and data (`tests/hostile`): refused with a reason and a place, or shown as text; never executed.

use std::{collections::BTreeSet, fs};

use content::{
    page::{Block, Claim, ClaimCard, Inline, Page},
    problem::Problem,
    source::SourceFile,
};
use prerender::{Output, body, content_folder};
use scraper::{ElementRef, Html};
use serde_json::Value;

use super::support::{base, copy, load, publish, rendered, root, text};

/// A file kept in `tests/hostile/content`: the file of the sound site that it replaces, and what its first line expects.
struct Kept {
    name: String,
    replaces: String,
    is_shown: bool,
    expected: String,
    bytes: Vec<u8>,
}

fn kept() -> Vec<Kept> {
    let folder = root().join("tests/hostile/content");
    let files = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let read = |path: std::path::PathBuf| {
        let bytes = fs::read(&path).expect("a file");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let first = text.lines().next().and_then(|line| line.strip_prefix("# ")).expect("what is expected");
        let (replaces, verdict) = first.split_once("; ").expect("file; verdict");
        let (verdict, expected) = verdict.split_once(": ").expect("verdict: words");
        assert!(["shown", "refused"].contains(&verdict), "{first}");
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        Kept { name, replaces: replaces.to_owned(), is_shown: verdict == "shown", expected: expected.to_owned(), bytes }
    };
    let mut kept: Vec<Kept> = files.map(read).collect();
    kept.sort_by(|one, other| one.name.cmp(&other.name));
    kept
}

/// The sound site with the file `path` of these bytes.
fn with(path: &str, bytes: &[u8]) -> Vec<SourceFile> {
    let mut files = content_folder::files(&root().join("tests/site/sound")).expect("readable fixture");
    files.retain(|file| file.path != path);
    files.push(SourceFile::new(path.to_owned(), bytes));
    files
}

/// Everything that is published of the sound site with the file `path` of these bytes.
fn published(path: &str, bytes: &[u8]) -> Vec<Output> {
    let content = copy(&root().join("tests/site/sound"));
    fs::write(content.path().join(path), bytes).expect("a change");
    publish(content.path(), "https://example.org/ref/")
}

fn problems(path: &str, bytes: &[u8]) -> Vec<Problem> {
    content::source::load(&with(path, bytes)).err().unwrap_or_default()
}

/// What a page must not have: scripts besides the four known, attributes that run, addresses that run, other ways in.
fn what_runs(html: &str) -> Vec<String> {
    let document = Html::parse_document(html);
    let elements = document.root_element().descendants().filter_map(ElementRef::wrap);
    elements.flat_map(|element| faults_of(&element)).collect()
}

fn faults_of(element: &ElementRef<'_>) -> Vec<String> {
    let (name, value) = (element.value().name(), element.value());
    let mut faults = Vec::new();
    let is_data = matches!(value.attr("type"), Some("application/json" | "application/ld+json"));
    let is_known = is_data || value.attr("src").is_some_and(|address| address.starts_with("/ref/loader-")) || element.inner_html() == "0";
    if name == "script" && !is_known {
        faults.push(element.html());
    }
    if name == "script" && is_data && serde_json::from_str::<serde_json::Value>(&element.inner_html()).is_err() {
        faults.push(format!("no JSON: {}", element.html()));
    }
    if ["iframe", "object", "embed", "base", "img", "applet", "frame", "math"].contains(&name) {
        faults.push(element.html());
    }
    for (attribute, text) in value.attrs() {
        let runs = attribute.starts_with("on") || ["style", "srcdoc", "formaction"].contains(&attribute);
        let is_address = ["href", "src", "action", "xlink:href"].contains(&attribute);
        let leads = ["/", "#", "https://", "http://", "mailto:"].iter().any(|start| text.starts_with(start));
        if runs || (is_address && !leads) {
            faults.push(format!("{attribute}={text}"));
        }
    }
    faults
}

/// Text and attributes that are read out, of a whole page.
fn words_of(html: &str) -> String {
    let document = Html::parse_document(html);
    let elements = document.root_element().descendants().filter_map(ElementRef::wrap);
    let read_out = elements.filter_map(|element| element.value().attr("content").map(str::to_owned));
    document.root_element().text().map(str::to_owned).chain(read_out).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_is_kept_is_refused_where_it_stands_or_shown_as_text() {
    let kept = kept();
    assert!(kept.len() >= 60, "only {} files", kept.len());
    for Kept { name, replaces, is_shown, expected, bytes } in kept {
        let problems = problems(&replaces, &bytes);
        if is_shown {
            assert!(problems.is_empty(), "{name}: {problems:?}");
            let outputs = published(&replaces, &bytes);
            let pages: Vec<&str> = outputs.iter().filter(|output| output.is("html")).map(|page| text(&outputs, &page.path)).collect();
            assert!(pages.iter().any(|page| words_of(page).contains(&expected)), "{name}: {expected} is not shown");
            let faults: BTreeSet<String> = pages.iter().flat_map(|page| what_runs(page)).collect();
            assert!(faults.is_empty(), "{name}: {faults:?}");
        } else {
            let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
            let place = format!("content/{replaces}:");
            assert!(told.iter().any(|told| told.starts_with(&place) && told.contains(&expected)), "{name}: {told:?}");
            assert!(told.len() <= 60 && told.iter().all(|told| told.len() < 4_000), "{name}: {} problems", told.len());
            assert!(!told.concat().contains(content::source::is_invisible), "{name}: {told:?}");
        }
    }
}

/// Megabytes of one letter, mark or bracket: refused in a moment, with few and short words.
#[test]
fn a_megabyte_is_refused_with_few_words() {
    let home = |text: &str| format!("title = \"صفحة\"\ndescription = \"وصف\"\n\n[[section]]\ntext = \"\"\"\n{text}\n\"\"\"\n");
    for part in ["a", "ن", "[", "{", "ـ", "٣", "\u{202e}", "a ", "[F001] ", "a\\\n", "\\u202E", "= ", "\"", "\0"] {
        let text = part.repeat(1_000_000 / part.len());
        for bytes in [home(&text), text] {
            let problems = problems("pages/home.toml", bytes.as_bytes());
            assert!(!problems.is_empty() && problems.len() < 200, "{part:?}: {} problems", problems.len());
            assert!(problems.iter().all(|problem| problem.to_string().len() < 4_000), "{part:?}");
        }
    }
}

/// Megabytes of short lines and paragraphs are refused just so; a long text of many is content.
#[test]
fn many_lines_are_read_as_long_as_a_text_may_be() {
    let home = |text: &str| format!("title = \"صفحة\"\ndescription = \"وصف\"\n\n[[section]]\ntext = \"\"\"\n{text}\n\"\"\"\n");
    assert!(problems("pages/home.toml", home(&"نص.\n\n".repeat(2_000)).as_bytes()).is_empty());
    assert!(!problems("pages/home.toml", home(&"نص.\n\n".repeat(100_000)).as_bytes()).is_empty());
    let sections = "[[section]]\ntext = \"نص.\"\n".repeat(30_000);
    assert!(problems("pages/home.toml", format!("title = \"صفحة\"\ndescription = \"وصف\"\n{sections}").as_bytes()).is_empty());
}

/// A file whose name is the address of another page, or none.
#[test]
fn an_edition_takes_no_address_of_another_page() {
    let edition = fs::read(root().join("tests/site/sound/editions/2024-city.toml")).expect("an edition");
    for name in ["compare", "", "..", "a/b", "A", "-a", "a\u{202e}", &"a".repeat(300)] {
        let path = format!("editions/{name}.toml");
        let mut files = with(&path, &edition);
        files.retain(|file| file.path != "editions/2024-city.toml");
        let told: Vec<String> = content::source::load(&files).err().unwrap_or_default().iter().map(ToString::to_string).collect();
        assert!(!told.concat().contains(content::source::is_invisible), "{name}: {told:?}");
        assert!(told.iter().any(|told| told.contains("معرّف غير صالح") || told.contains("عنوان محجوز")), "{name}: {told:?}");
    }
}

/// Every text of a page's data, whatever it becomes in HTML: shown as text.
#[test]
fn hostile_data_is_shown_as_text() {
    let site = load(&root().join("tests/site/sound"));
    let frame = content::compose::frame(&site, &base());
    for words in ["<script>alert(1)</script>", "\" onmouseover=\"alert(1)", "' onload='alert(1)", "</main><svg onload=alert(1)>"] {
        for rendered in rendered(&site) {
            let mut data = serde_json::to_value(&rendered.page).expect("data");
            hostile(&mut data, words);
            let html = body(frame.clone(), serde_json::from_value(data).expect("a page"));
            assert!(what_runs(&html).is_empty(), "{words} in {}: {:?}", rendered.route.path(), what_runs(&html));
        }
    }
}

/// Adds words to every text; an empty one says that there is none.
fn hostile(data: &mut Value, words: &str) {
    match data {
        // Not the names of blocks without content, which are the format's own.
        Value::String(text) if !text.is_empty() && text != "Sources" && text != "Pair" && text != "Filter" => text.push_str(words),
        Value::Array(items) => items.iter_mut().for_each(|item| hostile(item, words)),
        Value::Object(fields) => fields.values_mut().for_each(|field| hostile(field, words)),
        _ => {}
    }
}

/// What refers to claims and sources that are not there is left out.
#[test]
fn data_that_points_beyond_itself_is_shown() {
    let frame = content::compose::frame(&load(&root().join("tests/site/sound")), &base());
    let card =
        ClaimCard { text: vec![Inline::Cite(5)], conflicts: vec![4], permalink: "/".into(), report: "/".into(), ..ClaimCard::default() };
    let claim = Claim { id: "F001".into(), href: "/".into(), sources: vec![3, 9], card: Some(card), ..Claim::default() };
    let blocks = vec![Block::Paragraph(vec![Inline::Cite(0), Inline::Cite(usize::MAX)]), Block::Claims(vec![0, 7]), Block::Sources];
    let html = body(frame, Page { path: "/".into(), blocks, claims: vec![claim], ..Page::default() });
    assert_eq!(what_runs(&html), Vec::<String>::new());
    assert!(html.contains("F001"), "{html}");
}

/// The check itself sees what runs.
#[test]
fn what_runs_is_seen() {
    for html in ["<script>1</script>", "<a href=\"javascript:x\">a</a>", "<p onclick=\"x\">a", "<svg onload=x>", "<img src=/x>"] {
        assert!(!what_runs(html).is_empty(), "{html}");
    }
}
