//! What the gateway remembers: sessions, what each was sent, and which events its intents let through.

use std::collections::{BTreeMap, VecDeque};

use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;

use super::state::State;
use super::world::{APPLICATION, BOT, Id};

/// Discord's intents that matter here.
pub mod intent {
    #![allow(missing_docs)]
    pub const GUILDS: u64 = 1;
    pub const GUILD_MESSAGES: u64 = 1 << 9;
    pub const DIRECT_MESSAGES: u64 = 1 << 12;
    pub const MESSAGE_CONTENT: u64 = 1 << 15;
    /// Members, presences and message content.
    pub const PRIVILEGED: u64 = 1 << 1 | 1 << 8 | MESSAGE_CONTENT;
}

/// What a connection is told to do.
#[derive(Clone, Debug)]
pub enum Order {
    /// Send this text.
    Send(String),
    /// Close with a code.
    Close(u16),
    /// Cut the TCP connection without a word.
    Drop,
    /// Read on, but never acknowledge a heartbeat again.
    StopAcknowledging,
}

/// One session of one shard; it outlives its connection, so that it can be resumed.
pub struct Session {
    pub shard: (u64, u64),
    pub intents: u64,
    pub sequence: u64,
    pub sent: VecDeque<(u64, String)>,
    pub connection: Option<UnboundedSender<Order>>,
    /// Whether READY and the guilds went out.
    pub is_ready: bool,
}

/// All sessions and how the gateway behaves.
pub struct GatewayState {
    pub url: String,
    pub sessions: BTreeMap<String, Session>,
    pub next_session: u64,
    pub identifies: usize,
    pub resumes: usize,
    pub heartbeats: usize,
    /// While it is down, connections are cut at once.
    pub is_down: bool,
    /// How many connections were cut because it was down.
    pub turned_away: usize,
    /// Answers RESUME with op 9 and this value.
    pub refuses_resume: Option<bool>,
    /// How many events before the gap are sent again on the next resume.
    pub replays: usize,
    /// The last presence that the bot set.
    pub presence: Value,
    /// The codes of the close frames that the bot sent.
    pub goodbyes: Vec<Option<u16>>,
}

impl GatewayState {
    /// Returns a gateway without sessions.
    pub fn new(url: String) -> GatewayState {
        GatewayState {
            url,
            sessions: BTreeMap::new(),
            next_session: 1,
            identifies: 0,
            resumes: 0,
            heartbeats: 0,
            is_down: false,
            turned_away: 0,
            refuses_resume: None,
            replays: 0,
            presence: Value::Null,
            goodbyes: Vec::new(),
        }
    }

    /// Returns whether a shard is connected and has its guilds.
    pub fn is_ready(&self) -> bool {
        let mut sessions = self.sessions.values();
        sessions.any(|session| session.is_ready && session.connection.is_some())
    }

    /// Returns how many sessions are connected.
    pub fn connected(&self) -> usize {
        let connected = |session: &&Session| session.connection.is_some();
        self.sessions.values().filter(connected).count()
    }

    /// Tells every connection to do something.
    pub fn order(&mut self, order: &Order) {
        for session in self.sessions.values() {
            if let Some(connection) = &session.connection {
                // A connection that has just ended needs no order.
                let _ = connection.send(order.clone());
            }
        }
    }
}

impl Session {
    /// Sends an event, or keeps it for the resume.
    pub fn dispatch(&mut self, name: &str, value: &Value, keep: usize) {
        self.sequence += 1;
        let text = json!({"op": 0, "t": name, "s": self.sequence, "d": value}).to_string();
        if let Some(connection) = &self.connection {
            let _ = connection.send(Order::Send(text.clone()));
        }
        self.sent.push_back((self.sequence, text));
        while self.sent.len() > keep {
            self.sent.pop_front();
        }
    }

    fn has(&self, intent: u64) -> bool {
        self.intents & intent != 0
    }

    fn is_for(&self, guild: Option<Id>) -> bool {
        // Direct messages and interactions outside guilds go to the first shard.
        let shard = guild.map_or(0, |guild| (guild >> 22) % self.shard.1.max(1));
        self.shard.0 == shard
    }
}

impl State {
    /// Sends an event to the shard of a guild, if the session has the intent.
    pub fn dispatch(&mut self, guild: Option<Id>, intent: Option<u64>, name: &str, value: &Value) {
        let keep = self.world.keep;
        for session in self.gateway.sessions.values_mut() {
            let is_wanted = intent.is_none_or(|intent| session.has(intent));
            if session.is_for(guild) && is_wanted {
                session.dispatch(name, value, keep);
            }
        }
    }

