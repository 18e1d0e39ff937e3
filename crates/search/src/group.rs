//! Names of one thing: months of all conventions, ordinals and numbers, synonyms, names in other letters, acronyms.

use crate::{
    token::tokens,
    word::{Keys, Lexicon, keys},
};

/// A word of a name.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its letters, one for all that writers exchange.
    pub fold: String,
    /// What it shares with its other forms.
    pub keys: Keys,
}

impl Part {
    /// Whether this is a form of a word with these letters and keys.
    #[must_use]
    pub fn is(&self, fold: &str, keys: &[String]) -> bool {
        self.fold == fold || self.keys.iter().any(|key| keys.contains(key))
    }
}

/// A name: its words in order.
pub type Name = Vec<Part>;

/// What is known by several names.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    written: Vec<Vec<String>>,
    groups: Vec<Vec<Name>>,
}

impl Groups {
    /// Of names as they are written, those of one thing together.
    #[must_use]
    pub fn new(written: Vec<Vec<String>>, lexicon: &Lexicon) -> Self {
        let part = |fold: String| Part { keys: keys(&fold, lexicon), fold };
        let name = |name: &String| tokens(name).into_iter().map(|token| part(token.fold)).collect();
        let groups = written.iter().map(|names| names.iter().map(name).collect()).collect();
        Self { written, groups }
    }

    /// The names as they are written.
    #[must_use]
    pub fn written(&self) -> &[Vec<String>] {
        &self.written
    }

    /// The groups, each with its names as words.
    #[must_use]
    pub fn all(&self) -> &[Vec<Name>] {
        &self.groups
    }
}
