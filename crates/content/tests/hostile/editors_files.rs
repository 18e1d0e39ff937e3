//! The editors' files: any text is read or refused, with file and line; what is accepted makes pages.

use std::sync::LazyLock;

use content::{
    compose::{Base, page, routes},
    problem::Problem,
    route::Route,
    source::{SourceFile, is_invisible, load},
};
use proptest::prelude::*;

use super::support::{changed, changes, config, excerpt, files};

static SOUND: LazyLock<Vec<SourceFile>> = LazyLock::new(|| in_folder("tests/site/sound"));
static REAL: LazyLock<Vec<SourceFile>> = LazyLock::new(|| in_folder("content"));

/// Bytes of a real file that are changed and read at once, so that a million cases take minutes.
const EXCERPT: usize = 1_500;

fn in_folder(folder: &str) -> Vec<SourceFile> {
    let all = files(folder, ".toml").into_iter().chain(files(folder, ".txt"));
    all.filter(|(path, _)| !path.starts_with("templates/")).map(|(path, text)| SourceFile { path, text }).collect()
}

/// What is wrong with one file, read without the others.
fn problems(path: &str, text: String) -> Vec<Problem> {
    load(&[SourceFile { path: path.to_owned(), text }]).err().unwrap_or_default()
}

/// Every problem says where, in a file that was named and a line that is there, what and what instead, in few words that no
/// terminal obeys.
fn is_clear(problem: &Problem, text: &str, path: &str) -> bool {
    let lines = text.matches('\n').count() + 1;
    let is_placed = problem.place.file != path || (1..=lines).contains(&problem.place.line);
    let message = problem.to_string();
    let is_legible = !message.contains(|letter: char| is_invisible(letter) || letter == '\r') && message.len() < 4_000;
    is_placed && problem.place.column > 0 && !problem.found.is_empty() && !problem.expected.is_empty() && is_legible
}

/// What nobody sees is never accepted.
fn is_seen_through(problems: &[Problem], text: &str, path: &str) -> bool {
    !text.contains(is_invisible) || problems.iter().any(|problem| problem.place.file == path)
}

/// Every page of what was accepted is there, at an address that reads back.
fn makes_pages(files: &[SourceFile], wanted: u16) -> Result<bool, String> {
    let Ok(site) = load(files) else { return Ok(false) };
    let all = routes(&site);
    let mut addresses: Vec<String> = all.iter().map(Route::path).collect();
    if let Some(lost) = all.iter().find(|route| Route::parse(&route.path()).as_ref() != Some(route)) {
        return Err(format!("{} does not read back", lost.path()));
    }
    addresses.sort();
    addresses.dedup();
    if addresses.len() != all.len() {
        return Err("two pages have one address".to_owned());
    }
    let route = &all[usize::from(wanted) % all.len()];
    let page = page(&site, &Base::new("https://example.org/ref/"), route).ok_or_else(|| format!("no page at {}", route.path()))?;
    // As text, with its strings between quotes.
    let data = format!("{page:?}");
    let is_whole = !data.contains(is_invisible) && !data.contains("\\0") && !data.to_ascii_lowercase().contains("\"javascript:");
    if is_whole { Ok(true) } else { Err(format!("{} carries what nobody sees, or runs", route.path())) }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), file in any::<prop::sample::Index>()) {
        let path = &file.get(&SOUND).path;
        let problems = problems(path, text.clone());
        prop_assert!(problems.iter().all(|problem| is_clear(problem, &text, path)), "{:#?}", problems);
        prop_assert!(is_seen_through(&problems, &text, path));
    }

    #[test]
    fn a_real_file_changed_is_read_or_refused(changes in changes(), file in any::<prop::sample::Index>(), place in any::<u16>()) {
        let SourceFile { path, text } = file.get(&REAL);
        let text = changed(excerpt(text, place, EXCERPT), &changes);
        let problems = problems(path, text.clone());
        prop_assert!(problems.iter().all(|problem| is_clear(problem, &text, path)), "{:#?}", problems);
        prop_assert!(is_seen_through(&problems, &text, path));
    }

    #[test]
    fn a_site_with_one_file_changed_is_refused_or_makes_pages(changes in changes(), file in any::<prop::sample::Index>(), page in any::<u16>()) {
        let mut files = SOUND.clone();
        let file = file.index(files.len());
        files[file].text = changed(&files[file].text, &changes);
        let outcome = makes_pages(&files, page);
        prop_assert!(outcome.is_ok(), "{:?}", outcome);
    }
}

/// A change inside the quotes of a sound site keeps it sound often enough that the property above asks something.
#[test]
fn the_sound_site_makes_every_page() {
    let all = 0..u16::try_from(SOUND.len()).expect("few files");
    assert!(all.into_iter().all(|page| makes_pages(&SOUND, page) == Ok(true)));
}
