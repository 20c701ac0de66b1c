//! What an admin set for a guild.

use std::collections::BTreeSet;

use super::{ChannelId, RoleId};
use crate::question::Language;

/// The settings of one guild; the defaults hold until an admin changes them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GuildSettings {
    /// Channels where every message is a question.
    pub ask_channels: BTreeSet<ChannelId>,
    /// The people a question may be handed over to.
    pub helper_role: Option<RoleId>,
    /// The language of replies where nothing else tells it.
    pub language: Option<Language>,
    /// Whether `/ask` answers are for the asker only unless they say otherwise.
    pub private_by_default: bool,
}
