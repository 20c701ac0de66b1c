//! Phrases of drills in English.

use super::drill::{DrillColumns, DrillReportWords, DrillWords};
use crate::knowledge::Grade;

pub(super) const DRILL: DrillWords = DrillWords {
    mark: "[DRILL]",
    made_up: "The story is made up. The grades are Sonae's, from its playbooks; they are no official judgment.",
    list: "Drills",
    list_line: |id, title, minutes, injects| {
        format!("{id}: {title} ({minutes} minutes, {injects} decisions)")
    },
    list_hint: "To begin, type a name after sonae drill.",
    minute: |minute, number, all| format!("Minute {minute} ({number}/{all})"),
    prompt: |most| format!("Type a number (1 to {most}, q to end): "),
    no_such_option: |most| format!("Type a number from 1 to {most}, or q."),
    grade: |grade| match grade {
        Grade::Best => "◎ the best",
        Grade::Acceptable => "○ no harm, but something else comes first",
        Grade::Harmful => "× the damage grows",
    },
    decided: |label| format!("Decided: {label}"),
    best_was: |label| format!("The best was: {label}"),
    nobody: "Not decided in time",
    divided: "Opinions were divided",
    split: |options| format!("Opinions were divided: {options}"),
    votes: |label, people| format!("{label} ({people})"),
    report: DrillReportWords {
        title: "Report of the drill",
        score: |best, all| format!("{best} of {all} decisions were the best ones."),
        nothing: "No decisions were recorded.",
        stopped: "It was stopped before its end.",
        timeline: "Course of events",
        went_well: "What went well",
        to_practise: "What to practise",
        plan: "What to prepare (for your plan)",
        debrief: "What to talk about",
        sources: "Sources",
        column: DrillColumns {
            minute: "Minute",
            happened: "What happened",
            decided: "Decided",
            grade: "How good",
            best: "The best",
            follows: "What follows, and why",
        },
    },
};
