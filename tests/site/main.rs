//! Native tests of the site: content to model to HTML. What each module asks is its first line.

#![allow(clippy::expect_used, reason = "a test that cannot go on fails")]

mod back_of_book;
mod checklist;
mod comparison;
mod dates;
mod editors_mistakes;
mod evidence;
mod face;
mod growth;
mod hostile;
mod mistakes_in_evidence;
mod new_edition;
mod pictures;
mod publishing;
mod quality;
mod real_content;
mod rtl;
mod search;
mod security;
mod standards;
mod support;
mod taste;
