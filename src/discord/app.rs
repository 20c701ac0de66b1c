//! The state of the running bot, built in one place, and the way to work that would hold up the async threads.
//! Knows nothing of Discord's wire.

use std::sync::{Arc, Mutex, PoisonError, RwLock};

use jiff::{Timestamp, Zoned, civil::DateTime, tz};
use tokio::sync::{Semaphore, watch};

use super::budget::Budgets;
use super::fault::Fault;
use super::guilds::Guilds;
use super::library::Library;
use crate::adviser::{Adviser, Question};
use crate::answer::Answer;
use crate::config::Config;
use crate::store::{GuildId, Store, UserId};

/// Everything that handlers share.
pub struct App {
    /// The product.
    pub adviser: Arc<Adviser>,
    /// State that outlives a message.
    pub store: Arc<dyn Store>,
    /// Settings of the whole program.
    pub config: Config,
    /// Settings of the guilds.
    pub guilds: Guilds,
    /// How much each caller and guild may ask.
    pub budgets: Budgets,
    /// The generation in use with its ways for buttons and suggestions; swapped when knowledge is published.
    library: RwLock<Arc<Library>>,
    /// Places for work on blocking threads.
    places: Semaphore,
    /// Places for those who work and those who wait for a place.
    queue: Semaphore,
    /// Held by the one acknowledged question that waits for a place.
    acknowledged: Semaphore,
    /// Held while knowledge is published or taken back: one at a time.
    pub publishing: tokio::sync::Mutex<()>,
    /// Who publishes, for others of the same guild; empty when nobody does.
    pub publisher: Mutex<Option<(GuildId, UserId)>>,
    /// Changes when a round must look again when it is due.
    rounds: watch::Sender<()>,
}

/// What somebody who waits for an answer sees meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asker {
    /// Nothing: the answer is the first sign of life.
    SeesNothing,
    /// That an answer is coming.
    WasTold,
}

impl App {
    /// Builds the state around an opened adviser and store.
    pub fn new(adviser: Adviser, store: Arc<dyn Store>, config: Config) -> Self {
        let library = Library::new(adviser.live());
        let discord = &config.discord;
        Self {
            guilds: Guilds::new(Arc::clone(&store)),
            budgets: Budgets::new(discord),
            places: Semaphore::new(discord.concurrent_questions),
            queue: Semaphore::new(discord.concurrent_questions + discord.waiting_questions),
            acknowledged: Semaphore::new(1),
            library: RwLock::new(Arc::new(library)),
            publishing: tokio::sync::Mutex::new(()),
            publisher: Mutex::default(),
            rounds: watch::Sender::default(),
            adviser: Arc::new(adviser),
            store,
            config,
        }
    }

    /// The generation in use. What was taken stays as it is while it is held.
    pub fn library(&self) -> Arc<Library> {
        let library = self.library.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&library)
    }

    /// Takes over the generation that the adviser now holds. Takes some milliseconds: for blocking threads.
    pub fn renew_library(&self) {
        let library = Arc::new(Library::new(self.adviser.live()));
        *self.library.write().unwrap_or_else(PoisonError::into_inner) = library;
    }

    /// Lets all rounds look again when they are due, after something was kept that comes due.
    pub fn wake_rounds(&self) {
        self.rounds.send_replace(());
    }

    /// Hears from now on when rounds are woken.
    pub fn woken_rounds(&self) -> watch::Receiver<()> {
        self.rounds.subscribe()
    }

    /// Answers a question on a blocking thread.
    ///
    /// # Errors
    /// When too many wait, the question is empty, or the index fails.
    pub async fn ask(
        self: &Arc<Self>,
        question: Question,
        at: Timestamp,
        asker: Asker,
    ) -> Result<Answer, Fault> {
        self.in_turn(asker, move |app| {
            Ok(app.adviser.ask(&question, japan_time(at))?)
        })
        .await
    }

    /// Does work that may take longer than half a millisecond on a blocking thread, when it is its turn.
    ///
    /// # Errors
    /// [`Fault::Busy`] when too many wait; else what the work returns.
    pub async fn work<T: Send + 'static>(
        self: &Arc<Self>,
        work: impl FnOnce(&Self) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        self.in_turn(Asker::WasTold, work).await
    }

    async fn in_turn<T: Send + 'static>(
        self: &Arc<Self>,
        asker: Asker,
        work: impl FnOnce(&Self) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let _waiting = self.queue.try_acquire().map_err(|_| Fault::Busy)?;
        // Those who were told to wait line up one by one: all who have seen nothing yet stand before the next.
        let told = match asker {
            Asker::SeesNothing => None,
            Asker::WasTold => Some(self.acknowledged.acquire().await.map_err(|_| Fault::Busy)?),
        };
        let _working = self.places.acquire().await.map_err(|_| Fault::Busy)?;
        drop(told);
        let app = Arc::clone(self);
        tokio::task::spawn_blocking(move || work(&app))
            .await
            .map_err(|error| Fault::Broken(error.to_string()))?
    }
}

/// The moment as a clock in Japan shows it. Japan has had no summer time since 1952.
pub fn japan_time(at: Timestamp) -> DateTime {
    Zoned::new(at, tz::TimeZone::fixed(tz::offset(9))).datetime()
}