    /// Sends a message event as each session may see it.
    pub fn dispatch_message(&mut self, name: &str, message: Id) {
        let Some((guild, value)) = self.message_event(message) else {
            return;
        };
        let keep = self.world.keep;
        // An ephemeral message reaches its bot as a direct message.
        let intent = match value.get("guild_id") {
            Some(_) => intent::GUILD_MESSAGES,
            None => intent::DIRECT_MESSAGES,
        };
        for session in self.gateway.sessions.values_mut() {
            if !session.is_for(guild) || !session.has(intent) {
                continue;
            }
            let mut shown = value.clone();
            if !session.has(intent::MESSAGE_CONTENT) && value.get("guild_id").is_some() {
                if !concerns_bot(&value) {
                    shown = without_content(&value);
                }
                let referenced = &value["referenced_message"];
                if referenced.is_object() && !concerns_bot(referenced) {
                    shown["referenced_message"] = without_content(referenced);
                }
            }
            session.dispatch(name, &shown, keep);
        }
    }

    /// Returns the guild whose shard hears of a message, and the event's body.
    pub fn message_event(&self, message: Id) -> Option<(Option<Id>, Value)> {
        let stored = self.messages.get(&message)?;
        let mut value = stored.value.clone();
        let guild = self.world.channels.get(&stored.channel)?.guild;
        if let (Some(guild), None) = (guild, stored.only_for) {
            value["guild_id"] = json!(guild.to_string());
            let author = value["author"]["id"]
                .as_str()
                .and_then(|id| id.parse().ok());
            if let (Some(author), None) = (author, value.get("webhook_id")) {
                value["member"] = self.world.member_without_user(guild, author);
            }
        }
        Some((guild, value))
    }

    /// Opens a session: READY and its guilds.
    pub fn open_session(
        &mut self,
        shard: (u64, u64),
        intents: u64,
        connection: UnboundedSender<Order>,
    ) -> String {
        let id = format!("session{}", self.gateway.next_session);
        self.gateway.next_session += 1;
        self.gateway.identifies += 1;
        // One session for a shard: a second one makes the first unusable.
        self.gateway
            .sessions
            .retain(|_, session| session.shard != shard);
        let mut session = Session {
            shard,
            intents,
            sequence: 0,
            sent: VecDeque::new(),
            connection: Some(connection),
            is_ready: true,
        };
        let of_shard = self.world.guilds.keys().copied();
        let of_shard: Vec<Id> = of_shard
            .filter(|guild| session.is_for(Some(*guild)))
            .collect();
        let ready = ready(self, &id, shard, &of_shard);
        let keep = self.world.keep;
        session.dispatch("READY", &ready, keep);
        if session.has(intent::GUILDS) {
            for guild in of_shard {
                session.dispatch("GUILD_CREATE", &self.world.guild_create(guild), keep);
            }
        }
        self.gateway.sessions.insert(id.clone(), session);
        id
    }
}

fn ready(state: &State, session: &str, shard: (u64, u64), guilds: &[Id]) -> Value {
    let guilds = guilds.iter();
    let guilds = guilds.map(|guild| json!({"id": guild.to_string(), "unavailable": true}));
    json!({
        "v": 10,
        "user": state.world.current_user(),
        "guilds": guilds.collect::<Vec<_>>(),
        "session_id": session,
        "resume_gateway_url": state.gateway.url,
        "session_type": "normal",
        "shard": [shard.0, shard.1],
        "application": {
            "id": APPLICATION.to_string(),
            "flags": state.world.application()["flags"],
        },
        "private_channels": [],
        "relationships": [],
        "_trace": ["fake"],
    })
}

/// Returns whether a bot without MESSAGE_CONTENT sees a text in a guild: its own, and mentions of it.
fn concerns_bot(value: &Value) -> bool {
    let bot = BOT.to_string();
    let mentions = value["mentions"].as_array();
    let is_mentioned =
        mentions.is_some_and(|mentions| mentions.iter().any(|user| user["id"] == bot.as_str()));
    value["author"]["id"] == bot.as_str() || is_mentioned
}

fn without_content(value: &Value) -> Value {
    let mut value = value.clone();
    value["content"] = json!("");
    for part in ["attachments", "embeds", "components"] {
        value[part] = json!([]);
    }
    value
}
