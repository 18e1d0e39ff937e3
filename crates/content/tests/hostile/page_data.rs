//! The data of pages: any text is a page or an error; what was damaged is never taken for something else in silence.

use std::{fmt::Debug, sync::LazyLock};

use content::{
    compose::{Base, page, routes},
    page::{Block, Column, Frame, Initial, Item, Page, Section},
    source::{SourceFile, load},
};
use proptest::prelude::*;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::support::{changed, changes, config, excerpt, files};

/// The data of every page of the small sound site, as published.
static PAGES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let files: Vec<SourceFile> = files("tests/site/sound", "").into_iter().map(|(path, text)| SourceFile { path, text }).collect();
    let site = load(&files).expect("the sound site");
    let pages = routes(&site).into_iter().filter_map(|route| page(&site, &Base::new("https://example.org/"), &route));
    pages.map(|page| serde_json::to_string(&page).expect("data")).collect()
});

/// Reads a text as everything that travels; what is read is written and read again without a change.
fn is_read_or_refused(text: &str) -> bool {
    comes_back::<Page>(text)
        && comes_back::<Initial>(text)
        && comes_back::<Frame>(text)
        && comes_back::<Vec<Column>>(text)
        && comes_back::<Vec<Vec<Item>>>(text)
}

fn comes_back<T: DeserializeOwned + Serialize + PartialEq + Debug>(text: &str) -> bool {
    let Ok(read) = serde_json::from_str::<T>(text) else { return true };
    let written = serde_json::to_string(&read).expect("what was read can be written");
    serde_json::from_str::<T>(&written).is_ok_and(|again| again == read)
}

/// JSON of any shape, with the names that pages use.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "[a-z<>\"]{0,6}".prop_map(Value::from)
    ];
    let name = proptest::sample::select(&["path", "title", "blocks", "p", "section", "claims", "t", "a", "table", "rows", "id", "x"][..]);
    leaf.prop_recursive(4, 24, 4, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec((name.clone(), inner), 0..4)
                .prop_map(|pairs| Value::Object(pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())),
        ]
    })
}

/// The value at one place of a page, replaced.
fn with_another_value(page: &str, place: usize, value: &Value) -> String {
    let mut whole: Value = serde_json::from_str(page).expect("a page");
    let mut left = place;
    replace(&mut whole, &mut left, value);
    whole.to_string()
}

fn replace(at: &mut Value, left: &mut usize, with: &Value) {
    if *left == 0 {
        *at = with.clone();
    }
    let Some(next) = left.checked_sub(1) else { return };
    *left = next;
    match at {
        Value::Array(items) => items.iter_mut().for_each(|item| replace(item, left, with)),
        Value::Object(fields) => fields.values_mut().for_each(|field| replace(field, left, with)),
        _ => {}
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_text_is_a_page_or_an_error(text in any::<String>()) {
        prop_assert!(is_read_or_refused(&text));
    }

    #[test]
    fn any_json_is_a_page_or_an_error(json in any_json()) {
        prop_assert!(is_read_or_refused(&json.to_string()));
    }

    #[test]
    fn a_page_damaged_is_a_page_or_an_error(changes in changes(), page in any::<prop::sample::Index>(), place in any::<u16>()) {
        let page = page.get(&PAGES);
        prop_assert!(is_read_or_refused(&changed(page, &changes)));
        prop_assert!(is_read_or_refused(excerpt(page, place, 2_000)));
    }

    #[test]
    fn a_page_with_another_value_is_a_page_or_an_error(page in any::<prop::sample::Index>(), place in 0_usize..200, value in any_json()) {
        let page: &String = page.get(&PAGES);
        prop_assert!(is_read_or_refused(&with_another_value(page, place, &value)));
    }
}

#[test]
fn what_is_nested_without_end_is_an_error_and_no_overflow() {
    let sections = "{\"section\":{\"id\":\"\",\"title\":[],\"blocks\":[".repeat(100_000);
    let links = "{\"a\":[\"\",[".repeat(100_000);
    for text in
        ["[".repeat(1_000_000), "{\"blocks\":".repeat(100_000), format!("{{\"path\":\"/\",\"title\":\"\",\"blocks\":[{sections}"), links]
    {
        assert!(serde_json::from_str::<Page>(&text).is_err());
    }
}

/// As deep as data can be, headings stay headings.
#[test]
fn the_deepest_page_is_less_deep_than_a_level_counts() {
    let nested = |depth| {
        (0..depth).fold(Block::Sources, |block, _| {
            Block::Section(Section { id: String::new(), title: Vec::new(), style: String::new(), folded: false, blocks: vec![block] })
        })
    };
    let read = |depth| {
        serde_json::from_str::<Page>(&serde_json::to_string(&Page { blocks: vec![nested(depth)], ..Page::default() }).expect("data"))
    };
    assert!(read(20).is_ok() && read(200).is_err());
}
