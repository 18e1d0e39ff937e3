//! What Arabic writes together with a word: particles before it, endings after it. All in folded letters.
//!
//! Source of the rules: standard grammar of attached particles, pronouns, sound plurals, dual, nisba.

/// How a particle is attached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Proclitic {
    /// There is none.
    None,
    /// One with the article, which is hardly ever part of a word: وال, بال, لل …
    Article,
    /// A single letter or two, which begin many words of their own: و, ب, ل, وس …
    Letter,
}

/// Particles that end in the article. «لل» is «ل» and the article.
const WITH_ARTICLE: [&str; 11] = ["ال", "وال", "فال", "بال", "كال", "وبال", "فبال", "وكال", "لل", "ولل", "فلل"];

/// Particles without the article.
const LETTERS: [&str; 13] = ["و", "ف", "ب", "ك", "ل", "س", "وب", "ول", "وك", "وس", "فب", "فل", "فس"];

/// The letter that a noun may begin with after «لل», where three are written as two: لل + لجنة = للجنة.
const LAM: char = 'ل';

/// The ways to read the beginning of a word: what remains without the particle. The word itself comes first.
pub fn proclitics(word: &str) -> Vec<(Proclitic, &str)> {
    let mut readings = vec![(Proclitic::None, word)];
    for article in WITH_ARTICLE {
        let Some(rest) = word.strip_prefix(article) else { continue };
        if article.ends_with("لل") {
            // The noun may have lost its own first letter.
            let with_lam = &word[word.len() - rest.len() - LAM.len_utf8()..];
            readings.push((Proclitic::Article, with_lam));
        }
        readings.push((Proclitic::Article, rest));
    }
    let letters_apart =
        |particle: &&str| Some((Proclitic::Letter, word.strip_prefix(*particle)?)).filter(|(_, rest)| may_precede(particle, rest));
    readings.extend(LETTERS.iter().filter_map(letters_apart));
    readings.retain(|(proclitic, rest)| *proclitic == Proclitic::None || letters(rest) >= 2);
    readings
}

/// «س» of the future stands before verbs alone, and these begin with one of four letters.
fn may_precede(particle: &str, rest: &str) -> bool {
    !particle.ends_with('س') || rest.starts_with(['ا', 'ت', 'ن', 'ي'])
}

/// An ending, and what the word may end in where the ending is not there.
struct Ending {
    text: &'static str,
    /// What may stand in its place, besides nothing.
    instead: &'static [&'static str],
}

