//! A strict model of Discord on this computer: its REST, its gateway, guilds and people who use them.
//!
//! A test builds a `World`, starts a `Fake`, points the program at `api_base()` and acts through `person(…)`.
//! Whatever a bot does that Discord would refuse, or that this project forbids, lands in `violations()`.
//! It knows nothing of the program under test, and nothing of the test suite: a benchmark includes it, too.

#![allow(
    dead_code,
    unused_imports,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a model for tests: each user needs a part of it, and one that cannot go on has failed"
)]

mod acts;
mod bot;
mod buckets;
mod checks;
mod commands;
mod document;
mod events;
mod faults;
mod gateway;
mod handles;
mod identity;
mod messages;
mod objects;
mod people;
mod rest;
mod seen;
mod state;
mod upload;
mod waiting;
pub mod world;

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::Notify;

pub use bot::BotProcess;
pub use document::{document_is_present, prepare_document};
pub use faults::{GatewayFault, RestFailure};
pub use handles::{Interaction, Response, Said};
pub use people::{Actor, Refusal};
pub use seen::{seen, seen_choices, seen_modal};
pub use state::RequestRecord;
pub use upload::File;
pub use world::{Id, World};

use state::State;

/// What the listeners, the driving functions and the handles share.
pub struct Shared {
    state: Mutex<State>,
    changed: Notify,
}

impl Shared {
    /// Returns the state; it is never held across an await.
    pub fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(|held| held.into_inner())
    }

    /// Runs a change and wakes whoever waits for one.
    pub fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let value = change(&mut self.state());
        self.changed.notify_waiters();
        value
    }
}

/// A running fake Discord; clones are the same one, and its listeners end with the runtime.
#[derive(Clone)]
pub struct Fake {
    shared: Arc<Shared>,
    rest: SocketAddr,
}

impl Fake {
    /// Starts the REST and the gateway listeners on free loopback ports.
    pub async fn start(world: World) -> Fake {
        let rest = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let gateway = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let gateway_url = format!("ws://{}", gateway.local_addr().expect("an address"));
        let address = rest.local_addr().expect("an address");
        let shared = Arc::new(Shared {
            state: Mutex::new(State::new(world, gateway_url)),
            changed: Notify::new(),
        });
        tokio::spawn(rest::serve(rest, Arc::clone(&shared)));
        tokio::spawn(gateway::serve(gateway, Arc::clone(&shared)));
        Fake {
            shared,
            rest: address,
        }
    }

    /// Returns what `DISCORD_API_BASE` is set to.
    pub fn api_base(&self) -> String {
        format!("http://{}", self.rest)
    }

    /// Returns the token that Discord accepts.
    pub fn token(&self) -> String {
        self.shared.state().world.token.clone()
    }

    /// Returns everything that Discord would refuse or this project forbids, in order.
    pub fn violations(&self) -> Vec<String> {
        self.shared.state().violations.clone()
    }

    /// Returns the violations and forgets them: for tests that provoke one.
    pub fn take_violations(&self) -> Vec<String> {
        std::mem::take(&mut self.shared.state().violations)
    }

    /// Returns how many bodies were held against Discord's own document.
    pub fn validated(&self) -> usize {
        self.shared.state().validated
    }

    /// Returns the requests that came in, in order.
    pub fn requests(&self) -> Vec<RequestRecord> {
        self.shared.state().requests.clone()
    }

    /// Counts the requests of a kind after the first `count`, without copying them.
    pub fn count_since(&self, count: usize, is_meant: impl Fn(&RequestRecord) -> bool) -> usize {
        let state = self.shared.state();
        let since = state.requests.get(count..).unwrap_or_default();
        since.iter().filter(|request| is_meant(request)).count()
    }

    /// Returns the requests that came in after the first `count`.
    pub fn requests_since(&self, count: usize) -> Vec<RequestRecord> {
        let state = self.shared.state();
        state.requests.get(count..).unwrap_or_default().to_vec()
    }

    /// Returns how many requests came in.
    pub fn request_count(&self) -> usize {
        self.shared.state().requests.len()
    }

    /// Returns how many requests had this method and a path that contains `part`.
    pub fn count_requests(&self, method: &str, part: &str) -> usize {
        let state = self.shared.state();
        let matching =
            |request: &&RequestRecord| request.method == method && request.path.contains(part);
        state.requests.iter().filter(matching).count()
    }

    /// Returns the global commands that the bot registered.
    pub fn commands(&self) -> Vec<Value> {
        self.shared.state().commands.clone()
    }

    /// Returns the commands that the bot registered in a guild.
    pub fn guild_commands(&self, guild: Id) -> Vec<Value> {
        let state = self.shared.state();
        state
            .guild_commands
            .get(&guild)
            .cloned()
            .unwrap_or_default()
    }

    /// Moves Discord's clock forward: for tokens that grow old. Waiting is not affected.
    pub fn advance(&self, by: Duration) {
        self.shared.change(|state| state.clock_ahead += by);
    }

    /// Changes the world while it runs: permissions, roles, channels. Only what is in the world changes; the
    /// bot is told nothing.
    pub fn change_world<T>(&self, change: impl FnOnce(&mut World) -> T) -> T {
        self.shared.change(|state| change(&mut state.world))
    }

    /// Returns the messages of a channel as everybody sees them, oldest first.
    pub fn messages_in(&self, channel: Id) -> Vec<Value> {
        self.shared.state().messages_in(channel)
    }

    /// Returns one message as it is now, ephemeral ones included.
    pub fn message(&self, message: Id) -> Option<Value> {
        let state = self.shared.state();
        state
            .messages
            .get(&message)
            .map(|stored| stored.value.clone())
    }

    /// Returns the files that a message has now, as they were sent.
    pub fn files(&self, message: Id) -> Vec<File> {
        let state = self.shared.state();
        let stored = state.messages.get(&message);
        stored.map_or(Vec::new(), |stored| stored.files.clone())
    }

    /// Gives a button of a message another custom_id: as one stands there that an older program sent.
    pub fn change_button(&self, message: Id, label: &str, custom_id: &str) {
        self.shared.change(|state| {
            let stored = state.messages.get_mut(&message).expect("a message");
            let rows = stored.value["components"].as_array_mut();
            let parts = rows
                .into_iter()
                .flatten()
                .filter_map(|row| row["components"].as_array_mut());
            let mut buttons = parts.flatten();
            let button = buttons.find(|part| part["label"] == label);
            button.expect("a button")["custom_id"] = Value::from(custom_id);
        });
    }

    /// Returns how often the bot showed that it is typing in a channel.
    pub fn typing_count(&self, channel: Id) -> usize {
        let state = self.shared.state();
        state.typing.iter().filter(|(at, _)| *at == channel).count()
    }

    /// Returns the channel of direct messages with a person.
    pub fn dm(&self, person: Id) -> Id {
        self.shared.change(|state| state.world.dm(person))
    }

    /// Returns somebody to act as; where they act is the first channel of their first guild, or their
    /// direct messages.
    pub fn person(&self, person: Id) -> Actor {
        Actor::new(self, person)
    }

    /// Returns everything that people did and saw, in order, as text without ids and times.
    pub fn transcript(&self) -> String {
        seen::transcript(&self.shared.state())
    }

    /// Returns the transcript so far and starts a new one.
    pub fn take_transcript(&self) -> String {
        let mut state = self.shared.state();
        let text = seen::transcript(&state);
        state.timeline.clear();
        text
    }
}
