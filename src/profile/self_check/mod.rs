//! The points of a self-check, by the rule of its source, and what follows from them.

mod actions;
mod change;
mod peers;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use self::actions::first_action;
pub use self::change::CheckChange;
pub use self::peers::{CheckPeers, FEWEST_PEERS};
use crate::knowledge::{CheckQuestion, SelfCheck, Verdict};

/// An answer to one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckAnswer {
    /// 実施している.
    Done,
    /// 一部実施している.
    Partly,
    /// 実施していない.
    NotDone,
    /// わからない.
    Unknown,
    /// The firm has no such thing.
    NotUsed,
}

/// Most points of one question.
const MOST_POINTS: i32 = 4;

impl CheckAnswer {
    /// Every answer, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Done,
        Self::Partly,
        Self::NotDone,
        Self::Unknown,
        Self::NotUsed,
    ];

    /// Returns its word in files and stores.
    pub fn word(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Partly => "partly",
            Self::NotDone => "not-done",
            Self::Unknown => "unknown",
            Self::NotUsed => "not-used",
        }
    }

    /// Reads the word of an answer.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.word() == word)
    }

    /// Returns the points: 4, 2, 0 and −1 (IPA, 5分でできる!情報セキュリティ自社診断, 診断編). What a firm does not have
    /// counts as done, as that check's older edition had it.
    pub fn points(self) -> i32 {
        match self {
            Self::Done | Self::NotUsed => MOST_POINTS,
            Self::Partly => 2,
            Self::NotDone => 0,
            Self::Unknown => -1,
        }
    }
}

impl CheckQuestion {
    /// Returns whether this is an answer to it: what everybody has cannot be unused.
    pub fn takes(&self, answer: CheckAnswer) -> bool {
        answer != CheckAnswer::NotUsed || self.not_used.is_some()
    }
}

/// Answers by the number of the question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CheckAnswers(BTreeMap<u8, CheckAnswer>);

/// Why answers cannot be taken. `wording` says it to people.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CheckError {
    /// There is no such question.
    #[error("no question {0} of {1}")]
    NoQuestion(u8, usize),
    /// Everybody has what this question is about.
    #[error("question {0} is about what everybody has")]
    AlwaysUsed(u8),
}

/// The outcome of a self-check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckResult {
    /// All points.
    pub points: i32,
    /// Most points of all questions.
    pub most: i32,
    /// Points of each part: its id, points, most points.
    pub parts: Vec<(String, i32, i32)>,
    /// Numbers of the questions that are not fully met, where to begin first: what nobody knows, then the basics, then
    /// the fewest points.
    pub open: Vec<u8>,
    /// Numbers of the questions whose answer nobody knew.
    pub unknown: Vec<u8>,
    /// Numbers of the questions without an answer; while there are some, the points mean nothing yet.
    pub unanswered: Vec<u8>,
}

impl CheckAnswers {
    /// Returns the answer to a question.
    pub fn get(&self, number: u8) -> Option<CheckAnswer> {
        self.0.get(&number).copied()
    }

    /// Notes an answer.
    pub fn set(&mut self, number: u8, answer: CheckAnswer) {
        self.0.insert(number, answer);
    }

    /// Reads kept answers. What no longer is a question or an answer is left out.
    pub fn of_words<'a>(words: impl IntoIterator<Item = (u8, &'a str)>, check: &SelfCheck) -> Self {
        let mut answers = Self::default();
        for (number, word) in words {
            let question = check.questions.iter().find(|one| one.number == number);
            let answer = CheckAnswer::of_word(word);
            if let (Some(question), Some(answer)) = (question, answer)
                && question.takes(answer)
            {
                answers.set(number, answer);
            }
        }
        answers
    }

    /// Checks the answers against the questions.
    ///
    /// # Errors
    /// When a question does not exist, or is about something that everybody has.
    pub fn check(&self, check: &SelfCheck) -> Result<(), CheckError> {
        for (number, answer) in &self.0 {
            let question = check.questions.iter().find(|one| one.number == *number);
            let Some(question) = question else {
                return Err(CheckError::NoQuestion(*number, check.questions.len()));
            };
            if !question.takes(*answer) {
                return Err(CheckError::AlwaysUsed(*number));
            }
        }
        Ok(())
    }

    /// Adds up the points.
    pub fn result(&self, check: &SelfCheck) -> CheckResult {
        let points =
            |question: &&CheckQuestion| self.get(question.number).map_or(0, CheckAnswer::points);
        let most = |count: usize| {
            i32::try_from(count)
                .unwrap_or(i32::MAX)
                .saturating_mul(MOST_POINTS)
        };
        let parts = check.parts.iter().map(|part| {
            let questions: Vec<&CheckQuestion> = check
                .questions
                .iter()
                .filter(|question| question.part == part.id)
                .collect();
            let sum = questions.iter().map(points).sum();
            (part.id.clone(), sum, most(questions.len()))
        });
        let answered_with = |answer: Option<CheckAnswer>| {
            let questions = check.questions.iter().map(|question| question.number);
            questions
                .filter(move |number| self.get(*number) == answer)
                .collect::<Vec<u8>>()
        };
        CheckResult {
            points: check
                .questions
                .iter()
                .map(|question| points(&question))
                .sum(),
            most: most(check.questions.len()),
            parts: parts.collect(),
            open: self.open(check),
            unknown: answered_with(Some(CheckAnswer::Unknown)),
            unanswered: answered_with(None),
        }
    }

    /// What is not fully met, where to begin first.
    fn open(&self, check: &SelfCheck) -> Vec<u8> {
        let basics = check.parts.first().map(|part| part.id.as_str());
        let mut open: Vec<(bool, bool, i32, u8)> = Vec::new();
        for question in &check.questions {
            let Some(answer) = self
                .get(question.number)
                .filter(|answer| answer.points() < MOST_POINTS)
            else {
                continue;
            };
            let is_known = answer != CheckAnswer::Unknown;
            let is_later = basics != Some(question.part.as_str());
            open.push((is_known, is_later, answer.points(), question.number));
        }
        open.sort_unstable();
        open.into_iter().map(|(_, _, _, number)| number).collect()
    }
}

