//! What people do in Discord's client: they write, use commands, press, select, fill in. The client's own
//! rules come first: it offers only what the bot registered and what is on the screen.

use std::time::Instant;

use serde_json::{Value, json};

use super::acts::{Act, autocomplete, command_data};
use super::commands::{Usage, find_context, resolve, resolve_partly};
use super::handles::{Interaction, Said};
use super::messages::Author;
use super::state::{Entry, InteractionKind, State};
use super::world::{BOT, Id};
use super::{Fake, Shared};

/// Why Discord's client did not let somebody do something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No such command is registered here.
    UnknownCommand(String),
    /// The command has no such option.
    UnknownOption(String),
    /// A required option was left out.
    MissingOption(String),
    /// The value does not fit the option: type, length, or none of the choices.
    BadValue(String),
    /// The command needs permissions that the caller lacks, or is not offered in such a place.
    NotOffered(String),
    /// The message shows no such button or select, or it is disabled.
    NoSuchComponent(String),
    /// The person does not see that message.
    NotVisible,
    /// No modal is open, or its inputs are not filled in as it wants.
    BadModal(String),
}

/// Somebody somewhere, ready to act.
#[derive(Clone)]
pub struct Actor {
    fake: Fake,
    person: Id,
    channel: Id,
    locale: String,
}

impl Actor {
    /// Returns a person in the first channel that they see.
    pub fn new(fake: &Fake, person: Id) -> Actor {
        let (channel, locale) = fake.shared.change(|state| {
            let found = state.world.people.get(&person);
            let locale = found.map_or("en-US".to_owned(), |person| person.locale.clone());
            (state.world.first_channel(person), locale)
        });
        Actor {
            fake: fake.clone(),
            person,
            channel,
            locale,
        }
    }

    /// Goes to a channel or thread.
    #[must_use]
    pub fn at(mut self, channel: Id) -> Actor {
        self.channel = channel;
        self
    }

    /// Goes to the direct messages with the bot.
    #[must_use]
    pub fn in_dm(self) -> Actor {
        let channel = self.fake.dm(self.person);
        self.at(channel)
    }

    /// Switches the language of the client.
    #[must_use]
    pub fn in_locale(mut self, locale: &str) -> Actor {
        self.locale = locale.to_owned();
        self
    }

    fn shared(&self) -> &Shared {
        &self.fake.shared
    }

    /// Writes a message.
    pub fn says(&self, text: &str) -> Said {
        self.writes(Author::Person(self.person), text, None)
    }

    /// Writes a message that mentions the bot first.
    pub fn mentions(&self, text: &str) -> Said {
        self.says(&format!("<@{BOT}> {text}"))
    }

    /// Replies to a message, which mentions its author.
    pub fn replies(&self, to: Id, text: &str) -> Said {
        self.writes(Author::Person(self.person), text, Some(to))
    }

    /// Lets a webhook write here.
    pub fn webhook_says(&self, text: &str) -> Said {
        self.writes(Author::Webhook(1_140_000_000_000_000_001), text, None)
    }

    fn writes(&self, author: Author, text: &str, replies_to: Option<Id>) -> Said {
        let at = Instant::now();
        let message = self.shared().change(|state| {
            let id = state.write(author, self.channel, text, replies_to);
            let entry = Entry::Did {
                channel: self.channel,
                person: self.person,
                act: text.to_owned(),
            };
            state.tell(entry);
            state.dispatch_message("MESSAGE_CREATE", id);
            id
        });
        Said::new(&self.fake, self.channel, message, at)
    }

    /// Edits a message of one's own.
    pub fn edits(&self, message: Id, text: &str) {
        self.shared().change(|state| {
            if let Some(stored) = state.messages.get_mut(&message) {
                stored.value["content"] = json!(text);
                stored.value["edited_timestamp"] = json!(super::identity::timestamp());
            }
            state.dispatch_message("MESSAGE_UPDATE", message);
        });
    }

