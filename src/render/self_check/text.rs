//! The result of a self-check as text.

use super::sheet::{CheckRow, CheckSheet};
use crate::render::text::Painter;
use crate::wording::Wording;

/// Lays the result of a self-check out.
pub fn self_check_text(sheet: &CheckSheet, width: usize) -> String {
    let wording = Wording::of(sheet.language);
    let words = &wording.check;
    let mut painter = Painter::new(wording, width);
    let points = (words.points)(sheet.points, sheet.most);
    painter.heading(&format!("{}: {points}", words.title));
    if let Some(day) = &sheet.day {
        painter.quiet("", "", day);
    }
    if let Some((title, text)) = &sheet.verdict {
        painter.paragraph("", "", &format!("{title}: {text}"));
    }
    if !sheet.unanswered.is_empty() {
        let numbers: Vec<String> = sheet.unanswered.iter().map(u8::to_string).collect();
        let missing = (words.unanswered)(numbers.len(), &numbers.join(", "));
        painter.paragraph("", "", &missing);
    }
    for part in &sheet.parts {
        let line = (words.part)(&part.name, part.points, part.most);
        painter.paragraph("- ", "  ", &line);
    }
    change(&mut painter, sheet);
    first(&mut painter, sheet);
    unknown(&mut painter, sheet);
    open(&mut painter, sheet);
    painter.blank();
    if !sheet.open.is_empty() {
        painter.paragraph("", "", words.plan_hint);
    }
    painter.quiet("", "", words.note);
    painter.finish()
}

fn change(painter: &mut Painter<'_>, sheet: &CheckSheet) {
    let words = &painter.wording.check;
    let Some(change) = &sheet.change else {
        return;
    };
    painter.blank();
    painter.heading(&(words.change)(sheet.day_before.as_deref()));
    let points = match change.points {
        Some((before, now)) => (words.from_to)(before, now),
        None => words.not_comparable.to_owned(),
    };
    painter.paragraph("- ", "  ", &points);
    for (line, numbers) in [(words.better, &change.better), (words.worse, &change.worse)] {
        let rows = numbers.iter().filter_map(|number| sheet.row(*number));
        let names: Vec<String> = rows
            .map(|row| (words.question)(row.number, &row.area))
            .collect();
        if !names.is_empty() {
            painter.paragraph("- ", "  ", &line(&names));
        }
    }
    if change.better.is_empty() && change.worse.is_empty() {
        painter.paragraph("- ", "  ", words.same);
    }
}

fn first(painter: &mut Painter<'_>, sheet: &CheckSheet) {
    if sheet.first.is_empty() {
        return;
    }
    let wording = painter.wording;
    painter.blank();
    painter.heading(wording.check.begin);
    for (place, advice) in sheet.first.iter().enumerate() {
        painter.paragraph(&format!("{}. ", place + 1), "   ", &advice.title);
        let done_when = format!("{}: {}", wording.label.done_when, advice.done_when);
        painter.quiet("   ", "   ", &done_when);
        if let Some(source) = &advice.source {
            let backed_by = format!("{}: {}", wording.label.backed_by, source.line());
            painter.quiet("   ", "   ", &backed_by);
        }
    }
}

fn unknown(painter: &mut Painter<'_>, sheet: &CheckSheet) {
    let words = &painter.wording.check;
    let rows: Vec<(&CheckRow, &String)> = sheet
        .rows
        .iter()
        .filter_map(|row| Some((row, row.ask_whom.as_ref()?)))
        .collect();
    if rows.is_empty() {
        return;
    }
    painter.blank();
    painter.heading(words.ask);
    for (row, ask_whom) in rows {
        painter.paragraph("- ", "  ", &(words.question)(row.number, &row.area));
        painter.paragraph("  ", "  ", ask_whom);
    }
}

fn open(painter: &mut Painter<'_>, sheet: &CheckSheet) {
    let wording = painter.wording;
    let words = &wording.check;
    painter.blank();
    painter.heading(words.open);
    if sheet.open.is_empty() && sheet.unanswered.is_empty() {
        painter.paragraph("", "", words.nothing_open);
    }
    for row in sheet.open_rows() {
        let name = (words.question)(row.number, &row.area);
        let answer = (words.answer)(row.answer);
        painter.paragraph("- ", "  ", &format!("{name} ({answer})"));
        if let Some(next) = &row.next {
            painter.paragraph("  ", "  ", &(words.first)(&next.title));
        }
        if let Some(source) = &row.source {
            // All are of one document: its title on every line would hide what to do.
            let backed_by = format!("{}: {}", wording.label.backed_by, source.id);
            painter.quiet("  ", "  ", &backed_by);
        }
    }
}
