//! The running bot: the state, the way to Discord, and what is open.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use serenity::all::ShardManager;
use tokio::sync::SetOnce;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::app::App;
use super::rest::Rest;
use super::seen::Seen;
use crate::question::Language;
use crate::store::{ChannelId, GuildId, UserId};

/// Channels of which it is remembered whether the bot opened them.
const MOST_CHANNELS: usize = 10_000;
/// How long a message waits for the bot's own account to be known.
const READY_TIME: Duration = Duration::from_secs(5);

/// Everything that events are answered with.
pub struct Bot {
    /// The state.
    pub app: Arc<App>,
    /// The way to Discord.
    pub rest: Rest,
    /// The bot's own account; known from the first READY on.
    account: SetOnce<UserId>,
    /// Interactions and messages that were taken.
    pub seen: Seen,
    /// What is open.
    pub tasks: TaskTracker,
    /// No new work is taken.
    pub closing: CancellationToken,
    /// The connections to the gateway, once there are any.
    shards: OnceLock<Arc<ShardManager>>,
    /// Until when each person was told to wait.
    told_to_wait: Mutex<HashMap<UserId, Instant>>,
    /// Which channels are threads that the bot opened, as far as it was asked.
    own_threads: Mutex<HashMap<ChannelId, bool>>,
    /// The language of each guild, as Discord knows it.
    languages: Mutex<HashMap<GuildId, Language>>,
}

impl Bot {
    /// A bot that has not met Discord yet.
    pub fn new(app: Arc<App>, rest: Rest) -> Self {
        Self {
            app,
            rest,
            account: SetOnce::new(),
            seen: Seen::default(),
            tasks: TaskTracker::new(),
            closing: CancellationToken::new(),
            shards: OnceLock::new(),
            told_to_wait: Mutex::default(),
            own_threads: Mutex::default(),
            languages: Mutex::default(),
        }
    }

    /// Takes over the bot's own account; returns whether it is the first time.
    pub fn meet(&self, account: UserId) -> bool {
        self.account.set(account).is_ok()
    }

    /// The bot's own account. Events are read beside each other, so that a message may come before READY is read.
    pub async fn account(&self) -> Option<UserId> {
        timeout(READY_TIME, self.account.wait()).await.ok().copied()
    }

    /// Remembers the language that a guild has at Discord.
    pub fn remember_language(&self, guild: GuildId, language: Language) {
        self.languages(|languages| languages.insert(guild, language));
    }

    /// The language that a guild has at Discord; Japanese as long as it is not known, and in direct messages.
    pub fn language(&self, guild: Option<GuildId>) -> Language {
        let known = guild.and_then(|guild| self.languages(|all| all.get(&guild).copied()));
        known.unwrap_or(Language::Ja)
    }

    fn languages<T>(&self, look: impl FnOnce(&mut HashMap<GuildId, Language>) -> T) -> T {
        look(
            &mut self
                .languages
                .lock()
                .unwrap_or_else(PoisonError::into_inner),
        )
    }

    /// Takes over the connections to the gateway.
    pub fn connect(&self, shards: Arc<ShardManager>) {
        // There is one client for the life of the program; a second one is not made.
        self.shards.get_or_init(|| shards);
    }

    /// Closes the connections to the gateway.
    pub async fn disconnect(&self) {
        if let Some(shards) = self.shards.get() {
            shards.shutdown_all().await;
        }
    }

    /// Whether a person is to be told that they must wait: once until the time is over.
    pub fn tells_to_wait(&self, user: UserId, until: Instant) -> bool {
        let now = Instant::now();
        let mut told = self
            .told_to_wait
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        told.retain(|_, until| *until > now);
        told.insert(user, until).is_none()
    }

    /// Whether a channel is a thread that the bot opened.
    pub async fn is_own_thread(&self, channel: ChannelId) -> bool {
        let known = self.threads(|threads| threads.get(&channel).copied());
        if let Some(is_own) = known {
            return is_own;
        }
        match self.app.store.is_own_thread(channel).await {
            Ok(is_own) => {
                self.remember_thread(channel, is_own);
                is_own
            }
            Err(error) => {
                tracing::warn!(%error, "whether a thread is our own cannot be read");
                false
            }
        }
    }

    /// Remembers whether a channel is a thread that the bot opened.
    pub fn remember_thread(&self, channel: ChannelId, is_own: bool) {
        self.threads(|threads| {
            if threads.len() >= MOST_CHANNELS {
                threads.clear();
            }
            threads.insert(channel, is_own);
        });
    }

    fn threads<T>(&self, look: impl FnOnce(&mut HashMap<ChannelId, bool>) -> T) -> T {
        look(
            &mut self
                .own_threads
                .lock()
                .unwrap_or_else(PoisonError::into_inner),
        )
    }
}