const fn ending(text: &'static str, instead: &'static [&'static str]) -> Ending {
    Ending { text, instead }
}

/// Feminine, tanwin, dual, sound plurals, nisba, each with pronouns; longest first but for one. ة is folded to ه, and is ت before an
/// ending.
const ENDINGS: &[Ending] = &[
    ending("ياتهما", &[]),
    ending("اتهما", &["ه"]),
    ending("يتهما", &["ه"]),
    ending("تاهما", &["ه"]),
    ending("تيهما", &["ه"]),
    ending("اويون", &["ا", "ه"]),
    ending("اويين", &["ا", "ه"]),
    ending("اتهم", &["ه"]),
    ending("اتهن", &["ه"]),
    ending("اتكم", &["ه"]),
    ending("اتنا", &["ه"]),
    ending("اتها", &["ه"]),
    ending("يتهم", &["ه", "يه"]),
    ending("يتها", &["ه", "يه"]),
    ending("يتان", &["ه", "ا", "يا"]),
    ending("يتين", &["ه", "ا", "يا"]),
    ending("تاها", &["ه"]),
    ending("تيها", &["ه"]),
    ending("تهما", &["ه"]),
    ending("تكما", &["ه"]),
    ending("ييها", &["ه", "ا", "يا"]),
    ending("يوها", &["ه", "ا", "يا"]),
    ending("ييهم", &["ه", "ا", "يا"]),
    ending("يوهم", &["ه", "ا", "يا"]),
    ending("اويه", &["ا", "ه"]),
    ending("يهما", &[]),
    ending("وهما", &[]),
    ending("اته", &["ه"]),
    ending("اتي", &["ه"]),
    ending("اتك", &["ه"]),
    ending("يته", &["ه", "يه"]),
    ending("تهم", &["ه"]),
    ending("تهن", &["ه"]),
    ending("تكم", &["ه"]),
    ending("تنا", &["ه"]),
    ending("تها", &["ه"]),
    ending("تان", &["ه"]),
    ending("تين", &["ه"]),
    ending("يون", &["ه", "ا", "يا"]),
    ending("يين", &["ه", "ا", "يا"]),
    ending("يان", &["ه", "ا", "يا"]),
    ending("يات", &["ه", "ا", "يا", "يه"]),
    ending("اوي", &["ا", "ه"]),
    ending("ويه", &["ا", "ي", "ه"]),
    ending("يهم", &[]),
    ending("وهم", &[]),
    ending("يها", &[]),
    ending("وها", &[]),
    ending("اها", &["ي"]),
    ending("اهم", &["ي"]),
    ending("هما", &[]),
    ending("كما", &[]),
    ending("اءه", &["ا"]),
    ending("ته", &["ه"]),
    ending("تي", &["ه"]),
    ending("تك", &["ه"]),
    ending("تا", &["ه"]),
    ending("وي", &["ا", "ي", "ه"]),
    ending("اه", &["ي"]),
    ending("يه", &["ه", "ا", "يا"]),
    ending("وه", &[]),
    ending("يا", &["ه", "ا"]),
    ending("يي", &["ه", "ا", "يا"]),
    ending("يو", &["ه", "ا", "يا"]),
    ending("ات", &["ه"]),
    ending("ان", &[]),
    ending("ين", &[]),
    ending("ون", &[]),
    ending("وا", &[]),
    ending("هم", &[]),
    ending("هن", &[]),
    ending("كم", &[]),
    ending("كن", &[]),
    ending("نا", &[]),
    ending("ني", &[]),
    ending("ءه", &["اء"]),
    ending("ءا", &["ء"]),
    ending("ه", &[]),
    ending("ي", &["ه", "ا", "يا"]),
    ending("ك", &[]),
    ending("و", &[]),
    ending("ا", &[]),
    ending("ت", &["ه"]),
    ending("ن", &[]),
    // Read before «ا» from the end: دورها is دور, for no tanwin follows ة.
    ending("ها", &[]),
];

/// A way to read the end of a word.
pub struct Reading {
    /// What remains without the ending.
    pub stem: String,
    /// The word as it would be without the ending, likeliest first: with what the ending took away.
    pub words: Vec<String>,
    /// The feminine that the ending comes of, if it surely comes of one or of a plural in «ات».
    pub feminine: Option<String>,
}

/// The ways to read the end of a word, the longest ending first. None leaves less than two letters.
pub fn endings(word: &str) -> Vec<Reading> {
    let reading = |ending: &Ending| {
        let stem = word.strip_suffix(ending.text).filter(|stem| letters(stem) >= 2)?;
        let mut words: Vec<String> = ending.instead.iter().map(|end| [stem, *end].concat()).collect();
        // A sound feminine plural and a ت before a pronoun come of the feminine; a nisba of the word itself.
        let at = if ending.text.starts_with("ات") || ending.text.starts_with('ت') { words.len() } else { 0 };
        words.insert(at, stem.to_owned());
        let is_feminine = at > 0 && letters(ending.text) >= 2 && !["تا", "تي", "تك"].contains(&ending.text);
        Some(Reading { stem: stem.to_owned(), words, feminine: is_feminine.then(|| [stem, "ه"].concat()) })
    };
    ENDINGS.iter().filter_map(reading).collect()
}

/// A word without the article, where enough is left.
pub fn without_article(word: &str) -> &str {
    word.strip_prefix("ال").filter(|rest| letters(rest) >= 3).unwrap_or(word)
}

/// How many letters a word has.
pub fn letters(word: &str) -> usize {
    word.chars().count()
}
