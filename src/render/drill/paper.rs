//! The report of a drill as a paper to keep: what was decided, what to prepare, with sources.

use super::sheet::{DrillRow, DrillSheet};
use crate::render::paper::{Cell, Column, Paper, Table};
use crate::render::source::{Source, source_cells, source_columns};
use crate::wording::Wording;

/// Makes a paper of a drill's report as of a day.
pub fn drill_paper(sheet: &DrillSheet, day: &str) -> Paper {
    let wording = Wording::of(sheet.language);
    let words = &wording.drill.report;
    let mut lead = vec![day.to_owned()];
    lead.extend(sheet.summary.iter().cloned());
    let plan = sheet.plan.iter();
    let tables = [
        timeline(sheet, wording),
        sourced(
            words.plan,
            plan.map(|(_, title, source)| (title.as_str(), source.as_ref())),
            wording,
        ),
        Table {
            heading: words.debrief.to_owned(),
            columns: vec![Column::new(words.debrief, 80)],
            rows: sheet
                .debrief
                .iter()
                .map(|question| vec![Cell::text(question)])
                .collect(),
        },
    ];
    Paper {
        language: sheet.language.code(),
        title: format!("{}: {}", sheet.title, words.title),
        lead,
        tables: tables
            .into_iter()
            .filter(|table| !table.rows.is_empty())
            .collect(),
        notes: vec![
            wording.drill.made_up.to_owned(),
            wording.label.disclaimer.to_owned(),
        ],
    }
}

fn timeline(sheet: &DrillSheet, wording: &Wording) -> Table {
    let words = &wording.drill.report;
    let column = &words.column;
    let own = [
        Column::new(column.minute, 6),
        Column::new(column.happened, 40),
        Column::new(column.decided, 36),
        Column::new(column.grade, 20),
        Column::new(column.best, 36),
        Column::new(column.follows, 60),
    ];
    Table {
        heading: words.timeline.to_owned(),
        columns: own.into_iter().chain(source_columns(wording)).collect(),
        rows: sheet.rows.iter().map(cells).collect(),
    }
}

fn cells(row: &DrillRow) -> Vec<Cell> {
    let mut cells = vec![
        Cell::Number(u64::from(row.minute)),
        Cell::text(&row.title),
        Cell::text(&row.decided),
        Cell::text(row.verdict),
        Cell::text(row.best.as_deref().unwrap_or_default()),
        Cell::text(&row.follows),
    ];
    cells.extend(source_cells(row.source.as_ref()));
    cells
}

fn sourced<'s>(
    heading: &str,
    lines: impl Iterator<Item = (&'s str, Option<&'s Source>)>,
    wording: &Wording,
) -> Table {
    let mut columns = vec![Column::new(heading, 60)];
    columns.extend(source_columns(wording));
    Table {
        heading: heading.to_owned(),
        columns,
        rows: lines
            .map(|(text, source)| {
                let mut cells = vec![Cell::text(text)];
                cells.extend(source_cells(source));
                cells
            })
            .collect(),
    }
}
