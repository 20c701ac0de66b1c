//! The keys of the phrases around the self-check.

use super::check_chat::CheckChat;
use crate::profile::{CheckAnswer, CheckError};

/// The phrases of the self-check.
pub struct CheckWords {
    /// Heading of a result.
    pub title: &'static str,
    /// The answers cannot be taken.
    pub impossible: fn(&CheckError) -> String,
    /// Points out of most points.
    pub points: fn(i32, i32) -> String,
    /// What stands behind the points alone: out of most points.
    pub out_of: fn(i32) -> String,
    /// Points of a part.
    pub part: fn(&str, i32, i32) -> String,
    /// An answer, or that there is none yet.
    pub answer: fn(Option<CheckAnswer>) -> &'static str,
    /// Some answers are missing: how many, which.
    pub unanswered: fn(usize, &str) -> String,
    /// The result is preliminary: how many answers are missing.
    pub preliminary: fn(usize) -> String,
    /// Heading of what to ask others.
    pub ask: &'static str,
    /// Heading of where to begin.
    pub open: &'static str,
    /// Everything is met.
    pub nothing_open: &'static str,
    /// Number and name of a question.
    pub question: fn(u8, &str) -> String,
    /// The first action for a question.
    pub first: fn(&str) -> String,
    /// Heading of the first actions of all.
    pub begin: &'static str,
    /// How a plan follows.
    pub plan_hint: &'static str,
    /// Heading of what changed since last time, with its day.
    pub change: fn(Option<&str>) -> String,
    /// Points before and now.
    pub from_to: fn(i32, i32) -> String,
    /// Answers are missing on one side.
    pub not_comparable: &'static str,
    /// What got better: names of questions.
    pub better: fn(&[String]) -> String,
    /// What got worse: names of questions.
    pub worse: fn(&[String]) -> String,
    /// Nothing changed.
    pub same: &'static str,
    /// Above the questions of a picture.
    pub weakest_first: &'static str,
    /// What the mark of last time in a picture means.
    pub mark_before: &'static str,
    /// Whose words these are, and where the official check is.
    pub note: &'static str,
    /// Headings of the columns of a table.
    pub column: CheckColumns,
    /// The self-check in a chat.
    pub chat: CheckChat,
}

/// Headings of a self-check as tables.
pub struct CheckColumns {
    /// Heading of the table of questions.
    pub questions: &'static str,
    /// Heading of the table of parts.
    pub parts: &'static str,
    /// Number of the question.
    pub number: &'static str,
    /// Part.
    pub part: &'static str,
    /// The question.
    pub question: &'static str,
    /// The answer.
    pub answer: &'static str,
    /// Points.
    pub points: &'static str,
    /// Points last time.
    pub points_before: &'static str,
    /// Most points.
    pub most: &'static str,
    /// What to do next.
    pub next: &'static str,
    /// Day of the self-check.
    pub day: &'static str,
}
