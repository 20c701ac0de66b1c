//! Messages: written by people, created and edited by the bot, deleted. What was checked before is trusted.

use std::time::Instant;

use serde_json::{Value, json};

use super::identity::timestamp;
use super::state::{Entry, State, StoredMessage};
use super::upload::File;
use super::world::{APPLICATION, BOT, Id, permission};

/// The flag of a message that one person sees.
pub const EPHEMERAL: u64 = 64;
/// The flag of a message that says that the bot is thinking.
const LOADING: u64 = 128;

/// Who writes a message, if it is not the bot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Author {
    Person(Id),
    Webhook(Id),
}

/// Where a new message of the bot comes from.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    /// The message that it replies to.
    pub replies_to: Option<Id>,
    /// The interaction that it answers: its metadata, and whether it was a command.
    pub metadata: Option<Value>,
    /// The only person who sees it.
    pub only_for: Option<Id>,
    /// Whether it only says that the bot is thinking.
    pub is_loading: bool,
}

impl State {
    /// Stores a message that a person or a webhook wrote; returns its id. No event is sent yet.
    pub fn write(&mut self, author: Author, channel: Id, text: &str, replies_to: Option<Id>) -> Id {
        let id = self.snowflakes.next();
        let mut value = self.empty_message(id, channel);
        value["content"] = json!(text);
        let writer = match author {
            Author::Person(person) => {
                value["author"] = self.world.user(person);
                person
            }
            Author::Webhook(webhook) => {
                value["webhook_id"] = json!(webhook.to_string());
                value["author"] = json!({
                    "id": webhook.to_string(),
                    "username": "Webhook",
                    "discriminator": "0000",
                    "global_name": null,
                    "avatar": null,
                    "bot": true,
                    "public_flags": 0,
                });
                webhook
            }
        };
        let may_ping_all =
            self.world.permissions(channel, writer) & permission::MENTION_EVERYONE != 0;
        value["mention_everyone"] =
            json!(may_ping_all && (text.contains("@everyone") || text.contains("@here")));
        let mut mentioned: Vec<Id> = Vec::new();
        for id in marked_ids(text, &["<@!", "<@"]) {
            if self.world.people.contains_key(&id) && !mentioned.contains(&id) {
                mentioned.push(id);
            }
        }
        if let Some(replied) = replies_to {
            let author = self.refer(&mut value, channel, replied);
            mentioned.extend(author.filter(|author| !mentioned.contains(author)));
        }
        let mentions = mentioned.iter().map(|person| self.world.user(*person));
        value["mentions"] = json!(mentions.collect::<Vec<_>>());
        let roles = marked_ids(text, &["<@&"]);
        value["mention_roles"] = json!(roles.iter().map(Id::to_string).collect::<Vec<_>>());
        self.store(id, channel, value, None);
        id
    }

    /// Stores a message of the bot and tells the gateway; returns its id.
    pub fn create(&mut self, channel: Id, body: &Value, files: &[File], origin: &Origin) -> Id {
        let id = self.snowflakes.next();
        let mut value = self.empty_message(id, channel);
        value["author"] = self.world.user(BOT);
        value["application_id"] = json!(APPLICATION.to_string());
        for part in ["content", "embeds", "components"] {
            apply(&mut value, body, part);
        }
        let mut flags = body["flags"].as_u64().unwrap_or(0) & !EPHEMERAL;
        if origin.only_for.is_some() {
            flags |= EPHEMERAL;
        }
        if origin.is_loading {
            flags |= LOADING;
        }
        value["flags"] = json!(flags);
        if let Some(replied) = origin.replies_to {
            self.refer(&mut value, channel, replied);
            let replies = self.replies.entry(replied).or_default();
            replies.push((id, Instant::now()));
        }
        if let Some(metadata) = &origin.metadata {
            let is_command = metadata["type"] == 2;
            value["type"] = json!(if is_command { 20 } else { 0 });
            value["interaction_metadata"] = metadata.clone();
            value["webhook_id"] = json!(APPLICATION.to_string());
        }
        self.store(id, channel, value, origin.only_for);
        self.attach(id, body, files);
        if origin.is_loading {
            self.messages.get_mut(&id).expect("just stored").is_loading = true;
        } else {
            self.tell_shown(id, false);
        }
        self.dispatch_message("MESSAGE_CREATE", id);
        id
    }

    /// Changes a message of the bot and tells the gateway; what the body leaves out stays.
    pub fn edit(&mut self, id: Id, body: &Value, files: &[File]) {
        self.attach(id, body, files);
        let Some(stored) = self.messages.get_mut(&id) else {
            return;
        };
        for part in ["content", "embeds", "components"] {
            apply(&mut stored.value, body, part);
        }
        let flags = stored.value["flags"].as_u64().unwrap_or(0) & !LOADING;
        stored.value["flags"] = json!(flags);
        stored.value["edited_timestamp"] = json!(timestamp());
        let was_loading = std::mem::take(&mut stored.is_loading);
        stored.edits += 1;
        self.tell_shown(id, !was_loading);
        self.dispatch_message("MESSAGE_UPDATE", id);
    }

    /// Returns the ids of the files of a message.
    pub fn attachment_ids(&self, message: Id) -> Vec<String> {
        let stored = self.messages.get(&message);
        let attachments = stored.and_then(|stored| stored.value["attachments"].as_array());
        let ids = attachments.into_iter().flatten();
        ids.filter_map(|one| one["id"].as_str().map(str::to_owned))
            .collect()
    }

