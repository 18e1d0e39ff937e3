//! What is looked at rather than read: editions side by side, and pictures.

use serde::{Deserialize, Serialize};

use super::{Inline, Link, Table};
use crate::shape::Shape;

/// Fields of all editions side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matrix {
    /// What the matrix shows.
    pub caption: String,
    /// Heading of the first column.
    pub corner: String,
    /// How a reader chooses among rows and columns.
    pub choice: MatrixChoice,
    /// One for each edition, in order; the latest ones, if there are many.
    pub columns: Vec<Column>,
    /// Address of the list of all columns, if there are others. It lists their ids and names.
    pub others: String,
    /// One for each field.
    pub rows: Vec<Row>,
}

/// How a reader chooses what of a matrix is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MatrixChoice {
    /// Two columns beside each other.
    Pair,
    /// One row, one column, or both.
    Filter,
}

/// A column of a matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its name in the query of the address.
    pub id: String,
    /// The edition.
    pub link: Link,
}

/// A row of a matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its anchor, and its name in the query of the address.
    pub id: String,
    /// The field.
    pub label: String,
    /// Where the field is explained; empty if nowhere.
    pub href: String,
    /// For each column the items of its cell; none where nothing was found.
    pub cells: Vec<Vec<Item>>,
}

/// One thing said in a cell of a matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What is said.
    pub text: Vec<Inline>,
    /// It was not so in the edition before.
    pub is_new: bool,
}

/// Drawings with their words and, unless the page already has it, the table that says the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// Anchor, permanent; also the style class of its own.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// The same in sentences: how it is to be read.
    pub text: String,
    /// Where its data come from.
    pub credit: Vec<Inline>,
    /// One drawing, or several small ones side by side.
    pub drawings: Vec<Drawing>,
    /// Every value of the drawings, to be opened; nothing where a table or a list of the page beside it has them.
    pub table: Option<Table>,
}

/// One SVG drawing. It holds no colours: classes give them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawing {
    /// Its name for voices.
    pub name: String,
    /// The `viewBox` of a drawing that scales as a whole; empty for one whose text keeps its size while
    /// positions, in percent, follow the width.
    pub view: String,
    /// Height of a drawing without `viewBox`, in em.
    pub height: String,
    /// What is drawn, from back to front.
    pub shapes: Vec<Shape>,
}
