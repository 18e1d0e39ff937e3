//! How pages and their parts travel: in the format of postcard, which has no names of fields and little code to read it.

use std::cell::Cell;

use serde::{Deserialize, Deserializer, Serialize, de::DeserializeOwned, de::Error};

use super::Page;

/// How deeply blocks and links may lie in each other. Ours lie three deep; a damaged file must not exhaust the stack.
const DEPTH: usize = 32;

/// Why bytes are not what they should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// They are for the app of another build.
    OtherBuild,
    /// They are cut off, damaged, or something else altogether.
    Damaged,
}

/// The bytes of a page or a part of one; none if it cannot be written, which its types rule out.
#[must_use]
pub fn encode<T: Serialize>(value: &T) -> Vec<u8> {
    postcard::to_allocvec(value).unwrap_or_default()
}

/// What the bytes say, all of them.
///
/// # Errors
/// [`Unreadable::Damaged`].
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Unreadable> {
    match postcard::take_from_bytes(bytes) {
        Ok((value, [])) => Ok(value),
        _ => Err(Unreadable::Damaged),
    }
}

impl Page {
    /// A page from its bytes, if it is one for the app of `build`.
    ///
    /// # Errors
    /// Either kind of [`Unreadable`].
    pub fn read(bytes: &[u8], build: &str) -> Result<Self, Unreadable> {
        match postcard::take_from_bytes::<&str>(bytes) {
            Ok((own, _)) if own == build => decode(bytes),
            Ok((own, _)) if is_build(own) => Err(Unreadable::OtherBuild),
            _ => Err(Unreadable::Damaged),
        }
    }
}

/// Whether a text can be a page's build; the beginning of something else is not.
fn is_build(text: &str) -> bool {
    text.len() == super::BUILD_DIGITS && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

thread_local! {
    static REACHED: Cell<usize> = const { Cell::new(0) };
}

/// A list of things that may hold such a list themselves.
pub(crate) fn nested<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    if REACHED.get() == DEPTH {
        return Err(D::Error::custom("too deep"));
    }
    REACHED.set(REACHED.get() + 1);
    let list = Vec::deserialize(deserializer);
    REACHED.set(REACHED.get() - 1);
    list
}

#[cfg(test)]
mod tests {
    use super::{DEPTH, Page, Unreadable, decode, encode};
    use crate::page::{Block, Inline, Section};

    fn page() -> Page {
        let text = Inline::Link("/a/".into(), vec![Inline::Text("نص".into())]);
        let section =
            Section { id: "a".into(), title: vec![text.clone()], blocks: vec![Block::Paragraph(vec![text])], ..Section::default() };
        Page {
            build: "0a1b2c".into(), path: "/p/".into(), title: "عنوان".into(), blocks: vec![Block::Section(section)], ..Page::default()
        }
    }

    #[test]
    fn a_page_arrives_as_it_left() {
        assert_eq!(Page::read(&encode(&page()), "0a1b2c"), Ok(page()));
    }

    #[test]
    fn a_page_of_another_build_is_told_from_a_damaged_one() {
        let bytes = encode(&page());
        assert_eq!(Page::read(&bytes, "ffffff"), Err(Unreadable::OtherBuild));
        for damaged in [
            &bytes[..bytes.len() - 1],
            b"<!doctype html><title>404</title>",
            br#"{"unexpected":true}"#,
            &[],
            &[bytes.as_slice(), b"."].concat(),
        ] {
            assert_eq!(Page::read(damaged, "0a1b2c"), Err(Unreadable::Damaged));
        }
    }

    #[test]
    fn what_lies_too_deep_is_refused() {
        let within = |depth| (1..depth).fold(Inline::Text("x".into()), |text, _| Inline::Link("/".into(), vec![text]));
        assert!(decode::<Inline>(&encode(&within(DEPTH))).is_ok());
        assert!(decode::<Inline>(&encode(&within(DEPTH + 2))).is_err());
        assert!(decode::<Inline>(&encode(&within(DEPTH))).is_ok(), "and leaves nothing behind");
    }
}