impl CheckResult {
    /// Returns what the points mean; nothing while answers are missing.
    pub fn verdict<'a>(&self, check: &'a SelfCheck) -> Option<&'a Verdict> {
        let mut verdicts = check.verdicts.iter().filter(|_| self.unanswered.is_empty());
        verdicts.find(|verdict| self.points >= verdict.at_least)
    }
}

#[cfg(test)]
mod tests {
    use super::{CheckAnswer, CheckAnswers, CheckError};
    use crate::knowledge::{SelfCheck, embedded_files, parse};

    fn shipped() -> SelfCheck {
        parse(&embedded_files()).self_check
    }

    fn all(answer: CheckAnswer) -> CheckAnswers {
        let mut answers = CheckAnswers::default();
        for question in &shipped().questions {
            answers.set(question.number, answer);
        }
        answers
    }

    fn check(answer: CheckAnswer, points: i32) {
        let result = all(answer).result(&shipped());
        assert_eq!((result.points, result.most), (points, 100), "{answer:?}");
        assert!(result.verdict(&shipped()).is_some(), "{answer:?}");
    }

    #[test]
    fn points_follow_the_rule_of_the_source() {
        check(CheckAnswer::Done, 100);
        check(CheckAnswer::Partly, 50);
        check(CheckAnswer::NotDone, 0);
        check(CheckAnswer::Unknown, -25);
    }

    #[test]
    fn the_word_of_an_answer_is_the_one_in_files() {
        for answer in CheckAnswer::ALL {
            let word = serde_json::to_value(answer).unwrap();
            assert_eq!(word, answer.word());
            assert_eq!(CheckAnswer::of_word(answer.word()), Some(answer));
        }
        let kept = [(1, "done"), (2, "perhaps"), (99, "done")];
        let answers = CheckAnswers::of_words(kept, &shipped());
        assert_eq!(
            (answers.get(1), answers.get(2)),
            (Some(CheckAnswer::Done), None)
        );
        assert_eq!(answers.check(&shipped()), Ok(()));
    }

    #[test]
    fn parts_add_up_to_the_whole() {
        let mut answers = all(CheckAnswer::Done);
        answers.set(3, CheckAnswer::NotDone);
        answers.set(20, CheckAnswer::Unknown);
        let result = answers.result(&shipped());
        assert_eq!(result.points, 91);
        let most: Vec<i32> = result.parts.iter().map(|(_, _, most)| *most).collect();
        assert_eq!(most, [20, 52, 28]);
        assert_eq!(
            result
                .parts
                .iter()
                .map(|(_, points, _)| points)
                .sum::<i32>(),
            91
        );
        assert_eq!(result.open, [20, 3], "what nobody knows comes first");
    }

    #[test]
    fn points_mean_nothing_while_answers_are_missing() {
        let mut answers = CheckAnswers::default();
        answers.set(1, CheckAnswer::Done);
        let result = answers.result(&shipped());
        assert_eq!(result.unanswered.len(), 24);
        assert_eq!(result.verdict(&shipped()), None);
    }

    #[test]
    fn what_everybody_has_cannot_be_unused() {
        let mut answers = all(CheckAnswer::Done);
        answers.set(1, CheckAnswer::NotUsed);
        assert_eq!(answers.check(&shipped()), Err(CheckError::AlwaysUsed(1)));
        answers.set(1, CheckAnswer::Done);
        answers.set(26, CheckAnswer::Done);
        assert_eq!(
            answers.check(&shipped()),
            Err(CheckError::NoQuestion(26, 25))
        );
    }
}
