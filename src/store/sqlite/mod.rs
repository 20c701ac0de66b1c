//! The store in one SQLite file. `open` makes it, `failure` names what goes wrong, `column` reads values back;
//! the other files hold the SQL of one topic each (`claim` is the one to copy): functions over a pool.
//! Whoever writes uses the one writer; nobody else does.

mod checklist;
mod claim;
mod column;
mod drill;
mod event;
mod failure;
mod feedback;
mod kept;
mod note;
mod open;
mod post;
mod profile;
mod purge;
mod self_check;
mod settings;
mod thread;
mod unanswered;
mod watch;

use std::path::PathBuf;

use async_trait::async_trait;
use jiff::Timestamp;
use sqlx::sqlite::SqlitePool;

use super::{
    ChannelId, Checklist, Feedback, FeedbackCounts, Forgotten, GuildId, GuildSettings, KeptDrill,
    KeptOfUser, KeptSelfCheck, KnowledgeEvent, MessageId, PostKey, ProfileOwner, Purged, Store,
    StoreError, Tick, TopicState, Unanswered, UnansweredGroup, UserId, Watch,
};
use crate::question::Language;

/// SQLite's word for a transaction that takes the lock at its start: one that begins by reading and is
/// overtaken by another program's write would fail without waiting.
const BEGIN: &str = "BEGIN IMMEDIATE";

/// The state of the program in one SQLite file.
#[derive(Debug)]
pub struct SqliteStore {
    file: PathBuf,
    writer: SqlitePool,
    reader: SqlitePool,
}

impl SqliteStore {
    fn told<T>(
        &self,
        doing: &'static str,
        result: Result<T, sqlx::Error>,
    ) -> Result<T, StoreError> {
        failure::told(&self.file, doing, result)
    }

    /// Empties the log beside the file, where deleted text stands until it is overwritten. When a reader is in
    /// the way, SQLite does it later.
    async fn empty_log(&self) {
        let _ = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)")
            .execute(&self.writer)
            .await;
    }

    /// Waits for what is being written and closes the file; later calls fail.
    pub async fn close(&self) {
        self.reader.close().await;
        self.writer.close().await;
    }
}

#[async_trait]
impl Store for SqliteStore {
    async fn guild_settings(&self, guild: GuildId) -> Result<GuildSettings, StoreError> {
        let found = settings::of(&self.reader, guild).await;
        self.told("reading settings", found)
    }

    async fn set_guild_settings(
        &self,
        guild: GuildId,
        settings: &GuildSettings,
    ) -> Result<(), StoreError> {
        let written = settings::set(&self.writer, guild, settings).await;
        self.told("writing settings", written)
    }

    async fn claim(&self, message: MessageId, now: Timestamp) -> Result<bool, StoreError> {
        let claimed = claim::claim(&self.writer, message, now).await;
        self.told("claiming a message", claimed)
    }

    async fn remember_thread(
        &self,
        guild: GuildId,
        thread: ChannelId,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let remembered = thread::remember(&self.writer, guild, thread, now).await;
        self.told("remembering a thread", remembered)
    }

    async fn is_own_thread(&self, thread: ChannelId) -> Result<bool, StoreError> {
        let found = thread::is_own(&self.reader, thread).await;
        self.told("looking for a thread", found)
    }

    async fn keep_unanswered(&self, unanswered: &Unanswered) -> Result<(), StoreError> {
        let kept = unanswered::keep(&self.writer, unanswered).await;
        self.told("keeping a question", kept)
    }

    async fn unanswered(&self, guild: Option<GuildId>) -> Result<Vec<UnansweredGroup>, StoreError> {
        let found = unanswered::groups(&self.reader, guild).await;
        self.told("reading questions", found)
    }

    async fn record_feedback(&self, feedback: &Feedback) -> Result<(), StoreError> {
        let recorded = feedback::record(&self.writer, feedback).await;
        self.told("recording feedback", recorded)
    }

    async fn feedback_counts(&self, guild: Option<GuildId>) -> Result<FeedbackCounts, StoreError> {
        let counted = feedback::counts(&self.reader, guild).await;
        self.told("counting feedback", counted)
    }

