//! The keys of what admins see, of help, about, privacy and refusals. `/kb` and the setup have files of their own.

use super::admin_kb::Kb;
use super::admin_setup::Setup;

/// What admins see, help, about, privacy and refusals.
pub struct Admin {
    /// `/kb`.
    pub kb: Kb,
    /// `/settings`.
    pub settings: Settings,
    /// `/help`.
    pub help: HelpCard,
    /// `/about`.
    pub about: About,
    /// `/privacy`.
    pub privacy: Privacy,
    /// Why something is not done.
    pub refusal: Refusal,
    /// `--check-setup`.
    pub setup: Setup,
    /// Names of permissions, as Discord shows them.
    pub permission: PermissionNames,
    /// A moment in Japan, from its date and time.
    pub moment: fn(&str) -> String,
    /// Items that are left out of a list.
    pub more: fn(usize) -> String,
    /// Which page of how many.
    pub page: fn(usize, usize) -> String,
    /// Button to the page before.
    pub previous: &'static str,
    /// Button to the next page.
    pub next: &'static str,
    /// Button that does nothing.
    pub cancel: &'static str,
    /// Title after that button.
    pub cancelled: &'static str,
    /// Text after that button.
    pub cancelled_text: &'static str,
}

/// `/settings`.
pub struct Settings {
    /// Title.
    pub title: &'static str,
    /// Title after a change.
    pub changed: &'static str,
    /// Heading of the channels that are answered without a mention.
    pub ask_channels: &'static str,
    /// There are none.
    pub no_ask_channels: &'static str,
    /// They rest, because the operator switched reading off.
    pub ask_channels_rest: &'static str,
    /// Heading of the helpers' role.
    pub helper_role: &'static str,
    /// There is none.
    pub no_helper_role: &'static str,
    /// Heading of the language.
    pub language: &'static str,
    /// Follows Discord.
    pub language_of_discord: &'static str,
    /// Japanese.
    pub japanese: &'static str,
    /// English.
    pub english: &'static str,
    /// Heading of who sees an answer.
    pub visibility: &'static str,
    /// Only the asker.
    pub only_asker: &'static str,
    /// Everybody.
    pub everybody: &'static str,
    /// Title when ask-channels are not possible.
    pub needs_content: &'static str,
    /// What the operator has to switch on.
    pub needs_content_text: &'static str,
    /// Title when there are too many ask-channels.
    pub too_many: &'static str,
    /// The most ask-channels.
    pub too_many_text: fn(usize) -> String,
}

/// `/help`.
pub struct HelpCard {
    /// Title.
    pub title: &'static str,
    /// How to ask.
    pub how_to_ask: &'static str,
    /// Heading of the commands.
    pub commands: &'static str,
    /// Heading of the commands of admins.
    pub admin_commands: &'static str,
    /// A command from the menu of a message, by its name.
    pub on_message: fn(&str) -> String,
    /// Heading of the privacy line.
    pub privacy: &'static str,
    /// The privacy line, with the command.
    pub privacy_text: fn(&str) -> String,
}

/// `/about`.
pub struct About {
    /// Title.
    pub title: &'static str,
    /// What Sonae is.
    pub what: &'static str,
    /// Version of the knowledge: generation and moment.
    pub knowledge: fn(&str, &str) -> String,
    /// Version of the program.
    pub program: fn(&str) -> String,
    /// Where the texts come from.
    pub sources: &'static str,
    /// Under which licence the program stands.
    pub licence: &'static str,
    /// Heading of the documents with their number.
    pub documents: fn(usize) -> String,
    /// The day of the last check.
    pub checked: fn(&str) -> String,
}

