//! Writes the files of the index, in the format of [`search::format`].

use std::collections::BTreeMap;

use content::route::SEARCH_HEAD;
use search::{Engine, Lexicon, collection::Kind, format::MAGIC, word::keys};
use sha2::{Digest, Sha256};

use crate::{Collection, Knowledge, prune};

/// Bytes of words after which another shard begins: some 4 KB when compressed.
const SHARD: usize = 9_000;

/// Bytes of sentences up to which the head carries them all; beyond, a sentence is read from the data of its page.
const SENTENCES: usize = 96_000;

/// A file of the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, which changes with its content.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// The files of the index; the head is the first.
#[must_use]
pub fn files(mut collection: Collection, knowledge: &Knowledge) -> Vec<File> {
    shelve(&mut collection);
    let engine = Engine::new(
        collection.pages.clone(),
        collection.passages.clone(),
        knowledge.lexicon.clone(),
        knowledge.groups.clone(),
        collection.words.clone(),
    );
    let needed = prune::needed(&engine, knowledge);
    let shards = shards(&collection.words, &needed.lexicon);
    let mut head = MAGIC.to_vec();
    pages(&mut head, &collection);
    passages(&mut head, &collection);
    let lexemes: Vec<String> = needed.lexicon.lexemes().iter().map(|forms| forms.join(" ")).collect();
    text(&mut head, &lexemes.join("\n"));
    let groups: Vec<String> = needed.groups.written().iter().map(|names| names.join("\t")).collect();
    text(&mut head, &groups.join("\n"));
    number(&mut head, shards.len());
    for (first, file) in &shards {
        text(&mut head, first);
        text(&mut head, &file.name);
    }
    let head = File { name: SEARCH_HEAD.to_owned(), bytes: checked(head) };
    std::iter::once(head).chain(shards.into_iter().map(|(_, file)| file)).collect()
}

/// Where there are too many sentences for one file, only their words are kept.
fn shelve(collection: &mut Collection) {
    if collection.passages.iter().map(|passage| passage.text.len()).sum::<usize>() <= SENTENCES {
        return;
    }
    for (passage, id) in collection.passages.iter_mut().zip(0..) {
        let words = search::token::tokens(&std::mem::take(&mut passage.text)).into_iter();
        collection.words.extend(words.map(|token| (token.surface, id)));
    }
    collection.words.sort();
    collection.words.dedup();
}

/// Shards, each with the first key whose words it holds. A word stands with each of its keys.
fn shards(pairs: &[(String, u32)], lexicon: &Lexicon) -> Vec<(String, File)> {
    let mut passages: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (word, passage) in pairs {
        passages.entry(word).or_default().push(*passage);
    }
    let mut by_key: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for word in passages.keys() {
        for key in keys(&content::fold::fold(word), lexicon) {
            by_key.entry(key.trim_start_matches('=').to_owned()).or_default().push(word);
        }
    }
    let mut shards = Vec::new();
    let mut first = String::new();
    let mut words: Vec<&str> = Vec::new();
    let mut size = 0;
    for (key, of_key) in by_key {
        if size > SHARD {
            shards.push((std::mem::replace(&mut first, key), shard(std::mem::take(&mut words), &passages)));
            size = 0;
        }
        size += of_key.iter().map(|word| word.len() + passages[word].len()).sum::<usize>();
        words.extend(of_key);
    }
    if !words.is_empty() {
        shards.push((first, shard(words, &passages)));
    }
    shards
}

fn shard(mut words: Vec<&str>, passages: &BTreeMap<&str, Vec<u32>>) -> File {
    words.sort_unstable();
    words.dedup();
    let alphabet = alphabet(&words);
    let mut bytes = MAGIC.to_vec();
    text(&mut bytes, &alphabet.iter().collect::<String>());
    number(&mut bytes, words.len());
    let mut last: Vec<char> = Vec::new();
    for word in words {
        let letters: Vec<char> = word.chars().collect();
        let shared = letters.iter().zip(&last).take_while(|(one, other)| one == other).count();
        number(&mut bytes, shared);
        number(&mut bytes, letters.len() - shared);
        for letter in &letters[shared..] {
            number(&mut bytes, alphabet.iter().position(|known| known == letter).unwrap_or_default());
        }
        increasing(&mut bytes, &passages[word]);
        last = letters;
    }
    file("words", bytes)
}

/// The letters of the words, the most frequent first, so that nearly all take one byte.
fn alphabet(words: &[&str]) -> Vec<char> {
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    for letter in words.iter().flat_map(|word| word.chars()) {
        *counts.entry(letter).or_default() += 1;
    }
    let mut letters: Vec<(char, usize)> = counts.into_iter().collect();
    letters.sort_by_key(|(letter, count)| (std::cmp::Reverse(*count), *letter));
    letters.into_iter().map(|(letter, _)| letter).collect()
}

fn pages(bytes: &mut Vec<u8>, collection: &Collection) {
    number(bytes, collection.pages.len());
    let mut last = "";
    for page in &collection.pages {
        kind(bytes, page.kind);
        number(bytes, usize::from(page.edition));
        let shared = page.path.bytes().zip(last.bytes()).take_while(|(one, other)| one == other).count();
        number(bytes, shared);
        text(bytes, &page.path[shared..]);
        text(bytes, &page.title);
        last = &page.path;
    }
}

fn passages(bytes: &mut Vec<u8>, collection: &Collection) {
    number(bytes, collection.passages.len());
    let mut last = 0;
    for passage in &collection.passages {
        number(bytes, (passage.page - last) as usize);
        kind(bytes, passage.kind);
        number(bytes, usize::from(passage.edition));
        increasing(bytes, &passage.also_on);
        last = passage.page;
    }
    collection.passages.iter().for_each(|passage| text(bytes, &passage.anchor));
    collection.passages.iter().for_each(|passage| text(bytes, &passage.text));
}

fn kind(bytes: &mut Vec<u8>, kind: Kind) {
    number(bytes, Kind::ALL.iter().position(|other| *other == kind).unwrap_or_default());
}

/// Numbers that increase: how many, then each as its distance from the one before, the first from -1.
fn increasing(bytes: &mut Vec<u8>, numbers: &[u32]) {
    number(bytes, numbers.len());
    let mut last = 0;
    for next in numbers {
        number(bytes, (next + 1 - last) as usize);
        last = next + 1;
    }
}

fn text(bytes: &mut Vec<u8>, text: &str) {
    number(bytes, text.len());
    bytes.extend(text.as_bytes());
}

fn number(bytes: &mut Vec<u8>, mut number: usize) {
    loop {
        let [low, ..] = (number & 0x7f).to_le_bytes();
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return;
        }
        bytes.push(low | 0x80);
    }
}

fn checked(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.extend(adler2::adler32_slice(&bytes).to_le_bytes());
    bytes
}

fn file(name: &str, bytes: Vec<u8>) -> File {
    let bytes = checked(bytes);
    let hash = format!("{:x}", Sha256::digest(&bytes));
    File { name: format!("{name}-{}.bin", &hash[..16]), bytes }
}
