//! The self-check: its questions in our own words, what the points mean, and what leads to "done".

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::findings::{Findings, Kind};
use super::id::PassageId;
use super::problem::Problem;
use super::toml_file::{TomlText, names};

/// The self-check with its questions in order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SelfCheck {
    /// The passage with the rule for the points.
    pub section: Option<PassageId>,
    /// The parts.
    pub parts: Vec<CheckPart>,
    /// The questions, by number.
    pub questions: Vec<CheckQuestion>,
    /// What a total means, from the highest.
    pub verdicts: Vec<Verdict>,
}

/// A part of the self-check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckPart {
    /// Stable id.
    pub id: String,
    /// Japanese name.
    pub name: String,
    /// English name.
    pub name_en: String,
}

/// A question of the self-check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckQuestion {
    /// Its number in the source, from 1.
    pub number: u8,
    /// Id of its part.
    pub part: String,
    /// Short name for lists and charts, in Japanese.
    pub area: String,
    /// Short name, in English.
    pub area_en: String,
    /// The question in Japanese.
    pub text: String,
    /// The question in English.
    pub text_en: String,
    /// What "done" looks like in a small firm, in Japanese.
    pub example: String,
    /// What "done" looks like, in English.
    pub example_en: String,
    /// What to answer when the firm has no such thing, in Japanese.
    pub not_used: Option<String>,
    /// The same in English.
    pub not_used_en: Option<String>,
    /// Whom to ask and what, when the answer is not known, in Japanese.
    pub ask_whom: String,
    /// The same in English.
    pub ask_whom_en: String,
    /// The passage with the item.
    pub section: PassageId,
    /// Ids of the actions that lead to "done", the most worthwhile first.
    pub actions: Vec<String>,
}

/// What a total from some points on means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// Fewest points.
    pub at_least: i32,
    /// A few words, in Japanese.
    pub title: String,
    /// A few words, in English.
    pub title_en: String,
    /// What it means and what next, in Japanese.
    pub text: String,
    /// What it means and what next, in English.
    pub text_en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    section: Spanned<String>,
    part: Vec<CheckPart>,
    question: Vec<RawQuestion>,
    verdict: Vec<Verdict>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawQuestion {
    number: Spanned<u8>,
    part: Spanned<String>,
    area: String,
    area_en: String,
    text: String,
    text_en: String,
    example: String,
    example_en: String,
    not_used: Option<String>,
    not_used_en: Option<String>,
    ask_whom: String,
    ask_whom_en: String,
    section: Spanned<String>,
    actions: Vec<Spanned<String>>,
}

pub(super) fn parse(file: &TomlText<'_>) -> Result<(SelfCheck, Findings), Problem> {
    let mut findings = Findings::default();
    let raw = file.parse::<RawFile>()?;
    findings.refer(file, Kind::Passage, [&raw.section]);
    let mut questions = Vec::new();
    for (position, question) in raw.question.into_iter().enumerate() {
        let place = file.place(&question.number);
        if usize::from(*question.number.get_ref()) != position + 1 {
            findings
                .problems
                .push(place.problem("questions are numbered 1, 2, 3 … in their order"));
        }
        if !raw
            .part
            .iter()
            .any(|part| part.id == *question.part.get_ref())
        {
            let place = file.place(&question.part);
            findings
                .problems
                .push(place.problem("there is no such [[part]] in this file"));
        }
        if question.not_used.is_some() != question.not_used_en.is_some() {
            findings
                .problems
                .push(place.problem("give not_used and not_used_en together"));
        }
        findings.refer(file, Kind::Passage, [&question.section]);
        findings.refer(file, Kind::Action, &question.actions);
        questions.extend(question.into_question());
    }
    let check = SelfCheck {
        section: PassageId::parse(raw.section.get_ref()).map(|id| id.comparable()),
        parts: raw.part,
        questions,
        verdicts: raw.verdict,
    };
    if !check.verdicts.is_sorted_by(|a, b| a.at_least > b.at_least) {
        let place = file.place(&raw.section);
        findings
            .problems
            .push(place.problem("verdicts stand from the highest `at_least` to the lowest"));
    }
    Ok((check, findings))
}

impl RawQuestion {
    fn into_question(self) -> Option<CheckQuestion> {
        Some(CheckQuestion {
            section: PassageId::parse(self.section.get_ref())?.comparable(),
            number: self.number.into_inner(),
            part: self.part.into_inner(),
            area: self.area,
            area_en: self.area_en,
            text: self.text,
            text_en: self.text_en,
            example: self.example,
            example_en: self.example_en,
            not_used: self.not_used,
            not_used_en: self.not_used_en,
            ask_whom: self.ask_whom,
            ask_whom_en: self.ask_whom_en,
            actions: names(self.actions),
        })
    }
}