/// `/privacy`.
pub struct Privacy {
    /// Title.
    pub title: &'static str,
    /// What is never kept, and the days after which the rest goes.
    pub promise: fn(u16) -> String,
    /// Heading of what is kept.
    pub kept: &'static str,
    /// Nothing is.
    pub nothing: &'static str,
    /// Votes: that helped, that did not.
    pub votes: fn(usize, usize) -> String,
    /// Companies that were described.
    pub profiles: fn(usize) -> String,
    /// Heading of what was said of companies.
    pub companies: &'static str,
    /// Self-checks.
    pub self_checks: fn(u64) -> String,
    /// Ticks of checklists.
    pub ticks: fn(u64) -> String,
    /// Entries of the history.
    pub events: fn(u64) -> String,
    /// Watched topics.
    pub watches: fn(u64) -> String,
    /// Heading of the comments.
    pub comments: &'static str,
    /// What the view covers in a guild.
    pub scope_guild: &'static str,
    /// What the view covers in a direct message.
    pub scope_direct: &'static str,
    /// Button that deletes.
    pub forget: &'static str,
    /// What the button does.
    pub forget_hint: &'static str,
    /// Title after deleting.
    pub forgotten: &'static str,
    /// Drills they took part in.
    pub drills: fn(u64) -> String,
    /// Seats in drills that no longer name them.
    pub forgotten_drills: fn(u64) -> String,
    /// What went: votes, ticks, entries.
    pub forgotten_text: fn(u64, u64, u64) -> String,
    /// Profiles went.
    pub forgotten_profiles: fn(u64) -> String,
    /// Self-checks went.
    pub forgotten_self_checks: fn(u64) -> String,
    /// Watched topics went.
    pub forgotten_watches: fn(u64) -> String,
    /// There was nothing.
    pub forgotten_nothing: &'static str,
}

/// Why something is not done.
pub struct Refusal {
    /// Title when nothing was asked.
    pub empty: &'static str,
    /// What to do.
    pub empty_text: &'static str,
    /// Title when a button is too old.
    pub expired: &'static str,
    /// What to do.
    pub expired_text: &'static str,
    /// Title when only admins may.
    pub forbidden: &'static str,
    /// Who may.
    pub forbidden_text: &'static str,
    /// Title when it only works in a guild.
    pub guild_only: &'static str,
    /// Where it works.
    pub guild_only_text: &'static str,
    /// Title when the budget is used up.
    pub wait: &'static str,
    /// For how long, in words.
    pub wait_text: fn(u64) -> String,
    /// Title when too many wait.
    pub busy: &'static str,
    /// What to do.
    pub busy_text: &'static str,
    /// Title when something of ours failed.
    pub ours: &'static str,
    /// What to do.
    pub ours_text: &'static str,
    /// The number to tell the operator.
    pub reference: fn(&str) -> String,
    /// Title for admins of a guild whose admins may not change the knowledge.
    pub other_guild: &'static str,
    /// Who may.
    pub other_guild_text: &'static str,
    /// Title for the admin when permissions are missing.
    pub missing_permissions: &'static str,
    /// The channel and the names of the permissions.
    pub missing_permissions_text: fn(&str, &str) -> String,
    /// Before an answer that could not be written where it was asked.
    pub fallback: fn(&str) -> String,
    /// Heading of that.
    pub fallback_heading: &'static str,
    /// Title in a thread whose messages are not read.
    pub unread_thread: &'static str,
    /// How to ask on there.
    pub unread_thread_text: &'static str,
}

/// Names of permissions, as Discord shows them.
pub struct PermissionNames {
    /// `VIEW_CHANNEL`.
    pub view_channel: &'static str,
    /// `SEND_MESSAGES`.
    pub send_messages: &'static str,
    /// `EMBED_LINKS`.
    pub embed_links: &'static str,
    /// `ATTACH_FILES`.
    pub attach_files: &'static str,
    /// `READ_MESSAGE_HISTORY`.
    pub read_message_history: &'static str,
    /// `CREATE_PUBLIC_THREADS`.
    pub create_public_threads: &'static str,
    /// `SEND_MESSAGES_IN_THREADS`.
    pub send_messages_in_threads: &'static str,
    /// Between two names.
    pub separator: &'static str,
}
