//! Whose profile it is. What stands in it is text for whoever wrote it; the store does not read it.

use super::{GuildId, UserId};

/// Whose profile of a company.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProfileOwner {
    /// Who described it.
    pub user: UserId,
    /// Where; `None` in direct messages.
    pub guild: Option<GuildId>,
}
