//! Discord's events → our values. Reads JSON instead of serenity's types: those drop an event whole when one field
//! is missing that Discord calls optional, and hand it over as JSON only.

use jiff::Timestamp;
use serde_json::Value;

use super::component_id::ComponentId;
use super::request::{
    Caller, Fields, Input, Options, Place, Request, Shown, Target, Value as OptionValue,
};
use super::view;
use crate::question::Language;
use crate::store::{ChannelId, GuildId, MessageId, RoleId, UserId};

/// An interaction with what is needed to answer it.
#[derive(Debug, Clone)]
pub struct Interaction {
    /// The application it is for.
    pub application: u64,
    /// The token of the answer; void after 15 minutes.
    pub token: String,
    /// The name of the command that was called or is being typed.
    pub command: Option<String>,
    /// What came in; `None` when the component is not one of ours, or of another version.
    pub request: Option<Request>,
    /// Its number.
    pub id: u64,
    /// The language of whoever called.
    pub language: Language,
}

/// A message that somebody wrote.
#[derive(Debug, Clone)]
pub struct Spoken {
    /// The message.
    pub id: MessageId,
    /// Where.
    pub place: Place,
    /// Who.
    pub author: UserId,
    /// A program or webhook wrote it.
    pub is_from_program: bool,
    /// It is a message of the ordinary kinds, not a notice of Discord's.
    pub is_ordinary: bool,
    /// It calls everybody.
    pub calls_everyone: bool,
    /// The accounts that it mentions.
    pub mentions: Vec<UserId>,
    /// Its text; empty when it may not be read.
    pub content: String,
}

/// Reads an interaction; nothing when it is of a kind that nobody answers.
pub fn interaction(json: &Value, at: Timestamp) -> Option<Interaction> {
    let language = language(json);
    let id = number(&json["id"])?;
    let data = &json["data"];
    let input = match json["type"].as_u64()? {
        2 if data["type"].as_u64() == Some(3) => Some(Input::OnMessage(target(data)?)),
        2 => Some(Input::Command(options(&data["options"]).0)),
        4 => {
            let (options, focused) = options(&data["options"]);
            Some(Input::Autocomplete {
                options,
                focused: focused.unwrap_or_default(),
            })
        }
        3 => component(data).map(|id| Input::Component {
            id,
            values: texts(&data["values"]),
            shown: shown(&json["message"]),
        }),
        5 => component(data).map(|id| Input::Modal {
            id,
            fields: fields(&data["components"]),
            shown: shown(&json["message"]),
        }),
        _ => return None,
    };
    let caller = caller(json)?;
    let place = Place {
        guild: number(&json["guild_id"]).map(GuildId),
        channel: ChannelId(number(&json["channel_id"]).or_else(|| number(&json["channel"]["id"]))?),
    };
    Some(Interaction {
        application: number(&json["application_id"])?,
        token: json["token"].as_str()?.to_owned(),
        command: data["name"].as_str().map(str::to_owned),
        request: input.map(|input| Request {
            id,
            at,
            caller,
            place,
            language,
            input,
        }),
        id,
        language,
    })
}

/// Reads a message.
pub fn message(json: &Value) -> Option<Spoken> {
    let author = &json["author"];
    let is_program =
        author["bot"].as_bool() == Some(true) || author["system"].as_bool() == Some(true);
    Some(Spoken {
        id: MessageId(number(&json["id"])?),
        place: Place {
            guild: number(&json["guild_id"]).map(GuildId),
            channel: ChannelId(number(&json["channel_id"])?),
        },
        author: UserId(number(&author["id"])?),
        is_from_program: is_program || !json["webhook_id"].is_null(),
        // 0: an ordinary message, 19: a reply ("Message Types").
        is_ordinary: matches!(json["type"].as_u64(), None | Some(0 | 19)),
        calls_everyone: json["mention_everyone"].as_bool() == Some(true),
        mentions: list(&json["mentions"])
            .filter_map(|user| number(&user["id"]))
            .map(UserId)
            .collect(),
        content: json["content"].as_str().unwrap_or_default().to_owned(),
    })
}

