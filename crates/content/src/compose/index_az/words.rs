//! Finds headings in the text of claims, behind the particles that Arabic writes as one word with them.

use std::collections::{BTreeMap, BTreeSet};

use super::headings::Heading;
use crate::{compose::text_of, model::Site, phrases::glossary::ARTICLE};

/// Conjunctions, then prepositions, then a preposition with the article: «و» and the like.
const PARTICLES: ([char; 2], [char; 3], &str) = (['و', 'ف'], ['ب', 'ك', 'ل'], "لل");

/// Ids of the claims that mention each heading, by its id. All headings are looked for at once: a name within a longer one is
/// no mention of it, «مراكش» not within «منصة مراكش».
pub(super) fn mentions<'a>(site: &'a Site, headings: &[Heading<'a>]) -> BTreeMap<String, BTreeSet<&'a str>> {
    let forms = Forms::of(headings);
    let mut found: BTreeMap<String, BTreeSet<&'a str>> = BTreeMap::new();
    for claim in site.claims.values() {
        for heading in forms.in_text(&text_of(&claim.text)) {
            found.entry(headings[heading].id.clone()).or_default().insert(&claim.id);
        }
    }
    for heading in headings {
        let claims = found.entry(heading.id.clone()).or_default();
        claims.retain(|id| !heading.except.contains(id));
        claims.extend(&heading.claims);
    }
    found
}

/// Every form: its other words and its heading, by its first word.
struct Forms(BTreeMap<String, Vec<(Vec<String>, usize)>>);

impl Forms {
    fn of(headings: &[Heading<'_>]) -> Self {
        let mut forms: BTreeMap<String, Vec<(Vec<String>, usize)>> = BTreeMap::new();
        for (index, heading) in headings.iter().enumerate() {
            for form in &heading.forms {
                let mut words = words(form).into_iter();
                if let Some(first) = words.next() {
                    forms.entry(first).or_default().push((words.collect(), index));
                }
            }
        }
        Self(forms)
    }

    /// Indices of the headings that `text` mentions, but for those within a longer name.
    fn in_text(&self, text: &str) -> Vec<usize> {
        let text = words(text);
        let mut spans: Vec<(usize, usize, usize)> = Vec::new();
        for (start, word) in text.iter().enumerate() {
            for (others, heading) in without_particles(word).iter().filter_map(|word| self.0.get(word)).flatten() {
                let end = start + 1 + others.len();
                if text.get(start + 1..end).is_some_and(|next| next.iter().zip(others).all(|(word, form)| is_form(word, form))) {
                    spans.push((start, end, *heading));
                }
            }
        }
        let is_within = |one: &(usize, usize, usize), other: &(usize, usize, usize)| {
            other.0 <= one.0 && one.1 <= other.1 && other.1 - other.0 > one.1 - one.0
        };
        spans.iter().filter(|span| !spans.iter().any(|other| is_within(span, other))).map(|span| span.2).collect()
    }
}

/// Whether `word` is `form`, with or without the article.
fn is_form(word: &str, form: &str) -> bool {
    word == form || word.strip_prefix(ARTICLE) == Some(form)
}

/// What `word` may be without the particles before it; itself first.
fn without_particles(word: &str) -> BTreeSet<String> {
    let (conjunctions, prepositions, for_the) = PARTICLES;
    let mut found = BTreeSet::new();
    for word in [Some(word), word.strip_prefix(conjunctions)].into_iter().flatten() {
        for word in [Some(word), word.strip_prefix(prepositions)].into_iter().flatten() {
            found.insert(word.to_owned());
            found.extend(word.strip_prefix(ARTICLE).map(str::to_owned));
        }
        if let Some(noun) = word.strip_prefix(for_the) {
            found.extend([noun.to_owned(), [ARTICLE, noun].concat()]);
        }
    }
    found
}

/// The words of a text as they are compared.
pub(super) fn words(text: &str) -> Vec<String> {
    let parts = text.split(|letter: char| !letter.is_alphanumeric());
    parts.map(folded).filter(|word| !word.is_empty()).collect()
}

/// Provisional, until `fold` of this crate is there: one alif, one ya, no tashkeel, small Latin letters.
fn folded(word: &str) -> String {
    let letter = |letter: char| match letter {
        '\u{622}' | '\u{623}' | '\u{625}' | '\u{671}' => Some('\u{627}'),
        '\u{649}' => Some('\u{64a}'),
        '\u{629}' => Some('\u{647}'),
        '\u{640}' | '\u{64b}'..='\u{652}' | '\u{670}' => None,
        other => Some(other),
    };
    word.to_lowercase().chars().filter_map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::{Forms, Heading};

    fn found(names: &[&'static str], text: &str) -> Vec<usize> {
        let heading = |name: &&'static str| Heading { forms: vec![*name], ..Heading::default() };
        Forms::of(&names.iter().map(heading).collect::<Vec<_>>()).in_text(text)
    }

    #[test]
    fn a_word_is_found_behind_its_particles_and_nowhere_else() {
        for text in ["الإرهاب", "للإرهاب", "وبالإرهاب", "ولإرهاب", "ارهاب", "إرهابٌ", "وللإرهاب"]
        {
            assert_eq!(found(&["إرهاب"], text), [0], "{text}");
        }
        for (form, text) in [("فاس", "فساد"), ("طنجة", "طنجرة"), ("ساحل", "سواحل"), ("أمن", "يأمن"), ("الساحل", "ساحل")]
        {
            assert!(found(&[form], text).is_empty(), "{form} in {text}");
        }
        for (form, text) in [("الساحل", "للساحل"), ("الساحل", "وبالساحل"), ("بناء قدرات", "وبناء القدرات"), ("UNOCT", "unoct")]
        {
            assert_eq!(found(&[form], text), [0], "{form} in {text}");
        }
    }

    #[test]
    fn a_name_within_a_longer_one_is_not_meant() {
        let names = ["مراكش", "منصة مراكش"];
        assert_eq!(found(&names, "دورات منصة مراكش"), [1]);
        assert_eq!(found(&names, "اجتماع مراكش"), [0]);
        assert_eq!(found(&names, "منصة مراكش في مراكش"), [1, 0]);
    }
}
