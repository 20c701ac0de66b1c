//! A paper as Markdown.

use super::{Cell, Paper, Table};

/// Writes a paper as Markdown.
pub fn markdown(paper: &Paper) -> String {
    let mut text = format!("# {}\n\n", escaped(&paper.title));
    for line in &paper.lead {
        text.push_str(&format!("{}\n\n", escaped(line)));
    }
    for table in &paper.tables {
        text.push_str(&table_text(table));
    }
    for note in &paper.notes {
        text.push_str(&format!("- {}\n", escaped(note)));
    }
    text
}

fn table_text(table: &Table) -> String {
    let names: Vec<String> = table
        .columns
        .iter()
        .map(|column| escaped(&column.name))
        .collect();
    let rules = vec!["---"; names.len()];
    let mut text = format!(
        "## {}\n\n| {} |\n|{}|\n",
        escaped(&table.heading),
        names.join(" | "),
        rules.join("|")
    );
    for row in &table.rows {
        let cells: Vec<String> = row.iter().map(cell_text).collect();
        text.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    text.push('\n');
    text
}

fn cell_text(cell: &Cell) -> String {
    match cell {
        Cell::Link(address) => format!("<{address}>"),
        _ => escaped(&cell.words()),
    }
}

/// The text with the marks of Markdown and HTML taken literally, on one line.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' => {
                escaped.push('\\');
                escaped.push(character);
            }
            '\n' => escaped.push_str("<br>"),
            '\r' => {}
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn marks_are_taken_literally() {
        assert_eq!(escaped("a|b\n<c> *d*"), r"a\|b<br>\<c\> \*d\*");
    }
}
