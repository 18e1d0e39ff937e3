//! A citation as text, open at the place of the access date.

use content::{page::Inline, phrases::citation as words};

/// A formatted citation: `before`, then the date of access, then `after`.
///
/// The text holds no direction marks; [`Style::inlines`] isolates by markup what runs the other way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Style {
    /// Name of the style, as readers call it.
    pub name: String,
    /// Language of its words: `ar` or `en`. The date of access is written in it:
    /// «23 نونبر 2026» or "November 23, 2026".
    pub lang: String,
    /// What stands before the date of access.
    pub before: String,
    /// What stands after it.
    pub after: String,
    /// What runs against the direction of the style.
    isolated: Vec<Inline>,
}

impl Style {
    pub(crate) fn arabic(before: String, url: &str) -> Self {
        let isolated = vec![Inline::Foreign("en".to_owned(), url.to_owned())];
        Self { name: words::ARABIC_STYLE.to_owned(), lang: "ar".to_owned(), before, after: words::after(url), isolated }
    }

    pub(crate) fn english(name: &str, before: &str, after: &str, arabic: &[&str]) -> Self {
        let isolated = arabic.iter().map(|text| Inline::Foreign("ar".to_owned(), (*text).to_owned())).collect();
        Self { name: name.to_owned(), lang: "en".to_owned(), before: before.to_owned(), after: after.to_owned(), isolated }
    }

    /// `before` and `after` with Arabic titles in English text, and addresses in Arabic text, isolated:
    /// otherwise the digits after an Arabic title are drawn in its direction (UAX #9, rules W2 and N1).
    #[must_use]
    pub fn inlines(&self) -> (Vec<Inline>, Vec<Inline>) {
        (self.isolate(&self.before), self.isolate(&self.after))
    }

    fn isolate(&self, text: &str) -> Vec<Inline> {
        let mut inlines = Vec::new();
        let mut rest = text;
        while let Some((at, found)) = self.next_isolated(rest) {
            if at > 0 {
                inlines.push(Inline::Text(rest[..at].to_owned()));
            }
            rest = &rest[at + found.1.len()..];
            inlines.push(Inline::Foreign(found.0.to_owned(), found.1.to_owned()));
        }
        if !rest.is_empty() {
            inlines.push(Inline::Text(rest.to_owned()));
        }
        inlines
    }

    /// The first of the isolated texts in `text`; where two begin together, the one named first.
    fn next_isolated<'a>(&'a self, text: &str) -> Option<(usize, (&'a str, &'a str))> {
        let found = self.isolated.iter().filter_map(|inline| match inline {
            Inline::Foreign(lang, isolated) => text.find(isolated.as_str()).map(|at| (at, (lang.as_str(), isolated.as_str()))),
            _ => None,
        });
        found.min_by_key(|(at, _)| *at)
    }
}
