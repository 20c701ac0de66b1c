//! Self-checks: answers by question, in words that this module does not read.

use jiff::Timestamp;

/// Finished self-checks that are kept of one person in one place.
pub const FINISHED_SELF_CHECKS: u32 = 5;

/// A self-check of one person in one guild or in direct messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptSelfCheck {
    /// Its number.
    pub id: u64,
    /// Number of the question and the answer, by question.
    pub answers: Vec<(u8, String)>,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// When it was finished; none while it is not.
    pub finished_at: Option<Timestamp>,
}
