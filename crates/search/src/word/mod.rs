//! What a single word is: its lexeme, its particles and endings, how near it is to another, how a keyboard mistypes it.

mod affix;
mod keyboard;
mod keys;
mod lexicon;
mod typo;

pub use affix::without_article;
pub use keyboard::layouts;
pub use keys::{Keys, keys};
pub use lexicon::Lexicon;
pub use typo::is_one_letter_apart;
