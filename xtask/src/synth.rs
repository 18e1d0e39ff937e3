//! `synth`: the content with many more editions, to see what grows with the site. Always the same for the same number.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use content::phrases;

use crate::{content_files, new_edition, options, workspace};

/// Claims of a synthetic edition; the real ones have about as many.
const CLAIMS: usize = 20;
/// Words of a claim.
const WORDS: usize = 14;
/// The first synthetic edition: after the real ones, in number and in year.
const FIRST_NUMBER: i64 = 5;
const FIRST_YEAR: i64 = 2026;
/// Ids from here on are free in the real content.
const FIRST_CLAIM: usize = 1_000;
pub fn run(arguments: &[String]) -> Result<()> {
    let [editions] = options::values(arguments, ["--editions"])?;
    let editions = editions.map_or(Ok(1_000), |editions| editions.parse()).context("--editions needs a number")?;
    println!("{} editions added: {}", editions, content(editions)?.display());
    Ok(())
}

/// Writes the real content and this many more editions to `target/synth/N/content`; gives that folder.
///
/// # Errors
/// A file cannot be read or written, or there would be years of five digits.
pub fn content(editions: usize) -> Result<PathBuf> {
    ensure!(editions <= 7_000, "{editions} editions are too many: one a year from {FIRST_YEAR} on, in years of four digits");
    let folder = workspace::target().join("synth").join(editions.to_string()).join("content");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    for file in content_files::read(&workspace::content())? {
        write(&folder.join(&file.path), &file.text)?;
    }
    let template = fs::read_to_string(workspace::content().join("templates/edition.toml")).context("cannot read the template")?;
    let template = template.replace(phrases::PLACEHOLDER, "");
    let lexicon = fs::read_to_string(folder.join("search/lexicon.txt")).context("cannot read the lexicon")?;
    let mut writer = Writer { words: words(&lexicon), state: 1 };
    let mut claim = FIRST_CLAIM;
    for (edition, number) in (0..editions).zip(FIRST_NUMBER..) {
        let year = FIRST_YEAR + number - FIRST_NUMBER;
        let mut parts = vec![new_edition::fill(&template, number, year, &format!("F{claim}"))?];
        parts.extend((claim + 1..claim + CLAIMS).map(|id| writer.claim(id)));
        claim += CLAIMS;
        write(&folder.join(format!("editions/{year}-synth-{edition}.toml")), &parts.concat())?;
    }
    Ok(folder)
}

fn words(lexicon: &str) -> Vec<&str> {
    lexicon.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
}

fn write(path: &Path, text: &str) -> Result<()> {
    let folder = path.parent().with_context(|| format!("{} stands in no folder", path.display()))?;
    fs::create_dir_all(folder).and_then(|()| fs::write(path, text)).with_context(|| format!("cannot write {}", path.display()))
}

/// Writes sentences of the field's words, of which few are frequent and many rare, and of names that occur once.
struct Writer<'a> {
    words: Vec<&'a str>,
    state: u64,
}

impl Writer<'_> {
    fn claim(&mut self, id: usize) -> String {
        format!("\n[[statements.claim]]\nid = \"F{id}\"\ntext = \"{}.\"\nsources = [\"S021\"]\n", self.sentence())
    }

    fn sentence(&mut self) -> String {
        let mut words: Vec<String> = (0..WORDS).map(|_| self.word()).collect();
        words.push(self.name());
        words.join(" ")
    }

    fn word(&mut self) -> String {
        // The product of two draws: small places far more often than large ones, as words are.
        let count = self.words.len().max(1);
        let place = self.draw(count) * self.draw(count) / count;
        self.words.get(place).copied().unwrap_or_default().to_owned()
    }

    /// The beginnings of three words.
    fn name(&mut self) -> String {
        (0..3).flat_map(|_| self.word().chars().take(2).collect::<Vec<_>>()).collect()
    }

    /// A number below `end`: a linear congruential generator (Knuth), so that every run draws the same.
    fn draw(&mut self, end: usize) -> usize {
        self.state = self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.state >> 33).unwrap_or_default() % end
    }
}
