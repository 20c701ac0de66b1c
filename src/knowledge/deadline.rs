//! Deadlines that are counted from a day: the rule, and the words of the section that make it.

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::findings::{Findings, Kind};
use super::id::PassageId;
use super::problem::Problem;
use super::stake::Quoted;
use super::toml_file::{TomlText, names};

/// Every deadline that can be counted, and how days are counted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadlines {
    /// How days are counted; none when there are no rules.
    pub counting: Option<Counting>,
    /// The rules, the earliest date first.
    pub rules: Vec<DeadlineRule>,
}

/// How days are counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counting {
    /// The day from which is counted is day 1; else the day after it is.
    pub first_day_counts: bool,
    /// The same in Japanese words.
    pub text: String,
    /// In English words.
    pub text_en: String,
    /// The passage behind it.
    pub section: PassageId,
}

/// A deadline counted from the day on which somebody learned of an incident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeadlineRule {
    /// Stable id.
    pub id: String,
    /// What is due, in Japanese.
    pub name: String,
    /// What is due, in English.
    pub name_en: String,
    /// From and until which day; twice the same where there is one day.
    pub days: (u16, u16),
    /// In which cases.
    pub case: DeadlineCase,
    /// In which cases, in Japanese words.
    pub condition: String,
    /// In English words.
    pub condition_en: String,
    /// The rule in Japanese words.
    pub rule: String,
    /// In English words.
    pub rule_en: String,
    /// The passage behind it.
    pub section: PassageId,
    /// Ids of the playbooks in which it may matter.
    pub playbooks: Vec<String>,
}

/// In which cases a deadline holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeadlineCase {
    /// In all.
    Any,
    /// When no unlawful purpose is suspected.
    Ordinary,
    /// When one is.
    Improper,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    counting: RawCounting,
    deadline: Vec<RawRule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCounting {
    first_day_counts: bool,
    text: String,
    text_en: String,
    section: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRule {
    id: Spanned<String>,
    name: String,
    name_en: String,
    days: Spanned<(u16, u16)>,
    case: DeadlineCase,
    condition: String,
    condition_en: String,
    rule: String,
    rule_en: String,
    section: Spanned<String>,
    quote: Spanned<String>,
    playbooks: Vec<Spanned<String>>,
}

pub(super) fn parse(file: &TomlText<'_>) -> Result<(Deadlines, Findings), Problem> {
    let raw = file.parse::<RawFile>()?;
    let mut findings = Findings::default();
    findings.refer(file, Kind::Passage, [&raw.counting.section]);
    let counting = PassageId::parse(raw.counting.section.get_ref()).map(|section| Counting {
        first_day_counts: raw.counting.first_day_counts,
        text: raw.counting.text,
        text_en: raw.counting.text_en,
        section: section.comparable(),
    });
    let mut rules = Vec::new();
    for rule in raw.deadline {
        findings.define(Kind::Deadline, rule.id.get_ref(), file.place(&rule.id));
        findings.refer(file, Kind::Passage, [&rule.section]);
        findings.refer(file, Kind::Playbook, &rule.playbooks);
        findings.problems.extend(problems_of(file, &rule));
        let Some(section) = PassageId::parse(rule.section.get_ref()) else {
            continue;
        };
        findings.quoted.push(Quoted {
            section: section.comparable(),
            text: rule.quote.get_ref().clone(),
            place: file.place(&rule.quote),
        });
        rules.push(DeadlineRule {
            id: rule.id.into_inner(),
            name: rule.name,
            name_en: rule.name_en,
            days: rule.days.into_inner(),
            case: rule.case,
            condition: rule.condition,
            condition_en: rule.condition_en,
            rule: rule.rule,
            rule_en: rule.rule_en,
            section: section.comparable(),
            playbooks: names(rule.playbooks),
        });
    }
    Ok((Deadlines { counting, rules }, findings))
}

fn problems_of(file: &TomlText<'_>, rule: &RawRule) -> Vec<Problem> {
    let (from, until) = *rule.days.get_ref();
    let mut problems = Vec::new();
    if from == 0 || from > until {
        let place = file.place(&rule.days);
        problems.push(place.problem("days is [first, last], each at least 1"));
    }
    // The number that is counted with is the number that the source says.
    if !rule.quote.get_ref().contains(&format!("{until}日")) {
        let place = file.place(&rule.quote);
        problems.push(place.problem(format!(
            "the quote does not say {until}日: quote the words that make the rule"
        )));
    }
    problems
}
