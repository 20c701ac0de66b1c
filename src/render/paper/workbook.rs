//! A paper as a workbook (XLSX): a sheet for each table, headings that stay in sight, columns as wide as their words.

use std::collections::HashSet;

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};
use textwrap::core::display_width;

use super::{Cell, Paper, Table};

/// Longest name of a sheet (Excel's limit).
const SHEET_NAME: usize = 31;
/// What must not stand in the name of a sheet (Excel's rule).
const FORBIDDEN: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
/// Narrowest column, in characters.
const NARROWEST: usize = 6;

/// Writes a paper as a workbook.
///
/// # Errors
/// When a table exceeds what a sheet can hold.
pub fn workbook(paper: &Paper) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let mut names = HashSet::new();
    for (number, table) in paper.tables.iter().enumerate() {
        let sheet = book.add_worksheet();
        sheet.set_name(sheet_name(&table.heading, number + 1, &mut names))?;
        write(sheet, paper, table)?;
    }
    if paper.tables.is_empty() {
        write(book.add_worksheet(), paper, &Table::default())?;
    }
    book.save_to_buffer()
}

fn write(sheet: &mut Worksheet, paper: &Paper, table: &Table) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    let head = Format::new()
        .set_bold()
        .set_border(FormatBorder::Thin)
        .set_text_wrap()
        .set_align(FormatAlign::Top);
    let body = Format::new()
        .set_border(FormatBorder::Thin)
        .set_text_wrap()
        .set_align(FormatAlign::Top);
    let number = body.clone().set_num_format("#,##0");
    let mut row = 0;
    sheet.write_string_with_format(row, 0, &paper.title, &bold)?;
    row += 1;
    for line in &paper.lead {
        sheet.write_string(row, 0, line)?;
        row += 1;
    }
    row += 1;
    for (column, one) in (0u16..).zip(&table.columns) {
        sheet.set_column_width(column, width(table, usize::from(column)) as f64)?;
        sheet.write_string_with_format(row, column, &one.name, &head)?;
    }
    if !table.columns.is_empty() {
        sheet.set_freeze_panes(row + 1, 0)?;
        sheet.set_repeat_rows(row, row)?;
        row += 1;
    }
    for cells in &table.rows {
        for (column, cell) in (0u16..).zip(cells) {
            match cell {
                Cell::Number(value) => {
                    sheet.write_number_with_format(row, column, *value as f64, &number)?;
                }
                Cell::Signed(value) => {
                    sheet.write_number_with_format(row, column, *value, &number)?;
                }
                // As text: an address in a cell is read, and a link would be one more thing to click on.
                Cell::Text(text) | Cell::Link(text) => {
                    sheet.write_string_with_format(row, column, text, &body)?;
                }
            }
        }
        row += 1;
    }
    row += 1;
    for note in &paper.notes {
        sheet.write_string(row, 0, note)?;
        row += 1;
    }
    sheet
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0);
    Ok(())
}

/// The width that the widest cell needs, up to what the column allows; a wide character counts two.
fn width(table: &Table, column: usize) -> usize {
    let Some(spec) = table.columns.get(column) else {
        return NARROWEST;
    };
    let cells = table.rows.iter().filter_map(|row| row.get(column));
    let widest = cells
        .flat_map(|cell| cell.words().lines().map(display_width).collect::<Vec<_>>())
        .chain([display_width(&spec.name)])
        .max()
        .unwrap_or(0);
    // One more for the space that Excel keeps at the edges.
    (widest.min(spec.width) + 1).max(NARROWEST)
}

fn sheet_name(heading: &str, number: usize, used: &mut HashSet<String>) -> String {
    let allowed = heading
        .chars()
        .filter(|character| !FORBIDDEN.contains(character));
    let mut name: String = allowed.take(SHEET_NAME).collect();
    name = name.trim_matches('\'').trim().to_owned();
    if name.is_empty() || !used.insert(name.to_lowercase()) {
        name = format!("{number}");
        used.insert(name.clone());
    }
    name
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{sheet_name, width};
    use crate::render::paper::{Cell, Column, Table};

    #[test]
    fn names_of_sheets_are_allowed_and_differ() {
        let mut used = HashSet::new();
        assert_eq!(sheet_name("計画: [1年]", 1, &mut used), "計画 1年");
        assert_eq!(sheet_name("計画: [1年]", 2, &mut used), "2");
        assert_eq!(sheet_name("'?'", 3, &mut used), "3");
    }

    #[test]
    fn japanese_takes_two_columns() {
        let table = Table {
            columns: vec![Column::new("a", 40)],
            rows: vec![vec![Cell::text("日本語で十文字です。")]],
            ..Table::default()
        };
        assert_eq!(width(&table, 0), 21);
    }
}
