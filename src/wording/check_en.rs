//! Phrases of the self-check in English.

use super::check::{CheckColumns, CheckWords};
use super::signed;
use crate::profile::{CheckAnswer, CheckError};

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
    points: |points, most| format!("{} of {most} points", signed(points)),
    out_of: |most| format!("of {most} points"),
    part: |name, points, most| format!("{name}: {} of {most}", signed(points)),
    answer: |answer| match answer {
        Some(CheckAnswer::Done) => "Done",
        Some(CheckAnswer::Partly) => "In part",
        Some(CheckAnswer::NotDone) => "Not done",
        Some(CheckAnswer::Unknown) => "Not known",
        Some(CheckAnswer::NotUsed) => "Does not apply",
        None => "No answer yet",
    },
    unanswered: |count, numbers| {
        format!(
            "{count} questions are not answered yet (No. {numbers}). Answer all to learn what the points mean."
        )
    },
    preliminary: |count| format!("Preliminary: {count} to answer"),
    ask: "What was not known: whom to ask, and what",
    open: "Questions that are not fully met, where to begin first",
    nothing_open: "Everything is met. Keep the result with its date, and check again in a year.",
    question: |number, area| format!("No. {number} {area}"),
    first: |title| format!("First: {title}"),
    begin: "Begin here",
    plan_hint: "To turn this into a plan for a year: sonae plan --answers FILE (measures that you answered with \"done\" are left out of it)",
    change: |day| match day {
        Some(day) => format!("Since last time ({day})"),
        None => "Since last time".to_owned(),
    },
    from_to: |before, now| match now - before {
        0 => format!("{} points, as last time", signed(now)),
        more @ 1.. => format!("{} to {} points (+{more})", signed(before), signed(now)),
        less => format!(
            "{} to {} points ({})",
            signed(before),
            signed(now),
            signed(less)
        ),
    },
    not_comparable: "Some questions have no answer, so the totals do not compare.",
    better: |names| format!("Better: {}", names.join(", ")),
    worse: |names| format!("Worse: {}", names.join(", ")),
    same: "Every question is as it was.",
    weakest_first: "The weakest first",
    mark_before: "last time",
    note: "The questions are IPA's five-minute self-check in Sonae's own words; examples and whom to ask are Sonae's advice. Points are the official ones (done 4, in part 2, not done 0, not known −1).",
    column: CheckColumns {
        questions: "Questions and answers",
        parts: "Points of the parts",
        number: "No.",
        part: "Part",
        question: "Question",
        answer: "Answer",
        points: "Points",
        points_before: "Last time",
        most: "Most",
        next: "Next",
        day: "Day",
    },
    chat: super::check_chat_en::CHAT,
};
