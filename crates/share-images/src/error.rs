//! Why an image cannot be drawn, and what to do about it.

use std::fmt;

/// Why an image cannot be drawn.
#[derive(Debug)]
pub enum ImageError {
    /// These words take more lines than there is room for.
    TooLong(String),
    /// The typeface has no glyph for this letter of these words.
    MissingLetter(String, char),
    /// `style/tokens.css` does not define this colour as six hexadecimal digits.
    Colour(&'static str),
    /// The file of the motif of this name holds no path that can be read.
    Motif(&'static str),
    /// The font file cannot be read.
    Typeface(String),
    /// The PNG file cannot be written.
    Png(png::EncodingError),
}

impl fmt::Display for ImageError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong(words) => {
                write!(
                    formatter,
                    "share image: no room for «{words}»; give the page a shorter title, or the site a shorter line under its name"
                )
            }
            Self::MissingLetter(words, letter) => write!(
                formatter,
                "share image: the typeface has no glyph for {letter:?} (U+{:04X}) in «{words}»; \
                 write it otherwise, or add it in xtask/font/subset.mjs and run `cargo xtask font`",
                u32::from(*letter)
            ),
            Self::Colour(name) => {
                write!(
                    formatter,
                    "share image: style/tokens.css has no {name} such as #7d3110 in its first rule; the images are drawn with it"
                )
            }
            Self::Motif(name) => {
                write!(
                    formatter,
                    "share image: public/motifs/{name}.svg has no <path d=\"…\"> that can be read; the images are drawn with it"
                )
            }
            Self::Typeface(fault) => {
                write!(
                    formatter,
                    "share image: a font in crates/share-images/fonts/ cannot be read ({fault}); make it anew: cargo xtask font"
                )
            }
            Self::Png(error) => write!(formatter, "share image: {error}"),
        }
    }
}

impl std::error::Error for ImageError {}
