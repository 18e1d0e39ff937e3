//! Damaged files of the index: an error or an index, never a panic, and never more memory than their size explains.

use std::sync::LazyLock;

use proptest::{
    prelude::*,
    test_runner::{Config, FileFailurePersistence},
};
use search::{
    Engine, Groups, Lexicon,
    collection::{Kind, Page, Passage},
    format::{CHECKSUM, MAGIC, shard},
    outcome::Filter,
};
use search_index::{Collection, Knowledge, files};

/// Passages of the index below.
const PASSAGES: usize = 4;
/// Bytes that a byte of a file may stand for: a word of 48 letters for each passage.
const GROWTH: usize = 200;

/// Head and shards of a small index.
static FILES: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let lexicon = Lexicon::parse("جهاز أجهزة\nهدف أهداف\nدورة دورات");
    let names = [["دورة", "طبعة"], ["غشت", "أغسطس"]].map(|names| names.map(str::to_owned).to_vec());
    let page = |path: &str, title: &str, edition| Page { path: path.into(), title: title.into(), kind: Kind::Edition, edition };
    let passage = |page, anchor: &str, text: &str, also_on: &[u32]| Passage {
        page,
        also_on: also_on.to_vec(),
        anchor: anchor.into(),
        text: text.into(),
        ..Passage::default()
    };
    let collection = Collection {
        pages: vec![page("/", "منصة مراكش", 0), page("/editions/2022-a/", "الأولى", 1), page("/editions/2023-b/", "الثانية", 2)],
        passages: vec![
            passage(0, "", "", &[]),
            passage(1, "", "", &[]),
            passage(1, "F001", "من أهداف المنصة تبادل المعلومات بين الأجهزة.", &[0, 2]),
            passage(2, "F002", "ناقشت الدورة الثانية في غشت تبادل المعلومات.", &[]),
        ],
        words: [("أجهزة", 0), ("الكشاف", 0), ("الكشاف", 3), ("جدول", 1), ("unoct", 2)]
            .map(|(word, passage)| (word.to_owned(), passage))
            .into(),
    };
    let groups = Groups::new(names.to_vec(), &lexicon);
    files(collection, &Knowledge { lexicon, groups }).into_iter().map(|file| (file.name, file.bytes)).collect()
});

/// Many more in the long task: `PROPTEST_CASES=1000000`. What once failed is kept beside the test.
fn config() -> Config {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(256);
    Config { cases, failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))), ..Config::default() }
}

/// A file of this format with this content, its checksum right.
fn sealed(content: &[u8]) -> Vec<u8> {
    let mut bytes = [&MAGIC, content].concat();
    bytes.extend(adler2::adler32_slice(&bytes).to_le_bytes());
    bytes
}

/// A file changed behind its checksum: at each place a byte put over, put in, or taken out.
fn damaged(file: &[u8], changes: &[(u8, u16, u8)]) -> Vec<u8> {
    let mut content = file[MAGIC.len()..file.len() - CHECKSUM].to_vec();
    for (kind, place, byte) in changes {
        let at = content.len() * usize::from(*place) / 65_536;
        match kind % 4 {
            0 | 1 if at < content.len() => content[at] = *byte,
            2 if at < content.len() => _ = content.remove(at),
            _ => content.insert(at, *byte),
        }
    }
    sealed(&content)
}

fn changes() -> impl Strategy<Value = Vec<(u8, u16, u8)>> {
    proptest::collection::vec(any::<(u8, u16, u8)>(), 1..6)
}

/// Opens a head and asks it something: it answers or is refused, and is not larger than its file explains.
fn opens_or_is_refused(bytes: &[u8]) -> bool {
    let Ok(mut engine) = Engine::open(bytes) else { return true };
    for query in ["تبادل المعلومات", "\"الدورة الثانية\" طبعه", "unoct"] {
        let outcome = engine.search(query, Filter::default(), true);
        outcome.hits.iter().for_each(|hit| _ = engine.highlights("تبادل المعلومات", hit));
        for file in engine.missing(query) {
            _ = engine.add(&file, &FILES[1].1);
        }
    }
    let size: usize = engine.pages().iter().map(|page| page.path.len() + page.title.len()).sum();
    size <= GROWTH * bytes.len()
}

