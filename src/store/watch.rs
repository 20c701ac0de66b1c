//! Topics that people watch, and the states of topics that they know.

use jiff::Timestamp;

use super::UserId;
use crate::question::Language;

/// The most topics that one person watches.
pub const MOST_WATCHES: u32 = 20;

/// A topic that somebody watches. It belongs to the person alone: the knowledge is the same in all guilds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watch {
    /// Who watches.
    pub user: UserId,
    /// Id of the topic.
    pub topic: String,
    /// The language in which they looked last.
    pub language: Language,
    /// The number of the state that they know.
    pub state: u64,
    /// Since when they know it.
    pub since: Timestamp,
    /// Whether they want a note every month.
    pub is_monthly: bool,
}

/// What a topic held at one moment, kept once for all who know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicState {
    /// Its number, the same for the same content.
    pub number: u64,
    /// What it held, as it was written down.
    pub text: String,
}
