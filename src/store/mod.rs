//! What outlives a message: settings, answered messages, unanswered questions, feedback, checklists, drills, history.
//!
//! This is the only module that knows SQL; it knows no chat service and reads no clock. The trait and the
//! values stand here, one file for each topic; `sqlite/` has the same topics.

mod checklist;
mod drill;
mod error;
mod event;
mod feedback;
mod id;
mod kept;
mod post;
mod settings;
mod sqlite;
mod unanswered;

use async_trait::async_trait;
use jiff::Timestamp;

pub use checklist::{Checklist, Tick};
pub use drill::KeptDrill;
pub use error::StoreError;
pub use event::{KnowledgeChange, KnowledgeEvent};
pub use feedback::{Feedback, FeedbackCounts};
pub use id::{ChannelId, GuildId, MessageId, RoleId, UserId};
pub use kept::{Forgotten, KeptOfUser, Purged};
pub use post::PostKey;
pub use settings::GuildSettings;
pub use sqlite::SqliteStore;
pub use unanswered::{Cause, Unanswered, UnansweredGroup, UnansweredQuestion};

/// How long it is remembered that a message was answered or posted; the gateway replays minutes, not days.
pub const CLAIM_DAYS: u16 = 7;

/// The state of the program. What a call has written when it returns outlives the program, however that ends;
/// a power cut may take the last moments, but never half a call.
///
/// Every call may end in [`StoreError::Busy`] or [`StoreError::Failed`].
#[async_trait]
pub trait Store: Send + Sync {
    /// Returns the settings of a guild, the defaults when there are none.
    async fn guild_settings(&self, guild: GuildId) -> Result<GuildSettings, StoreError>;
    /// Replaces the settings of a guild.
    async fn set_guild_settings(
        &self,
        guild: GuildId,
        settings: &GuildSettings,
    ) -> Result<(), StoreError>;

    /// Takes a message for answering; returns true exactly once for each message, also over restarts.
    async fn claim(&self, message: MessageId, now: Timestamp) -> Result<bool, StoreError>;

    /// Remembers a thread that the bot opened.
    async fn remember_thread(
        &self,
        guild: GuildId,
        thread: ChannelId,
        now: Timestamp,
    ) -> Result<(), StoreError>;
    /// Returns whether the bot opened this thread.
    async fn is_own_thread(&self, thread: ChannelId) -> Result<bool, StoreError>;

    /// Keeps a question whose text is masked already.
    async fn keep_unanswered(&self, unanswered: &Unanswered) -> Result<(), StoreError>;
    /// Returns the kept questions of one guild, or of all direct messages, by topic, biggest first.
    async fn unanswered(&self, guild: Option<GuildId>) -> Result<Vec<UnansweredGroup>, StoreError>;

    /// Records a vote, in place of an earlier one of the same user on the same message.
    async fn record_feedback(&self, feedback: &Feedback) -> Result<(), StoreError>;
    /// Counts the votes of one guild, or of all direct messages.
    async fn feedback_counts(&self, guild: Option<GuildId>) -> Result<FeedbackCounts, StoreError>;

    /// Opens a checklist; nothing happens when the message has one.
    async fn open_checklist(
        &self,
        message: MessageId,
        guild: Option<GuildId>,
        playbook: &str,
        now: Timestamp,
    ) -> Result<(), StoreError>;
    /// Returns the checklist of a message.
    async fn checklist(&self, message: MessageId) -> Result<Option<Checklist>, StoreError>;
    /// Ticks a step, or unticks it when it was ticked by anyone, and returns all ticks by step;
    /// `None` when the message has no checklist.
    async fn tick(
        &self,
        message: MessageId,
        step: u32,
        user: UserId,
        now: Timestamp,
    ) -> Result<Option<Vec<Tick>>, StoreError>;
    /// Returns all ticks of a message by step.
    async fn ticks(&self, message: MessageId) -> Result<Vec<Tick>, StoreError>;

    /// Opens a drill in which nobody takes part yet; nothing happens when there is one of this number.
    async fn open_drill(&self, drill: &KeptDrill, now: Timestamp) -> Result<(), StoreError>;
    /// Returns a drill.
    async fn drill(&self, number: MessageId) -> Result<Option<KeptDrill>, StoreError>;
    /// Replaces thread, state and next moment of a drill and adds the seats it has more; false, and nothing is
    /// changed, when it was changed since it was read or is not kept.
    async fn keep_drill(&self, drill: &KeptDrill) -> Result<bool, StoreError>;
    /// Returns the drills for which something is to be done at this moment.
    async fn due_drills(&self, now: Timestamp) -> Result<Vec<KeptDrill>, StoreError>;
    /// Returns when something is to be done for the next drill.
    async fn next_drill_at(&self) -> Result<Option<Timestamp>, StoreError>;

    /// Adds to the knowledge history.
    async fn record_event(&self, event: &KnowledgeEvent) -> Result<(), StoreError>;
    /// Returns the latest history of one guild and of the program itself, newest first.
    async fn events(&self, guild: GuildId, limit: u32) -> Result<Vec<KnowledgeEvent>, StoreError>;

    /// Returns what the program noted for itself under a key.
    async fn note(&self, key: &str) -> Result<Option<String>, StoreError>;
    /// Notes a value under a key, in place of an earlier one.
    async fn set_note(&self, key: &str, value: &str) -> Result<(), StoreError>;
    /// Returns true exactly once for each key, also over restarts; marks and notes share their keys.
    async fn mark_once(&self, key: &str) -> Result<bool, StoreError>;

    /// Takes a post for sending and returns when it was taken first: now, or earlier, also before a restart.
    async fn claim_post(&self, post: PostKey, now: Timestamp) -> Result<Timestamp, StoreError>;

    /// Returns what is kept of a user: in a guild only what is from there or from direct messages,
    /// in a direct message (`None`) everything.
    async fn kept_of(&self, user: UserId, guild: Option<GuildId>)
    -> Result<KeptOfUser, StoreError>;
    /// Deletes a user's votes and takes their id out of everything else, in all guilds.
    async fn forget(&self, user: UserId) -> Result<Forgotten, StoreError>;

    /// Deletes unanswered questions, votes, checklists and drills older than so many days, and claims of messages
    /// and posts older than [`CLAIM_DAYS`].
    async fn purge(&self, now: Timestamp, retention_days: u16) -> Result<Purged, StoreError>;
    /// Returns whether the store can be read and written now.
    async fn health(&self) -> Result<(), StoreError>;
}
