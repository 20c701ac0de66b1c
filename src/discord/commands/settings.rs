//! `/settings`: what an admin sets for a server. Every change shows all settings as they are now.

use std::sync::Arc;

use super::{
    Access, Acknowledge, Command, Doing, FixedChoice, Kind, OptionKind, OptionSpec, SubcommandSpec,
};
use crate::discord::access;
use crate::discord::app::App;
use crate::discord::fault::Fault;
use crate::discord::note::note;
use crate::discord::reply::{Card, Full, Message, Reply, Tone};
use crate::discord::request::{Input, Options, Request};
use crate::question::Language;
use crate::store::{ChannelId, GuildSettings, RoleId};
use crate::wording::Wording;

/// `/settings`.
pub const COMMAND: Command = Command {
    words: |wording| &wording.commands.settings,
    kind: Kind::Group(SUBCOMMANDS),
    access: Access::Admins,
    acknowledge: |_, _| Acknowledge::WithReply,
    run,
    suggest: None,
};

const SHOW: &str = "show";
const ASK_CHANNEL: &str = "ask-channel";
const HELPER_ROLE: &str = "helper-role";
const LANGUAGE: &str = "language";
const PRIVATE: &str = "private";

const SUBCOMMANDS: &[SubcommandSpec] = &[
    SubcommandSpec {
        name: SHOW,
        options: &[],
    },
    SubcommandSpec {
        name: ASK_CHANNEL,
        options: &[
            option("channel", OptionKind::Channel, true),
            option("enabled", OptionKind::Switch, true),
        ],
    },
    SubcommandSpec {
        name: HELPER_ROLE,
        options: &[option("role", OptionKind::Role, false)],
    },
    SubcommandSpec {
        name: LANGUAGE,
        options: &[option("language", OptionKind::OneOf(LANGUAGES), false)],
    },
    SubcommandSpec {
        name: PRIVATE,
        options: &[option("enabled", OptionKind::Switch, true)],
    },
];

const LANGUAGES: &[FixedChoice] = &[
    FixedChoice {
        value: "ja",
        name: |wording| wording.admin.settings.japanese,
    },
    FixedChoice {
        value: "en",
        name: |wording| wording.admin.settings.english,
    },
];

const fn option(name: &'static str, kind: OptionKind, is_required: bool) -> OptionSpec {
    OptionSpec {
        name,
        kind,
        is_required,
    }
}

/// Ask-channels of a server; their list fits one field.
const ASK_CHANNELS: usize = 40;

/// Why a change is not made.
enum Refused {
    /// Messages without a mention are not read.
    NeedsContent,
    /// There are as many ask-channels as there may be.
    TooMany,
}

fn run<'a>(app: &'a Arc<App>, request: &'a Request) -> Doing<'a> {
    Box::pin(async move {
        let guild = access::admin_guild(request, &app.config.discord)?;
        let Input::Command(options) = &request.input else {
            return Err(Fault::Expired);
        };
        // Not from memory: what was not read because the store was down must not be overwritten with defaults.
        let before = app.store.guild_settings(guild).await?;
        let reads_content = app.config.discord.message_content;
        let wording = Wording::of(request.language);
        let words = &wording.admin.settings;
        let after = match changed(before.clone(), options, reads_content)? {
            Ok(after) => after,
            Err(refused) => return Ok(Reply::Message(refusal(&refused, request.language))),
        };
        let title = match before == after {
            true => words.title,
            false => {
                app.guilds.set(guild, after.clone()).await?;
                words.changed
            }
        };
        Ok(Reply::Message(message(
            title,
            &after,
            reads_content,
            wording,
        )?))
    })
}

/// The settings after the subcommand.
fn changed(
    mut settings: GuildSettings,
    options: &Options,
    reads_content: bool,
) -> Result<Result<GuildSettings, Refused>, Fault> {
    match options.subcommand.as_deref() {
        Some(SHOW) => {}
        Some(ASK_CHANNEL) => {
            let channel = ChannelId(options.snowflake("channel").ok_or(Fault::Expired)?);
            match options.switch("enabled") {
                Some(true) if !reads_content => return Ok(Err(Refused::NeedsContent)),
                Some(true) => settings.ask_channels.insert(channel),
                Some(false) => settings.ask_channels.remove(&channel),
                None => return Err(Fault::Expired),
            };
            if settings.ask_channels.len() > ASK_CHANNELS {
                return Ok(Err(Refused::TooMany));
            }
        }
        Some(HELPER_ROLE) => settings.helper_role = options.snowflake("role").map(RoleId),
        Some(LANGUAGE) => {
            settings.language = match options.text("language") {
                Some("ja") => Some(Language::Ja),
                Some("en") => Some(Language::En),
                _ => None,
            }
        }
        Some(PRIVATE) => {
            settings.private_by_default = options.switch("enabled").ok_or(Fault::Expired)?
        }
        _ => return Err(Fault::Expired),
    }
    Ok(Ok(settings))
}

fn refusal(refused: &Refused, language: Language) -> Message {
    let words = &Wording::of(language).admin.settings;
    match refused {
        Refused::NeedsContent => note(Tone::Quiet, words.needs_content, words.needs_content_text),
        Refused::TooMany => note(
            Tone::Quiet,
            words.too_many,
            &(words.too_many_text)(ASK_CHANNELS),
        ),
    }
}

/// All settings. Mentions in a card show names and call nobody.
fn message(
    title: &str,
    settings: &GuildSettings,
    reads_content: bool,
    wording: &Wording,
) -> Result<Message, Full> {
    let words = &wording.admin.settings;
    let channels: Vec<String> = settings
        .ask_channels
        .iter()
        .map(|channel| format!("<#{channel}>"))
        .collect();
    let channels = match (channels.is_empty(), reads_content) {
        (true, _) => words.no_ask_channels.to_owned(),
        (false, true) => channels.join(" "),
        (false, false) => format!("{}\n{}", channels.join(" "), words.ask_channels_rest),
    };
    let role = settings.helper_role.map(|role| format!("<@&{role}>"));
    let language = match settings.language {
        Some(Language::Ja) => words.japanese,
        Some(Language::En) => words.english,
        None => words.language_of_discord,
    };
    let visibility = match settings.private_by_default {
        true => words.only_asker,
        false => words.everybody,
    };
    let mut card = Card::titled(Tone::Calm, title);
    card.field(words.ask_channels, &channels)?;
    card.field(
        words.helper_role,
        role.as_deref().unwrap_or(words.no_helper_role),
    )?;
    card.field(words.language, language)?;
    card.field(words.visibility, visibility)?;
    Ok(Message::private(card))
}
