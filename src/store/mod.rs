//! What outlives a message: settings, answered messages, unanswered questions, feedback, checklists, profiles,
//! self-checks, watched topics, drills, history.
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
mod profile;
mod self_check;
mod settings;
mod sqlite;
mod unanswered;
mod watch;

use async_trait::async_trait;
use jiff::Timestamp;

use crate::question::Language;

pub use checklist::{Checklist, Tick};
pub use drill::KeptDrill;
pub use error::StoreError;
pub use event::{KnowledgeChange, KnowledgeEvent};
pub use feedback::{Feedback, FeedbackCounts};
pub use id::{ChannelId, GuildId, MessageId, RoleId, UserId};
pub use kept::{Forgotten, KeptOfUser, Purged};
pub use post::PostKey;
pub use profile::ProfileOwner;
pub use self_check::{FINISHED_SELF_CHECKS, KeptSelfCheck};
pub use settings::GuildSettings;
pub use sqlite::SqliteStore;
pub use unanswered::{Cause, Unanswered, UnansweredGroup, UnansweredQuestion};
pub use watch::{MOST_WATCHES, TopicState, Watch};

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

    /// Returns what a person said of their company in one place.
    async fn profile(&self, owner: ProfileOwner) -> Result<Option<String>, StoreError>;
    /// Replaces it if it is still as it was read, and returns whether it was: two changes at a time lose neither.
    /// `None` stands for no profile; it is kept until it is replaced or its owner is forgotten.
    async fn change_profile(
        &self,
        owner: ProfileOwner,
        before: Option<&str>,
        after: Option<&str>,
    ) -> Result<bool, StoreError>;
    /// Begins a self-check in place of one that is not finished, and returns its number.
    async fn open_self_check(
        &self,
        user: UserId,
        guild: Option<GuildId>,
        now: Timestamp,
    ) -> Result<u64, StoreError>;
    /// Returns the self-checks of a person in one place: the one that is not finished, then the latest first.
    async fn self_checks(
        &self,
        user: UserId,
        guild: Option<GuildId>,
    ) -> Result<Vec<KeptSelfCheck>, StoreError>;
    /// Keeps an answer in a self-check of this user that is not finished, in place of an earlier one, and returns
    /// the self-check; a finished one is returned as it is. `None` when there is no such self-check of theirs.
    async fn answer_self_check(
        &self,
        check: u64,
        user: UserId,
        answer: (u8, &str),
        now: Timestamp,
    ) -> Result<Option<KeptSelfCheck>, StoreError>;
    /// Finishes a self-check of this user and returns it; only the last [`FINISHED_SELF_CHECKS`] are kept.
    async fn finish_self_check(
        &self,
        check: u64,
        user: UserId,
        now: Timestamp,
    ) -> Result<Option<KeptSelfCheck>, StoreError>;
    /// Returns the answers of the latest finished self-check of each person of a guild, without the person.
    async fn latest_self_checks(
        &self,
        guild: GuildId,
    ) -> Result<Vec<Vec<(u8, String)>>, StoreError>;
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

    /// Returns the topics that a person watches, by their ids.
    async fn watches(&self, user: UserId) -> Result<Vec<Watch>, StoreError>;
    /// Notes which state of a topic a person has seen, and that they watch the topic from now on; returns false
    /// when they watch [`MOST_WATCHES`] others.
    async fn look(
        &self,
        user: UserId,
        topic: &str,
        language: Language,
        state: &TopicState,
        now: Timestamp,
    ) -> Result<bool, StoreError>;
    /// Returns what a topic held in a state that somebody knows, or knew until lately.
    async fn topic_state(&self, number: u64) -> Result<Option<String>, StoreError>;
    /// Lets a person have notes about a topic, or about all that they watch, from the month after this one on
    /// (202612), or none; returns how many topics that are.
    async fn set_monthly(
        &self,
        user: UserId,
        topic: Option<&str>,
        after: Option<u32>,
    ) -> Result<u64, StoreError>;
    /// Ends the watch of a topic.
    async fn unwatch(&self, user: UserId, topic: &str) -> Result<(), StoreError>;
    /// Returns what is watched with notes by people who had none for this month, of so many people at most, person
    /// by person.
    async fn without_note(&self, month: u32, people: u32) -> Result<Vec<Watch>, StoreError>;
    /// Notes which states of topics a person is about to be told.
    async fn begin_note(
        &self,
        user: UserId,
        told: &[(String, TopicState)],
        now: Timestamp,
    ) -> Result<(), StoreError>;
    /// Notes that they were told: they know these states now, and have had their note for the month.
    async fn note_sent(&self, user: UserId, month: u32, now: Timestamp) -> Result<(), StoreError>;
    /// Notes that a person needs no note for the month any more; what they know stays as it was.
    async fn end_note(&self, user: UserId, month: u32) -> Result<(), StoreError>;

    /// Takes a post for sending and returns when it was taken first: now, or earlier, also before a restart.
    async fn claim_post(&self, post: PostKey, now: Timestamp) -> Result<Timestamp, StoreError>;

    /// Returns what is kept of a user: in a guild only what is from there or from direct messages,
    /// in a direct message (`None`) everything.
    async fn kept_of(&self, user: UserId, guild: Option<GuildId>)
    -> Result<KeptOfUser, StoreError>;
    /// Deletes a user's votes, profiles and self-checks and the topics that they watch, and takes their id out of
    /// everything else, in all guilds.
    async fn forget(&self, user: UserId) -> Result<Forgotten, StoreError>;

    /// Deletes unanswered questions, votes, checklists, self-checks and drills older than so many days, and claims of messages
    /// and posts older than [`CLAIM_DAYS`].
    async fn purge(&self, now: Timestamp, retention_days: u16) -> Result<Purged, StoreError>;
    /// Returns whether the store can be read and written now.
    async fn health(&self) -> Result<(), StoreError>;
}
