//! Incident checklists that several people tick together.

use jiff::Timestamp;

use super::{GuildId, MessageId, UserId};

/// A playbook shown as a checklist in a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checklist {
    /// The message that shows it.
    pub message: MessageId,
    /// Where the message stands; `None` in a direct message.
    pub guild: Option<GuildId>,
    /// Id of the playbook.
    pub playbook: String,
    /// When it was opened.
    pub opened_at: Timestamp,
}

/// A step that is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// The step's number in the playbook.
    pub step: u32,
    /// Who did it; `None` when they asked to be forgotten.
    pub user: Option<UserId>,
    /// When it was ticked.
    pub at: Timestamp,
}
