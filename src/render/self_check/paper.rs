//! The result of a self-check as a paper to hand over: every line with its section, edition and day.

use super::sheet::{CheckRow, CheckSheet};
use crate::render::paper::{Cell, Column, Paper, Table};
use crate::render::source::{source_cells, source_columns};
use crate::wording::Wording;

/// Makes a paper of a self-check.
pub fn check_paper(sheet: &CheckSheet) -> Paper {
    let wording = Wording::of(sheet.language);
    let words = &wording.check;
    let mut lead = Vec::new();
    lead.extend(sheet.day.clone());
    lead.push((words.points)(sheet.points, sheet.most));
    if let Some((title, text)) = &sheet.verdict {
        lead.push(format!("{title}: {text}"));
    }
    if !sheet.unanswered.is_empty() {
        lead.push((words.preliminary)(sheet.unanswered.len()));
    }
    if let Some((before, now)) = sheet.change.as_ref().and_then(|change| change.points) {
        let heading = (words.change)(sheet.day_before.as_deref());
        lead.push(format!("{heading}: {}", (words.from_to)(before, now)));
    }
    Paper {
        language: sheet.language.code(),
        title: words.title.to_owned(),
        lead,
        tables: vec![questions(sheet, wording), parts(sheet, wording)],
        notes: vec![words.note.to_owned()],
    }
}

fn questions(sheet: &CheckSheet, wording: &Wording) -> Table {
    let column = &wording.check.column;
    let mut columns = vec![
        Column::new(column.number, 6),
        Column::new(column.part, 18),
        Column::new(column.question, 44),
        Column::new(column.answer, 14),
        Column::new(column.points, 8),
    ];
    if sheet.change.is_some() {
        columns.push(Column::new(column.points_before, 8));
    }
    columns.push(Column::new(column.next, 44));
    columns.extend(source_columns(wording));
    columns.push(Column::new(column.day, 12));
    Table {
        heading: column.questions.to_owned(),
        columns,
        rows: sheet
            .rows
            .iter()
            .map(|row| question_cells(row, sheet, wording))
            .collect(),
    }
}

fn question_cells(row: &CheckRow, sheet: &CheckSheet, wording: &Wording) -> Vec<Cell> {
    let words = &wording.check;
    let points = |points: Option<i32>| points.map_or(Cell::text(""), Cell::Signed);
    let mut cells = vec![
        Cell::Number(u64::from(row.number)),
        Cell::text(&row.part),
        Cell::text(&row.question),
        Cell::text((words.answer)(row.answer)),
        points(row.points()),
    ];
    if sheet.change.is_some() {
        cells.push(points(row.points_before));
    }
    // Who does not know asks first.
    let next = row.next.as_ref().map(|next| next.title.clone());
    let steps: Vec<String> = row.ask_whom.clone().into_iter().chain(next).collect();
    cells.push(Cell::text(steps.join("\n")));
    cells.extend(source_cells(row.source.as_ref()));
    cells.push(Cell::text(sheet.day.clone().unwrap_or_default()));
    cells
}

fn parts(sheet: &CheckSheet, wording: &Wording) -> Table {
    let column = &wording.check.column;
    let rows = sheet.parts.iter().map(|part| {
        vec![
            Cell::text(&part.name),
            Cell::Signed(part.points),
            Cell::Signed(part.most),
        ]
    });
    Table {
        heading: column.parts.to_owned(),
        columns: vec![
            Column::new(column.part, 30),
            Column::new(column.points, 10),
            Column::new(column.most, 10),
        ],
        rows: rows.collect(),
    }
}
