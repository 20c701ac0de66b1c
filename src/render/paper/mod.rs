//! Papers to hand over: a title, what they are about, tables, remarks. One value, written as Markdown, CSV, HTML for
//! print, or a workbook. What a person typed is text in all of them, never a formula or a tag.

mod csv;
mod html;
mod markdown;
mod workbook;

pub use self::csv::csv;
pub use self::html::html;
pub use self::markdown::markdown;
pub use self::workbook::workbook;

use serde::Serialize;

use crate::wording::signed;

/// A paper in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Paper {
    /// Its language as a code for documents: `ja` or `en`.
    pub language: &'static str,
    /// Title.
    pub title: String,
    /// Lines below the title: for whom, of which day.
    pub lead: Vec<String>,
    /// The tables.
    pub tables: Vec<Table>,
    /// Remarks at the end.
    pub notes: Vec<String>,
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Table {
    /// Heading; also the name of its sheet.
    pub heading: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Heading.
    pub name: String,
    /// Most columns of characters before it wraps; East Asian wide characters take two.
    pub width: usize,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A whole number.
    Number(u64),
    /// A whole number that may be below zero, such as points.
    Signed(i32),
    /// A web address.
    Link(String),
}

impl Column {
    /// A column.
    pub fn new(name: &str, width: usize) -> Self {
        Self {
            name: name.to_owned(),
            width,
        }
    }
}

impl Cell {
    /// Words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// The cell as words.
    pub fn words(&self) -> String {
        match self {
            Self::Text(text) | Self::Link(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Signed(number) => signed(*number),
        }
    }
}
