//! Words that one slip of the finger turns into each other.

/// Whether one letter added, left out, exchanged, or swapped with its neighbour makes one word of the other
/// (Damerau–Levenshtein distance of exactly one). Words of fewer than four letters are never near.
#[must_use]
pub fn is_one_letter_apart(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().min(other.len()) < 4 || one.len().abs_diff(other.len()) > 1 || one == other {
        return false;
    }
    let start = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[start..], &other[start..]);
    match (one, other) {
        ([a, b, rest @ ..], [c, d, other_rest @ ..]) if a == d && b == c && rest == other_rest => true,
        _ if one.len() == other.len() => one[1..] == other[1..],
        _ if one.len() > other.len() => &one[1..] == other,
        _ => one == &other[1..],
    }
}

#[cfg(test)]
mod tests {
    use super::is_one_letter_apart;

    #[test]
    fn one_slip_is_near_and_two_are_not() {
        for (one, other) in [("مكافحه", "مكافه"), ("مكافحه", "مكاافحه"), ("مكافحه", "مكافخه"), ("مكافحه", "مكافهح"), ("tangier", "tanger")]
        {
            assert!(is_one_letter_apart(one, other) && is_one_letter_apart(other, one), "{one} {other}");
        }
        for (one, other) in [("مكافحه", "مكافحه"), ("مكافحه", "كافه"), ("فاس", "فاز"), ("", "مكان"), ("طنجه", "طماطم")]
        {
            assert!(!is_one_letter_apart(one, other), "{one} {other}");
        }
    }
}