    /// Gives a message files. Of those that it has, it keeps those that the body lists; all when it lists none.
    fn attach(&mut self, message: Id, body: &Value, files: &[File]) {
        let ids: Vec<Id> = files.iter().map(|_| self.snowflakes.next()).collect();
        let Some(stored) = self.messages.get_mut(&message) else {
            return;
        };
        let listed = body["attachments"].as_array();
        let entry = |id: &str| {
            let id_of = |one: &&Value| {
                one["id"]
                    .as_str()
                    .map_or(one["id"].to_string(), str::to_owned)
            };
            listed.into_iter().flatten().find(|one| id_of(one) == id)
        };
        let attachments = stored.value["attachments"].as_array().cloned();
        let kept = attachments
            .into_iter()
            .flatten()
            .zip(stored.files.drain(..));
        let is_kept = |value: &Value| {
            listed.is_none() || entry(value["id"].as_str().unwrap_or_default()).is_some()
        };
        let mut kept: Vec<(Value, File)> = kept.filter(|(value, _)| is_kept(value)).collect();
        for (id, file) in ids.into_iter().zip(files) {
            let mut value = json!({
                "id": id.to_string(),
                "filename": file.name,
                "size": file.bytes.len(),
                "url": format!("https://cdn.discordapp.com/attachments/{message}/{id}/{}", file.name),
                "proxy_url": format!("https://media.discordapp.net/attachments/{message}/{id}/{}", file.name),
            });
            let described = entry(&file.number.to_string());
            if let Some(description) = described.and_then(|one| one["description"].as_str()) {
                value["description"] = json!(description);
            }
            kept.push((value, file.clone()));
        }
        let (values, files): (Vec<Value>, Vec<File>) = kept.into_iter().unzip();
        stored.value["attachments"] = json!(values);
        stored.files = files;
    }

    /// Deletes a message and tells the gateway.
    pub fn delete(&mut self, id: Id) {
        let Some(stored) = self.messages.remove(&id) else {
            return;
        };
        let guild = self.world.channels.get(&stored.channel);
        let guild = guild.and_then(|channel| channel.guild);
        let mut event = json!({"id": id.to_string(), "channel_id": stored.channel.to_string()});
        let mut intent = super::events::intent::DIRECT_MESSAGES;
        if let (Some(guild), None) = (guild, stored.only_for) {
            event["guild_id"] = json!(guild.to_string());
            intent = super::events::intent::GUILD_MESSAGES;
        }
        self.dispatch(guild, Some(intent), "MESSAGE_DELETE", &event);
    }

    fn tell_shown(&mut self, id: Id, is_edit: bool) {
        let stored = &self.messages[&id];
        let entry = Entry::Shown {
            channel: stored.channel,
            value: stored.value.clone(),
            is_edit,
        };
        self.tell(entry);
    }

    fn store(&mut self, id: Id, channel: Id, value: Value, only_for: Option<Id>) {
        let stored = StoredMessage {
            value,
            files: Vec::new(),
            channel,
            only_for,
            is_loading: false,
            created: Instant::now(),
            edits: 0,
        };
        self.messages.insert(id, stored);
        self.forget();
    }

    /// Makes a message a reply; returns whom it replies to.
    fn refer(&self, value: &mut Value, channel: Id, replied: Id) -> Option<Id> {
        value["type"] = json!(19);
        value["message_reference"] = json!({
            "type": 0,
            "message_id": replied.to_string(),
            "channel_id": channel.to_string(),
        });
        let guild = self.world.channels.get(&channel);
        if let Some(guild) = guild.and_then(|channel| channel.guild) {
            value["message_reference"]["guild_id"] = json!(guild.to_string());
        }
        let Some(stored) = self.messages.get(&replied) else {
            value["referenced_message"] = Value::Null;
            return None;
        };
        let mut referenced = stored.value.clone();
        if let Value::Object(fields) = &mut referenced {
            // Discord nests one level only.
            fields.remove("referenced_message");
        }
        value["referenced_message"] = referenced;
        stored.value["author"]["id"].as_str()?.parse().ok()
    }

    fn empty_message(&self, id: Id, channel: Id) -> Value {
        json!({
            "id": id.to_string(),
            "type": 0,
            "channel_id": channel.to_string(),
            "content": "",
            "timestamp": timestamp(),
            "edited_timestamp": null,
            "tts": false,
            "mention_everyone": false,
            "mentions": [],
            "mention_roles": [],
            "attachments": [],
            "embeds": [],
            "components": [],
            "pinned": false,
            "flags": 0,
        })
    }
}

/// Takes one part of a body over, as Discord stores it; null empties it.
fn apply(value: &mut Value, body: &Value, part: &str) {
    match body.get(part) {
        None => {}
        Some(Value::Null) if part == "content" => value[part] = json!(""),
        Some(Value::Null) => value[part] = json!([]),
        Some(Value::String(text)) => value[part] = json!(text.trim()),
        Some(Value::Array(embeds)) if part == "embeds" => {
            let mut embeds = embeds.clone();
            for embed in &mut embeds {
                embed["type"] = json!("rich");
            }
            value[part] = json!(embeds);
        }
        Some(other) => value[part] = other.clone(),
    }
}

/// Returns the ids in a text between one of the marks and `>`.
fn marked_ids(text: &str, marks: &[&str]) -> Vec<Id> {
    let mut ids = Vec::new();
    for mark in marks {
        for rest in text.split(mark).skip(1) {
            let id = rest.split('>').next().and_then(|id| id.parse().ok());
            ids.extend(id.filter(|id: &Id| !ids.contains(id)));
        }
    }
    ids
}
