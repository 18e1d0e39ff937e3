//! The images that other sites show beside a shared link: 1200×630 PNG, one per kind of page and one per edition.
//!
//! Nothing of the machine is used: the typeface is in `fonts/` (made by `cargo xtask font`), the colours come from
//! `style/tokens.css`, and the arithmetic is the same on every processor, so the same card gives the same bytes.

mod colours;
mod compose;
mod error;
mod icon;
mod motif;
mod raster;
pub mod typeset;
mod words;

pub use colours::colour;
pub use error::ImageError;
pub use icon::icons;
pub use words::{card, cards, image_path};

/// Width of every image in pixels: what the Open Graph readers of the large networks ask for (1.91 : 1).
pub const WIDTH: u16 = 1200;
/// Height of every image in pixels.
pub const HEIGHT: u16 = 630;

/// What an image says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Small line above the title: what the page belongs to; may be empty.
    pub kicker: String,
    /// The title, on up to three lines.
    pub title: String,
    /// One or two lines below the title; may be empty.
    pub line: String,
    /// Name of the site, at the bottom.
    pub site: String,
    /// Whose accent and motif it wears, as `content::page::Page` says; empty for the platform's.
    pub city: String,
}

impl Card {
    /// The words of the image in one line, for `og:image:alt`.
    #[must_use]
    pub fn alternative(&self) -> String {
        let parts = [&self.kicker, &self.title, &self.line, &self.site].map(String::as_str);
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" | ")
    }
}

/// An image to publish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// Where it is published, below the base address.
    pub path: String,
    /// The PNG file.
    pub bytes: Vec<u8>,
}

/// The image of `card`, as a PNG file.
///
/// # Errors
/// The words do not fit or need a letter that the typeface lacks; the tokens lack a colour; the font file is damaged.
pub fn png(card: &Card) -> Result<Vec<u8>, ImageError> {
    raster::png(&compose::drawing(card)?, &colours::palette(&card.city)?, (WIDTH, HEIGHT))
}
