//! Editions side by side. On a narrow screen each field is a block of its own, each cell named by its edition.

use std::sync::Arc;

use content::{
    page::{Column, Item, Matrix, MatrixChoice, Row},
    phrases::matrix as words,
};

use super::{
    block::Context,
    element::{Element, element, link},
    inline::inlines,
};

/// The whole matrix; what a reader chooses of it is applied after mounting, by `enhance`.
pub fn matrix(matrix: &Matrix, context: &Arc<Context>) -> Element {
    let choice = match matrix.choice {
        MatrixChoice::Pair => "pair",
        MatrixChoice::Filter => "filter",
    };
    let corner = element("th").with("scope", "col").text(&matrix.corner);
    let rows = matrix.rows.iter().map(|found| row(found, &matrix.columns, context));
    let table = element("table")
        .child(element("caption").text(&matrix.caption))
        .child(element("thead").child(element("tr").child(corner).children(matrix.columns.iter().map(column))))
        .child(element("tbody").children(rows));
    // The room in which `enhance` puts the controls, so that nothing moves when they come.
    let told = if matrix.others.is_empty() { words::WHOLE } else { words::LATEST };
    let room = element("div").class("matrix__choice").child(element("p").text(told));
    let element = element("div").class("matrix").with("data-choice", choice);
    let element = if matrix.others.is_empty() { element } else { element.with("data-others", &matrix.others) };
    element.child(room).child(table)
}

/// The head of a column.
pub fn column(column: &Column) -> Element {
    let edition = link(&column.link.href).text(&column.link.label);
    element("th").with("scope", "col").with("data-column", &column.id).child(edition)
}

fn row(row: &Row, columns: &[Column], context: &Arc<Context>) -> Element {
    let head = element("th").with("scope", "row");
    let head = if row.href.is_empty() { head.text(&row.label) } else { head.child(link(&row.href).text(&row.label)) };
    let cells = columns.iter().zip(&row.cells).map(|(column, items)| cell(column, items, context));
    element("tr").with("data-row", &row.id).child(head).children(cells)
}

/// A cell of a column.
pub fn cell(column: &Column, items: &[Item], context: &Arc<Context>) -> Element {
    let item = |item: &Item| {
        let said = inlines(&item.text, context);
        if !item.is_new {
            return element("div").views(said);
        }
        let mark = element("span").class("matrix__new").text(words::NEW);
        element("div").child(mark).text(" ").views(said)
    };
    let none = items.is_empty().then(|| element("div").class("matrix__none").text(words::NOT_FOUND));
    element("td")
        .with("data-column", &column.id)
        .child(element("span").class("matrix__edition").text(&column.link.label))
        .children(items.iter().map(item))
        .children(none)
}
