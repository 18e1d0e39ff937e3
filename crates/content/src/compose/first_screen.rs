//! How much of a page its first screen holds, so that the app need not make the whole page before any of it is seen.

use crate::page::Block;

/// Characters that fill the screen of a phone, to which alone a page comes in two parts: below the title some 25 lines of 55.
const SCREEN: usize = 1400;
/// Characters that a claim takes at least, with its grade and its sources.
const CLAIM: usize = 150;

/// How many blocks at the beginning fill a screen; all of them if they do not.
pub(super) fn first_screen(blocks: &[Block]) -> usize {
    let mut characters = 0;
    let is_above = |block: &&Block| {
        let is_above = characters < SCREEN;
        characters += length(block);
        is_above
    };
    blocks.iter().take_while(is_above).count()
}

/// Characters of a block, roughly.
fn length(block: &Block) -> usize {
    match block {
        Block::Claims(claims) => claims.len() * CLAIM,
        Block::Section(section) => section.blocks.iter().map(length).sum(),
        _ => block.texts().iter().map(|text| text.chars().count()).sum(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Inline;

    fn paragraph(characters: usize) -> Block {
        Block::Paragraph(vec![Inline::Text("م".repeat(characters))])
    }

    #[test]
    fn blocks_are_shown_until_a_screen_is_full() {
        assert_eq!(first_screen(&[]), 0);
        assert_eq!(first_screen(&[paragraph(10), paragraph(10)]), 2);
        assert_eq!(first_screen(&[paragraph(10), paragraph(SCREEN), paragraph(10), paragraph(10)]), 2);
    }

    #[test]
    fn claims_take_room() {
        assert_eq!(first_screen(&[Block::Claims((0..20).collect()), paragraph(10)]), 1);
    }
}
