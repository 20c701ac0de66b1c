//! Phrases for admins, help, privacy and refusals in English.

use super::admin::{About, Admin, HelpCard, PermissionNames, Privacy, Refusal, Settings};
use super::{admin_kb_en, admin_setup_en};

pub(super) const ADMIN: Admin = Admin {
    kb: admin_kb_en::KB,
    settings: SETTINGS,
    help: HELP,
    about: ABOUT,
    privacy: PRIVACY,
    refusal: REFUSAL,
    setup: admin_setup_en::SETUP,
    permission: PERMISSION,
    moment: |moment| format!("{moment} Japan time"),
    more: |count| format!("and {count} more"),
    page: |page, pages| format!("Page {page} of {pages}"),
    previous: "◀ Back",
    next: "Next ▶",
    cancel: "Cancel",
    cancelled: "Cancelled",
    cancelled_text: "Nothing was changed.",
};

const SETTINGS: Settings = Settings {
    title: "Settings of this server",
    changed: "Settings changed",
    ask_channels: "Channels answered without a mention",
    no_ask_channels: "None (people can ask by mention, direct message or command)",
    ask_channels_rest: "Resting for now: they work once the person who runs the bot switches `message_content` on in the config file.",
    helper_role: "Role that \"Ask a person\" turns to",
    no_helper_role: "Not set",
    language: "Language where none is known",
    language_of_discord: "That of the server in Discord",
    japanese: "Japanese",
    english: "English",
    visibility: "Answers to questions asked by command",
    only_asker: "Shown only to the asker",
    everybody: "Shown to everybody in the channel",
    needs_content: "Ask-channels are not available on this bot yet",
    needs_content_text: "This bot is not allowed to read messages that do not mention it. The settings are unchanged.\n\nPlease ask the person who runs the bot to do two things:\n1. Switch on \"Message Content Intent\" in Discord's developer portal\n2. Set `message_content = true` under `[discord]` in `config.toml` and restart the bot\n\nUntil then, people can ask by mention, direct message or command.",
    too_many: "No more ask-channels",
    too_many_text: |most| {
        format!(
            "There can be {most} ask-channels at most. Please remove one that is not used first."
        )
    },
};

const HELP: HelpCard = HelpCard {
    title: "How to use Sonae",
    how_to_ask: "Write what worries you about your company's security, in your own words. The answer quotes public guidelines and says what to do next.\n- In a channel, mention Sonae and ask.\n- If others should not see it, send Sonae a direct message.",
    commands: "Commands",
    admin_commands: "Commands for admins",
    on_message: |name| {
        format!("Menu of a message → Apps → **{name}**: answers the question in that message")
    },
    privacy: "Privacy",
    privacy_text: |command| {
        format!(
            "A question is never kept together with who wrote it. {command} shows what is kept about you and deletes it."
        )
    },
};

const ABOUT: About = About {
    title: "About Sonae",
    what: "Sonae (備え, being prepared) answers the security questions of small firms with quotes from public guidelines and with next steps. It never rewords a quote, and it says so when nothing fits.",
    knowledge: |generation, moment| format!("Knowledge: version {generation}, built {moment}"),
    program: |version| format!("Program: version {version}"),
    sources: "Quotes come from digests of the documents. Please check the original on the official page before important decisions.",
    licence: "License of the program: MIT or Apache-2.0 (free to use). The rights to each document are its publisher's.",
    documents: |count| format!("Documents behind the answers ({count})"),
    checked: |day| format!("compared with the official page on {day}"),
};

