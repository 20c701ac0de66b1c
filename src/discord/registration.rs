//! The table of commands as Discord's bulk overwrite takes it, and its hash: commands are registered only when
//! that changed. Pure; sends nothing.

use serde_json::{Map, Value, json};

use super::access::MANAGE_GUILD;
use super::commands::{
    Access, COMMANDS, Command, FixedChoice, Kind, OptionKind, OptionSpec, SubcommandSpec,
};
use crate::question::Language;
use crate::wording::{CommandWords, Wording};

/// Discord's numbers ("Application Command Types", "Application Command Option Type").
const CHAT_INPUT: u8 = 1;
const ON_MESSAGE: u8 = 3;
const SUBCOMMAND: u8 = 1;
const STRING: u8 = 3;
const INTEGER: u8 = 4;
const BOOLEAN: u8 = 5;
const CHANNEL: u8 = 7;
const ROLE: u8 = 8;
/// Channel types of an option: ordinary text channels.
const TEXT_CHANNELS: [u8; 1] = [0];
/// Interaction contexts: in a guild, in a direct message with the bot; never between others.
const IN_GUILDS: u8 = 0;
const IN_DIRECT_MESSAGES: u8 = 1;
/// Installed into guilds only.
const GUILD_INSTALL: [u8; 1] = [0];
/// Characters of a name that is typed or chosen from suggestions.
const SUGGESTED_LENGTH: u16 = 100;

/// The words of a thing in both locales.
#[derive(Clone, Copy)]
struct Words {
    en: &'static CommandWords,
    ja: &'static CommandWords,
}

/// The body of the bulk overwrite.
pub fn body() -> Value {
    COMMANDS.iter().copied().map(command).collect()
}

/// The hash of a body.
pub fn hash(body: &Value) -> String {
    blake3::hash(body.to_string().as_bytes())
        .to_hex()
        .to_string()
}

fn command(command: &Command) -> Value {
    let words = Words {
        en: (command.words)(Wording::of(Language::En)),
        ja: (command.words)(Wording::of(Language::Ja)),
    };
    let mut value = named(words);
    let kind = match command.kind {
        Kind::Slash(_) | Kind::Group(_) => CHAT_INPUT,
        Kind::OnMessage => ON_MESSAGE,
    };
    value.insert("type".to_owned(), json!(kind));
    match command.kind {
        Kind::Slash(options) => insert_options(&mut value, options, words),
        Kind::Group(subcommands) => insert_subcommands(&mut value, subcommands, words),
        Kind::OnMessage => {}
    }
    let contexts: &[u8] = match command.access {
        Access::Everyone => &[IN_GUILDS, IN_DIRECT_MESSAGES],
        Access::Admins => &[IN_GUILDS],
    };
    if command.access == Access::Admins {
        let permissions = MANAGE_GUILD.to_string();
        value.insert("default_member_permissions".to_owned(), json!(permissions));
    }
    value.insert("contexts".to_owned(), json!(contexts));
    value.insert("integration_types".to_owned(), json!(GUILD_INSTALL));
    Value::Object(value)
}

/// Name and description; a command in the menu of a message has no description.
fn named(words: Words) -> Map<String, Value> {
    let mut value = Map::new();
    value.insert("name".to_owned(), json!(words.en.name));
    value.insert(
        "name_localizations".to_owned(),
        json!({"ja": words.ja.name}),
    );
    if !words.en.description.is_empty() {
        value.insert("description".to_owned(), json!(words.en.description));
        value.insert(
            "description_localizations".to_owned(),
            json!({"ja": words.ja.description}),
        );
    }
    value
}

/// The words of a part by its place, as the table has it.
fn part(words: Words, place: usize) -> Option<Words> {
    Some(Words {
        en: words.en.parts.get(place)?,
        ja: words.ja.parts.get(place)?,
    })
}

fn insert_subcommands(
    value: &mut Map<String, Value>,
    subcommands: &[SubcommandSpec],
    words: Words,
) {
    let subcommands = subcommands.iter().enumerate().filter_map(|(place, spec)| {
        let words = part(words, place)?;
        let mut value = named(words);
        value.insert("type".to_owned(), json!(SUBCOMMAND));
        insert_options(&mut value, spec.options, words);
        Some(Value::Object(value))
    });
    value.insert("options".to_owned(), subcommands.collect());
}

fn insert_options(value: &mut Map<String, Value>, options: &[OptionSpec], words: Words) {
    let options: Vec<Value> = options
        .iter()
        .enumerate()
        .filter_map(|(place, spec)| Some(option(spec, part(words, place)?)))
        .collect();
    if !options.is_empty() {
        value.insert("options".to_owned(), json!(options));
    }
}

fn option(spec: &OptionSpec, words: Words) -> Value {
    let mut value = named(words);
    let (kind, more) = match spec.kind {
        OptionKind::Text(most) => (STRING, json!({"min_length": 1, "max_length": most})),
        OptionKind::Suggested => (
            STRING,
            json!({"autocomplete": true, "max_length": SUGGESTED_LENGTH}),
        ),
        OptionKind::OneOf(choices) => {
            let choices: Vec<Value> = choices.iter().map(choice).collect();
            (STRING, json!({"choices": choices}))
        }
        OptionKind::Number { least, most } => {
            (INTEGER, json!({"min_value": least, "max_value": most}))
        }
        OptionKind::Switch => (BOOLEAN, json!({})),
        OptionKind::Channel => (CHANNEL, json!({"channel_types": TEXT_CHANNELS})),
        OptionKind::Role => (ROLE, json!({})),
    };
    value.insert("type".to_owned(), json!(kind));
    value.insert("required".to_owned(), json!(spec.is_required));
    if let Value::Object(more) = more {
        value.extend(more);
    }
    Value::Object(value)
}

fn choice(choice: &FixedChoice) -> Value {
    let name = |language: Language| (choice.name)(Wording::of(language));
    json!({
        "name": name(Language::En),
        "name_localizations": {"ja": name(Language::Ja)},
        "value": choice.value,
    })
}
