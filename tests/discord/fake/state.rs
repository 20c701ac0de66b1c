//! All that the fake Discord knows at a moment, behind one lock.

use std::collections::{BTreeMap, HashMap};
use std::time::{Duration, Instant};

use serde_json::Value;

use super::buckets::Buckets;
use super::events::GatewayState;
use super::faults::RestFaults;
use super::identity::Snowflakes;
use super::upload::File;
use super::world::{Id, World};

/// A request that came in, and what was answered; no answer yet, or none ever, is 0.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct RequestRecord {
    pub method: String,
    pub path: String,
    pub body: Value,
    pub files: Vec<File>,
    pub status: u16,
    pub at: Instant,
}

/// A message and who can see it.
#[derive(Clone, Debug)]
pub struct StoredMessage {
    /// Discord's message object.
    pub value: Value,
    /// Its files, in the order of its attachments.
    pub files: Vec<File>,
    /// Where it stands.
    pub channel: Id,
    /// The only person who sees it, if it is ephemeral.
    pub only_for: Option<Id>,
    /// Whether it still says that the bot is thinking.
    pub is_loading: bool,
    /// When it came, in real time.
    pub created: Instant,
    /// How often it was edited.
    pub edits: usize,
}

/// What an interaction began with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum InteractionKind {
    Command,
    Component,
    Autocomplete,
    Modal,
}

/// The first answer to an interaction.
#[derive(Clone, Copy, Debug)]
pub struct Acknowledgement {
    /// Discord's callback type.
    pub kind: u8,
    /// When it came, in real time.
    pub at: Instant,
    /// Whether only the caller sees what follows.
    pub is_ephemeral: bool,
}

/// An interaction as Discord remembers it.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct InteractionRecord {
    pub id: Id,
    pub token: String,
    pub kind: InteractionKind,
    pub person: Id,
    pub channel: Id,
    /// The message whose component was used.
    pub source: Option<Id>,
    /// The `interaction_metadata` of messages that come of it.
    pub metadata: Value,
    /// When it was sent, on Discord's clock and in real time.
    pub created: Instant,
    pub sent: Instant,
    pub acknowledged: Option<Acknowledgement>,
    /// Whether the answer to the acknowledgement was lost by a fault, so that a second one is no offense.
    pub answer_was_lost: bool,
    /// What `@original` is.
    pub original: Option<Id>,
    pub followups: Vec<Id>,
    /// Set when something final was shown after the acknowledgement.
    pub is_settled: bool,
    pub choices: Option<Value>,
    pub modal: Option<Value>,
}

/// One thing that happened, as the transcript tells it.
#[derive(Clone, Debug)]
pub enum Entry {
    /// Somebody did something somewhere.
    Did {
        /// Where.
        channel: Id,
        /// Who.
        person: Id,
        /// What.
        act: String,
    },
    /// The bot showed a message, or changed one.
    Shown {
        /// Where.
        channel: Id,
        /// The message as it was then.
        value: Value,
        /// Whether it was there before.
        is_edit: bool,
    },
    /// The bot opened a window with inputs.
    Modal(Value),
    /// The bot suggested values.
    Choices(Value),
}

/// All that is known.
pub struct State {
    pub world: World,
    pub gateway: GatewayState,
    pub faults: RestFaults,
    pub buckets: Buckets,
    /// The message that was created with a nonce, and when.
    pub nonces: HashMap<String, (Id, Instant)>,
    pub messages: BTreeMap<Id, StoredMessage>,
    /// The bot's replies to each message and when they came; kept apart, because a load test asks often.
    pub replies: HashMap<Id, Vec<(Id, Instant)>>,
    pub interactions: HashMap<Id, InteractionRecord>,
    pub commands: Vec<Value>,
    pub guild_commands: BTreeMap<Id, Vec<Value>>,
    pub typing: Vec<(Id, Instant)>,
    pub reactions: Vec<(Id, String)>,
    pub requests: Vec<RequestRecord>,
    pub violations: Vec<String>,
    pub validated: usize,
    pub clock_ahead: Duration,
    pub timeline: Vec<Entry>,
    pub snowflakes: Snowflakes,
}

impl State {
    /// Returns a world in which nothing has happened.
    pub fn new(world: World, gateway_url: String) -> State {
        State {
            gateway: GatewayState::new(gateway_url),
            world,
            faults: RestFaults::default(),
            buckets: Buckets::default(),
            nonces: HashMap::new(),
            messages: BTreeMap::new(),
            replies: HashMap::new(),
            interactions: HashMap::new(),
            commands: Vec::new(),
            guild_commands: BTreeMap::new(),
            typing: Vec::new(),
            reactions: Vec::new(),
            requests: Vec::new(),
            violations: Vec::new(),
            validated: 0,
            clock_ahead: Duration::ZERO,
            timeline: Vec::new(),
            snowflakes: Snowflakes::default(),
        }
    }

    /// Returns the moment on Discord's clock.
    pub fn now(&self) -> Instant {
        Instant::now() + self.clock_ahead
    }

    /// Records something that Discord would refuse or this project forbids.
    pub fn violation(&mut self, route: &str, reason: impl std::fmt::Display) {
        self.violations.push(format!("{route}: {reason}"));
    }

    /// Adds to the transcript.
    pub fn tell(&mut self, entry: Entry) {
        self.timeline.push(entry);
        let keep = self.world.keep;
        forget_front(&mut self.timeline, keep);
    }

    /// Returns the messages of a channel that everybody sees, oldest first.
    pub fn messages_in(&self, channel: Id) -> Vec<Value> {
        let visible = self.messages.values();
        let visible = visible.filter(|message| {
            message.channel == channel && message.only_for.is_none() && !message.is_loading
        });
        visible.map(|message| message.value.clone()).collect()
    }

    /// Lets go of what is older than the world wants to keep.
    pub fn forget(&mut self) {
        let keep = self.world.keep;
        forget_front(&mut self.requests, keep);
        forget_front(&mut self.typing, keep);
        while self.messages.len() > keep {
            if let Some((id, _)) = self.messages.pop_first() {
                self.replies.remove(&id);
            }
        }
        if self.nonces.len() > 2 * keep {
            let messages = &self.messages;
            self.nonces.retain(|_, (id, _)| messages.contains_key(id));
        }
        if self.interactions.len() > 2 * keep {
            let mut ids: Vec<Id> = self.interactions.keys().copied().collect();
            ids.sort_unstable();
            for id in &ids[..ids.len() - keep] {
                self.interactions.remove(id);
            }
        }
    }
}

/// Drops the oldest entries once there are twice as many as are kept, so that it is done seldom.
fn forget_front<T>(entries: &mut Vec<T>, keep: usize) {
    if entries.len() > 2 * keep.max(1) {
        entries.drain(..entries.len() - keep);
    }
}
