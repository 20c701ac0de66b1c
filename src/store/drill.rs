//! Drills that groups play together.

use jiff::Timestamp;

use super::{ChannelId, GuildId, MessageId, UserId};
use crate::question::Language;

/// A drill of a guild, as it was when it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptDrill {
    /// The message that called for it.
    pub number: MessageId,
    /// Where it is played.
    pub guild: GuildId,
    /// In which language.
    pub language: Language,
    /// The thread in which it is played; none before it begins.
    pub thread: Option<ChannelId>,
    /// Who takes part, by seat; nobody where a person asked to be forgotten.
    pub seats: Vec<Option<UserId>>,
    /// How far it is, in the words of those who play; it names no person.
    pub state: String,
    /// When something is to be done next; none when nothing waits.
    pub next_at: Option<Timestamp>,
    /// How often it was changed, by which a change that others overtook is known.
    pub version: u32,
}
