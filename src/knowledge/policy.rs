//! The template of a policy: clauses in our own words, each with the passage behind it.

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::findings::{Findings, Kind};
use super::id::PassageId;
use super::problem::Problem;
use super::toml_file::{TomlText, names};

/// The template of the policy and the rules of a firm.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// Title, in Japanese.
    pub title: String,
    /// Title, in English.
    pub title_en: String,
    /// The passage that asks for it.
    pub section: Option<PassageId>,
    /// What to do with it before use, in Japanese.
    pub advice: Vec<String>,
    /// The same in English.
    pub advice_en: Vec<String>,
    /// Its parts.
    pub parts: Vec<PolicyPart>,
    /// Its clauses, in order.
    pub clauses: Vec<Clause>,
}

/// A part of the template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyPart {
    /// Stable id.
    pub id: String,
    /// Japanese name.
    pub name: String,
    /// English name.
    pub name_en: String,
}

/// A clause of the template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// Id of its part.
    pub part: String,
    /// Heading, in Japanese.
    pub heading: String,
    /// Heading, in English.
    pub heading_en: String,
    /// The text in Japanese; 〔 〕 is filled in by the firm.
    pub text: String,
    /// The text in English; [ ] is filled in by the firm.
    pub text_en: String,
    /// The passage behind it.
    pub section: PassageId,
    /// IT assets of which the firm must have at least one; empty means all firms.
    pub assets: Vec<String>,
    /// Ids of the actions with which a firm comes to keep it.
    pub actions: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    policy: RawPolicy,
    part: Vec<PolicyPart>,
    clause: Vec<RawClause>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPolicy {
    title: String,
    title_en: String,
    section: Spanned<String>,
    advice: Vec<String>,
    advice_en: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawClause {
    part: Spanned<String>,
    heading: String,
    heading_en: String,
    text: String,
    text_en: String,
    section: Spanned<String>,
    #[serde(default)]
    assets: Vec<Spanned<String>>,
    #[serde(default)]
    actions: Vec<Spanned<String>>,
}

pub(super) fn parse(file: &TomlText<'_>) -> Result<(Policy, Findings), Problem> {
    let raw = file.parse::<RawFile>()?;
    let mut findings = Findings::default();
    findings.refer(file, Kind::Passage, [&raw.policy.section]);
    for clause in &raw.clause {
        let is_part = |part: &PolicyPart| part.id == *clause.part.get_ref();
        if !raw.part.iter().any(is_part) {
            let place = file.place(&clause.part);
            let problem = place.problem("there is no such [[part]] in this file");
            findings.problems.push(problem);
        }
        findings.refer(file, Kind::Passage, [&clause.section]);
        findings.refer(file, Kind::Asset, &clause.assets);
        findings.refer(file, Kind::Action, &clause.actions);
    }
    let policy = Policy {
        title: raw.policy.title,
        title_en: raw.policy.title_en,
        section: PassageId::parse(raw.policy.section.get_ref()).map(|id| id.comparable()),
        advice: raw.policy.advice,
        advice_en: raw.policy.advice_en,
        parts: raw.part,
        clauses: raw
            .clause
            .into_iter()
            .filter_map(RawClause::into_clause)
            .collect(),
    };
    Ok((policy, findings))
}

impl RawClause {
    fn into_clause(self) -> Option<Clause> {
        Some(Clause {
            section: PassageId::parse(self.section.get_ref())?.comparable(),
            part: self.part.into_inner(),
            heading: self.heading,
            heading_en: self.heading_en,
            text: self.text,
            text_en: self.text_en,
            assets: names(self.assets),
            actions: names(self.actions),
        })
    }
}
