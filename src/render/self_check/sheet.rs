//! The result of a self-check in one language, resolved: names, answers, advice, sources. Nothing is laid out yet.

use serde::Serialize;

use crate::knowledge::{Action, CheckQuestion, SelfCheck};
use crate::profile::{CheckAnswer, CheckAnswers, CheckChange, CheckResult, Fitting, first_action};
use crate::question::Language;
use crate::render::source::Source;

/// Actions to begin with.
const FIRST_ACTIONS: usize = 3;

/// Answers and the day on which they were given, in words.
#[derive(Debug, Clone, Copy)]
pub struct DatedAnswers<'a> {
    /// The answers.
    pub answers: &'a CheckAnswers,
    /// The day; none when it is not known.
    pub day: Option<&'a str>,
}

/// The result of a self-check in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckSheet {
    /// Its language.
    pub language: Language,
    /// Of which day it is.
    pub day: Option<String>,
    /// All points.
    pub points: i32,
    /// Most points of all questions.
    pub most: i32,
    /// What the points mean, in a few words and in full; none while answers are missing.
    pub verdict: Option<(String, String)>,
    /// Numbers of the questions without an answer.
    pub unanswered: Vec<u8>,
    /// The parts.
    pub parts: Vec<CheckPartRow>,
    /// The questions, by number.
    pub rows: Vec<CheckRow>,
    /// Numbers of the questions that are not fully met, where to begin first.
    pub open: Vec<u8>,
    /// What to begin with.
    pub first: Vec<CheckAdvice>,
    /// What changed since last time.
    pub change: Option<CheckChange>,
    /// Of which day last time is.
    pub day_before: Option<String>,
}

/// A part of a self-check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckPartRow {
    /// Its name.
    pub name: String,
    /// Points.
    pub points: i32,
    /// Most points.
    pub most: i32,
    /// Points last time.
    pub points_before: Option<i32>,
}

/// A question of a self-check with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckRow {
    /// Its number.
    pub number: u8,
    /// Name of its part.
    pub part: String,
    /// Short name.
    pub area: String,
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: Option<CheckAnswer>,
    /// Points last time.
    pub points_before: Option<i32>,
    /// Whom to ask and what, where nobody knew.
    pub ask_whom: Option<String>,
    /// What to do next, where it is not fully met.
    pub next: Option<CheckAdvice>,
    /// The section with the item.
    pub source: Option<Source>,
}

/// An action as advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckAdvice {
    /// Id of the action.
    pub action: String,
    /// What to do.
    pub title: String,
    /// How to know that it is done.
    pub done_when: String,
    /// What backs it.
    pub source: Option<Source>,
}

impl CheckSheet {
    /// Resolves answers for a company, with what changed since older ones.
    pub fn new(
        now: DatedAnswers<'_>,
        before: Option<DatedAnswers<'_>>,
        fitting: &Fitting<'_>,
        language: Language,
    ) -> Self {
        let check = &fitting.knowledge().self_check;
        let result = now.answers.result(check);
        let older = before.map(|before| before.answers);
        let advice = |action: &Action| advice(action, fitting, language);
        let row = |question: &CheckQuestion| {
            let answer = now.answers.get(question.number);
            let is_open = result.open.contains(&question.number);
            let next = first_action(question, fitting).filter(|_| is_open);
            let ask = language
                .pick(&question.ask_whom, &question.ask_whom_en)
                .clone();
            CheckRow {
                number: question.number,
                part: part_name(check, &question.part, language),
                area: language.pick(&question.area, &question.area_en).clone(),
                question: language.pick(&question.text, &question.text_en).clone(),
                answer,
                points_before: older
                    .and_then(|older| older.get(question.number))
                    .map(CheckAnswer::points),
                ask_whom: (answer == Some(CheckAnswer::Unknown)).then_some(ask),
                next: next.map(advice),
                source: Source::of(fitting.knowledge(), &question.section, language),
            }
        };
        let first = result.first_actions(fitting, FIRST_ACTIONS);
        Self {
            language,
            day: now.day.map(str::to_owned),
            points: result.points,
            most: result.most,
            verdict: result.verdict(check).map(|verdict| {
                let title = language.pick(&verdict.title, &verdict.title_en).clone();
                (
                    title,
                    language.pick(&verdict.text, &verdict.text_en).clone(),
                )
            }),
            parts: parts(check, &result, older, language),
            rows: check.questions.iter().map(row).collect(),
            first: first.into_iter().map(advice).collect(),
            change: older.map(|older| now.answers.change_since(older, check)),
            day_before: before.and_then(|before| before.day).map(str::to_owned),
            unanswered: result.unanswered,
            open: result.open,
        }
    }

    /// Returns the row of a question.
    pub fn row(&self, number: u8) -> Option<&CheckRow> {
        self.rows.iter().find(|row| row.number == number)
    }

    /// Returns the rows that are not fully met, where to begin first.
    pub fn open_rows(&self) -> impl Iterator<Item = &CheckRow> {
        self.open.iter().filter_map(|number| self.row(*number))
    }

    /// Returns all rows, the weakest first; those without an answer stand last.
    pub fn weakest_first(&self) -> Vec<&CheckRow> {
        let mut rows: Vec<&CheckRow> = self.rows.iter().collect();
        rows.sort_by_key(|row| (row.answer.is_none(), row.points(), row.number));
        rows
    }

    /// Returns the points of last time; none when the two do not compare.
    pub fn points_before(&self) -> Option<i32> {
        Some(self.change.as_ref()?.points?.0)
    }
}

impl CheckRow {
    /// Returns the points of the answer.
    pub fn points(&self) -> Option<i32> {
        self.answer.map(CheckAnswer::points)
    }
}

fn parts(
    check: &SelfCheck,
    result: &CheckResult,
    older: Option<&CheckAnswers>,
    language: Language,
) -> Vec<CheckPartRow> {
    let before = older.map(|older| older.result(check));
    // With gaps on either side the points of a part do not compare.
    let before = before
        .filter(|before| before.unanswered.is_empty() && result.unanswered.is_empty())
        .map(|before| before.parts);
    let mut rows = Vec::new();
    for (place, (id, points, most)) in result.parts.iter().enumerate() {
        let points_before = before.as_ref().and_then(|before| before.get(place));
        rows.push(CheckPartRow {
            name: part_name(check, id, language),
            points: *points,
            most: *most,
            points_before: points_before.map(|(_, points, _)| *points),
        });
    }
    rows
}

fn part_name(check: &SelfCheck, id: &str, language: Language) -> String {
    let part = check.parts.iter().find(|part| part.id == id);
    part.map(|part| language.pick(&part.name, &part.name_en).clone())
        .unwrap_or_default()
}

fn advice(action: &Action, fitting: &Fitting<'_>, language: Language) -> CheckAdvice {
    let section = action.sections.first();
    CheckAdvice {
        action: action.id.clone(),
        title: language.pick(&action.title, &action.title_en).clone(),
        done_when: language
            .pick(&action.done_when, &action.done_when_en)
            .clone(),
        source: section.and_then(|id| Source::of(fitting.knowledge(), id, language)),
    }
}
