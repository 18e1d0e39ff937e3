//! Every word of the site is set with the subsets as with the whole typefaces they were made of (B21 of docs/rtl.md), said by
//! HarfBuzz (C++): forms and ligatures by the box of each glyph, attached marks by their offsets.
//!
//! `cargo xtask test` installs the whole typefaces and names their folder in `TYPEFACES`.

use std::{
    collections::BTreeSet,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use harfbuzz_rs::{Face, Font, Owned, UnicodeBuffer, Variation, shape};
use walkdir::WalkDir;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// A subset, the whole typeface it was made of, and the weight, where it has several.
type Pair = (&'static str, &'static str, Option<f32>);

const VARIABLE: &str = "@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2";
const PAIRS: [Pair; 5] = [
    ("public/fonts/noto-naskh-arabic.woff2", VARIABLE, Some(400.0)),
    ("public/fonts/noto-naskh-arabic.woff2", VARIABLE, Some(700.0)),
    ("public/fonts/reem-kufi.woff2", "@expo-google-fonts/reem-kufi/700Bold/ReemKufi_700Bold.ttf", None),
    (
        "crates/share-images/fonts/noto-naskh-arabic-regular.ttf",
        "@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf",
        None,
    ),
    (
        "crates/share-images/fonts/noto-naskh-arabic-bold.ttf",
        "@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf",
        None,
    ),
];

/// Words that the content does not have: every form of lam-alef, marks above and below, marks on marks.
const MORE_WORDS: [&str; 6] = ["لا لأ لإ لآ", "بلا ملأ سلامٌ", "إِودكٍّخٍ", "لِلَّهِ", "مُنَصَّةٌ", "كَتَبَ، ثُمَّ؛ أَيْنَ؟"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn typefaces() -> PathBuf {
    std::env::var_os("TYPEFACES").map_or_else(|| root().join("target/tools/font/node_modules"), PathBuf::from)
}

/// The words of the content and of the phrases, with their marks.
fn words() -> Outcome<BTreeSet<String>> {
    let is_arabic = |letter: char| matches!(letter, '\u{621}'..='\u{63a}' | '\u{641}'..='\u{652}' | '\u{670}');
    let mut words: BTreeSet<String> = MORE_WORDS.map(str::to_owned).into();
    let content = WalkDir::new(root().join("content")).into_iter().collect::<Result<Vec<_>, _>>()?;
    let files = content.into_iter().map(walkdir::DirEntry::into_path).filter(|path| path.extension().is_some_and(|found| found == "toml"));
    for file in files.chain([root().join("crates/content/src/phrases.rs")]) {
        let text = fs::read_to_string(file)?;
        words.extend(text.split(|letter| !is_arabic(letter)).filter(|word| !word.is_empty()).map(str::to_owned));
    }
    Ok(words)
}

/// A font file, unpacked.
fn bytes(path: &Path) -> Outcome<Vec<u8>> {
    let advice = "the whole typefaces are installed by `cargo xtask test tools`";
    let file = fs::read(path).map_err(|error| format!("{}: {error}; {advice}", path.display()))?;
    let is_packed = path.extension().is_some_and(|found| found == "woff2");
    if is_packed { wuff::decompress_woff2(&file).map_err(|error| format!("{}: {error:?}", path.display()).into()) } else { Ok(file) }
}

fn font(bytes: &[u8], weight: Option<f32>) -> Owned<Font<'_>> {
    let mut font = Font::new(Face::from_bytes(bytes, 0));
    if let Some(weight) = weight {
        font.set_variations(&[Variation::new(b"wght", weight)]);
    }
    font
}

/// Of each glyph: its letters, whether the font has it, advance, offset, and the box of its outline. Numbers of glyphs differ
/// between a font and its subset.
fn shaped(font: &Font<'_>, word: &str) -> Vec<[i64; 9]> {
    let glyphs = shape(font, UnicodeBuffer::new().add_str(word).guess_segment_properties(), &[]);
    let placed = glyphs.get_glyph_infos().iter().zip(glyphs.get_glyph_positions());
    let glyph = placed.map(|(info, place)| {
        let extents = font.get_glyph_extents(info.codepoint);
        let [x, y, width, height] = extents.map_or([0; 4], |found| [found.x_bearing, found.y_bearing, found.width, found.height]);
        [
            info.cluster.into(),
            i64::from(info.codepoint == 0),
            place.x_advance.into(),
            place.x_offset.into(),
            place.y_offset.into(),
            x.into(),
            y.into(),
            width.into(),
            height.into(),
        ]
    });
    glyph.collect()
}

#[test]
fn every_word_is_shaped_as_by_the_whole_typeface() -> Outcome<()> {
    let words = words()?;
    assert!(words.len() > 3_000, "{} words", words.len());
    for (subset, whole, weight) in PAIRS {
        let (subset_bytes, whole_bytes) = (bytes(&root().join(subset))?, bytes(&typefaces().join(whole))?);
        assert!(subset_bytes.len() < whole_bytes.len() / 2, "{subset} is no subset");
        let (part, all) = (font(&subset_bytes, weight), font(&whole_bytes, weight));
        let other: Vec<_> = words.iter().filter(|word| shaped(&part, word) != shaped(&all, word)).take(8).collect();
        assert!(other.is_empty(), "{subset} at {weight:?} sets otherwise than the whole typeface: {other:?}");
        let missing: Vec<_> = words.iter().filter(|word| shaped(&part, word).iter().any(|glyph| glyph[1] != 0)).take(8).collect();
        assert!(missing.is_empty(), "{subset} lacks letters of {missing:?}");
    }
    Ok(())
}

/// What the comparison would not see, were both fonts without it.
#[test]
fn letters_join_and_marks_add_no_width() -> Outcome<()> {
    for (subset, _, weight) in PAIRS {
        let bytes = bytes(&root().join(subset))?;
        let font = font(&bytes, weight);
        let width = |text: &str| shaped(&font, text).iter().map(|glyph| glyph[2]).sum::<i64>();
        let apart: i64 = "كتكتك".chars().map(|letter| width(&letter.to_string())).sum();
        assert!(width("كتكتك") * 10 < apart * 9, "{subset}: joined letters are narrower");
        assert!(width("لا") * 10 < (width("ل") + width("ا")) * 9, "{subset}: lam and alef are one sign");
        assert_eq!(width("مُنَصَّة"), width("منصة"), "{subset}: marks have no width");
        let marks = shaped(&font, "مُ");
        assert!(marks.len() > 1 && marks.iter().any(|glyph| glyph[3] != 0 || glyph[4] != 0), "{subset}: marks are attached");
    }
    Ok(())
}
