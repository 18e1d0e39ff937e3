//! Sentences of the field's words, of which few are frequent and many rare.

/// Words of a sentence.
const SENTENCE: usize = 12;

/// Draws words.
pub struct Words<'a> {
    words: Vec<&'a str>,
    state: u64,
}

impl<'a> Words<'a> {
    /// The words of a lexicon: one word with its forms a line, and comments.
    pub fn of(lexicon: &'a str) -> Self {
        let words = lexicon.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect();
        Self { words, state: 1 }
    }

    /// Words in a row, without a mark at the end.
    pub fn sentence(&mut self) -> String {
        self.row(SENTENCE)
    }

    /// So many words.
    pub fn row(&mut self, count: usize) -> String {
        let words: Vec<&str> = (0..count).map(|_| self.word()).collect();
        words.join(" ")
    }

    /// A name: the beginnings of three words.
    pub fn name(&mut self) -> String {
        (0..3).flat_map(|_| self.word().chars().take(2)).collect()
    }

    fn word(&mut self) -> &'a str {
        // The product of two draws: small places far more often than large ones, as words are.
        let count = self.words.len().max(1);
        let place = self.draw(count) * self.draw(count) / count;
        self.words.get(place).copied().unwrap_or_default()
    }

    /// A number below `end`: a linear congruential generator (Knuth), so that every run draws the same.
    pub fn draw(&mut self, end: usize) -> usize {
        self.state = self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.state >> 33).unwrap_or_default() % end
    }

    /// One of them.
    pub fn one_of<'b>(&mut self, all: &'b [String]) -> &'b str {
        let place = self.draw(all.len().max(1));
        all.get(place).map_or("", String::as_str)
    }
}
