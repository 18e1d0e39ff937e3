//! Editions side by side. On a narrow screen each field is a block of its own, each cell named by its edition.

use std::sync::Arc;

use content::{
    page::{Column, Item, Matrix, MatrixChoice, Row},
    phrases::matrix as words,
};
use leptos::prelude::*;

use super::{block::Context, inline::inlines};

/// The whole matrix; what a reader chooses of it is applied after mounting, by `enhance`.
pub fn matrix(matrix: Matrix, context: &Arc<Context>) -> AnyView {
    let head: Vec<_> = matrix.columns.iter().map(column).collect();
    let rows: Vec<_> = matrix.rows.iter().map(|found| row(found, &matrix.columns, context)).collect();
    let choice = match matrix.choice {
        MatrixChoice::Pair => "pair",
        MatrixChoice::Filter => "filter",
    };
    view! {
        <div class="matrix" data-choice=choice>
            <table>
                <caption>{matrix.caption}</caption>
                <thead><tr><th scope="col">{matrix.corner}</th>{head}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn column(column: &Column) -> impl IntoView + use<> {
    view! { <th scope="col" data-column=column.id.clone()><a href=column.link.href.clone()>{column.link.label.clone()}</a></th> }
}

fn row(row: &Row, columns: &[Column], context: &Arc<Context>) -> impl IntoView + use<> {
    let label = if row.href.is_empty() {
        row.label.clone().into_any()
    } else {
        view! { <a href=row.href.clone()>{row.label.clone()}</a> }.into_any()
    };
    let cells: Vec<_> = columns.iter().zip(&row.cells).map(|(column, items)| cell(column, items, context)).collect();
    view! { <tr data-row=row.id.clone()><th scope="row">{label}</th>{cells}</tr> }
}

fn cell(column: &Column, items: &[Item], context: &Arc<Context>) -> impl IntoView + use<> {
    let item = |item: &Item| {
        let mark = item.is_new.then(|| view! { <span class="matrix__new">{words::NEW}</span>" " });
        view! { <div>{mark}{inlines(&item.text, context)}</div> }
    };
    let items: Vec<_> = items.iter().map(item).collect();
    let none = items.is_empty().then(|| view! { <div class="matrix__none">{words::NOT_FOUND}</div> });
    view! { <td data-column=column.id.clone()><span class="matrix__edition">{column.link.label.clone()}</span>{items}{none}</td> }
}
