//! How much is kept: what a person may see of theirs, and what went when something was deleted.

use super::Feedback;

/// What is kept of one person, as far as it may be shown in one place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeptOfUser {
    /// Their votes, newest first.
    pub feedback: Vec<Feedback>,
    /// What they said of their companies, as it was written.
    pub profiles: Vec<String>,
    /// How many self-checks they began or finished.
    pub self_checks: u64,
    /// How many checklist steps name them.
    pub ticks: u64,
    /// How many entries of the knowledge history name them.
    pub events: u64,
    /// How many topics they watch.
    pub watches: u64,
    /// How many drills they took part in.
    pub drills: u64,
}

/// What no longer names a person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Forgotten {
    /// Votes that were deleted.
    pub feedback: u64,
    /// Profiles that were deleted.
    pub profiles: u64,
    /// Self-checks that were deleted.
    pub self_checks: u64,
    /// Checklist steps that stay ticked, by nobody.
    pub ticks: u64,
    /// Entries of the knowledge history that stay, by nobody.
    pub events: u64,
    /// Topics that were watched.
    pub watches: u64,
    /// Seats in drills that stay, by nobody.
    pub drills: u64,
}

/// What was deleted because its time was over.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Purged {
    /// Unanswered questions.
    pub unanswered: u64,
    /// Votes with their comments.
    pub feedback: u64,
    /// Checklists with their ticks.
    pub checklists: u64,
    /// Self-checks with their answers.
    pub self_checks: u64,
    /// Drills with their seats.
    pub drills: u64,
    /// Marks of messages that were answered or posted.
    pub claims: u64,
}