    async fn open_checklist(
        &self,
        message: MessageId,
        guild: Option<GuildId>,
        playbook: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let opened = checklist::open(&self.writer, message, guild, playbook, now).await;
        self.told("opening a checklist", opened)
    }

    async fn checklist(&self, message: MessageId) -> Result<Option<Checklist>, StoreError> {
        let found = checklist::of(&self.reader, message).await;
        self.told("reading a checklist", found)
    }

    async fn tick(
        &self,
        message: MessageId,
        step: u32,
        user: UserId,
        now: Timestamp,
    ) -> Result<Option<Vec<Tick>>, StoreError> {
        let ticked = checklist::tick(&self.writer, message, step, user, now).await;
        self.told("ticking a step", ticked)
    }

    async fn ticks(&self, message: MessageId) -> Result<Vec<Tick>, StoreError> {
        let found = checklist::ticks(&self.reader, message).await;
        self.told("reading ticks", found)
    }

    async fn profile(&self, owner: ProfileOwner) -> Result<Option<String>, StoreError> {
        let found = profile::of(&self.reader, owner).await;
        self.told("reading a profile", found)
    }

    async fn change_profile(
        &self,
        owner: ProfileOwner,
        before: Option<&str>,
        after: Option<&str>,
    ) -> Result<bool, StoreError> {
        let changed = profile::change(&self.writer, owner, before, after).await;
        if after.is_none() && changed.is_ok() {
            self.empty_log().await;
        }
        self.told("writing a profile", changed)
    }

    async fn open_self_check(
        &self,
        user: UserId,
        guild: Option<GuildId>,
        now: Timestamp,
    ) -> Result<u64, StoreError> {
        let opened = self_check::open(&self.writer, user, guild, now).await;
        self.told("opening a self-check", opened)
    }

    async fn self_checks(
        &self,
        user: UserId,
        guild: Option<GuildId>,
    ) -> Result<Vec<KeptSelfCheck>, StoreError> {
        let found = self_check::of(&self.reader, user, guild).await;
        self.told("reading self-checks", found)
    }

    async fn answer_self_check(
        &self,
        check: u64,
        user: UserId,
        answer: (u8, &str),
        now: Timestamp,
    ) -> Result<Option<KeptSelfCheck>, StoreError> {
        let kept = self_check::answer(&self.writer, check, user, answer, now).await;
        self.told("keeping an answer", kept)
    }

    async fn finish_self_check(
        &self,
        check: u64,
        user: UserId,
        now: Timestamp,
    ) -> Result<Option<KeptSelfCheck>, StoreError> {
        let finished = self_check::finish(&self.writer, check, user, now).await;
        self.told("finishing a self-check", finished)
    }

    async fn latest_self_checks(
        &self,
        guild: GuildId,
    ) -> Result<Vec<Vec<(u8, String)>>, StoreError> {
        let found = self_check::latest_in(&self.reader, guild).await;
        self.told("reading self-checks", found)
    }

    async fn open_drill(&self, drill: &KeptDrill, now: Timestamp) -> Result<(), StoreError> {
        let opened = drill::open(&self.writer, drill, now).await;
        self.told("opening a drill", opened)
    }

    async fn drill(&self, number: MessageId) -> Result<Option<KeptDrill>, StoreError> {
        let found = drill::of(&self.reader, number).await;
        self.told("reading a drill", found)
    }

    async fn keep_drill(&self, drill: &KeptDrill) -> Result<bool, StoreError> {
        let kept = drill::keep(&self.writer, drill).await;
        self.told("keeping a drill", kept)
    }

    async fn due_drills(&self, now: Timestamp) -> Result<Vec<KeptDrill>, StoreError> {
        let found = drill::due(&self.reader, now).await;
        self.told("reading drills", found)
    }

    async fn next_drill_at(&self) -> Result<Option<Timestamp>, StoreError> {
        let found = drill::next_at(&self.reader).await;
        self.told("reading when a drill goes on", found)
    }

