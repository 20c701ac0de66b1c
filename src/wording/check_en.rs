//! Phrases of the self-check in English.

use super::check::CheckWords;
use crate::profile::CheckError;

pub(super) const CHECK: CheckWords = CheckWords {
    title: "Result of the self-check",
    impossible: |error| match error {
        CheckError::NoQuestion(number, last) => {
            format!("Questions are numbered 1 to {last}; there is no No.{number}.")
        }
        CheckError::AlwaysUsed(number) => {
            format!(
                "No.{number} is about something every firm has; answer it with something else than `not-used`."
            )
        }
    },
    points: |points, most| format!("{points} of {most} points"),
    part: |name, points, most| format!("{name}: {points} of {most}"),
    unanswered: |count, numbers| {
        format!(
            "{count} questions are not answered yet (No. {numbers}). Answer all to learn what the points mean."
        )
    },
    ask: "What was not known: whom to ask, and what",
    open: "Questions that are not fully met, where to begin first",
    nothing_open: "Everything is met. Keep the result with its date, and check again in a year.",
    question: |number, area| format!("No. {number} {area}"),
    first: |title| format!("First: {title}"),
    note: "The questions are IPA's five-minute self-check in Sonae's own words; examples and whom to ask are Sonae's advice. Points are the official ones (done 4, in part 2, not done 0, not known -1).",
};
