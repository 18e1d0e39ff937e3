//! What the loader asks of each table, as data: the words in which `shapes` says it.

/// A table of the editors' files.
pub struct Shape {
    /// The name under which it is explained in the phrase file.
    pub name: &'static str,
    /// Its keys, in groups: some tables share a group.
    pub keys: &'static [&'static [Key]],
    /// Keys of which there is exactly one.
    pub either: &'static [&'static str],
    /// Keys that come together or not at all.
    pub together: &'static [&'static str],
}

impl Shape {
    /// A table without rules between its keys.
    pub const fn of(name: &'static str, keys: &'static [&'static [Key]]) -> Self {
        Self { name, keys, either: &[], together: &[] }
    }

    /// Its keys, one after the other.
    pub fn keys(&self) -> impl Iterator<Item = &'static Key> {
        self.keys.iter().copied().flatten()
    }
}

/// A key of a table.
pub struct Key {
    /// As editors write it.
    pub name: &'static str,
    /// What its value is.
    pub kind: Kind,
    /// Whether the table must have it.
    pub is_required: bool,
}

/// A key that must be there.
pub const fn needed(name: &'static str, kind: Kind) -> Key {
    Key { name, kind, is_required: true }
}

/// A key that may be left out.
pub const fn optional(name: &'static str, kind: Kind) -> Key {
    Key { name, kind, is_required: false }
}

/// What a value is.
pub enum Kind {
    /// Text that is not empty.
    Text,
    /// Text that may be empty.
    MaybeEmpty,
    /// A letter and at least so many digits.
    Id(char, usize),
    /// The same, or the one source that has a name for a number.
    SourceId,
    /// What can stand in an address.
    Slug,
    /// A language tag, such as `fr` or `zgh-Tfng`.
    Language,
    /// A whole number up to a limit.
    Number(u32),
    /// Degrees up to a limit on both sides of zero.
    Degrees(u8),
    /// A year, a month or a day.
    Date,
    /// An address on the web.
    Address,
    /// An address that others are appended to.
    BaseAddress,
    /// One of these words.
    Choice(fn() -> Vec<&'static str>),
    /// At least so many texts.
    Texts(usize),
    /// A table of its own.
    Table(&'static Shape),
    /// At least so many tables.
    Tables(&'static Shape, usize),
}
