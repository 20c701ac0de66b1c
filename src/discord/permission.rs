//! The permissions that the bot needs in a channel, their bits, and the link that asks for just these.

use crate::wording::Wording;

/// A permission that the bot needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    /// See a channel.
    ViewChannel,
    /// Write in it.
    SendMessages,
    /// Show cards.
    EmbedLinks,
    /// Refer to the message that is answered.
    ReadMessageHistory,
    /// Open a thread for further questions.
    CreatePublicThreads,
    /// Write in it.
    SendMessagesInThreads,
}

impl Permission {
    /// All that the bot needs.
    pub const ALL: [Self; 6] = [
        Self::ViewChannel,
        Self::SendMessages,
        Self::EmbedLinks,
        Self::ReadMessageHistory,
        Self::CreatePublicThreads,
        Self::SendMessagesInThreads,
    ];

    /// Discord's bit (documentation, "Permissions").
    pub fn bit(self) -> u64 {
        match self {
            Self::ViewChannel => 1 << 10,
            Self::SendMessages => 1 << 11,
            Self::EmbedLinks => 1 << 14,
            Self::ReadMessageHistory => 1 << 16,
            Self::CreatePublicThreads => 1 << 35,
            Self::SendMessagesInThreads => 1 << 38,
        }
    }

    /// Its name, as Discord shows it.
    pub fn name(self, wording: &Wording) -> &'static str {
        let names = &wording.admin.permission;
        match self {
            Self::ViewChannel => names.view_channel,
            Self::SendMessages => names.send_messages,
            Self::EmbedLinks => names.embed_links,
            Self::ReadMessageHistory => names.read_message_history,
            Self::CreatePublicThreads => names.create_public_threads,
            Self::SendMessagesInThreads => names.send_messages_in_threads,
        }
    }
}

/// The bits of all permissions that the bot needs.
pub fn bits() -> u64 {
    Permission::ALL.iter().fold(0, |bits, permission| bits | permission.bit())
}

/// What is missing among granted bits; nothing for those who administer.
pub fn missing(granted: u64) -> Vec<Permission> {
    const ADMINISTRATOR: u64 = 1 << 3;
    let mut missing = Permission::ALL.to_vec();
    missing.retain(|permission| granted & (permission.bit() | ADMINISTRATOR) == 0);
    missing
}

/// Names in a row.
pub fn names(permissions: &[Permission], wording: &Wording) -> String {
    let names: Vec<&str> = permissions.iter().map(|permission| permission.name(wording)).collect();
    names.join(wording.admin.permission.separator)
}

/// The link that invites the bot.
pub fn invite_link(application: u64) -> String {
    format!(
        "https://discord.com/oauth2/authorize?client_id={application}&permissions={}&scope=bot%20applications.commands",
        bits()
    )
}
