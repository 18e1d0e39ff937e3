//! Hostile input: whatever is read is refused with a reason, or read; nothing panics. What each module asks is its first line.

#![allow(clippy::expect_used, reason = "a test that cannot go on fails")]

mod addresses;
mod editors_files;
mod page_data;
mod support;
