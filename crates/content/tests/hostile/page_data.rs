//! The data of pages: any bytes are a page or an error; what was read is written and read again without a change.

use std::{fmt::Debug, sync::LazyLock};

use content::{
    compose::{Base, page, routes},
    page::{Block, Frame, Inline, Matrix, Page, Section, decode, encode},
    source::{SourceFile, load},
};
use proptest::{collection::vec, prelude::*, sample::Index};
use serde::{Serialize, de::DeserializeOwned};

use super::support::{config, files};

const BUILD: &str = "0a1b2c";

/// The data of every page of the small sound site, as published.
static PAGES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let files: Vec<SourceFile> = files("tests/site/sound", "").into_iter().map(|(path, text)| SourceFile { path, text }).collect();
    let site = load(&files).expect("the sound site");
    let pages = routes(&site).into_iter().filter_map(|route| page(&site, &Base::new("https://example.org/"), &route));
    pages.map(|page| encode(&Page { build: BUILD.to_owned(), ..page })).collect()
});

/// Reads bytes as everything that travels.
fn is_read_or_refused(bytes: &[u8]) -> bool {
    let page = Page::read(bytes, BUILD).is_ok();
    (!page || comes_back::<Page>(bytes))
        && comes_back::<Frame>(bytes)
        && comes_back::<[Matrix; 2]>(bytes)
        && comes_back::<Vec<(String, String)>>(bytes)
}

fn comes_back<T: DeserializeOwned + Serialize + PartialEq + Debug>(bytes: &[u8]) -> bool {
    let Ok(read) = decode::<T>(bytes) else { return true };
    decode::<T>(&encode(&read)).is_ok_and(|again| again == read)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_bytes_are_a_page_or_an_error(bytes in vec(any::<u8>(), 0..200)) {
        prop_assert!(is_read_or_refused(&bytes));
    }

    /// Small numbers are what names of variants and lengths of lists are made of.
    #[test]
    fn what_begins_as_a_page_is_one_or_an_error(rest in vec(0_u8..20, 0..200)) {
        prop_assert!(is_read_or_refused(&[encode(&BUILD), rest].concat()));
    }

    #[test]
    fn a_page_damaged_is_a_page_or_an_error(page in any::<Index>(), changes in vec((any::<Index>(), any::<u8>()), 1..4), cut in any::<Index>()) {
        let mut page: Vec<u8> = page.get(&PAGES).clone();
        prop_assert!(Page::read(&page[..cut.index(page.len())], BUILD).is_err(), "what is cut off is never a page");
        for (at, byte) in changes {
            let at = at.index(page.len());
            page[at] = byte;
        }
        prop_assert!(is_read_or_refused(&page));
    }

    #[test]
    fn a_page_with_a_piece_of_another_is_a_page_or_an_error(pages in any::<[Index; 2]>(), at in any::<[Index; 2]>(), length in 0_usize..300) {
        let [page, other] = pages.map(|page| page.get(&PAGES).clone());
        let [at, from] = [at[0].index(page.len()), at[1].index(other.len())];
        let piece: Vec<u8> = other.into_iter().skip(from).take(length).collect();
        prop_assert!(is_read_or_refused(&[&page[..at], &piece, &page[at..]].concat()));
    }
}

#[test]
fn what_is_nested_without_end_is_an_error_and_no_overflow() {
    // A section without anchor and heading that holds one block, which is a section; a link to nowhere that holds a link.
    for piece in [[1, 0, 0, 0, 0, 1].as_slice(), &[2, 0, 1]] {
        assert!(decode::<Block>(&piece.repeat(1_000_000)).is_err());
        assert!(decode::<Inline>(&piece.repeat(1_000_000)).is_err());
    }
}

/// As deep as data can be, headings stay headings.
#[test]
fn the_deepest_page_is_less_deep_than_a_level_counts() {
    let nested = |depth| (0..depth).fold(Block::Sources, |block, _| Block::Section(Section { blocks: vec![block], ..Section::default() }));
    let read = |depth| decode::<Page>(&encode(&Page { blocks: vec![nested(depth)], ..Page::default() }));
    assert!(read(20).is_ok() && read(200).is_err());
}
