//! A plan for a company: what to do this week, this month, this quarter and this year within its yen and hours.
//!
//! `candidates` says what fits and what it is worth, `choice` picks the best set, `schedule` puts it in order. Nothing
//! is left without a reason: every action of the catalogue is in the plan or in the list of those that are not.

mod candidates;
mod choice;
mod schedule;

use std::collections::HashMap;

use serde::Serialize;

use self::candidates::{Candidate, candidates};
pub use self::choice::{Choice, Item, Limits, best};
pub use self::schedule::Horizon;
use self::schedule::schedule;
use super::company::Company;
use super::fit::{Because, Fit, Fitting};
use crate::knowledge::{Action, Knowledge};

/// Hours in a month when they were not said.
const USUAL_HOURS: u32 = 4;
/// Lines of a plan for a year: so many, and so many more for each hour in a month; no more than are read.
const LINES: usize = 24;
const LINES_FOR_HOUR: usize = 4;
const MOST_LINES: usize = 80;

/// A plan for a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// What to do, in order.
    pub lines: Vec<Line>,
    /// The other actions of the catalogue, with the reason.
    pub left_out: Vec<LeftOut>,
    /// Yen that the plan stays within.
    pub budget_yen: u32,
    /// Hours in a month that it stays within.
    pub hours_per_month: u32,
    /// What was not said, and how it was read.
    pub assumed: Vec<Assumed>,
    /// What the lines are worth together.
    pub value: u64,
    /// No plan within the same limits is worth more.
    pub bound: u64,
}

/// One line of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// Id of the action.
    pub action: String,
    /// By when.
    pub horizon: Horizon,
    /// Why it is for this company.
    pub because: Because,
    /// Yen for this company: the lower and the upper end.
    pub yen: (u32, u32),
    /// Yen that the plan sets aside: the upper end, or the lower one where that has to do.
    pub planned_yen: u32,
    /// First-time effort of the firm's own people, minutes.
    pub minutes: u32,
    /// What it is worth.
    pub value: u32,
    /// Ids of the lines that come before it because it needs them.
    pub after: Vec<String>,
}

/// An action that is not in the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// Id of the action.
    pub action: String,
    /// Why.
    pub why: WhyOut,
}

/// Why an action is not in the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "why")]
pub enum WhyOut {
    /// It is not for this company, or done.
    DoesNotFit {
        /// How so.
        fit: Fit,
    },
    /// Even the lower end of its cost is above the budget.
    AboveBudget {
        /// The lower end of its cost.
        yen: u32,
    },
    /// It alone takes more than all hours of a year.
    AboveHours,
    /// It needs an action that is out of reach.
    NeedsFirst {
        /// Id of that action.
        id: String,
    },
    /// A near-same action is in the plan.
    SameAs {
        /// Its id.
        id: String,
    },
    /// Others are worth more for the same yen, hours and lines.
    LessWorth,
}

impl WhyOut {
    /// Whether more yen or hours would bring it in.
    fn is_out_of_reach(&self) -> bool {
        matches!(
            self,
            Self::AboveBudget { .. } | Self::AboveHours | Self::NeedsFirst { .. }
        )
    }
}

/// Something that was not said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Assumed {
    /// The number of people: ten.
    People,
    /// No yen.
    NoBudget,
    /// Four hours in a month.
    Hours,
    /// A computer and mail, and nothing special.
    Assets,
    /// A computer, because something else needs one.
    Computer,
}

impl Plan {
    /// Plans for a company.
    pub fn new(knowledge: &Knowledge, company: &Company) -> Self {
        let fitting = Fitting::new(knowledge, company);
        let budget_yen = company.budget_yen.unwrap_or(0);
        let hours_per_month = company.hours_per_month.unwrap_or(USUAL_HOURS);
        let minutes_per_month = u64::from(hours_per_month) * 60;
        let limits = limits(budget_yen, hours_per_month);
        let (candidates, out) = candidates(&fitting, limits.yen, limits.minutes);
        let (items, ways) = items(&candidates);
        let choice = best(&items, &limits);
        let chosen: Vec<Chosen<'_>> = choice
            .chosen
            .iter()
            .filter_map(|position| ways.get(*position).cloned())
            .collect();
        let order = schedule(&chosen, minutes_per_month);
        Self {
            lines: order
                .iter()
                .map(|(one, horizon)| line(one, *horizon, &chosen))
                .collect(),
            left_out: left_out(knowledge, &candidates, out, &chosen),
            budget_yen,
            hours_per_month,
            assumed: assumed(knowledge, company),
            value: choice.value,
            bound: choice.bound,
        }
    }

    /// Returns what the actions of a plan are chosen from, and within what: for those who check the choice.
    pub fn chosen_from(knowledge: &Knowledge, company: &Company) -> (Vec<Item>, Limits) {
        let fitting = Fitting::new(knowledge, company);
        let limits = limits(
            company.budget_yen.unwrap_or(0),
            company.hours_per_month.unwrap_or(USUAL_HOURS),
        );
        let (candidates, _) = candidates(&fitting, limits.yen, limits.minutes);
        (items(&candidates).0, limits)
    }

    /// Returns the lines that are done by a horizon and not before.
    pub fn lines_of(&self, horizon: Horizon) -> impl Iterator<Item = &Line> {
        self.lines
            .iter()
            .filter(move |line| line.horizon == horizon)
    }

    /// Returns what the lines may cost together, yen: the lower and the upper ends.
    pub fn yen(&self) -> (u64, u64) {
        self.lines.iter().fold((0, 0), |(low, high), line| {
            (low + u64::from(line.yen.0), high + u64::from(line.yen.1))
        })
    }

