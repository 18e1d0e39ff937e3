//! `new-edition`: a commented starter file for an edition, made from `content/templates/edition.toml`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use content::phrases::task as phrases;
use toml_edit::{DocumentMut, Item, value};
use walkdir::WalkDir;

use crate::workspace;

pub fn run(arguments: &[String]) -> Result<()> {
    let [slug] = arguments else { bail!("{}", phrases::WHICH_EDITION) };
    let claim = create(&workspace::content(), slug)?;
    println!("{}", phrases::edition_created(&format!("content/editions/{slug}.toml"), &claim));
    Ok(())
}

/// Writes the file and gives the id of its first claim.
fn create(content: &Path, slug: &str) -> Result<String> {
    let year = year_of(slug).with_context(|| phrases::bad_slug(slug))?;
    let file = content.join("editions").join(format!("{slug}.toml"));
    ensure!(!file.exists(), "{}", phrases::edition_exists(&format!("content/editions/{slug}.toml")));
    let claim = format!("F{:03}", highest_claim(content)? + 1);
    let template = read(&content.join("templates/edition.toml"))?;
    let text = fill(&template, highest_number(content)? + 1, year, &claim)?;
    fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
    Ok(claim)
}

/// The year of `2026-dakhla`, when the slug is one.
fn year_of(slug: &str) -> Option<i64> {
    let (year, name) = slug.split_once('-')?;
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    let year = year.parse().ok()?;
    (is_year && year >= 2022 && name.split('-').all(plain)).then_some(year)
}

/// Ids are never used twice, so those that are only mentioned count as well: a claim that was taken out, say.
fn highest_claim(content: &Path) -> Result<u32> {
    let mut highest = 0;
    for entry in WalkDir::new(content).into_iter().filter_entry(|entry| entry.file_name() != "templates") {
        let entry = entry.with_context(|| format!("cannot list {}", content.display()))?;
        if entry.file_type().is_file() {
            highest = claims_in(&read(entry.path())?).fold(highest, u32::max);
        }
    }
    Ok(highest)
}

/// The numbers of `F001` … in a text.
fn claims_in(text: &str) -> impl Iterator<Item = u32> {
    text.match_indices('F').filter_map(|(at, _)| {
        let digits: String = text[at + 1..].chars().take_while(char::is_ascii_digit).collect();
        let stands_alone = !text[..at].ends_with(|before: char| before.is_ascii_alphanumeric());
        (stands_alone && digits.len() >= 3).then(|| digits.parse().ok()).flatten()
    })
}

fn highest_number(content: &Path) -> Result<i64> {
    let mut highest = 0;
    let folder = content.join("editions");
    for entry in fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))? {
        let path = entry?.path();
        let number = parse(&path, &read(&path)?)?.get("number").and_then(Item::as_integer);
        highest = highest.max(number.unwrap_or_default());
    }
    Ok(highest)
}

/// The template with this edition's number, year and first claim; every comment is kept.
///
/// # Errors
/// The template is not valid TOML or lacks one of them.
pub fn fill(template: &str, number: i64, year: i64, claim: &str) -> Result<String> {
    let path = Path::new("content/templates/edition.toml");
    let mut document = parse(path, template)?;
    let field = |name: &str| document.get(name).with_context(|| format!("{} lacks {name}", path.display()));
    let placeholder = field("dates_claim")?.as_str().context("dates_claim is not a string")?.to_owned();
    let start = field("start")?.as_datetime().context("start is not a date")?.to_string();
    let new_start = format!("{year}{}", start.get(4..).unwrap_or_default());
    set_keeping_decor(&mut document, "number", value(number));
    // The id and the date stand in many places of the template, in comments too.
    let old_year = start.get(..4).unwrap_or_default();
    let text = document.to_string().replace(&placeholder, claim).replace(&start, &new_start);
    Ok(text.replace(&format!("\"{old_year}"), &format!("\"{year}")))
}

fn set_keeping_decor(document: &mut DocumentMut, key: &str, mut new: Item) {
    if let (Some(old), Some(new)) = (document.get(key).and_then(Item::as_value), new.as_value_mut()) {
        *new.decor_mut() = old.decor().clone();
    }
    if let Some(slot) = document.get_mut(key) {
        *slot = new;
    }
}

fn parse(path: &Path, text: &str) -> Result<DocumentMut> {
    text.parse().with_context(|| format!("{} is not valid TOML", path.display()))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use anyhow::Result;
    use content::source;

    use super::{claims_in, create, year_of};
    use crate::{content_files, workspace};

    #[test]
    fn a_slug_is_a_year_and_a_plain_name() {
        assert_eq!(year_of("2026-dakhla"), Some(2026));
        assert_eq!(year_of("2026-ben-guerir"), Some(2026));
        for slug in
            ["", "2026", "2026-", "dakhla-2026", "26-dakhla", "2026-Dakhla", "2026-الداخلة", "2026-a/b", "2026--a", "2026-..", "1999-x"]
        {
            assert_eq!(year_of(slug), None, "{slug}");
        }
    }

    #[test]
    fn claims_are_found_wherever_they_are_mentioned() {
        let found: Vec<_> = claims_in("id = \"F021\" [F153 F007] UNF999 F1234 F12 F").collect();
        assert_eq!(found, [21, 153, 7, 1234]);
    }

    /// The starter file is sound as it is, for any edition after the last: what an editor sees first is not an error.
    #[test]
    fn the_starter_file_passes_the_check() -> Result<()> {
        let copy = copied_content()?;
        for (slug, number) in [("2031-dakhla", 5), ("2032-tetouan", 6)] {
            let claim = create(copy.path(), slug)?;
            let text = fs::read_to_string(copy.path().join(format!("editions/{slug}.toml")))?;
            assert!(text.contains(&format!("number = {number}\n")), "{slug} has another number");
            assert!(text.contains(&format!("start = {}-", &slug[..4])), "{slug} has another year");
            assert!(text.contains(&format!("id = \"{claim}\"")), "{slug} lacks {claim}");
            assert!(text.contains("# رقم الدورة"), "{slug} lost its comments");
            assert!(text.starts_with("#:schema ../schema/edition.json\n"), "{slug} does not name its schema");
            let problems = source::load(&content_files::read(copy.path())?).err().unwrap_or_default();
            let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
            assert!(problems.is_empty(), "{}", problems.join("\n"));
        }
        Ok(())
    }

    #[test]
    fn nothing_is_overwritten() -> Result<()> {
        let copy = copied_content()?;
        assert!(create(copy.path(), "2022-marrakech").is_err_and(|error| error.to_string().contains("2022-marrakech")));
        Ok(())
    }

    fn copied_content() -> Result<tempfile::TempDir> {
        let copy = tempfile::tempdir()?;
        for entry in walkdir::WalkDir::new(workspace::content()) {
            let entry = entry?;
            let target = copy.path().join(entry.path().strip_prefix(workspace::content())?);
            if entry.file_type().is_dir() {
                fs::create_dir_all(target)?;
            } else {
                fs::copy(entry.path(), target)?;
            }
        }
        Ok(copy)
    }
}
