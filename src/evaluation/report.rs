//! A question set run through the adviser, measured overall, by slice and by language.

use std::collections::BTreeMap;
use std::time::Instant;

use jiff::civil::DateTime;
use regex::Regex;
use serde::Serialize;

use super::measures::{Measures, Outcomes, QuestionMeasures, of_ranking};
use super::question_set::{Expectation, TestQuestion};
use crate::adviser::{Adviser, AskError, Question};
use crate::answer::{Answer, NextStep, Outcome, Suits};
use crate::knowledge::PassageId;
use crate::profile::Company;
use crate::text;

/// The whole report.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// Measures over the questions that expect an answer.
    pub answers: Measures,
    /// Measures over the questions that expect the incident door.
    pub incidents: Measures,
    /// Measures of the decisions over all questions.
    pub outcomes: Outcomes,
    /// The next steps of all answers.
    pub steps: StepFigures,
    /// By slice: retrieval of answers, retrieval of incidents, decisions.
    pub slices: BTreeMap<String, Group>,
    /// The same by language.
    pub languages: BTreeMap<String, Group>,
    /// Each question.
    pub questions: Vec<QuestionResult>,
    /// Median and 99th percentile of the time of one question, milliseconds.
    pub milliseconds: (f64, f64),
}

/// Next steps, and how many of them are known to be for the company that asks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct StepFigures {
    /// All next steps.
    pub n: usize,
    /// Those that apply to the company.
    pub applying: usize,
}

impl StepFigures {
    fn count(&mut self, step: &NextStep) {
        self.n += 1;
        let applies = matches!(
            step.suits,
            Some(
                Suits::Proof { .. }
                    | Suits::Assets { .. }
                    | Suits::Industry { .. }
                    | Suits::Everybody
            )
        );
        self.applying += usize::from(applies);
    }
}

/// The measures of a part of the questions.
#[derive(Debug, Clone, Serialize)]
pub struct Group {
    /// Number of questions.
    pub n: usize,
    /// Measures over the questions that expect an answer.
    pub answers: Measures,
    /// Measures over the questions that expect the incident door.
    pub incidents: Measures,
    /// Measures of the decisions.
    pub outcomes: Outcomes,
}

/// What became of one question.
#[derive(Debug, Clone, Serialize)]
pub struct QuestionResult {
    /// Its id.
    pub id: String,
    /// Its slice.
    pub slice: String,
    /// Its language.
    pub language: String,
    /// What should happen.
    pub expected: Expectation,
    /// What happened.
    pub outcome: Outcome,
    /// Its measures.
    pub measures: QuestionMeasures,
    /// The first sections found.
    pub found: Vec<PassageId>,
    /// Facts that no shown passage has.
    pub missing_facts: Vec<String>,
}

/// Runs the questions as those of a company.
///
/// # Errors
/// When the index fails. A question that is empty counts as abstained.
pub fn evaluate_questions(
    adviser: &Adviser,
    questions: &[TestQuestion],
    company: &Company,
    moment: DateTime,
) -> Result<Report, AskError> {
    let mut results = Vec::new();
    let mut steps = StepFigures::default();
    let mut times = Vec::new();
    for question in questions {
        let asked = Question {
            company: company.clone(),
            ..Question::of(question.text.as_str())
        };
        let start = Instant::now();
        let answer = match adviser.ask(&asked, moment) {
            Ok(answer) => Some(answer),
            Err(AskError::Empty) => None,
            Err(error) => return Err(error),
        };
        times.push(start.elapsed().as_secs_f64() * 1000.0);
        for step in answer.iter().flat_map(|answer| &answer.next_steps) {
            steps.count(step);
        }
        results.push(result(adviser, question, answer.as_ref()));
    }
    times.sort_by(f64::total_cmp);
    let overall = group(results.iter());
    Ok(Report {
        answers: overall.answers,
        incidents: overall.incidents,
        outcomes: overall.outcomes,
        steps,
        slices: groups(&results, |result| &result.slice),
        languages: groups(&results, |result| &result.language),
        milliseconds: (percentile(&times, 0.5), percentile(&times, 0.99)),
        questions: results,
    })
}

fn result(adviser: &Adviser, question: &TestQuestion, answer: Option<&Answer>) -> QuestionResult {
    let live = adviser.live();
    let ranked: &[PassageId] = answer.map_or(&[], |answer| answer.ranked.as_slice());
    let sections: Vec<PassageId> = ranked
        .iter()
        .filter_map(|id| Some(live.found(id)?.section_id()))
        .collect();
    let grade_of = |id: &PassageId| {
        let expected = question
            .sections
            .iter()
            .find(|expected| expected.id() == *id);
        expected.map_or(0, |expected| expected.grade)
    };
    let grades: Vec<u8> = sections.iter().map(grade_of).collect();
    let expected: Vec<u8> = question.sections.iter().map(|one| one.grade).collect();
    let texts: Vec<String> = ranked
        .iter()
        .take(3)
        .filter_map(|id| Some(text::heading_id(&live.found(id)?.full_text())))
        .collect();
    let missing_facts: Vec<String> = question
        .facts
        .iter()
        .filter(|fact| {
            !Regex::new(fact).is_ok_and(|fact| texts.iter().any(|text| fact.is_match(text)))
        })
        .cloned()
        .collect();
    QuestionResult {
        id: question.id.clone(),
        slice: question.slice.clone(),
        language: question.lang.clone(),
        expected: question.expect,
        outcome: answer.map_or(Outcome::Abstain, |answer| answer.outcome),
        measures: QuestionMeasures {
            has_facts: (!question.facts.is_empty()).then_some(missing_facts.is_empty()),
            ..of_ranking(&grades, &expected)
        },
        found: sections.into_iter().take(3).collect(),
        missing_facts,
    }
}

fn groups(
    results: &[QuestionResult],
    key: impl Fn(&QuestionResult) -> &String,
) -> BTreeMap<String, Group> {
    let mut keys: Vec<&String> = results.iter().map(&key).collect();
    keys.sort();
    keys.dedup();
    keys.into_iter()
        .map(|name| {
            let members = results.iter().filter(|result| key(result) == name);
            (name.clone(), group(members))
        })
        .collect()
}

fn group<'a>(results: impl Iterator<Item = &'a QuestionResult>) -> Group {
    let results: Vec<&QuestionResult> = results.collect();
    let measures_of = |expectation: Expectation| {
        let matching = results
            .iter()
            .filter(|result| result.expected == expectation);
        Measures::mean(matching.map(|result| &result.measures))
    };
    let pairs: Vec<(Expectation, Outcome)> = results
        .iter()
        .map(|result| (result.expected, result.outcome))
        .collect();
    Group {
        n: results.len(),
        answers: measures_of(Expectation::Answer),
        incidents: measures_of(Expectation::Incident),
        outcomes: Outcomes::of(&pairs),
    }
}

/// The value below which the given share of the sorted values lies.
pub(super) fn percentile(sorted: &[f64], share: f64) -> f64 {
    let place = ((sorted.len() as f64 - 1.0) * share).round().max(0.0) as usize;
    sorted.get(place).copied().unwrap_or(0.0)
}
