//! A paper as HTML for print: A4, black on white, nothing loaded from elsewhere.

use super::{Cell, Paper, Table};

const STYLE: &str = "@page{size:A4 landscape;margin:12mm}\
    body{font-family:'Hiragino Sans','Noto Sans JP','Yu Gothic','Meiryo',sans-serif;font-size:10pt;line-height:1.5;color:#000}\
    h1{font-size:16pt;margin:0 0 4mm}h2{font-size:12pt;margin:6mm 0 2mm}\
    table{border-collapse:collapse;width:100%}th,td{border:1px solid #888;padding:1mm 2mm;text-align:left;vertical-align:top}\
    th{background:#eee}td.n{text-align:right;white-space:nowrap}thead{display:table-header-group}tr{page-break-inside:avoid}\
    td{overflow-wrap:anywhere}";

/// Writes a paper as one HTML page.
pub fn html(paper: &Paper) -> String {
    let mut body = format!("<h1>{}</h1>\n", escaped(&paper.title));
    for line in &paper.lead {
        body.push_str(&format!("<p>{}</p>\n", escaped(line)));
    }
    for table in &paper.tables {
        body.push_str(&table_html(table));
    }
    if !paper.notes.is_empty() {
        let notes = paper
            .notes
            .iter()
            .map(|note| format!("<li>{}</li>\n", escaped(note)));
        body.push_str(&format!("<ul>\n{}</ul>\n", notes.collect::<String>()));
    }
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n",
        paper.language,
        escaped(&paper.title)
    )
}

fn table_html(table: &Table) -> String {
    let heads = table
        .columns
        .iter()
        .map(|column| format!("<th>{}</th>", escaped(&column.name)));
    let mut text = format!(
        "<h2>{}</h2>\n<table>\n<thead><tr>{}</tr></thead>\n<tbody>\n",
        escaped(&table.heading),
        heads.collect::<String>()
    );
    for row in &table.rows {
        let cells: String = row.iter().map(cell_html).collect();
        text.push_str(&format!("<tr>{cells}</tr>\n"));
    }
    text.push_str("</tbody>\n</table>\n");
    text
}

fn cell_html(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => format!("<td>{}</td>", escaped(text)),
        Cell::Number(_) | Cell::Signed(_) => format!("<td class=\"n\">{}</td>", cell.words()),
        Cell::Link(address) if address.starts_with("https://") => {
            format!("<td><a href=\"{0}\">{0}</a></td>", escaped(address))
        }
        Cell::Link(address) => format!("<td>{}</td>", escaped(address)),
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\n' => escaped.push_str("<br>"),
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{cell_html, escaped};
    use crate::render::paper::Cell;

    #[test]
    fn nothing_typed_becomes_a_tag() {
        assert_eq!(escaped("<b>\"&'\n"), "&lt;b&gt;&quot;&amp;&#39;<br>");
    }

    #[test]
    fn only_web_addresses_become_links() {
        let script = Cell::Link("javascript:alert(1)".to_owned());
        assert_eq!(cell_html(&script), "<td>javascript:alert(1)</td>");
    }
}
