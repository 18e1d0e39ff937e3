//! Sorting, once for all types: the standard library compiles its sort anew for each, some 6 KB of WASM every time.

use core::cmp::Ordering;

/// The indices 0 to `length` in the order that `compare` gives them; equal ones stay in their order (merge sort).
pub fn order(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..length).collect();
    let mut merged = sorted.clone();
    let mut run = 1;
    while run < length {
        let mut start = 0;
        while start < length {
            let middle = (start + run).min(length);
            let end = (middle + run).min(length);
            let (mut left, mut right) = (start, middle);
            for place in &mut merged[start..end] {
                let takes_left = left < middle && (right >= end || compare(sorted[left], sorted[right]) != Ordering::Greater);
                let from = if takes_left { &mut left } else { &mut right };
                *place = sorted[*from];
                *from += 1;
            }
            start = end;
        }
        core::mem::swap(&mut sorted, &mut merged);
        run *= 2;
    }
    sorted
}

/// Adds what is not there yet.
pub fn add_once<T: PartialEq>(items: &mut Vec<T>, item: T) {
    if !items.contains(&item) {
        items.push(item);
    }
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn any_number_of_items_is_sorted_and_equal_ones_keep_their_order() {
        for length in 0..40 {
            let keys: Vec<usize> = (0..length).map(|index| index * 7 % 5).collect();
            let mut expected: Vec<usize> = (0..length).collect();
            expected.sort_by_key(|index| keys[*index]);
            assert_eq!(order(length, &|one, other| keys[one].cmp(&keys[other])), expected);
        }
    }
}
