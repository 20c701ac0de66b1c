//! The catalogue of next steps.

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::findings::{Findings, Kind};
use super::id::PassageId;
use super::problem::Problem;
use super::toml_file::{TomlText, names};

/// One thing that one person can do and tick off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    /// Stable id.
    pub id: String,
    /// What to do, in Japanese.
    pub title: String,
    /// What to do, in English.
    pub title_en: String,
    /// Why, in one Japanese sentence.
    pub why: String,
    /// Why, in one English sentence.
    pub why_en: String,
    /// Two to six concrete steps in Japanese.
    pub steps: Vec<String>,
    /// The same steps in English.
    pub steps_en: Vec<String>,
    /// Who does it.
    pub who: Doer,
    /// First-time effort in minutes, for a firm of about ten people (our estimate).
    pub minutes: u32,
    /// What it costs.
    pub cost: Cost,
    /// How much it lowers the damage, 1 to 5 (our judgement): 5 closes a way by which the common incidents come, 4 makes
    /// them small, 3 helps much, 2 helps, 1 supports something else.
    pub effect: u8,
    /// How soon it should be done.
    pub urgency: Urgency,
    /// Sizes of firm it is for; empty means all.
    pub sizes: Vec<String>,
    /// Industries it is for; empty means all.
    pub industries: Vec<String>,
    /// IT assets of which the firm must have at least one; empty means it always applies.
    pub assets: Vec<String>,
    /// Ids of the actions to be done first.
    pub before: Vec<String>,
    /// Ids of actions that are near the same: one of them is enough.
    pub instead_of: Vec<String>,
    /// The cost grows with the number of people: licenses, devices, seats.
    pub per_person: bool,
    /// The public scheme that it makes use of.
    pub scheme: Option<PublicScheme>,
    /// How to know that it is done, in Japanese.
    pub done_when: String,
    /// How to know that it is done, in English.
    pub done_when_en: String,
    /// Topics it belongs to.
    pub topics: Vec<String>,
    /// The passages that back it, the best first.
    pub sections: Vec<PassageId>,
}

/// A band of cost in yen for the first year of a firm of about ten people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Lower end, yen.
    pub low_yen: u32,
    /// Upper end, yen.
    pub high_yen: u32,
    /// The passage the amount comes from; none means our estimate.
    pub source: Option<PassageId>,
}

/// Who does an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doer {
    /// 経営者.
    Owner,
    /// The person who looks after IT.
    It,
    /// Every employee.
    Staff,
    /// A vendor or expert.
    Outside,
}

/// A public scheme for small firms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PublicScheme {
    /// サイバーセキュリティお助け隊サービス.
    Otasuketai,
    /// A subsidy, such as for IT or for security.
    Subsidy,
    /// 登録セキスペ, the registered experts.
    Shienshi,
    /// SECURITY ACTION, the self-declaration.
    SecurityAction,
    /// The evaluation of supply chains (SCS).
    Scs,
}

/// How soon an action should be done, the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// While something is happening.
    Now,
    /// This week.
    Week,
    /// This month.
    Month,
    /// This quarter.
    Quarter,
    /// This year.
    Year,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFile {
    action: Vec<RawAction>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAction {
    id: Spanned<String>,
    title: String,
    title_en: String,
    why: String,
    why_en: String,
    steps: Vec<String>,
    steps_en: Vec<String>,
    who: Doer,
    minutes: u32,
    cost_yen: (u32, u32),
    cost_section: Option<Spanned<String>>,
    effect: u8,
    urgency: Urgency,
    sizes: Vec<Spanned<String>>,
    industries: Vec<Spanned<String>>,
    assets: Vec<Spanned<String>>,
    before: Vec<Spanned<String>>,
    #[serde(default)]
    instead_of: Vec<Spanned<String>>,
    #[serde(default)]
    per_person: bool,
    scheme: Option<PublicScheme>,
    done_when: String,
    done_when_en: String,
    topics: Vec<Spanned<String>>,
    sections: Vec<Spanned<String>>,
}

pub(super) fn parse(file: &TomlText<'_>) -> Result<(Vec<Action>, Findings), Problem> {
    let (mut actions, mut findings) = (Vec::new(), Findings::default());
    for raw in file.parse::<RawFile>()?.action {
        findings.define(Kind::Action, raw.id.get_ref(), file.place(&raw.id));
        findings.problems.extend(problems_of(file, &raw));
        findings.refer(file, Kind::Passage, &raw.sections);
        findings.refer(file, Kind::Passage, &raw.cost_section);
        findings.refer(file, Kind::Topic, &raw.topics);
        findings.refer(file, Kind::Action, &raw.before);
        findings.refer(file, Kind::Action, &raw.instead_of);
        findings.refer(file, Kind::Size, &raw.sizes);
        findings.refer(file, Kind::Industry, &raw.industries);
        findings.refer(file, Kind::Asset, &raw.assets);
        actions.push(raw.into_action());
    }
    Ok((actions, findings))
}

fn problems_of(file: &TomlText<'_>, raw: &RawAction) -> Vec<Problem> {
    let place = file.place(&raw.id);
    let mut problems = Vec::new();
    if !(2..=6).contains(&raw.steps.len()) || raw.steps.len() != raw.steps_en.len() {
        problems.push(place.problem("give 2 to 6 steps, and as many in steps_en"));
    }
    if !(1..=5).contains(&raw.effect) {
        problems.push(place.problem("effect is 1 to 5"));
    }
    if raw.cost_yen.0 > raw.cost_yen.1 {
        problems.push(place.problem("cost_yen is [low, high]"));
    }
    if raw.sections.is_empty() {
        problems.push(place.problem("name at least one section that backs the action"));
    }
    problems
}

impl RawAction {
    fn into_action(self) -> Action {
        let source = self
            .cost_section
            .and_then(|id| PassageId::parse(id.get_ref()));
        Action {
            id: self.id.into_inner(),
            title: self.title,
            title_en: self.title_en,
            why: self.why,
            why_en: self.why_en,
            steps: self.steps,
            steps_en: self.steps_en,
            who: self.who,
            minutes: self.minutes,
            cost: Cost {
                low_yen: self.cost_yen.0,
                high_yen: self.cost_yen.1,
                source: source.map(|id| id.comparable()),
            },
            effect: self.effect,
            urgency: self.urgency,
            sizes: names(self.sizes),
            industries: names(self.industries),
            assets: names(self.assets),
            before: names(self.before),
            instead_of: names(self.instead_of),
            per_person: self.per_person,
            scheme: self.scheme,
            done_when: self.done_when,
            done_when_en: self.done_when_en,
            topics: names(self.topics),
            sections: super::id::parse_all(self.sections),
        }
    }
}
