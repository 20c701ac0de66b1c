//! The columns of a table that say where a line comes from: the same in every paper.

use super::paper::{Cell, Column};
use super::source::Source;
use crate::wording::Wording;

/// The headings: section, edition, day of the last check, address.
pub(super) fn source_columns(wording: &Wording) -> Vec<Column> {
    let column = &wording.plan.column;
    vec![
        Column::new(column.source, 44),
        Column::new(column.edition, 24),
        Column::new(column.checked, 12),
        Column::new(column.url, 40),
    ]
}

/// The cells; empty ones where nothing backs the line.
pub(super) fn source_cells(source: Option<&Source>) -> Vec<Cell> {
    let Some(source) = source else {
        return vec![Cell::text(""); 4];
    };
    vec![
        Cell::text(format!("{} {}", source.document, source.heading)),
        Cell::text(&source.edition),
        Cell::text(&source.checked),
        Cell::Link(source.url.clone()),
    ]
}
