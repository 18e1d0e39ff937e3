//! The first mention of a term on a page says what it is called elsewhere and leads to the glossary.

use crate::{
    model::{Site, Term, TermKind},
    page::{Block, Inline},
    route::Route,
};

/// Letters that Arabic joins to the word that follows them.
const JOINED: [char; 5] = ['و', 'ف', 'ب', 'ل', 'ك'];

/// Terms that this page has not mentioned yet.
pub(super) struct Mentions<'a> {
    terms: Vec<&'a Term>,
    glossary: String,
}

impl<'a> Mentions<'a> {
    /// Every term that is explained at its first mention. Pages that list the terms themselves explain none.
    pub(super) fn of(site: &'a Site, route: &Route, base: &str) -> Self {
        let is_list = matches!(
            route,
            Route::Glossary
                | Route::IndexLetter(_)
                | Route::Search
                | Route::People
                | Route::Institutions
                | Route::Source(_)
                | Route::NotFound
                | Route::Offline
        );
        let terms = site.terms.iter().filter(|term| !is_list && matches!(term.kind, TermKind::Person | TermKind::Institution));
        let mut terms: Vec<&Term> = terms.collect();
        // The longest name that fits is the one that is meant.
        terms.sort_by_key(|term| std::cmp::Reverse(term.ar.len()));
        Self { terms, glossary: format!("{base}{}", Route::Glossary.path()) }
    }

    /// Explains first mentions in running text and facts, in the order in which they are read.
    pub(super) fn explain(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(text) => self.explain_in(text),
                Block::Facts(facts) => facts.iter_mut().for_each(|fact| self.explain_in(&mut fact.value)),
                Block::List(items) => items.iter_mut().for_each(|item| self.explain_in(item)),
                Block::Section(section) => self.explain(&mut section.blocks),
                _ => {}
            }
        }
    }

    fn explain_in(&mut self, text: &mut Vec<Inline>) {
        let mut explained = Vec::with_capacity(text.len());
        for inline in std::mem::take(text) {
            match inline {
                Inline::Text(text) => self.explain_names(&text, &mut explained),
                Inline::Foreign(lang, text) => self.explain_acronym(lang, text, &mut explained),
                other => explained.push(other),
            }
        }
        *text = explained;
    }

    /// Text that may hold names in Arabic.
    fn explain_names(&mut self, text: &str, explained: &mut Vec<Inline>) {
        let found = self.terms.iter().enumerate().filter_map(|(index, term)| Some((mention(text, &term.ar)?, index)));
        let Some((start, index)) = found.min_by_key(|(start, _)| *start) else {
            if !text.is_empty() {
                explained.push(Inline::Text(text.to_owned()));
            }
            return;
        };
        let term = self.terms.remove(index);
        let (before, rest) = text.split_at(start);
        let after = &rest[term.ar.len()..];
        if !before.is_empty() {
            explained.push(Inline::Text(before.to_owned()));
        }
        explained.push(Inline::Link(format!("{}#{}", self.glossary, term.id), vec![Inline::Text(term.ar.clone())]));
        // An editor may have given the other name already.
        if !after.trim_start().starts_with('(')
            && let Some((lang, name)) = short_name(term)
        {
            explained.extend([
                Inline::Text(" (".to_owned()),
                Inline::Foreign(lang.to_owned(), name.to_owned()),
                Inline::Text(")".to_owned()),
            ]);
        }
        self.explain_names(after, explained);
    }

    /// A foreign word that may be an acronym.
    fn explain_acronym(&mut self, lang: String, text: String, explained: &mut Vec<Inline>) {
        let is_inside_brackets = matches!(explained.last(), Some(Inline::Text(before)) if before.ends_with('('));
        let index = self.terms.iter().position(|term| term.acronyms.contains(&text));
        explained.push(Inline::Foreign(lang, text));
        if let Some(index) = index {
            let term = self.terms.remove(index);
            if !is_inside_brackets {
                let link = Inline::Link(format!("{}#{}", self.glossary, term.id), vec![Inline::Text(term.ar.clone())]);
                explained.extend([Inline::Text(" (".to_owned()), link, Inline::Text(")".to_owned())]);
            }
        }
    }
}

/// What stands behind the Arabic name: an acronym, or a person's name in Latin letters.
fn short_name(term: &Term) -> Option<(&'static str, &str)> {
    let acronym = term.acronyms.first().map(|acronym| ("en", acronym.as_str()));
    acronym.or_else(|| term.latin().filter(|_| term.kind == TermKind::Person))
}

/// Where `name` first stands in `text` as a word of its own and not within a quotation.
fn mention(text: &str, name: &str) -> Option<usize> {
    text.match_indices(name).map(|(start, _)| start).find(|start| {
        let (before, rest) = text.split_at(*start);
        let is_quoted = before.matches('«').count() > before.matches('»').count();
        let ends = !rest[name.len()..].starts_with(char::is_alphabetic);
        begins_word(before) && ends && !is_quoted
    })
}

/// Whether a word may begin after `before`, which may end with a joined letter.
fn begins_word(before: &str) -> bool {
    let mut letters = before.chars().rev();
    match letters.next() {
        None => true,
        Some(letter) if !letter.is_alphabetic() => true,
        Some(letter) => JOINED.contains(&letter) && letters.next().is_none_or(|before| !before.is_alphabetic()),
    }
}

#[cfg(test)]
mod tests {
    use super::mention;

    #[test]
    fn a_name_is_found_as_a_word_of_its_own() {
        assert_eq!(mention("في مراكش", "مراكش"), Some("في ".len()));
        assert_eq!(mention("وناصر", "ناصر"), Some("و".len()));
        assert_eq!(mention("المناصر", "ناصر"), None, "within a word");
        assert_eq!(mention("ناصرون", "ناصر"), None, "the beginning of a word");
        assert_eq!(mention("قال «ناصر»", "ناصر"), None, "within a quotation");
        assert_eq!(mention("قال «نعم» ناصر", "ناصر"), Some("قال «نعم» ".len()));
    }
}