const PRIVACY: Privacy = Privacy {
    title: "What is kept about you",
    promise: |days| {
        format!(
            "A question is never kept together with who wrote it. Questions without an answer are kept to improve the knowledge: without a name, and with phone numbers, mail addresses and the like masked.\nQuestions, votes on answers, answers to the self-check, incident checklists and drills are deleted after {days} days. What you said of your company, topics that you watch and records of who changed the knowledge stay until you delete them."
        )
    },
    kept: "Kept right now",
    nothing: "Nothing is kept about you.",
    votes: |helpful, not_helpful| {
        format!("Votes on answers: {helpful} that helped, {not_helpful} that did not")
    },
    profiles: |count| format!("Company profiles: {count}"),
    companies: "What you said of your company",
    self_checks: |count| format!("Self-checks with your answers: {count}"),
    ticks: |count| format!("Incident steps that name you as the one who ticked them: {count}"),
    events: |count| format!("Entries of the knowledge history that name you: {count}"),
    watches: |count| format!("Topics that you watch for changes: {count}"),
    comments: "What you wrote with a vote",
    scope_guild: "This covers this server and direct messages. To see what is kept from other servers, use this command in a direct message to Sonae.",
    scope_direct: "This covers all servers and direct messages.",
    forget: "Delete",
    forget_hint: "\"Delete\" works at once, for all servers, and cannot be undone. Ticked incident steps and the knowledge history stay, without your name.",
    forgotten: "Deleted",
    drills: |count| format!("Drills in which you took part: {count}"),
    forgotten_drills: |count| format!("Your name was taken out of drills, too: {count}."),
    forgotten_text: |votes, ticks, events| {
        format!(
            "Votes deleted: {votes}. Your name was taken out of ticked steps ({ticks}) and history entries ({events})."
        )
    },
    forgotten_profiles: |count| format!("Company profiles deleted: {count}."),
    forgotten_self_checks: |count| format!("Self-checks deleted: {count}."),
    forgotten_watches: |count| {
        format!("Watched topics deleted: {count}. There will be no monthly notes.")
    },
    forgotten_nothing: "There was nothing left to delete.",
};

const REFUSAL: Refusal = Refusal {
    empty: "The question seems to be empty",
    empty_text: "Please write what worries you in your own words, for example: \"We got a strange mail that claims to be from a customer\"",
    expired: "This button no longer works",
    expired_text: "The knowledge was updated, or the message is old. Please ask again or use a command.",
    forbidden: "Only admins can do this",
    forbidden_text: "Please ask somebody with the permission \"Manage Server\".",
    guild_only: "Please use this in a server",
    guild_only_text: "This works in a channel of a server, not in direct messages.",
    wait: "Please wait a moment",
    wait_text: |seconds| {
        let time = match seconds {
            0..=1 => "1 second".to_owned(),
            2..=59 => format!("{seconds} seconds"),
            60 => "1 minute".to_owned(),
            _ => format!("{} minutes", seconds.div_ceil(60)),
        };
        format!(
            "Many questions came in a short time. You can ask again in about {time}.\n\nIf an incident is happening now, do not wait: call the police or your security provider."
        )
    },
    busy: "Very busy right now",
    busy_text: "Many questions are coming in. Please try again in about a minute.",
    ours: "Sorry, something went wrong on our side",
    ours_text: "Please try again in a moment. If it keeps happening, tell the person who runs the bot.",
    reference: |reference| format!("Number to mention: `{reference}`"),
    other_guild: "The knowledge cannot be changed from this server",
    other_guild_text: "Several servers share the knowledge. The person who runs the bot decides which of them may change it. You can still look at its status.",
    missing_permissions: "Sonae lacks permissions",
    missing_permissions_text: |channel, permissions| {
        format!(
            "In {channel}, Sonae lacks permissions to answer properly. It needs these:\n**{permissions}**\n\nPlease make sure that Sonae's role has all of them under Edit Channel → Permissions. You get this note once for each channel."
        )
    },
    fallback: |channel| format!("I could not write in {channel}, so here is your answer."),
    fallback_heading: "Why here",
    unread_thread: "How to ask on",
    unread_thread_text: "Messages in this thread are not read as they are. To ask on, mention Sonae or reply to one of its messages.",
};

const PERMISSION: PermissionNames = PermissionNames {
    view_channel: "View Channel",
    send_messages: "Send Messages",
    embed_links: "Embed Links",
    attach_files: "Attach Files",
    read_message_history: "Read Message History",
    create_public_threads: "Create Public Threads",
    send_messages_in_threads: "Send Messages in Threads",
    separator: ", ",
};
