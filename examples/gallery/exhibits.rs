//! What has the styles of exhibits: figures, timeline, table, matrix, picture, pager.

use content::{
    compose::{self, Base},
    model::Site,
    page::{Block, Column, Event, Figure, Inline, Item, Link, Matrix, MatrixChoice, Row, Table},
    route::Route,
};

use super::{LATIN_NAME, latin, plain, section};

pub fn blocks(site: &Site, base: &Base) -> Vec<Block> {
    let mut blocks = vec![
        section("figures", "أرقام", vec![figures()]),
        section("timeline", "محطات", vec![timeline()]),
        section("table", "جدول", vec![table()]),
        section("pair", "مقارنة دورتين", vec![matrix(MatrixChoice::Pair)]),
        section("filter", "أهداف ودورات", vec![matrix(MatrixChoice::Filter)]),
    ];
    // Drawings are computed, so they are those of the site.
    for (id, title, route) in
        [("axis-section", "محور الزمن والحضور", Route::Evolution), ("sketch-section", "المدن المضيفة", Route::Editions)]
    {
        let pictures = compose::page(site, base, &route).map(|page| pictures(page.blocks)).unwrap_or_default();
        blocks.push(section(id, title, pictures));
    }
    blocks.push(Block::Pager(Some(link("مراكش 2022")), Some(link("فاس 2024"))));
    blocks
}

fn link(label: &str) -> Link {
    Link { href: "#".to_owned(), label: label.to_owned() }
}

/// The pictures of a page, at any depth.
fn pictures(blocks: Vec<Block>) -> Vec<Block> {
    let found = |block| match block {
        Block::Picture(_) => vec![block],
        Block::Section(section) => pictures(section.blocks),
        _ => Vec::new(),
    };
    blocks.into_iter().flat_map(found).collect()
}

fn figures() -> Block {
    let figure =
        |(number, unit): (&str, &str)| Figure {
            number: number.to_owned(), unit: unit.to_owned(), detail: plain("المتحدث، سنة 2023")
        };
    Block::Figures([("38", "وفداً"), ("أكثر من 1.234,5", "وحدة اسمها طويل بعض الطول"), ("51%", "نسبة")].map(figure).to_vec())
}

fn timeline() -> Block {
    let event = |(city, date, label): (&str, &str, &str)| Event {
        date: date.to_owned(),
        label: label.to_owned(),
        city: city.to_owned(),
        text: plain("ما جرى."),
    };
    let events = [("", "2020", "2020"), ("marrakech", "2022-06-23", "23 و24 يونيو 2022"), ("fes", "2024-06", "يونيو 2024")];
    Block::Timeline(events.map(event).to_vec())
}

fn table() -> Block {
    let row = vec![plain("سطر"), plain("خلية فيها نص"), latin(LATIN_NAME)];
    Block::Table(Table {
        caption: "عنوان الجدول".to_owned(),
        head: ["اسم", "قيمة", "أجنبي"].map(str::to_owned).to_vec(),
        rows: vec![row.clone(), row],
    })
}

/// With a new item, an empty cell, two items in one, and a head that is a link.
fn matrix(choice: MatrixChoice) -> Block {
    let columns = ["2022-marrakech", "2023-tangier", "2024-fes"].into_iter().zip(["مراكش 2022", "طنجة 2023", "فاس 2024"]);
    let item = |text: Vec<Inline>, is_new| Item { text, is_new };
    let row = |id: &str, label: &str, href: &str, cells: Vec<Vec<Item>>| Row {
        id: format!("{id}-{choice:?}").to_lowercase(),
        label: label.to_owned(),
        href: href.to_owned(),
        cells,
    };
    let said = || vec![item(plain("قول"), false)];
    Block::Matrix(Matrix {
        caption: "الدورات حقلاً حقلاً".to_owned(),
        corner: "الحقل".to_owned(),
        choice,
        columns: columns.map(|(id, label)| Column { id: id.to_owned(), link: link(label) }).collect(),
        others: String::new(),
        rows: vec![
            row("new", "ما هو جديد", "#", vec![said(), vec![item(plain("قول جديد"), true)], said()]),
            row("none", "ما لم يُعثر عليه", "", vec![said(), Vec::new(), said()]),
            row("latin", "اسم لاتيني، وقولان", "", vec![said(), vec![item(latin(LATIN_NAME), false), item(plain("قول ثان"), true)], said()]),
        ],
    })
}
