//! How long one page takes: composing it, and composing, citing and rendering it.

use std::{error::Error, hint::black_box, path::Path};

use content::{
    compose::{self, Base},
    route::Route,
};
use criterion::Criterion;
use prerender::{content_folder, render};

fn main() -> Result<(), Box<dyn Error>> {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let site = content_folder::site(&content_folder::files(&content)?)?;
    let base = Base::new(&site.settings.base_url);
    let route = site.editions.last().map_or(Route::Home, content::model::Edition::route);
    let mut criterion = Criterion::default().configure_from_args();
    criterion.bench_function("compose an edition", |bencher| bencher.iter(|| compose::page(&site, &base, black_box(&route))));
    criterion.bench_function("render an edition", |bencher| bencher.iter(|| render(&site, &base, black_box(&route)).is_ok()));
    criterion.final_summary();
    Ok(())
}
