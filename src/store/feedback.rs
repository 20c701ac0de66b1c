//! What people said about an answer. It has a user, so that they can see and delete it; therefore the
//! question is never part of it.

use jiff::civil::Date;

use super::{GuildId, MessageId, UserId};

/// One vote; a second one of the same user on the same message replaces it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feedback {
    /// Where the answer stands; `None` in a direct message.
    pub guild: Option<GuildId>,
    /// Who voted.
    pub user: UserId,
    /// The message with the answer.
    pub message: MessageId,
    /// Whether the answer helped.
    pub helpful: bool,
    /// What was missing, masked.
    pub comment: Option<String>,
    /// The day in Japan.
    pub day: Date,
}

/// How many votes there are, those of people who are forgotten not included.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FeedbackCounts {
    /// Answers that helped.
    pub helpful: u64,
    /// Answers that did not.
    pub not_helpful: u64,
}
