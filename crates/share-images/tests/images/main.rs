//! What a reader of a share image sees: right words in the right order, joined letters, nothing cut off.

mod drawing;
mod harfbuzz;
mod site;
mod subset;
mod words;
