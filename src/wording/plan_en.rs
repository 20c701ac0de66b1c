//! Phrases of profiles and plans in English.

use super::grouped;
use super::plan::{PlanColumns, PlanReasons, PlanWords};
use crate::profile::{
    Assumed, CompanyChoice, CompanyError, Horizon, MOST_HOURS, MOST_PEOPLE, OpenQuestion,
};

pub(super) const PLAN: PlanWords = PlanWords {
    title: "Security plan for one year",
    unknown_company: "nothing known about the company",
    impossible: |error| match error {
        CompanyError::Unknown { what, id, choices } => {
            let what = match what {
                CompanyChoice::Industry => "industry",
                CompanyChoice::Prefecture => "prefecture",
                CompanyChoice::Asset => "asset",
                CompanyChoice::Keeper => "keeper",
                CompanyChoice::Proof => "proof",
                CompanyChoice::Action => "action",
            };
            format!("There is no {what} `{id}`; choose from: {choices}")
        }
        CompanyError::People => format!("A company has 1 to {MOST_PEOPLE} people."),
        CompanyError::Hours => format!("A month has at most {MOST_HOURS} hours."),
    },
    people: |people| match people {
        1 => "1 person".to_owned(),
        _ => format!("{people} people"),
    },
    budget: |yen| match yen {
        0 => "no budget (only what is free)".to_owned(),
        _ => format!("{} yen a year", grouped(yen)),
    },
    hours: |hours| format!("{hours} hours a month"),
    without: |things| format!("no {things}"),
    asked_by: |who| format!("asked for proof by: {who}"),
    done: |count| format!("{count} done"),
    open_questions: |open| {
        let names: Vec<&str> = open
            .iter()
            .map(|question| match question {
                OpenQuestion::People => "number of people",
                OpenQuestion::Industry => "industry",
                OpenQuestion::Assets => "all devices and data",
                OpenQuestion::Keeper => "who looks after IT",
                OpenQuestion::Budget => "budget for a year",
                OpenQuestion::Hours => "hours for a month",
                OpenQuestion::Prefecture => "prefecture",
            })
            .collect();
        match names.is_empty() {
            true => String::new(),
            false => format!(
                "Not known yet: {} (it works without, too)\n",
                names.join(", ")
            ),
        }
    },
    horizon: |horizon| match horizon {
        Horizon::Week => "This week",
        Horizon::Month => "This month",
        Horizon::Quarter => "Within three months",
        Horizon::Year => "Within a year",
    },
    comes_to: |lines, minutes, (low, high)| {
        let yen = match (low, high) {
            (_, 0) => "no cost".to_owned(),
            (0, high) => format!("0–{} yen", grouped(high)),
            (low, high) => format!("{}–{} yen", grouped(low), grouped(high)),
        };
        let lines = match lines {
            1 => "1 item".to_owned(),
            _ => format!("{lines} items"),
        };
        format!("{lines}, {}, {yen}", time(minutes))
    },
    empty: "Nothing was found for the plan. Add hours or budget, or look at the company's details again.",
    because_proof: |who| format!("asked for by: {who}"),
    because_assets: |assets| format!("because you use: {assets}"),
    because_industry: |industry| format!("for {industry}"),
    because_everybody: "every firm needs it",
    assumed: |assumed| match assumed {
        Assumed::People => "Counted with ten people.",
        Assumed::NoBudget => "Counted with a budget of 0 yen: only what is free.",
        Assumed::Hours => "Counted with 4 hours a month.",
        Assumed::Assets => {
            "Nothing was said about equipment and data: only computers and mail are assumed."
        }
        Assumed::Computer => "A computer is assumed, too.",
    },
    stake: "Figures for whoever decides about money",
    stake_day: |people, yen_each, yen| {
        format!(
            "A day without work costs about {} yen in pay and other fixed costs for {people} people ({} yen a person and day: Sonae's estimate; lost sales not counted).",
            grouped(yen),
            grouped(yen_each)
        )
    },
    schemes: "Public schemes that fit",
    schemes_note: "Schemes change. Check on the official page that they are open before you apply.",
    own_time: |effort| format!("{effort} of your own time"),
    how_counted: "Costs are for the first year. Where the budget does not reach, an item is planned the frugal way (the lower end of its cost). Get a quote before you agree to pay.",
    set_aside: |planned, budget| {
        format!(
            "The plan sets aside {} yen (budget: {} yen).",
            grouped(planned),
            grouped(budget)
        )
    },
    frugal: "the frugal way",
    after: |first| format!("after: {first}"),
    explain: PlanReasons {
        inside: "Why these are in",
        outside: "Why these are not",
        proof: |value, bound| match value == bound {
            true => format!(
                "The chosen items are worth {value} together; no other set within the same budget and hours is worth more."
            ),
            false => format!(
                "The chosen items are worth {value} together; no set within the same budget and hours is worth more than {bound}."
            ),
        },
        worth: |value| format!("worth {value}"),
        done: |done| format!("done ({done})"),
        other_size: "for firms of another size",
        other_industry: "for other industries",
        unknown_industry: "for some industries (yours was not said)",
        lacks: |assets| format!("you have no {assets}"),
        unknown_asset: |assets| format!("not said whether you have {assets}"),
        incident: "for the middle of an incident",
        not_asked: "nobody asks you for it",
        above_budget: |yen| format!("alone exceeds the budget (at least {} yen)", grouped(yen)),
        above_hours: "takes more than all hours of a year",
        needs_first: |first| format!("needs first what is out of reach: {first}"),
        same_as: |same| format!("nearly the same as: {same}"),
        less_worth: "others do more for the same budget and hours",
    },
    column: PlanColumns {
        number: "No.",
        when: "By when",
        what: "What",
        who: "Who",
        minutes: "Minutes",
        yen_low: "Cost, low (yen)",
        yen_high: "Cost, high (yen)",
        yen_planned: "Planned (yen)",
        estimate: "Source of the amount",
        ours: "Sonae's estimate",
        sourced: "source document",
        why: "Why for this company",
        done_when: "Done when",
        source: "Backed by",
        edition: "Edition",
        checked: "Checked on",
        url: "Official page",
    },
};

/// Effort in minutes.
pub(super) fn time(minutes: u64) -> String {
    match minutes {
        0..60 => format!("about {minutes} min"),
        _ => format!("about {} h", (minutes as f64 / 6.0).round() / 10.0),
    }
}
