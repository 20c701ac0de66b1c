//! Deadlines counted from a day, in one language: dates, conditions, rules and sources.

use jiff::civil::Date;
use serde::Serialize;

use crate::incident::Due;
use crate::knowledge::{Counting, Knowledge};
use crate::question::Language;
use crate::render::source::Source;
use crate::wording::Wording;

/// Counted deadlines in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DeadlineSheet {
    /// Its language.
    pub language: Language,
    /// The day from which they are counted.
    pub known: Date,
    /// The deadlines.
    pub rows: Vec<DueRow>,
    /// How days are counted.
    pub counting: Option<String>,
}

/// One deadline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DueRow {
    /// What is due.
    pub name: String,
    /// From when it should be done.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// The same in words.
    pub dates: String,
    /// In which cases.
    pub condition: String,
    /// The rule.
    pub rule: String,
    /// The passage behind it.
    pub source: Option<Source>,
}

impl DeadlineSheet {
    /// Puts deadlines into words.
    pub fn new(knowledge: &Knowledge, known: Date, dues: &[Due<'_>], language: Language) -> Self {
        let rows = dues.iter().map(|due| DueRow::new(knowledge, due, language));
        Self {
            language,
            known,
            rows: rows.collect(),
            counting: knowledge
                .deadlines
                .counting
                .as_ref()
                .map(|counting| counting_words(counting, language)),
        }
    }
}

impl DueRow {
    fn new(knowledge: &Knowledge, due: &Due<'_>, language: Language) -> Self {
        let rule = due.rule;
        let (name, condition, words) = match language {
            Language::Ja => (&rule.name, &rule.condition, &rule.rule),
            Language::En => (&rule.name_en, &rule.condition_en, &rule.rule_en),
        };
        Self {
            name: name.clone(),
            from: due.from,
            until: due.until,
            dates: dates(due, Wording::of(language)),
            condition: condition.clone(),
            rule: words.clone(),
            source: Source::of(knowledge, &rule.section, language),
        }
    }
}

/// Lays counted deadlines out for a terminal: the rule stands beside each date.
pub fn deadlines_text(sheet: &DeadlineSheet, width: usize) -> String {
    let wording = Wording::of(sheet.language);
    let words = &wording.incident;
    let labeled = wording.member.view.labeled;
    let mut lines = vec![(words.deadlines)(&(words.date)(sheet.known)), String::new()];
    for row in &sheet.rows {
        lines.push(format!("■ {}", row.name));
        let mut details = vec![
            row.dates.clone(),
            labeled(words.condition, &row.condition),
            labeled(words.rule, &row.rule),
        ];
        if let Some(source) = &row.source {
            details.push(labeled(wording.label.backed_by, &source.line()));
            details.push(source.url.clone());
        }
        let options = textwrap::Options::new(width)
            .initial_indent("  ")
            .subsequent_indent("    ");
        for detail in details {
            lines.extend(
                textwrap::wrap(&detail, &options)
                    .into_iter()
                    .map(String::from),
            );
        }
        lines.push(String::new());
    }
    if let Some(counting) = &sheet.counting {
        let counting = labeled(words.counting, counting);
        lines.extend(
            textwrap::wrap(&counting, width)
                .into_iter()
                .map(String::from),
        );
    }
    lines.push(wording.label.disclaimer.to_owned());
    lines.push(String::new());
    lines.join("\n")
}

fn counting_words(counting: &Counting, language: Language) -> String {
    match language {
        Language::Ja => counting.text.clone(),
        Language::En => counting.text_en.clone(),
    }
}

fn dates(due: &Due<'_>, wording: &Wording) -> String {
    let words = &wording.incident;
    let until = (words.date)(due.until);
    match due.from == due.until {
        true => (words.until)(&until),
        false => (words.span)(&(words.date)(due.from), &until),
    }
}
