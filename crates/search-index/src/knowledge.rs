//! What the search knows of words: the editors' lexicon, their groups, and every name of every term.

use content::model::{Site, Term};
use search::{Groups, Lexicon};

/// Lexemes, and names of one thing.
#[derive(Clone, Debug, Default)]
pub struct Knowledge {
    /// Lexemes.
    pub lexicon: Lexicon,
    /// Names, those of one thing together.
    pub groups: Groups,
}

impl Knowledge {
    /// All of it.
    #[must_use]
    pub fn of(site: &Site) -> Self {
        let lexicon = Lexicon::new(site.lexicon.iter().map(|lexeme| lexeme.forms.clone()).collect());
        let mut names = site.groups.clone();
        names.extend(site.terms.iter().map(names_of).filter(|names| names.len() > 1));
        Self { groups: Groups::new(names, &lexicon), lexicon }
    }
}

fn names_of(term: &Term) -> Vec<String> {
    let latin = [&term.fr, &term.en].into_iter().flatten();
    [&term.ar].into_iter().chain(latin).chain(&term.acronyms).chain(&term.aliases).cloned().collect()
}