fn adds_or_is_refused(bytes: &[u8]) -> bool {
    let size = shard(bytes, PASSAGES).map_or(0, |pairs| pairs.iter().map(|(word, _)| word.len()).sum());
    let Ok(mut engine) = Engine::open(&FILES[0].1) else { return false };
    let is_added = engine.add(&FILES[1].0, bytes).is_ok();
    is_added == shard(bytes, PASSAGES).is_ok() && size <= GROWTH * bytes.len()
}

/// Whether the head, file 0, or the shard is refused.
fn is_refused(file: usize, bytes: &[u8]) -> bool {
    if file == 0 { Engine::open(bytes).is_err() } else { shard(bytes, PASSAGES).is_err() }
}

#[test]
fn the_index_is_sound_before_it_is_damaged() {
    assert_eq!(FILES.len(), 2);
    assert!(Engine::open(&FILES[0].1).is_ok_and(|engine| engine.passages().len() == PASSAGES && !engine.missing("الكشاف").is_empty()));
    assert!(shard(&FILES[1].1, PASSAGES).is_ok_and(|pairs| pairs.len() == 5));
}

/// One word of ten thousand letters, said of one passage ten thousand times, would fill a gigabyte.
#[test]
fn a_small_file_cannot_ask_for_much_memory() {
    let word = [&[1, b'a', 1, 0, 0xd0, 0x0f][..], &[0; 2_000], &[1, 1]].concat();
    assert!(shard(&sealed(&word), PASSAGES).is_err(), "a word longer than any");
    let again = [&[1, b'a', 1, 0, 1, 0, 0xd0, 0x0f, 1][..], &[0; 1_999]].concat();
    assert!(shard(&sealed(&again), PASSAGES).is_err(), "one passage again and again");
    let paths = (0..2_000_u16).flat_map(|page| [0, 0, ((page % 128) | 0x80).to_le_bytes()[0], (page / 128).to_le_bytes()[0], 1, b'a', 0]);
    let pages = [&[0xd0, 0x0f][..], &paths.collect::<Vec<u8>>(), &[0, 0, 0, 0]].concat();
    assert!(Engine::open(&sealed(&pages)).is_err(), "each address longer than the one before");
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_byte_changed_is_noticed(file in 0_usize..2, place in any::<prop::sample::Index>(), by in 1_u8..) {
        let mut bytes = FILES[file].1.clone();
        let place = place.index(bytes.len());
        bytes[place] ^= by;
        prop_assert!(is_refused(file, &bytes));
    }

    #[test]
    fn a_file_cut_off_is_noticed(file in 0_usize..2, end in any::<prop::sample::Index>()) {
        let bytes = &FILES[file].1;
        prop_assert!(is_refused(file, &bytes[..end.index(bytes.len())]));
    }

    #[test]
    fn a_head_with_a_right_checksum_opens_or_is_refused(changes in changes()) {
        prop_assert!(opens_or_is_refused(&damaged(&FILES[0].1, &changes)));
    }

    #[test]
    fn a_shard_with_a_right_checksum_is_added_or_refused(changes in changes()) {
        prop_assert!(adds_or_is_refused(&damaged(&FILES[1].1, &changes)));
    }

    #[test]
    fn any_bytes_are_an_index_or_an_error(content in proptest::collection::vec(any::<u8>(), 0..64)) {
        prop_assert!(opens_or_is_refused(&content) && opens_or_is_refused(&sealed(&content)));
        prop_assert!(shard(&content, PASSAGES).is_err() && adds_or_is_refused(&sealed(&content)));
    }
}
