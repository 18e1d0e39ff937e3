//! Which words of a query to keep when no passage holds them all.

use super::matches::Matches;
use crate::query::Query;

/// The words to keep, as bits: as many as any passage holds; of several such sets the one whose words are rarest, since
/// they say more. None if nothing holds any.
pub fn kept(matches: &Matches, query: &Query) -> u32 {
    let masks: Vec<u32> = (0..matches.passages()).map(|passage| matches.mask(query, passage)).collect();
    let frequency = |index: usize| masks.iter().filter(|mask| **mask & (1 << index) != 0).count();
    let rarity: Vec<usize> = (0..query.words.len()).map(|index| masks.len() - frequency(index)).collect();
    let worth =
        |mask: u32| -> usize { rarity.iter().enumerate().filter(|(index, _)| mask & (1 << index) != 0).map(|(_, rarity)| rarity).sum() };
    masks.iter().copied().max_by_key(|mask| (mask.count_ones(), worth(*mask))).unwrap_or_default()
}
