//! The files of the index: a head with pages, passages and what is known of words; shards with further words.
//!
//! Numbers are LEB128, texts their length in bytes and UTF-8, and every file ends with its Adler-32 checksum (RFC 1950).

use crate::{
    collection::{Kind, Page, Passage},
    engine::Engine,
    group::Groups,
    token::LONGEST,
    word::Lexicon,
};

/// What the files begin with; the digit is the version of the format.
pub const MAGIC: [u8; 4] = *b"MPS1";

/// Bytes of an address: with it, what shares the beginning of the one before takes no more memory than a file can ask for.
const LONGEST_PATH: usize = 400;

/// Bytes of a checksum.
pub const CHECKSUM: usize = 4;

/// Why a file of the index cannot be used: it is damaged, cut off, or of another version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IndexError;

/// A shard that is to be fetched when it is needed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shard {
    /// The first key whose words it holds; it ends where the next shard begins.
    pub first: String,
    /// Name of its file, beside the head.
    pub file: String,
    /// Whether its words are in the engine.
    pub is_here: bool,
}

/// Reads a head.
///
/// # Errors
/// [`IndexError`] for anything but a whole head of this version.
pub fn head(bytes: &[u8]) -> Result<Engine, IndexError> {
    let mut reader = Reader::new(bytes)?;
    let pages = reader.pages()?;
    let passages = reader.passages(pages.len())?;
    let lexemes = reader.lines()?;
    let lexemes = lexemes.iter().map(|line| line.split(' ').map(str::to_owned).collect());
    let lexicon = Lexicon::new(lexemes.collect());
    let groups = reader.lines()?;
    let groups = groups.iter().map(|line| line.split('\t').map(str::to_owned).collect());
    let groups = Groups::new(groups.collect(), &lexicon);
    let mut shards = Vec::new();
    for _ in 0..reader.number()? {
        shards.push(Shard { first: reader.text()?, file: reader.text()?, is_here: false });
    }
    reader.end()?;
    let mut engine = Engine::new(pages, passages, lexicon, groups, Vec::new());
    engine.shards = shards;
    Ok(engine)
}

/// Reads a shard: pairs of a word and a passage that holds it.
///
/// # Errors
/// [`IndexError`] for anything but a whole shard of this version whose passages exist.
pub fn shard(bytes: &[u8], passages: usize) -> Result<Vec<(String, u32)>, IndexError> {
    let mut reader = Reader::new(bytes)?;
    let alphabet: Vec<char> = reader.text()?.chars().collect();
    let mut pairs = Vec::new();
    let mut word: Vec<char> = Vec::new();
    for _ in 0..reader.number()? {
        word.truncate(reader.number()?);
        for _ in 0..reader.number()? {
            word.push(*alphabet.get(reader.number()?).ok_or(IndexError)?);
        }
        if word.len() > LONGEST {
            return Err(IndexError);
        }
        let mut passage = 0;
        for _ in 0..reader.number()? {
            passage = reader.next(passage, passages)?;
            pairs.push((word.iter().collect(), u32::try_from(passage - 1).map_err(|_| IndexError)?));
        }
    }
    reader.end()?;
    Ok(pairs)
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn new(bytes: &'a [u8]) -> Result<Self, IndexError> {
        let (body, checksum) = bytes.split_last_chunk::<CHECKSUM>().ok_or(IndexError)?;
        let rest = body.strip_prefix(&MAGIC).ok_or(IndexError)?;
        if adler2::adler32_slice(body) == u32::from_le_bytes(*checksum) { Ok(Self { rest }) } else { Err(IndexError) }
    }

    fn number(&mut self) -> Result<usize, IndexError> {
        let mut number = 0;
        for shift in [0, 7, 14, 21] {
            let (byte, rest) = self.rest.split_first().ok_or(IndexError)?;
            self.rest = rest;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(IndexError)
    }

    /// The number after `last` in a list of numbers that increase up to `most`.
    fn next(&mut self, last: usize, most: usize) -> Result<usize, IndexError> {
        match self.number()? {
            0 => Err(IndexError),
            step if step > most - last => Err(IndexError),
            step => Ok(last + step),
        }
    }

    fn small(&mut self) -> Result<u16, IndexError> {
        u16::try_from(self.number()?).map_err(|_| IndexError)
    }

    fn text(&mut self) -> Result<String, IndexError> {
        let length = self.number()?;
        let (text, rest) = self.rest.split_at_checked(length).ok_or(IndexError)?;
        self.rest = rest;
        core::str::from_utf8(text).map(str::to_owned).map_err(|_| IndexError)
    }

    fn lines(&mut self) -> Result<Vec<String>, IndexError> {
        Ok(self.text()?.lines().map(str::to_owned).collect())
    }

    fn kind(&mut self) -> Result<Kind, IndexError> {
        Kind::ALL.get(self.number()?).copied().ok_or(IndexError)
    }

    fn pages(&mut self) -> Result<Vec<Page>, IndexError> {
        let mut pages: Vec<Page> = Vec::new();
        for _ in 0..self.number()? {
            let (kind, edition) = (self.kind()?, self.small()?);
            let shared = self.number()?;
            let last = pages.last().map_or("", |page| page.path.as_str());
            let path = [last.get(..shared).ok_or(IndexError)?, &self.text()?].concat();
            if path.len() > LONGEST_PATH {
                return Err(IndexError);
            }
            pages.push(Page { path, title: self.text()?, kind, edition });
        }
        Ok(pages)
    }

    fn passages(&mut self, pages: usize) -> Result<Vec<Passage>, IndexError> {
        let mut passages: Vec<Passage> = Vec::new();
        let mut page = 0;
        for _ in 0..self.number()? {
            page += self.number()?;
            let (kind, edition) = (self.kind()?, self.small()?);
            let mut also_on = Vec::new();
            let mut other = 0;
            for _ in 0..self.number()? {
                other = self.next(other, pages)?;
                also_on.push(u32::try_from(other - 1).map_err(|_| IndexError)?);
            }
            if page >= pages {
                return Err(IndexError);
            }
            let page = u32::try_from(page).map_err(|_| IndexError)?;
            passages.push(Passage { page, also_on, kind, edition, ..Passage::default() });
        }
        for passage in &mut passages {
            passage.anchor = self.text()?;
        }
        for passage in &mut passages {
            passage.text = self.text()?;
        }
        Ok(passages)
    }

    fn end(&self) -> Result<(), IndexError> {
        if self.rest.is_empty() { Ok(()) } else { Err(IndexError) }
    }
}
