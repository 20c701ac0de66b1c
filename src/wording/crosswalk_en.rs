//! Phrases of the crosswalk and of the answers to a customer's list in English.

use super::crosswalk::{CrosswalkColumns, CrosswalkWords, QuestionnaireWords};
use crate::profile::{CheckAnswer, Horizon, Link, State};

pub(super) const CROSSWALK: CrosswalkWords = CrosswalkWords {
    schemes: "Schemes and documents that can be compared",
    how_to: "Add a name, as in \"sonae crosswalk scs3\", to see what corresponds to each item. Add what is done (--done), answers to the self-check (--answers), schemes that you fulfill (--have) or your company (--company) to see what you have and what is missing.",
    items: |count| match count {
        1 => "1 item".to_owned(),
        _ => format!("{count} items"),
    },
    title_links: |name| format!("{name}: what corresponds in other schemes"),
    title_standing: |name| format!("{name}: what you have and what is missing"),
    several: |count| format!("{count} items"),
    no_links: "nothing corresponds",
    link: |link| match link {
        Link::Whole => "",
        Link::Partly => " (in part)",
    },
    state: |state| match state {
        State::Have => "have",
        State::Partly => "in part",
        State::Missing => "missing",
        State::Unknown => "not known",
    },
    legend: "This follows only from what was told. What corresponds only in part never makes an item \"have\". \"Not known\" does not mean missing: nobody has told yet.",
    counts: |[have, partly, missing, unknown]| {
        format!("{have} have / {partly} in part / {missing} missing / {unknown} not known")
    },
    framing: "This item sums others up, so it is never more than \"in part\" by what follows from others.",
    why_own: |answer| match answer {
        CheckAnswer::Done => "you said that this very item is done",
        CheckAnswer::Partly => "you said that this very item is done in part",
        CheckAnswer::NotDone => "you said that this very item is not done",
        CheckAnswer::Unknown => "you said that you do not know about this very item",
        CheckAnswer::NotUsed => "you said that there is no such thing at your company",
    },
    why_done: |theme, titles| format!("{theme}: done: {titles}"),
    why_told: |theme, names| format!("{theme}: {names}"),
    answer: |answer| match answer {
        CheckAnswer::Done => "have",
        CheckAnswer::Partly => "in part",
        CheckAnswer::NotDone => "missing",
        CheckAnswer::Unknown => "not known",
        CheckAnswer::NotUsed => "no such thing",
    },
    only_part: "meets only a part of this item",
    not_enough: "related, but not enough to say",
    why_nothing: "nobody has told yet",
    next: "Next",
    no_next: "None of our next steps for this fits the company. Read the section behind it.",
    column: CrosswalkColumns {
        scheme: "Scheme",
        number: "No.",
        item: "Item (our summary)",
        state: "Now",
        why: "Why we say so",
        next: "Next",
    },
    questionnaire: QuestionnaireWords {
        title: |scheme| format!("Answers to {scheme} (draft)"),
        fill_in: &[
            "Company: [company name]",
            "Answered by: [department, name]",
            "Date: [date]",
        ],
        answer: |state| match state {
            State::Have => "In place",
            State::Partly => "In part",
            State::Missing => "Not yet",
            State::Unknown => "",
        },
        not_used: "Does not apply: there is no such thing",
        by_when: |horizon| match horizon {
            Horizon::Week => "begin within a week",
            Horizon::Month => "begin within a month",
            Horizon::Quarter => "begin within three months",
            Horizon::Year => "begin within a year",
        },
        not_planned: "not in the plan of the year",
        column: ["Answer", "Planned", "What to show"],
        notes: &[
            "What is blank has not been checked yet. Check it, then fill it in in your own words.",
            "\"Planned\" is when Sonae's plan of a year begins with it, no promise. Set it against your own dates before you hand this over.",
            "\"What to show\" are examples of what would prove it. Keep only what really exists.",
            "These answers do not certify anything.",
        ],
    },
};
