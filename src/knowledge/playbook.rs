//! Playbooks: what to do in one kind of incident.

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::findings::{Findings, Kind};
use super::id::{PassageId, parse_all};
use super::problem::Problem;
use super::toml_file::{TomlText, names};

/// The playbook of one kind of incident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Playbook {
    /// Stable id, the file's name without `.toml`.
    pub id: String,
    /// Name in Japanese.
    pub title: String,
    /// Name in English.
    pub title_en: String,
    /// What to do first of all, in Japanese.
    pub headline: String,
    /// What to do first of all, in English.
    pub headline_en: String,
    /// What people write while it happens.
    pub signs: Vec<String>,
    /// The same in English.
    pub signs_en: Vec<String>,
    /// What people write about the subject when nothing has happened. Not stored: a built
    /// generation holds what was learned from them.
    #[serde(skip)]
    pub talk: Vec<String>,
    /// The same in English. Not stored: a built
    /// generation holds what was learned from them.
    #[serde(skip)]
    pub talk_en: Vec<String>,
    /// First actions in order.
    pub first: Vec<Step>,
    /// What not to do.
    pub dont: Vec<Step>,
    /// What to keep as evidence.
    pub evidence: Vec<Step>,
    /// Legal deadlines.
    pub deadlines: Vec<Deadline>,
    /// Ids of the windows to call, in order.
    pub windows: Vec<String>,
    /// The passages behind it, the best first.
    pub sections: Vec<PassageId>,
    /// Ids of the actions that follow after the first hour.
    pub actions: Vec<String>,
}

/// One line of a playbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// In Japanese.
    pub text: String,
    /// In English.
    pub text_en: String,
    /// The passage behind it.
    pub section: PassageId,
}

/// A legal deadline.
pub type Deadline = Step;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    id: Spanned<String>,
    title: String,
    title_en: String,
    headline: String,
    headline_en: String,
    signs: Vec<String>,
    signs_en: Vec<String>,
    talk: Vec<String>,
    talk_en: Vec<String>,
    first: Vec<RawStep>,
    dont: Vec<RawStep>,
    evidence: Vec<RawStep>,
    deadlines: Vec<RawStep>,
    windows: Vec<Spanned<String>>,
    sections: Vec<Spanned<String>>,
    actions: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawStep {
    text: String,
    text_en: String,
    section: Spanned<String>,
}

pub(super) fn parse(file: &TomlText<'_>) -> Result<(Playbook, Findings), Problem> {
    let raw: RawFile = file.parse()?;
    let mut findings = findings(file, &raw);
    let mut steps = |raw_steps: Vec<RawStep>| -> Vec<Step> {
        raw_steps
            .into_iter()
            .filter_map(|step| {
                findings.refer(file, Kind::Passage, [&step.section]);
                Some(Step {
                    text: step.text,
                    text_en: step.text_en,
                    section: PassageId::parse(step.section.get_ref())?.comparable(),
                })
            })
            .collect()
    };
    let playbook = Playbook {
        first: steps(raw.first),
        dont: steps(raw.dont),
        evidence: steps(raw.evidence),
        deadlines: steps(raw.deadlines),
        id: raw.id.into_inner(),
        title: raw.title,
        title_en: raw.title_en,
        headline: raw.headline,
        headline_en: raw.headline_en,
        signs: raw.signs,
        signs_en: raw.signs_en,
        talk: raw.talk,
        talk_en: raw.talk_en,
        windows: names(raw.windows),
        sections: parse_all(raw.sections),
        actions: names(raw.actions),
    };
    Ok((playbook, findings))
}

fn findings(file: &TomlText<'_>, raw: &RawFile) -> Findings {
    let mut findings = Findings::default();
    let place = file.place(&raw.id);
    if !file.file.ends_with(&format!("/{}.toml", raw.id.get_ref())) {
        findings
            .problems
            .push(place.problem("the id must be the file's name without .toml"));
    }
    if raw.signs.is_empty() || raw.first.is_empty() || raw.windows.is_empty() {
        findings
            .problems
            .push(place.problem("signs, first and windows must not be empty"));
    }
    findings.define(Kind::Playbook, raw.id.get_ref(), place);
    findings.refer(file, Kind::Passage, &raw.sections);
    findings.refer(file, Kind::Window, &raw.windows);
    findings.refer(file, Kind::Action, &raw.actions);
    findings
}
