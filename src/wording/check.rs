//! The keys of the phrases around the self-check.

use crate::profile::CheckError;

/// The phrases of the self-check.
pub struct CheckWords {
    /// Heading of a result.
    pub title: &'static str,
    /// The answers cannot be taken.
    pub impossible: fn(&CheckError) -> String,
    /// Points out of most points.
    pub points: fn(i32, i32) -> String,
    /// Points of a part.
    pub part: fn(&str, i32, i32) -> String,
    /// Some answers are missing: how many, which.
    pub unanswered: fn(usize, &str) -> String,
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
    /// Whose words these are, and where the official check is.
    pub note: &'static str,
}
