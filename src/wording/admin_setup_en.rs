//! Phrases of `sonae bot --check-setup` in English.

use super::admin_setup::Setup;

pub(super) const SETUP: Setup = Setup {
    token_missing: "✗ Token: the environment variable DISCORD_TOKEN (or DISCORD_TOKEN_FILE, the path of a file that holds the token) is not set.",
    token_refused: "✗ Token: Discord does not accept it. It may be mistyped, or an old one from before a reset.",
    token_help: "  Where to get it: open https://discord.com/developers/applications, choose your application (or \"New Application\"), then \"Bot\" and \"Reset Token\", and put the text into DISCORD_TOKEN. Do not show it to anybody or share a file that holds it.",
    unreachable: "✗ Discord cannot be reached. Please check the network and https://discordstatus.com, and try again.",
    token_good: "✓ Token: works.",
    content_missing: "✗ Message content: the config says message_content = true, but Discord does not grant it.\n  To mend it: developer portal → \"Bot\" → \"Privileged Gateway Intents\" → switch \"Message Content Intent\" on. If you do not need it, set message_content = false in config.toml.",
    content_good: "✓ Message content: messages without a mention can be read (for ask-channels and threads).",
    content_off: "✓ Message content: not read, as the config says (no ask-channels; mentions, direct messages and commands work).",
    invite: |link| {
        format!("  Link that invites the bot with just the permissions it needs: {link}")
    },
    no_guilds: "✗ Servers: the bot is in no server yet. Open the following link in a browser and choose a server.",
    guilds_good: |count| format!("✓ Servers: the bot is in {count} and has all permissions there."),
    guild_lacks: |name, permissions| {
        format!("✗ Server \"{name}\": these permissions are missing: {permissions}")
    },
    guild_help: "  To mend it: Server Settings → Roles → grant them to Sonae's role, or invite it again with the following link.",
    all_good: "Everything is in order. Start with `sonae bot`.",
    not_yet: |count| match count {
        1 => "1 thing to mend. Then check again with `sonae bot --check-setup`.".to_owned(),
        _ => format!("{count} things to mend. Then check again with `sonae bot --check-setup`."),
    },
};
