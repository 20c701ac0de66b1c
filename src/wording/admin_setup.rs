//! The keys of `sonae bot --check-setup`: what is missing and how to mend it.

/// `--check-setup`.
pub struct Setup {
    /// There is no token.
    pub token_missing: &'static str,
    /// Discord refuses the token.
    pub token_refused: &'static str,
    /// Where a token comes from.
    pub token_help: &'static str,
    /// Discord cannot be reached.
    pub unreachable: &'static str,
    /// The token is good.
    pub token_good: &'static str,
    /// The config wants to read messages, but the intent is off.
    pub content_missing: &'static str,
    /// The config wants to read messages, and may.
    pub content_good: &'static str,
    /// The config does not want to read messages.
    pub content_off: &'static str,
    /// The link that invites the bot.
    pub invite: fn(&str) -> String,
    /// The bot is in no guild.
    pub no_guilds: &'static str,
    /// In all guilds everything is in order: how many.
    pub guilds_good: fn(usize) -> String,
    /// A guild where permissions are missing: its name, their names.
    pub guild_lacks: fn(&str, &str) -> String,
    /// How to mend that.
    pub guild_help: &'static str,
    /// Everything is in order.
    pub all_good: &'static str,
    /// Something is not: how many things.
    pub not_yet: fn(usize) -> String,
}
