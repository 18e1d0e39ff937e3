//! Medians and quartiles: a mean would follow the one run that something else disturbed.

/// The middle of measured values and how far they spread.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spread {
    /// Half of the values are smaller.
    pub median: f64,
    /// A quarter of the values are smaller.
    pub low: f64,
    /// A quarter of the values are larger.
    pub high: f64,
    /// The largest value.
    pub worst: f64,
}

/// Of no values, all zero.
pub fn spread(values: impl IntoIterator<Item = f64>) -> Spread {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    Spread { median: at(&values, 2), low: at(&values, 1), high: at(&values, 3), worst: values.last().copied().unwrap_or_default() }
}

/// The value after so many quarters of the way; between two values, that far between them.
fn at(sorted: &[f64], quarters: usize) -> f64 {
    let place = sorted.len().saturating_sub(1) * quarters;
    let value = |index: usize| sorted.get(index).copied().unwrap_or_default();
    let between = [0.0, 0.25, 0.5, 0.75][place % 4];
    let (here, next) = (value(place / 4), value((place / 4 + 1).min(sorted.len().saturating_sub(1))));
    here + (next - here) * between
}

#[cfg(test)]
mod tests {
    use super::{Spread, spread};

    #[test]
    fn quartiles_lie_between_values() {
        let five = spread([5.0, 1.0, 4.0, 2.0, 3.0]);
        assert_eq!(five, Spread { median: 3.0, low: 2.0, high: 4.0, worst: 5.0 });
        let four = spread([1.0, 2.0, 3.0, 4.0]);
        assert_eq!(four, Spread { median: 2.5, low: 1.75, high: 3.25, worst: 4.0 });
        assert_eq!(spread([7.0]), Spread { median: 7.0, low: 7.0, high: 7.0, worst: 7.0 });
        assert_eq!(spread([]), Spread::default());
    }
}
