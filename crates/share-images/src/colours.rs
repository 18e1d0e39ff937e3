//! The colours of the images: the site's own, read from its style sheet.

use crate::ImageError;

/// Part of the program, so that a build needs no file at run time.
const TOKENS: &str = include_str!("../../../style/tokens.css");

/// Red, green, blue.
pub type Colour = [u8; 3];

/// What is drawn with one colour. The later lies above the earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Outlines and rules.
    Line,
    /// Filled stars and the line above the title.
    Accent,
    /// Less important words.
    Muted,
    /// Words.
    Text,
}

/// Paper and inks.
pub struct Palette {
    /// What is drawn upon.
    pub paper: Colour,
    /// Inks, in the order of [`Ink`].
    pub inks: [Colour; 4],
}

/// The colours for light surroundings, with the accent of a city if it has one.
///
/// # Errors
/// The style sheet lacks one of them.
pub fn palette(city: &str) -> Result<Palette, ImageError> {
    palette_of(TOKENS, city)
}

/// Those of the icon: the title's field, and what is written on it.
///
/// # Errors
/// The style sheet lacks one of them.
pub fn icon() -> Result<Palette, ImageError> {
    let colour = |name| token(TOKENS, name).ok_or(ImageError::Colour(name));
    Ok(Palette { paper: colour("--band")?, inks: [colour("--on-band")?; 4] })
}

/// A colour of the style sheet by its name, as it is by day: `#83300f`.
///
/// # Errors
/// The style sheet lacks it.
pub fn colour(name: &'static str) -> Result<String, ImageError> {
    let [red, green, blue] = token(TOKENS, name).ok_or(ImageError::Colour(name))?;
    Ok(format!("#{red:02x}{green:02x}{blue:02x}"))
}

fn palette_of(tokens: &'static str, city: &str) -> Result<Palette, ImageError> {
    // The first rule has them all, but for the accent, which cities change.
    let light = tokens.split('}').next().unwrap_or_default();
    let colour = |name| token(light, name).ok_or(ImageError::Colour(name));
    let (paper, line) = (colour("--paper")?, colour("--line")?);
    let accent = tokens.lines().find(|line| line.contains(&format!("[data-city=\"{city}\"]")));
    let accent = accent.and_then(|rule| token(&rule.replace(['{', ';'], "\n"), "--accent"));
    let accent = accent.or_else(|| token(tokens, "--accent")).ok_or(ImageError::Colour("--accent"))?;
    Ok(Palette { paper, inks: [line, accent, colour("--ink-muted")?, colour("--ink")?] })
}

fn token(rule: &str, name: &str) -> Option<Colour> {
    let value = rule.lines().find_map(|line| line.trim().strip_prefix(name)?.strip_prefix(':'))?;
    // `light-dark(#fbf8f3, #181411)`: images are for light surroundings.
    let value = value.trim().trim_start_matches("light-dark(");
    let digits = value.strip_prefix('#')?.split([',', ';', ')']).next()?;
    let number = u32::from_str_radix(digits, 16).ok().filter(|_| digits.len() == 6)?;
    let [_, red, green, blue] = number.to_be_bytes();
    Some([red, green, blue])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_light_colours_are_taken_not_the_dark_ones() -> Result<(), ImageError> {
        let sheet = ":root {\n --paper: light-dark(#fbf8f3, #181411);\n --line: #ddd1c0;\n --accent: #7d3110;\n --ink-muted: #554a41;\n --ink: #241d18;\n}\n:root {\n --paper: #000000;\n}";
        let palette = palette_of(sheet, "")?;
        assert_eq!((palette.paper, palette.inks[3]), ([0xfb, 0xf8, 0xf3], [0x24, 0x1d, 0x18]));
        Ok(())
    }

    #[test]
    fn a_missing_colour_is_named() {
        let error = palette_of(":root {\n --paper: #fbf8f3;\n --line: ddd;\n}", "").err();
        assert!(matches!(error, Some(ImageError::Colour("--line"))), "{error:?}");
    }
}
