//! The result of a self-check as text.

use super::text::Painter;
use crate::knowledge::{CheckQuestion, Knowledge};
use crate::profile::CheckResult;
use crate::question::Language;
use crate::wording::Wording;

/// Lays the result of a self-check out.
pub fn self_check_text(
    result: &CheckResult,
    knowledge: &Knowledge,
    language: Language,
    width: usize,
) -> String {
    let wording = Wording::of(language);
    let words = &wording.check;
    let check = &knowledge.self_check;
    let question = |number: &u8| check.questions.iter().find(|one| one.number == *number);
    let name = |question: &CheckQuestion| {
        (words.question)(
            question.number,
            language.pick(&question.area, &question.area_en),
        )
    };
    let mut painter = Painter::new(wording, width);
    painter.heading(&format!(
        "{}: {}",
        words.title,
        (words.points)(result.points, result.most)
    ));
    if let Some(verdict) = result.verdict(check) {
        let title = language.pick(&verdict.title, &verdict.title_en);
        let text = language.pick(&verdict.text, &verdict.text_en);
        painter.paragraph("", "", &format!("{title}: {text}"));
    }
    if !result.unanswered.is_empty() {
        let numbers: Vec<String> = result.unanswered.iter().map(u8::to_string).collect();
        let missing = (words.unanswered)(numbers.len(), &numbers.join(", "));
        painter.paragraph("", "", &missing);
    }
    for (part, (_, points, most)) in check.parts.iter().zip(&result.parts) {
        let line = (words.part)(language.pick(&part.name, &part.name_en), *points, *most);
        painter.paragraph("- ", "  ", &line);
    }
    if !result.unknown.is_empty() {
        painter.blank();
        painter.heading(words.ask);
    }
    for question in result.unknown.iter().filter_map(question) {
        painter.paragraph("- ", "  ", &name(question));
        painter.paragraph(
            "  ",
            "  ",
            language.pick(&question.ask_whom, &question.ask_whom_en),
        );
    }
    painter.blank();
    painter.heading(words.open);
    if result.open.is_empty() && result.unanswered.is_empty() {
        painter.paragraph("", "", words.nothing_open);
    }
    for question in result.open.iter().filter_map(question) {
        painter.paragraph("- ", "  ", &name(question));
        let first = question.actions.first().and_then(|id| knowledge.action(id));
        if let Some(action) = first {
            let title = language.pick(&action.title, &action.title_en);
            painter.paragraph("  ", "  ", &(words.first)(title));
        }
        let source = format!("{}: {}", wording.label.backed_by, question.section);
        painter.quiet("  ", "  ", &source);
    }
    painter.blank();
    painter.quiet("", "", words.note);
    painter.finish()
}
