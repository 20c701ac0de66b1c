//! A drill as text for a terminal.

use super::sheet::{DrillRow, DrillSheet, InjectSheet, drill_title};
use crate::knowledge::{Drill, Knowledge};
use crate::question::Language;
use crate::render::text::Painter;
use crate::wording::Wording;

/// Lists the drills.
pub fn drill_list(knowledge: &Knowledge, language: Language, width: usize) -> String {
    let wording = Wording::of(language);
    let words = &wording.drill;
    let mut painter = Painter::new(wording, width);
    painter.heading(words.list);
    for drill in &knowledge.drills {
        let name = language.pick(&drill.title, &drill.title_en);
        let line = (words.list_line)(&drill.id, name, drill.minutes, drill.injects.len());
        painter.paragraph("- ", "  ", &line);
    }
    painter.quiet("", "", words.list_hint);
    painter.finish()
}

/// Says what a drill is about.
pub fn drill_opening(drill: &Drill, language: Language, width: usize) -> String {
    let wording = Wording::of(language);
    let mut painter = Painter::new(wording, width);
    painter.heading(&drill_title(drill, language));
    painter.paragraph("", "", language.pick(&drill.scene, &drill.scene_en));
    painter.quiet("", "", wording.drill.made_up);
    painter.finish()
}

/// Tells an inject with its options.
pub fn inject_text(inject: &InjectSheet, language: Language, width: usize) -> String {
    let wording = Wording::of(language);
    let mut painter = Painter::new(wording, width);
    painter.blank();
    painter.heading(&format!("{} {}", wording.drill.mark, inject.heading));
    painter.paragraph("", "", &inject.text);
    painter.paragraph("", "", &inject.question);
    for (number, option) in inject.options.iter().enumerate() {
        painter.paragraph(&format!(" {}. ", number + 1), "    ", option);
    }
    painter.finish()
}

/// Tells how an inject went.
pub fn outcome_text(row: &DrillRow, language: Language, width: usize) -> String {
    let mut painter = Painter::new(Wording::of(language), width);
    outcome(&mut painter, row);
    painter.finish()
}

/// Lays a report out.
pub fn report_text(sheet: &DrillSheet, width: usize) -> String {
    let wording = Wording::of(sheet.language);
    let words = &wording.drill.report;
    let mut painter = Painter::new(wording, width);
    painter.blank();
    painter.heading(&format!("{}: {}", sheet.title, words.title));
    for line in &sheet.summary {
        painter.paragraph("", "", line);
    }
    if !sheet.rows.is_empty() {
        painter.blank();
        painter.heading(words.timeline);
    }
    for row in &sheet.rows {
        painter.paragraph(&format!("{:>3}: ", row.minute), "     ", &row.title);
        decision(&mut painter, row, "     ");
    }
    let (well, wanting): (Vec<&DrillRow>, Vec<&DrillRow>) =
        sheet.rows.iter().partition(|row| row.is_best());
    list(&mut painter, words.went_well, titles(&well));
    list(&mut painter, words.to_practise, titles(&wanting));
    if !sheet.plan.is_empty() {
        painter.blank();
        painter.heading(words.plan);
    }
    for (id, title, source) in &sheet.plan {
        painter.paragraph("- ", "  ", &format!("{title} ({id})"));
        if let Some(source) = source {
            painter.quiet("  ", "  ", &source.line());
        }
    }
    list(&mut painter, words.debrief, sheet.debrief.clone());
    painter.blank();
    painter.quiet("", "", wording.drill.made_up);
    painter.finish()
}

fn outcome(painter: &mut Painter<'_>, row: &DrillRow) {
    decision(painter, row, "");
    painter.paragraph("", "", &row.follows);
    if let Some(source) = &row.source {
        let backed = format!("{}: {}", painter.wording.label.backed_by, source.line());
        painter.quiet("", "", &backed);
    }
}

/// What was decided, how good that was, and what would have been best.
fn decision(painter: &mut Painter<'_>, row: &DrillRow, indent: &str) {
    let words = &painter.wording.drill;
    painter.paragraph(indent, indent, &row.sentence(words));
    if row.grade.is_some() {
        painter.paragraph(indent, indent, row.verdict);
    }
    if let Some(best) = &row.best {
        painter.paragraph(indent, indent, &(words.best_was)(best));
    }
}

fn titles(rows: &[&DrillRow]) -> Vec<String> {
    rows.iter().map(|row| row.title.clone()).collect()
}

fn list(painter: &mut Painter<'_>, heading: &str, lines: Vec<String>) {
    if lines.is_empty() {
        return;
    }
    painter.blank();
    painter.heading(heading);
    for line in lines {
        painter.paragraph("- ", "  ", &line);
    }
}
