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
    /// Post papers and pictures.
    AttachFiles,
    /// Refer to the message that is answered.
    ReadMessageHistory,
    /// Open a thread for further questions.
    CreatePublicThreads,
    /// Write in it.
    SendMessagesInThreads,
}

impl Permission {
    /// All that the bot needs.
    pub const ALL: [Self; 7] = [
        Self::ViewChannel,
        Self::SendMessages,
        Self::EmbedLinks,
        Self::AttachFiles,
        Self::ReadMessageHistory,
        Self::CreatePublicThreads,
        Self::SendMessagesInThreads,
    ];

    /// Discord's bit (documentation, "Permissions").
    pub const fn bit(self) -> u64 {
        match self {
            Self::ViewChannel => 1 << 10,
            Self::SendMessages => 1 << 11,
            Self::EmbedLinks => 1 << 14,
            Self::AttachFiles => 1 << 15,
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
            Self::AttachFiles => names.attach_files,
            Self::ReadMessageHistory => names.read_message_history,
            Self::CreatePublicThreads => names.create_public_threads,
            Self::SendMessagesInThreads => names.send_messages_in_threads,
        }
    }
}

/// The bits of all permissions that the bot needs.
pub const REQUIRED: u64 = {
    let mut bits = 0;
    let mut place = 0;
    while place < Permission::ALL.len() {
        bits |= Permission::ALL[place].bit();
        place += 1;
    }
    bits
};

/// The permissions whose bits are set.
pub fn of_bits(bits: u64) -> Vec<Permission> {
    let mut permissions = Permission::ALL.to_vec();
    permissions.retain(|permission| bits & permission.bit() != 0);
    permissions
}

/// Names in a row.
pub fn names(permissions: &[Permission], wording: &Wording) -> String {
    let names: Vec<&str> = permissions
        .iter()
        .map(|permission| permission.name(wording))
        .collect();
    names.join(wording.admin.permission.separator)
}

/// The link that invites the bot.
pub fn invite_link(application: u64) -> String {
    format!(
        "https://discord.com/oauth2/authorize?client_id={application}&permissions={}&scope=bot%20applications.commands",
        REQUIRED
    )
}
