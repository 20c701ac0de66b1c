//! The keys of the phrases around company profiles and plans.

use crate::profile::{Assumed, CompanyError, Horizon, OpenQuestion};

/// The phrases of profiles and plans.
pub struct PlanWords {
    /// Heading of a plan.
    pub title: &'static str,
    /// A company about which nothing is known.
    pub unknown_company: &'static str,
    /// What was said of a company cannot be.
    pub impossible: fn(&CompanyError) -> String,
    /// Number of people.
    pub people: fn(u32) -> String,
    /// Yen in a year.
    pub budget: fn(u32) -> String,
    /// Hours in a month.
    pub hours: fn(u32) -> String,
    /// What a company does not have.
    pub without: fn(&str) -> String,
    /// Who asks it for proof.
    pub asked_by: fn(&str) -> String,
    /// How many actions are done.
    pub done: fn(usize) -> String,
    /// What was not said yet; nothing when all was.
    pub open_questions: fn(&[OpenQuestion]) -> String,
    /// By when.
    pub horizon: fn(Horizon) -> &'static str,
    /// What a horizon or a whole plan comes to: lines, minutes, yen (lower and upper end).
    pub comes_to: fn(usize, u64, (u64, u64)) -> String,
    /// Nothing is left to plan.
    pub empty: &'static str,
    /// Why: somebody asks for it (their name).
    pub because_proof: fn(&str) -> String,
    /// Why: the company has these things.
    pub because_assets: fn(&str) -> String,
    /// Why: it is for this industry.
    pub because_industry: fn(&str) -> String,
    /// Why: every firm needs it.
    pub because_everybody: &'static str,
    /// What was not said and how it was read.
    pub assumed: fn(Assumed) -> &'static str,
    /// Heading of what is at stake.
    pub stake: &'static str,
    /// What a day of standstill costs: people, yen for each, yen together.
    pub stake_day: fn(u32, u32, u64) -> String,
    /// Heading of the public schemes.
    pub schemes: &'static str,
    /// Look whether they are open.
    pub schemes_note: &'static str,
    /// The firm's own time for what an outside expert does.
    pub own_time: fn(&str) -> String,
    /// How costs were counted.
    pub how_counted: &'static str,
    /// Yen that a plan sets aside, and those of the budget.
    pub set_aside: fn(u64, u32) -> String,
    /// A line is to be done without the paid way.
    pub frugal: &'static str,
    /// Order: after these.
    pub after: fn(&str) -> String,
    /// Why lines are out or in.
    pub explain: PlanReasons,
    /// Headings of the columns of a table.
    pub column: PlanColumns,
}

/// Why an action is not in a plan.
pub struct PlanReasons {
    /// Heading of the lines that are in, with what they are worth.
    pub inside: &'static str,
    /// Heading of the actions that are not.
    pub outside: &'static str,
    /// What the lines are worth together, and what no plan exceeds.
    pub proof: fn(u64, u64) -> String,
    /// What a line is worth.
    pub worth: fn(u32) -> String,
    /// It is done (the action that was done).
    pub done: fn(&str) -> String,
    /// For firms of another size.
    pub other_size: &'static str,
    /// For other industries.
    pub other_industry: &'static str,
    /// For some industries; the company's was not said.
    pub unknown_industry: &'static str,
    /// The company has none of these.
    pub lacks: fn(&str) -> String,
    /// Whether the company has one of these was not said.
    pub unknown_asset: fn(&str) -> String,
    /// For the middle of an incident.
    pub incident: &'static str,
    /// Nobody asks the company for it.
    pub not_asked: &'static str,
    /// Even the lower end of its cost is above the budget (yen).
    pub above_budget: fn(u32) -> String,
    /// It alone takes more than all hours.
    pub above_hours: &'static str,
    /// It needs an action that is out of reach.
    pub needs_first: fn(&str) -> String,
    /// A near-same action is in the plan.
    pub same_as: fn(&str) -> String,
    /// Others are worth more.
    pub less_worth: &'static str,
}

/// Headings of the columns of a plan as a table.
pub struct PlanColumns {
    /// Number of the line.
    pub number: &'static str,
    /// By when.
    pub when: &'static str,
    /// What.
    pub what: &'static str,
    /// Who.
    pub who: &'static str,
    /// Minutes.
    pub minutes: &'static str,
    /// Lower end of the cost.
    pub yen_low: &'static str,
    /// Upper end of the cost.
    pub yen_high: &'static str,
    /// What the plan sets aside.
    pub yen_planned: &'static str,
    /// Whose amount it is.
    pub estimate: &'static str,
    /// The amount is our own estimate.
    pub ours: &'static str,
    /// The amount stands in the source.
    pub sourced: &'static str,
    /// Why.
    pub why: &'static str,
    /// How to know that it is done.
    pub done_when: &'static str,
    /// Document and section.
    pub source: &'static str,
    /// Edition.
    pub edition: &'static str,
    /// When the source was last checked.
    pub checked: &'static str,
    /// Official address.
    pub url: &'static str,
}