    /// Uses a slash command, such as `kb reindex`, with its options by name.
    pub fn slash(&self, path: &str, options: Value) -> Result<Interaction, Refusal> {
        self.acts(InteractionKind::Command, |state, usage| {
            let resolved = resolve(state, usage, path, &options)?;
            Ok((
                command_data(&resolved),
                None,
                format!("/{path} {}", listed(&options)),
            ))
        })
    }

    /// Types into the option `focused` of a command; the other options are filled in already.
    pub fn types(&self, path: &str, options: Value, focused: &str) -> Result<Interaction, Refusal> {
        self.acts(InteractionKind::Autocomplete, |state, usage| {
            let resolved = resolve_partly(state, usage, path, &options, focused)?;
            let act = format!("/{path} {} …{focused}", listed(&options));
            Ok((autocomplete(&resolved, focused), None, act))
        })
    }

    /// Uses a command of the context menu on a message; by its name or its name in the person's language.
    pub fn on_message(&self, name: &str, message: Id) -> Result<Interaction, Refusal> {
        self.acts(InteractionKind::Command, |state, usage| {
            let command = find_context(state, usage, name)?;
            let target = visible(state, usage, message)?;
            let data = json!({
                "id": command["id"],
                "name": command["name"],
                "type": 3,
                "target_id": message.to_string(),
                "resolved": {"messages": {message.to_string(): target}},
            });
            Ok((data, None, format!("「{name}」 on a message")))
        })
    }

    /// Presses a button, by its label or its custom_id.
    pub fn press(&self, message: Id, button: &str) -> Result<Interaction, Refusal> {
        self.acts(InteractionKind::Component, |state, usage| {
            let value = visible(state, usage, message)?;
            let found = component(&value, |part| {
                part["type"] == 2 && (part["label"] == button || part["custom_id"] == button)
            });
            let found = found.filter(|part| part["custom_id"].is_string());
            let part = found.ok_or_else(|| Refusal::NoSuchComponent(button.to_owned()))?;
            let data = json!({"component_type": 2, "custom_id": part["custom_id"], "id": 1});
            let label = part["label"].as_str().unwrap_or_default();
            Ok((data, Some(message), format!("presses [{label}]")))
        })
    }

    /// Selects values in a menu, by the menu's custom_id or placeholder, and the values or labels.
    pub fn select(&self, message: Id, menu: &str, values: &[&str]) -> Result<Interaction, Refusal> {
        self.acts(InteractionKind::Component, |state, usage| {
            let value = visible(state, usage, message)?;
            let found = component(&value, |part| {
                part["type"] == 3 && (part["placeholder"] == menu || part["custom_id"] == menu)
            });
            let part = found.ok_or_else(|| Refusal::NoSuchComponent(menu.to_owned()))?;
            let chosen = chosen(&part, values)?;
            let data = json!({
                "component_type": 3,
                "custom_id": part["custom_id"],
                "id": 1,
                "values": chosen,
            });
            let told = match values {
                [] => "selects nothing".to_owned(),
                values => format!("selects {}", values.join(", ")),
            };
            Ok((data, Some(message), told))
        })
    }

    /// Fills in the modal that an interaction opened, by custom_id or label, and sends it.
    pub fn submit(
        &self,
        opened: &Interaction,
        inputs: &[(&str, &str)],
    ) -> Result<Interaction, Refusal> {
        let record = opened.record();
        let modal = record
            .modal
            .ok_or_else(|| Refusal::BadModal("none is open".to_owned()))?;
        self.acts(InteractionKind::Modal, |_, _| {
            let rows = filled(&modal, inputs)?;
            let data = json!({"custom_id": modal["custom_id"], "components": rows});
            let texts: Vec<&str> = inputs.iter().map(|(_, text)| *text).collect();
            Ok((
                data,
                record.source,
                format!("submits {}", texts.join(" / ")),
            ))
        })
    }

