//! A plan as a paper to hand over: every line with its source, edition and day.

use super::sheet::{PlanRow, PlanSheet};
use crate::render::paper::{Cell, Column, Paper, Table};
use crate::render::source::{Source, source_cells, source_columns};
use crate::wording::Wording;

/// Makes a paper of a plan as of a day.
pub fn plan_paper(sheet: &PlanSheet, day: &str) -> Paper {
    let wording = Wording::of(sheet.language);
    let words = &wording.plan;
    let mut lead = vec![
        day.to_owned(),
        sheet.company.clone(),
        sheet.comes_to.clone(),
        sheet.set_aside.clone(),
    ];
    lead.extend(sheet.assumed.iter().cloned());
    Paper {
        language: sheet.language.code(),
        title: words.title.to_owned(),
        lead,
        tables: vec![
            lines(sheet, wording),
            stake(sheet, wording),
            schemes(sheet, wording),
        ]
        .into_iter()
        .filter(|table| !table.rows.is_empty())
        .collect(),
        notes: vec![
            words.how_counted.to_owned(),
            words.schemes_note.to_owned(),
            wording.label.disclaimer.to_owned(),
        ],
    }
}

fn lines(sheet: &PlanSheet, wording: &Wording) -> Table {
    let column = &wording.plan.column;
    Table {
        heading: wording.plan.title.to_owned(),
        columns: vec![
            Column::new(column.number, 6),
            Column::new(column.when, 12),
            Column::new(column.what, 40),
            Column::new(column.who, 12),
            Column::new(column.minutes, 10),
            Column::new(column.yen_low, 12),
            Column::new(column.yen_high, 12),
            Column::new(column.yen_planned, 12),
            Column::new(column.estimate, 18),
            Column::new(column.why, 28),
            Column::new(column.done_when, 44),
        ]
        .into_iter()
        .chain(source_columns(wording))
        .collect(),
        rows: sheet
            .rows()
            .map(|(when, row)| cells(when, row, wording))
            .collect(),
    }
}

fn cells(when: &str, row: &PlanRow, wording: &Wording) -> Vec<Cell> {
    let column = &wording.plan.column;
    let estimate = match row.is_estimate {
        true => column.ours,
        false => column.sourced,
    };
    let mut cells = vec![
        Cell::Number(row.number as u64),
        Cell::text(when),
        Cell::text(&row.title),
        Cell::text(row.who),
        Cell::Number(u64::from(row.minutes)),
        Cell::Number(u64::from(row.yen.0)),
        Cell::Number(u64::from(row.yen.1)),
        Cell::Number(u64::from(row.planned_yen)),
        Cell::text(estimate),
        Cell::text(&row.because),
        Cell::text(&row.done_when),
    ];
    cells.extend(source_cells(row.source.as_ref()));
    cells
}

fn stake(sheet: &PlanSheet, wording: &Wording) -> Table {
    let mut rows = vec![{
        let mut cells = vec![Cell::text(&sheet.stake_day)];
        cells.extend(source_cells(None));
        cells
    }];
    rows.extend(
        sheet
            .stake
            .iter()
            .map(|(figure, source)| sourced_row(figure, source)),
    );
    Table {
        heading: wording.plan.stake.to_owned(),
        columns: sourced_columns(wording),
        rows,
    }
}

fn schemes(sheet: &PlanSheet, wording: &Wording) -> Table {
    Table {
        heading: wording.plan.schemes.to_owned(),
        columns: sourced_columns(wording),
        rows: sheet
            .schemes
            .iter()
            .map(|(title, source)| sourced_row(title, source))
            .collect(),
    }
}

fn sourced_columns(wording: &Wording) -> Vec<Column> {
    let mut columns = vec![Column::new(wording.plan.column.what, 60)];
    columns.extend(source_columns(wording));
    columns
}

fn sourced_row(text: &str, source: &Source) -> Vec<Cell> {
    let mut cells = vec![Cell::text(text)];
    cells.extend(source_cells(Some(source)));
    cells
}
