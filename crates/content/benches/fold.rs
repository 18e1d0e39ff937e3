//! How long it takes to fold what a page says: the search folds every text it highlights.

use std::hint::black_box;

use content::fold::fold;
use criterion::Criterion;

const EDITION: &str = include_str!("../../../content/editions/2023-tangier.toml");

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    criterion.bench_function("fold one edition", |bencher| bencher.iter(|| fold(black_box(EDITION))));
    criterion.final_summary();
}
