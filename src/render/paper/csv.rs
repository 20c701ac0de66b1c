//! A paper as CSV, one table after the other. Begins with a byte order mark: without it, spreadsheets in Japan read
//! the file in another encoding.

use super::{Cell, Paper};

/// What a spreadsheet takes for the beginning of a formula.
const FORMULA_STARTS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Writes a paper as CSV in UTF-8.
pub fn csv(paper: &Paper) -> String {
    let mut text = String::from('\u{feff}');
    push_row(&mut text, [paper.title.as_str()]);
    for line in &paper.lead {
        push_row(&mut text, [line.as_str()]);
    }
    for table in &paper.tables {
        push_row(&mut text, []);
        push_row(&mut text, [table.heading.as_str()]);
        push_row(
            &mut text,
            table.columns.iter().map(|column| column.name.as_str()),
        );
        for row in &table.rows {
            let cells: Vec<String> = row.iter().map(Cell::words).collect();
            push_row(&mut text, cells.iter().map(String::as_str));
        }
    }
    if !paper.notes.is_empty() {
        push_row(&mut text, []);
    }
    for note in &paper.notes {
        push_row(&mut text, [note.as_str()]);
    }
    text
}

/// One record of RFC 4180, every field in quotation marks.
fn push_row<'a>(text: &mut String, fields: impl IntoIterator<Item = &'a str>) {
    let fields: Vec<String> = fields
        .into_iter()
        .map(|field| format!("\"{}\"", harmless(field).replace('"', "\"\"")))
        .collect();
    text.push_str(&fields.join(","));
    text.push_str("\r\n");
}

/// A leading apostrophe keeps a spreadsheet from reading a formula out of what somebody typed.
fn harmless(field: &str) -> String {
    match field.starts_with(FORMULA_STARTS) {
        true => format!("'{field}"),
        false => field.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::push_row;

    fn check(fields: &[&str], expected: &str) {
        let mut text = String::new();
        push_row(&mut text, fields.iter().copied());
        assert_eq!(text, format!("{expected}\r\n"));
    }

    #[test]
    fn fields_keep_quotes_commas_and_lines() {
        check(&["a,\"b\"", "c\nd"], "\"a,\"\"b\"\"\",\"c\nd\"");
    }

    #[test]
    fn nothing_typed_becomes_a_formula() {
        check(
            &["=1+1", "@SUM(A1)", "-1"],
            "\"'=1+1\",\"'@SUM(A1)\",\"'-1\"",
        );
    }
}