    /// Returns the yen that the plan sets aside; never more than the budget.
    pub fn planned_yen(&self) -> u64 {
        self.lines
            .iter()
            .map(|line| u64::from(line.planned_yen))
            .sum()
    }

    /// Returns the minutes of all lines.
    pub fn minutes(&self) -> u64 {
        self.lines.iter().map(|line| u64::from(line.minutes)).sum()
    }
}

/// What a plan for a year must stay within.
fn limits(budget_yen: u32, hours_per_month: u32) -> Limits {
    Limits {
        yen: u64::from(budget_yen),
        minutes: u64::from(hours_per_month) * 60 * 12,
        items: (LINES + hours_per_month as usize * LINES_FOR_HOUR).min(MOST_LINES),
    }
}

/// An action in the plan, done in one of its ways.
#[derive(Debug, Clone)]
struct Chosen<'a> {
    candidate: &'a Candidate<'a>,
    planned_yen: u32,
    value: u32,
}

impl Chosen<'_> {
    fn minutes(&self) -> u64 {
        u64::from(self.candidate.minutes)
    }

    /// Whether another action must be done before this one: it is named, or near the same as one that is.
    fn needs(&self, other: &Self) -> bool {
        let (before, other) = (&self.candidate.action.before, other.candidate.action);
        before
            .iter()
            .any(|id| *id == other.id || other.instead_of.contains(id))
    }
}

/// The candidates as the choice sees them: each in the way that is paid for and, where that costs less, in the frugal
/// one. Ways and near-same actions are one group.
fn items<'a>(candidates: &'a [Candidate<'a>]) -> (Vec<Item>, Vec<Chosen<'a>>) {
    let position = |id: &String| {
        candidates
            .iter()
            .position(|candidate| candidate.action.id == *id)
    };
    let mut groups: Vec<usize> = Vec::new();
    for (number, candidate) in candidates.iter().enumerate() {
        // The group of the first near-same action that stands before this one, else a new group.
        let near = candidate
            .action
            .instead_of
            .iter()
            .filter_map(position)
            .min();
        let group = near.and_then(|near| groups.get(near).copied());
        groups.push(group.unwrap_or(number));
    }
    let group_of = |position: usize| groups.get(position).copied();
    let (mut items, mut ways) = (Vec::new(), Vec::new());
    for (candidate, group) in candidates.iter().zip(&groups) {
        let before = candidate
            .action
            .before
            .iter()
            .filter_map(position)
            .filter_map(group_of);
        let before: Vec<usize> = before.filter(|needed| needed != group).collect();
        let (low, high) = candidate.yen;
        let paid = (high, candidate.value);
        let frugal = (low < high).then(|| (low, candidate.frugal_value()));
        for (planned_yen, value) in [Some(paid), frugal].into_iter().flatten() {
            items.push(Item {
                value,
                yen: planned_yen,
                minutes: candidate.minutes,
                before: before.clone(),
                group: *group,
            });
            ways.push(Chosen {
                candidate,
                planned_yen,
                value,
            });
        }
    }
    (items, ways)
}

fn line(one: &Chosen<'_>, horizon: Horizon, chosen: &[Chosen<'_>]) -> Line {
    let candidate = one.candidate;
    let before = chosen.iter().filter(|other| one.needs(other));
    Line {
        action: candidate.action.id.clone(),
        horizon,
        because: candidate.because.clone(),
        yen: candidate.yen,
        planned_yen: one.planned_yen,
        minutes: candidate.minutes,
        value: one.value,
        after: before
            .map(|other| other.candidate.action.id.clone())
            .collect(),
    }
}

/// All actions that are not chosen, in the order of the catalogue.
fn left_out(
    knowledge: &Knowledge,
    candidates: &[Candidate<'_>],
    out: Vec<(&Action, WhyOut)>,
    lines: &[Chosen<'_>],
) -> Vec<LeftOut> {
    let chosen: Vec<&str> = lines
        .iter()
        .map(|one| one.candidate.action.id.as_str())
        .collect();
    let mut reasons: HashMap<&str, WhyOut> = HashMap::new();
    for candidate in candidates {
        let same = chosen
            .iter()
            .find(|id| candidate.action.instead_of.iter().any(|near| near == *id));
        let why = same.map_or(WhyOut::LessWorth, |id| WhyOut::SameAs {
            id: (*id).to_owned(),
        });
        reasons.insert(&candidate.action.id, why);
    }
    for (action, why) in out {
        reasons.insert(&action.id, why);
    }
    let left = knowledge
        .actions
        .iter()
        .filter(|action| !chosen.contains(&action.id.as_str()));
    left.filter_map(|action| {
        Some(LeftOut {
            action: action.id.clone(),
            why: reasons.remove(action.id.as_str())?,
        })
    })
    .collect()
}

fn assumed(knowledge: &Knowledge, company: &Company) -> Vec<Assumed> {
    let mut assumed = Vec::new();
    if company.people.is_none() {
        assumed.push(Assumed::People);
    }
    if company.budget_yen.is_none() {
        assumed.push(Assumed::NoBudget);
    }
    if company.hours_per_month.is_none() {
        assumed.push(Assumed::Hours);
    }
    match (&company.assets, company.all_assets(&knowledge.facets)) {
        (Some(said), Some(all)) => {
            let implied = knowledge.facets.with_implied(said);
            if all.len() > implied.len() {
                assumed.push(Assumed::Computer);
            }
        }
        _ => assumed.push(Assumed::Assets),
    }
    assumed
}
