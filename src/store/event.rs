//! What happened to the knowledge: the admin's history.

use jiff::Timestamp;

use super::{GuildId, UserId};

/// One attempt to change the published knowledge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnowledgeEvent {
    /// The guild whose admin did it; `None` when the program did it by itself.
    pub guild: Option<GuildId>,
    /// Who did it; `None` for the program, and for people who asked to be forgotten.
    pub user: Option<UserId>,
    /// When it ended.
    pub at: Timestamp,
    /// How it ended.
    pub what: KnowledgeChange,
}

/// How an attempt to change the knowledge ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KnowledgeChange {
    /// A new generation was published; the numbers are sections.
    Reindexed {
        /// The new generation.
        generation: u64,
        /// Sections that are new.
        added: u32,
        /// Sections with another text.
        changed: u32,
        /// Sections that are gone.
        removed: u32,
    },
    /// An earlier generation was published again.
    RolledBack {
        /// That generation.
        generation: u64,
    },
    /// Nothing changed.
    Failed {
        /// Why, in the words shown to the admin.
        reason: String,
    },
}
