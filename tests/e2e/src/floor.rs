//! Styles as older browsers read them: what they do not know gets a name that no browser knows, and the browser at hand does with it
//! what they do. That is more honest than taking rules out: one unknown selector spoils its whole rule, an unknown function only
//! the declaration that uses it.

/// What came after the spring of 2022, when the last browsers learned cascade layers: the floor of the styles.
const UNKNOWN: [&str; 12] = [
    // Selectors.
    ":has(",
    "::details-content",
    "::highlight(",
    "::view-transition",
    "dialog",
    "popover",
    // Rules and conditions.
    "@container",
    "(width>=",
    "(width<=",
    // Functions.
    "light-dark(",
    // Properties.
    "text-wrap:",
    "content-visibility:",
];

/// As browsers of spring 2022 read them: Chrome 99, Firefox 97, Safari 15.4.
#[must_use]
pub fn of_2022(css: &str) -> String {
    let known = UNKNOWN.iter().fold(css.to_owned(), |css, feature| css.replace(feature, &unknown(feature)));
    let units = ["vi", "vb", "dvh", "svh", "cqi"].into_iter().flat_map(|unit| ('0'..='9').map(move |digit| (digit, unit)));
    let known = units.fold(known, |css, (digit, unit)| css.replace(&format!("{digit}{unit}"), &format!("{digit}unknown-{unit}")));
    // Beside others of the same end, so each with what precedes it.
    ["mask:", "rotate:"].iter().fold(known, |css, property| {
        ["{", ";"].iter().fold(css, |css, before| css.replace(&format!("{before}{property}"), &format!("{before}unknown-{property}")))
    })
}

/// As browsers before that read them, which drop every layer: not at all.
#[must_use]
pub fn before(css: &str) -> String {
    css.replace("@layer ", "@unknown ").replace("@page", "@unknown")
}

/// The same with a name in it that does not exist: `:unknown-has(`, `(unknown-width>=`, `3unknown-vi`.
fn unknown(feature: &str) -> String {
    let name = feature.find(|letter: char| letter.is_ascii_alphabetic()).unwrap_or_default();
    format!("{}unknown-{}", &feature[..name], &feature[name..])
}
