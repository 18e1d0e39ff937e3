//! The files, read back: their size, what is where, and nothing cut off.

use std::error::Error;

use png::{Decoder, Transformations};
use share_images::{Card, HEIGHT, WIDTH, cards, png};

use super::site;

type Outcome = Result<(), Box<dyn Error>>;

/// A pixel that is clearly ink: darker than the outlines of the motif.
const DARK: u8 = 0x90;
/// Rows of the title and what stands below it; columns of the text.
const BODY: std::ops::Range<usize> = 120..510;
const TEXT_FROM: usize = 300;

struct Image {
    width: usize,
    height: usize,
    red: Vec<u8>,
}

impl Image {
    fn read(bytes: &[u8]) -> Result<Self, Box<dyn Error>> {
        let mut decoder = Decoder::new(std::io::Cursor::new(bytes));
        decoder.set_transformations(Transformations::EXPAND);
        let mut reader = decoder.read_info()?;
        let mut pixels = vec![0; reader.output_buffer_size().ok_or("a size")?];
        let info = reader.next_frame(&mut pixels)?;
        Ok(Self { width: info.width as usize, height: info.height as usize, red: pixels.chunks(3).map(|pixel| pixel[0]).collect() })
    }

    fn is_dark(&self, x: usize, y: usize) -> bool {
        self.red[y * self.width + x] < DARK
    }

    /// Whether any pixel of a column of the body is dark.
    fn has_ink(&self, x: usize) -> bool {
        BODY.into_iter().any(|y| self.is_dark(x, y))
    }
}

fn plain(title: &str) -> Card {
    Card { kicker: String::new(), title: title.to_owned(), line: String::new(), site: "مرجع".to_owned(), city: String::new() }
}

#[test]
fn every_image_is_1200_by_630_small_and_the_same_each_time() -> Outcome {
    for (path, card) in cards(&site::real()?) {
        let bytes = png(&card)?;
        let image = Image::read(&bytes)?;
        assert_eq!((image.width, image.height), (1200, 630), "{path}");
        assert!(bytes.len() <= 60_000, "{path}: {} bytes", bytes.len());
        assert_eq!(bytes, png(&card)?, "{path}");
    }
    Ok(())
}

#[test]
fn no_word_runs_into_the_margins_or_the_rule() -> Outcome {
    let long = "الاجتماع الثاني رفيع المستوى لرؤساء وكالات مكافحة الإرهاب والأمن في إفريقيا، «منصة مراكش»";
    let mut drawn = cards(&site::real()?);
    let three_lines = drawn.iter().map(|(_, card)| Card { title: long.to_owned(), ..card.clone() }).next().ok_or("a card")?;
    drawn.push(("three lines".to_owned(), three_lines));
    for (path, card) in drawn {
        let image = Image::read(&png(&card)?)?;
        let (width, height) = (usize::from(WIDTH), usize::from(HEIGHT));
        let is_free = |columns: std::ops::Range<usize>, rows: std::ops::Range<usize>| {
            columns.into_iter().all(|x| rows.clone().all(|y| !image.is_dark(x, y)))
        };
        assert!(is_free(width - 74..width, 0..height), "{path}: the right margin");
        assert!(is_free(TEXT_FROM..width, 0..48), "{path}: the top margin");
        assert!(is_free(TEXT_FROM..width, height - 36..height), "{path}: the bottom margin");
        assert!(is_free(272..TEXT_FROM + 38, 0..height), "{path}: between motif and text");
        assert!(is_free(TEXT_FROM..width, 506..534), "{path}: around the rule");
    }
    Ok(())
}

#[test]
fn a_title_begins_at_the_right() -> Outcome {
    // How wide the stroke is that stands first from the right.
    let first_stroke = |title: &str| -> Result<usize, Box<dyn Error>> {
        let image = Image::read(&png(&plain(title))?)?;
        let columns = (TEXT_FROM..image.width).rev().skip_while(|x| !image.has_ink(*x));
        Ok(columns.take_while(|x| image.has_ink(*x)).count())
    };
    let (alef_first, alef_last) = (first_stroke("ا سسسس")?, first_stroke("سسسس ا")?);
    assert!(alef_first < 40, "an alef is thin: {alef_first}");
    assert!(alef_last > 100, "four joined letters are one stroke: {alef_last}");
    Ok(())
}

#[test]
fn every_host_city_has_a_motif_and_a_colour_of_its_own() -> Outcome {
    let drawn = |city: &str| -> Result<(usize, Vec<u8>), Box<dyn Error>> {
        let bytes = png(&Card { city: city.to_owned(), ..plain("منصة") })?;
        let image = Image::read(&bytes)?;
        Ok(((0..230).map(|x| (0..image.height).filter(|y| image.is_dark(x, *y)).count()).sum(), bytes))
    };
    let mut seen = Vec::new();
    for city in ["", "marrakech", "tangier", "fes", "agadir"] {
        let (dark, bytes) = drawn(city)?;
        assert!(dark > 10_000, "{city}: {dark} pixels of motif");
        assert!(!seen.contains(&bytes), "{city} looks like another");
        seen.push(bytes);
    }
    assert_eq!(drawn("nowhere")?.1, drawn("")?.1, "a city without a motif wears the platform's");
    Ok(())
}