    fn acts(
        &self,
        kind: InteractionKind,
        prepare: impl FnOnce(&State, &Usage) -> Result<(Value, Option<Id>, String), Refusal>,
    ) -> Result<Interaction, Refusal> {
        let id = self.shared().change(|state| {
            let usage = Usage {
                person: self.person,
                channel: self.channel,
                locale: self.locale.clone(),
            };
            let (data, source, told) = prepare(state, &usage)?;
            let entry = Entry::Did {
                channel: self.channel,
                person: self.person,
                act: told.trim_end().to_owned(),
            };
            state.tell(entry);
            Ok(state.interact(&usage, Act { kind, data, source }))
        })?;
        Ok(Interaction::new(&self.fake, id))
    }
}

/// Returns a message that a person sees here.
fn visible(state: &State, usage: &Usage, message: Id) -> Result<Value, Refusal> {
    let stored = state.messages.get(&message).ok_or(Refusal::NotVisible)?;
    let is_theirs = stored.only_for.is_none_or(|person| person == usage.person);
    if !is_theirs || stored.channel != usage.channel || stored.is_loading {
        return Err(Refusal::NotVisible);
    }
    Ok(stored.value.clone())
}

fn component(message: &Value, is_wanted: impl Fn(&Value) -> bool) -> Option<Value> {
    let rows = message["components"].as_array().into_iter().flatten();
    let mut parts = rows.flat_map(|row| row["components"].as_array().into_iter().flatten());
    let found = parts.find(|part| is_wanted(part))?;
    (found["disabled"] != true).then(|| found.clone())
}

fn chosen(menu: &Value, values: &[&str]) -> Result<Vec<Value>, Refusal> {
    let least = menu["min_values"].as_u64().unwrap_or(1) as usize;
    let most = menu["max_values"].as_u64().unwrap_or(1) as usize;
    if values.len() < least || values.len() > most {
        return Err(Refusal::BadValue(format!("{} values", values.len())));
    }
    let options = menu["options"].as_array().map_or(&[][..], Vec::as_slice);
    let find = |wanted: &&str| {
        let mut options = options.iter();
        let found = options.find(|one| one["value"] == *wanted || one["label"] == *wanted);
        let found = found.map(|option| option["value"].clone());
        found.ok_or_else(|| Refusal::BadValue((*wanted).to_owned()))
    };
    let chosen: Vec<Value> = values.iter().map(find).collect::<Result<_, _>>()?;
    let is_twice = |(at, value): (usize, &Value)| chosen[..at].contains(value);
    match chosen.iter().enumerate().any(is_twice) {
        true => Err(Refusal::BadValue("an option twice".to_owned())),
        false => Ok(chosen),
    }
}

fn filled(modal: &Value, inputs: &[(&str, &str)]) -> Result<Vec<Value>, Refusal> {
    let mut rows = Vec::new();
    let mut used = 0;
    for row in modal["components"].as_array().into_iter().flatten() {
        let input = &row["components"][0];
        let given = inputs
            .iter()
            .find(|(name, _)| input["custom_id"] == *name || input["label"] == *name);
        used += usize::from(given.is_some());
        let preset = input["value"].as_str().unwrap_or_default();
        let text = given.map_or(preset, |(_, text)| *text);
        let count = text.chars().count();
        let least = input["min_length"].as_u64().unwrap_or(0) as usize;
        let most = input["max_length"].as_u64().unwrap_or(4000) as usize;
        let is_missing = text.is_empty() && input["required"] != false;
        let is_short = !text.is_empty() && count < least;
        if is_missing || is_short || count > most {
            return Err(Refusal::BadModal(format!(
                "{} with {count} characters",
                input["label"]
            )));
        }
        rows.push(json!({"type": 1, "components": [
            {"type": 4, "custom_id": input["custom_id"], "value": text}
        ]}));
    }
    if used != inputs.len() {
        return Err(Refusal::BadModal(
            "an input that it does not have".to_owned(),
        ));
    }
    Ok(rows)
}

fn listed(options: &Value) -> String {
    let named = options.as_object().into_iter().flatten();
    let named = named.map(|(name, value)| match value.as_str() {
        Some(text) => format!("{name}:{text}"),
        None => format!("{name}:{value}"),
    });
    named.collect::<Vec<_>>().join(" ")
}
