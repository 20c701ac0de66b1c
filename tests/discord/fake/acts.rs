//! Interactions: what somebody did, in Discord's shape, sent to the bot and remembered.

use std::time::Instant;

use serde_json::{Value, json};

use super::commands::{Resolved, Usage};
use super::identity::interaction_token;
use super::state::{InteractionKind, InteractionRecord, State};
use super::world::{APPLICATION, BOT, Id, Payloads};

/// What somebody did.
pub struct Act {
    /// The kind of interaction.
    pub kind: InteractionKind,
    /// Its `data`.
    pub data: Value,
    /// The message whose component was used.
    pub source: Option<Id>,
}

impl State {
    /// Sends an interaction to the bot; returns its id.
    pub fn interact(&mut self, usage: &Usage, act: Act) -> Id {
        let id = self.snowflakes.next();
        let token = interaction_token(id);
        let kind = match act.kind {
            InteractionKind::Command => 2,
            InteractionKind::Component => 3,
            InteractionKind::Autocomplete => 4,
            InteractionKind::Modal => 5,
        };
        let guild = self
            .world
            .channels
            .get(&usage.channel)
            .and_then(|channel| channel.guild);
        let owners = json!({"0": guild.map_or("0".to_owned(), |guild| guild.to_string())});
        let mut value = json!({
            "id": id.to_string(),
            "application_id": APPLICATION.to_string(),
            "type": kind,
            "data": act.data,
            "channel_id": usage.channel.to_string(),
            "token": token,
            "version": 1,
            "locale": usage.locale,
            "entitlements": [],
            "attachment_size_limit": 10_485_760,
        });
        if let Some(guild) = guild {
            value["guild_id"] = json!(guild.to_string());
            value["member"] = self.world.member(guild, usage.person);
            let permissions = self.world.permissions(usage.channel, usage.person);
            value["member"]["permissions"] = json!(permissions.to_string());
        } else {
            value["user"] = self.world.user(usage.person);
        }
        if self.world.payloads == Payloads::Full {
            let permissions = self.world.permissions(usage.channel, BOT);
            value["app_permissions"] = json!(permissions.to_string());
            value["channel"] = self.world.partial_channel(usage.channel, usage.person);
            value["authorizing_integration_owners"] = owners.clone();
            value["context"] = json!(if guild.is_some() { 0 } else { 1 });
            if let Some(guild) = guild {
                let locale = self.world.guilds[&guild].locale.clone();
                value["guild_locale"] = json!(locale);
                value["guild"] = json!({"id": guild.to_string(), "locale": locale, "features": []});
            }
        }
        if let Some(source) = act.source.and_then(|source| self.messages.get(&source)) {
            value["message"] = source.value.clone();
        }
        let mut metadata = json!({
            "id": id.to_string(),
            "type": kind,
            "user": self.world.user(usage.person),
            "authorizing_integration_owners": owners,
        });
        match act.source {
            Some(source) => metadata["interacted_message_id"] = json!(source.to_string()),
            None => metadata["name"] = value["data"]["name"].clone(),
        }
        if act.kind == InteractionKind::Modal {
            metadata = json!({
                "id": id.to_string(),
                "type": kind,
                "user": self.world.user(usage.person),
                "authorizing_integration_owners": metadata["authorizing_integration_owners"],
                "triggering_interaction_metadata": metadata_of_trigger(&metadata),
            });
        }
        if self.world.payloads == Payloads::Bare {
            value = bare_interaction(value);
        }
        let record = InteractionRecord {
            id,
            token,
            kind: act.kind,
            person: usage.person,
            channel: usage.channel,
            source: act.source,
            metadata,
            created: self.now(),
            sent: Instant::now(),
            acknowledged: None,
            answer_was_lost: false,
            original: None,
            followups: Vec::new(),
            is_settled: false,
            choices: None,
            modal: None,
        };
        self.interactions.insert(id, record);
        self.forget();
        // Interactions come whatever the intents are.
        self.dispatch(guild, None, "INTERACTION_CREATE", &value);
        id
    }
}

/// Returns an interaction with what Discord's document demands, and ids, alone.
fn bare_interaction(mut value: Value) -> Value {
    if let Value::Object(fields) = &mut value {
        for optional in [
            "locale",
            "guild_locale",
            "attachment_size_limit",
            "entitlements",
        ] {
            fields.remove(optional);
        }
    }
    for user in ["/user", "/member/user"] {
        if let Some(user) = value.pointer_mut(user) {
            *user = json!({"id": user["id"], "username": user["username"]});
        }
    }
    if let Some(Value::Object(member)) = value.get_mut("member") {
        member.retain(|name, _| name == "user" || name == "roles");
    }
    if let Some(message) = value.get_mut("message") {
        // The bot's own message: what it shows is needed, the rest is not.
        let kept = ["id", "channel_id", "embeds", "components", "flags"];
        *message = kept
            .iter()
            .map(|name| ((*name).to_owned(), message[*name].clone()))
            .collect();
    }
    value
}

fn metadata_of_trigger(metadata: &Value) -> Value {
    let mut trigger = metadata.clone();
    let came_from_message = !trigger["interacted_message_id"].is_null();
    trigger["type"] = json!(if came_from_message { 3 } else { 2 });
    trigger
}

/// Returns the `data` of a slash command.
pub fn command_data(resolved: &Resolved) -> Value {
    let mut options = json!(resolved.options);
    // Subcommands wrap the options from the inside out.
    for (name, kind) in resolved.path.iter().rev() {
        options = json!([{"name": name, "type": kind, "options": options}]);
    }
    let command = &resolved.command;
    let mut data = json!({"id": command["id"], "name": command["name"], "type": 1});
    if options
        .as_array()
        .is_some_and(|options| !options.is_empty())
    {
        data["options"] = options;
    }
    if resolved
        .resolved
        .as_object()
        .is_some_and(|resolved| !resolved.is_empty())
    {
        data["resolved"] = resolved.resolved.clone();
    }
    if command["guild_id"].is_string() {
        data["guild_id"] = command["guild_id"].clone();
    }
    data
}

/// Returns the `data` of somebody who types into an option; one that is empty so far is sent as well.
pub fn autocomplete(resolved: &Resolved, focused: &str) -> Value {
    let mut resolved = resolved.clone();
    if resolved
        .options
        .iter()
        .all(|option| option["name"] != focused)
    {
        let empty = json!({"name": focused, "type": 3, "value": "", "focused": true});
        resolved.options.push(empty);
    }
    command_data(&resolved)
}