    async fn record_event(&self, event: &KnowledgeEvent) -> Result<(), StoreError> {
        let recorded = event::record(&self.writer, event).await;
        self.told("recording an event", recorded)
    }

    async fn events(&self, guild: GuildId, limit: u32) -> Result<Vec<KnowledgeEvent>, StoreError> {
        let found = event::latest(&self.reader, guild, limit).await;
        self.told("reading events", found)
    }

    async fn note(&self, key: &str) -> Result<Option<String>, StoreError> {
        let found = note::of(&self.reader, key).await;
        self.told("reading a note", found)
    }

    async fn set_note(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let written = note::set(&self.writer, key, value).await;
        self.told("writing a note", written)
    }

    async fn mark_once(&self, key: &str) -> Result<bool, StoreError> {
        let marked = note::mark_once(&self.writer, key).await;
        self.told("setting a mark", marked)
    }

    async fn watches(&self, user: UserId) -> Result<Vec<Watch>, StoreError> {
        let found = watch::of(&self.reader, user).await;
        self.told("reading watches", found)
    }

    async fn look(
        &self,
        user: UserId,
        topic: &str,
        language: Language,
        state: &TopicState,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let looked = watch::look(&self.writer, user, topic, language, state, now).await;
        self.told("keeping a watch", looked)
    }

    async fn topic_state(&self, number: u64) -> Result<Option<String>, StoreError> {
        let found = watch::state(&self.reader, number).await;
        self.told("reading a topic's state", found)
    }

    async fn set_monthly(
        &self,
        user: UserId,
        topic: Option<&str>,
        after: Option<u32>,
    ) -> Result<u64, StoreError> {
        let set = watch::set_monthly(&self.writer, user, topic, after).await;
        self.told("changing a watch", set)
    }

    async fn unwatch(&self, user: UserId, topic: &str) -> Result<(), StoreError> {
        let ended = watch::unwatch(&self.writer, user, topic).await;
        self.told("ending a watch", ended)
    }

    async fn without_note(&self, month: u32, people: u32) -> Result<Vec<Watch>, StoreError> {
        let found = watch::without_note(&self.reader, month, people).await;
        self.told("reading watches", found)
    }

    async fn begin_note(
        &self,
        user: UserId,
        told: &[(String, TopicState)],
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let begun = watch::begin_note(&self.writer, user, told, now).await;
        self.told("beginning a note", begun)
    }

    async fn note_sent(&self, user: UserId, month: u32, now: Timestamp) -> Result<(), StoreError> {
        let ended = watch::note_sent(&self.writer, user, month, now).await;
        self.told("ending a note", ended)
    }

    async fn end_note(&self, user: UserId, month: u32) -> Result<(), StoreError> {
        let ended = watch::end_note(&self.writer, user, month).await;
        self.told("ending a note", ended)
    }

    async fn claim_post(&self, post: PostKey, now: Timestamp) -> Result<Timestamp, StoreError> {
        let claimed = post::claim(&self.writer, post, now).await;
        self.told("claiming a post", claimed)
    }

    async fn kept_of(
        &self,
        user: UserId,
        guild: Option<GuildId>,
    ) -> Result<KeptOfUser, StoreError> {
        let found = kept::of(&self.reader, user, guild).await;
        self.told("reading what is kept of a user", found)
    }

    async fn forget(&self, user: UserId) -> Result<Forgotten, StoreError> {
        let forgotten = kept::forget(&self.writer, user).await;
        if forgotten.is_ok() {
            self.empty_log().await;
        }
        self.told("forgetting a user", forgotten)
    }

    async fn purge(&self, now: Timestamp, retention_days: u16) -> Result<Purged, StoreError> {
        let purged = purge::purge(&self.writer, now, retention_days).await;
        if purged.is_ok() {
            self.empty_log().await;
        }
        self.told("deleting what is old", purged)
    }

    async fn health(&self) -> Result<(), StoreError> {
        let seen = note::health(&self.reader, &self.writer).await;
        self.told("checking the health", seen)
    }
}