/// Discord writes ids as strings; permissions, too.
pub fn number(json: &Value) -> Option<u64> {
    json.as_u64().or_else(|| json.as_str()?.parse().ok())
}

fn list(json: &Value) -> impl Iterator<Item = &Value> {
    json.as_array().into_iter().flatten()
}

fn texts(json: &Value) -> Vec<String> {
    list(json)
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

fn caller(json: &Value) -> Option<Caller> {
    let member = &json["member"];
    let user = number(&member["user"]["id"]).or_else(|| number(&json["user"]["id"]))?;
    Some(Caller {
        user: UserId(user),
        permissions: number(&member["permissions"]).unwrap_or(0),
        roles: list(&member["roles"])
            .filter_map(number)
            .map(RoleId)
            .collect(),
    })
}

/// The language of one of Discord's locales. Whoever uses another one than Japanese reads English rather.
pub fn language_of(locale: &str) -> Language {
    match locale.starts_with("ja") {
        true => Language::Ja,
        false => Language::En,
    }
}

/// The client's language, else the guild's.
fn language(json: &Value) -> Language {
    let locale = json["locale"]
        .as_str()
        .or_else(|| json["guild_locale"].as_str());
    locale.map_or(Language::Ja, language_of)
}

fn component(data: &Value) -> Option<ComponentId> {
    ComponentId::parse(data["custom_id"].as_str()?)
}

fn shown(message: &Value) -> Shown {
    let author = message["embeds"][0]["author"]["name"].as_str();
    /// Only the caller sees the message ("Message Flags").
    const EPHEMERAL: u64 = 1 << 6;
    Shown {
        message: MessageId(number(&message["id"]).unwrap_or(0)),
        question: author.and_then(view::question_of),
        is_private: message["flags"].as_u64().unwrap_or(0) & EPHEMERAL != 0,
    }
}

fn target(data: &Value) -> Option<Target> {
    let id = number(&data["target_id"])?;
    let message = &data["resolved"]["messages"][id.to_string()];
    let spoken = self::message(message);
    Some(Target {
        message: MessageId(id),
        content: message["content"].as_str().unwrap_or_default().to_owned(),
        is_from_program: spoken.is_none_or(|spoken| spoken.is_from_program),
    })
}

/// The options, and the name of the one that is being typed.
fn options(json: &Value) -> (Options, Option<String>) {
    let mut options = Options::default();
    let mut focused = None;
    for option in list(json) {
        let Some(name) = option["name"].as_str() else {
            continue;
        };
        // 1 and 2: a subcommand and a group of them ("Application Command Option Type").
        if matches!(option["type"].as_u64(), Some(1 | 2)) {
            let (inner, inner_focused) = self::options(&option["options"]);
            options.subcommand = Some(name.to_owned());
            options.values.extend(inner.values);
            focused = focused.or(inner_focused);
            continue;
        }
        if option["focused"].as_bool() == Some(true) {
            focused = Some(name.to_owned());
        }
        if let Some(value) = option_value(option) {
            options.values.push((name.to_owned(), value));
        }
    }
    (options, focused)
}

fn option_value(option: &Value) -> Option<OptionValue> {
    match option["type"].as_u64() {
        // 6 to 9: user, channel, role, any of them.
        Some(6..=9) => number(&option["value"]).map(OptionValue::Snowflake),
        _ => match &option["value"] {
            Value::Bool(state) => Some(OptionValue::Switch(*state)),
            Value::String(text) => Some(OptionValue::Text(text.clone())),
            Value::Number(number) => number.as_i64().map(OptionValue::Number),
            _ => None,
        },
    }
}

/// The texts of the inputs of a dialog: inside rows, or inside labels.
fn fields(rows: &Value) -> Fields {
    list(rows)
        .flat_map(|row| list(&row["components"]).chain([&row["component"]]))
        .filter_map(|input| Some((input["custom_id"].as_str()?, input["value"].as_str()?)))
        .map(|(name, text)| (name.to_owned(), text.to_owned()))
        .collect()
}
