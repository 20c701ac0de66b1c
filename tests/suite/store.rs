//! The store: what it promises about each thing it keeps, and that guilds do not see each other.
//! `file` is about opening it, `people` about what names them and about time, `watch` about watched topics.

mod drills;
mod file;
mod people;
mod self_checks;
mod watch;

use std::collections::BTreeSet;
use std::fs;
use std::sync::Arc;
use std::time::Duration;

use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan};
use sonae::question::Language;
use sonae::store::{
    Cause, ChannelId, Feedback, FeedbackCounts, GuildId, GuildSettings, KnowledgeChange,
    KnowledgeEvent, MessageId, PostKey, RoleId, SqliteStore, Store, Tick, Unanswered, UserId,
};
use tempfile::TempDir;

const HERE: GuildId = GuildId(1 << 63);
const ELSEWHERE: GuildId = GuildId(2);
const ANNA: UserId = UserId(u64::MAX);
const BEN: UserId = UserId(11);
const MESSAGE: MessageId = MessageId(u64::MAX - 1);
const TODAY: Date = date(2026, 4, 1);

/// Noon in Japan.
fn now() -> Timestamp {
    "2026-04-01T12:00:00+09:00".parse().unwrap()
}

/// A store in a folder that goes with it.
struct Kept {
    store: SqliteStore,
    folder: TempDir,
}

impl Kept {
    async fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let store = open(&folder).await;
        Self { store, folder }
    }

    /// Closes the file and opens it again, as a restart does.
    async fn restarted(self) -> Self {
        self.store.close().await;
        let store = open(&self.folder).await;
        Self { store, ..self }
    }

    /// Whether a text stands in the database or in a file beside it.
    fn files_contain(&self, text: &str) -> bool {
        let folder = self.folder.path().join("state");
        fs::read_dir(folder).unwrap().any(|entry| {
            let bytes = fs::read(entry.unwrap().path()).unwrap();
            String::from_utf8_lossy(&bytes).contains(text)
        })
    }
}

async fn open(folder: &TempDir) -> SqliteStore {
    let file = folder.path().join("state").join("sonae.sqlite3");
    SqliteStore::open(&file, Duration::from_secs(2))
        .await
        .unwrap()
}

#[tokio::test]
async fn settings_of_a_guild_are_its_own_and_outlive_a_restart() {
    let kept = Kept::new().await;
    assert_eq!(
        kept.store.guild_settings(HERE).await.unwrap(),
        GuildSettings::default()
    );
    let mut settings = GuildSettings {
        ask_channels: BTreeSet::from([ChannelId(5), ChannelId(u64::MAX)]),
        helper_role: Some(RoleId(u64::MAX)),
        language: Some(Language::En),
        private_by_default: true,
    };
    kept.store
        .set_guild_settings(HERE, &settings)
        .await
        .unwrap();
    let kept = kept.restarted().await;
    assert_eq!(kept.store.guild_settings(HERE).await.unwrap(), settings);
    assert_eq!(
        kept.store.guild_settings(ELSEWHERE).await.unwrap(),
        GuildSettings::default()
    );
    settings.ask_channels.clear();
    settings.language = None;
    kept.store
        .set_guild_settings(HERE, &settings)
        .await
        .unwrap();
    assert_eq!(kept.store.guild_settings(HERE).await.unwrap(), settings);
}

#[tokio::test]
async fn a_message_is_claimed_once_also_after_a_restart() {
    let kept = Kept::new().await;
    assert!(kept.store.claim(MESSAGE, now()).await.unwrap());
    assert!(!kept.store.claim(MESSAGE, now()).await.unwrap());
    let kept = kept.restarted().await;
    assert!(!kept.store.claim(MESSAGE, now()).await.unwrap());
    assert!(kept.store.claim(MessageId(1), now()).await.unwrap());
}

#[tokio::test]
async fn a_post_keeps_the_moment_of_its_first_claim_also_after_a_restart() {
    let kept = Kept::new().await;
    let note = |turn| PostKey {
        round: "watch",
        subject: u64::MAX,
        turn,
    };
    let later = now() + 1.minute();
    let claim = async |store: &SqliteStore, turn, at| store.claim_post(note(turn), at).await;
    assert_eq!(claim(&kept.store, 1, now()).await.unwrap(), now());
    assert_eq!(claim(&kept.store, 1, later).await.unwrap(), now());
    let kept = kept.restarted().await;
    assert_eq!(claim(&kept.store, 1, later).await.unwrap(), now());
    assert_eq!(claim(&kept.store, 2, later).await.unwrap(), later);
    // A post to a person is forgotten with the person.
    kept.store.forget(ANNA).await.unwrap();
    assert_eq!(claim(&kept.store, 1, later).await.unwrap(), later);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_fifty_claims_at_once_one_wins() {
    let kept = Kept::new().await;
    let store: Arc<dyn Store> = Arc::new(kept.store);
    let claims: Vec<_> = (0..50)
        .map(|_| {
            let store = Arc::clone(&store);
            tokio::spawn(async move { store.claim(MESSAGE, now()).await.unwrap() })
        })
        .collect();
    let mut won = 0;
    for claim in claims {
        won += u32::from(claim.await.unwrap());
    }
    assert_eq!(won, 1);
}

#[tokio::test]
async fn own_threads_are_known_after_a_restart() {
    let kept = Kept::new().await;
    let thread = ChannelId(u64::MAX);
    kept.store
        .remember_thread(HERE, thread, now())
        .await
        .unwrap();
    kept.store
        .remember_thread(HERE, thread, now())
        .await
        .unwrap();
    let kept = kept.restarted().await;
    assert!(kept.store.is_own_thread(thread).await.unwrap());
    assert!(!kept.store.is_own_thread(ChannelId(1)).await.unwrap());
}

fn unanswered(question: &str, topic: Option<&str>, cause: Cause, day: Date) -> Unanswered {
    Unanswered {
        guild: Some(HERE),
        day,
        question: question.to_owned(),
        language: Language::Ja,
        cause,
        topic: topic.map(str::to_owned),
    }
}

#[tokio::test]
async fn unanswered_questions_are_grouped_by_topic_and_spelling() {
    let kept = Kept::new().await;
    let store = &kept.store;
    let yesterday = date(2026, 3, 31);
    for kept in [
        unanswered("クラウドは安全?", Some("cloud"), Cause::Abstained, TODAY),
        unanswered("ＭＦＡとは？", None, Cause::Abstained, TODAY),
        unanswered("MFA とは", None, Cause::ThumbsDown, yesterday),
        unanswered("BYODは?", None, Cause::ThumbsDown, yesterday),
        unanswered("?", None, Cause::Abstained, yesterday),
        unanswered("!", None, Cause::Abstained, yesterday),
        Unanswered {
            guild: Some(ELSEWHERE),
            ..unanswered("よその質問", None, Cause::Abstained, TODAY)
        },
        Unanswered {
            guild: None,
            ..unanswered("ひとりの質問", None, Cause::Abstained, TODAY)
        },
    ] {
        store.keep_unanswered(&kept).await.unwrap();
    }
    let groups = store.unanswered(Some(HERE)).await.unwrap();
    let seen: Vec<_> = groups
        .iter()
        .map(|group| {
            let questions: Vec<_> = group
                .questions
                .iter()
                .map(|one| (one.question.as_str(), one.count))
                .collect();
            (group.topic.as_deref(), group.count, questions)
        })
        .collect();
    assert_eq!(
        seen,
        [
            (
                None,
                5,
                vec![("ＭＦＡとは？", 2), ("!", 1), ("?", 1), ("BYODは?", 1)]
            ),
            (Some("cloud"), 1, vec![("クラウドは安全?", 1)]),
        ]
    );
    let first = &groups[0].questions[0];
    assert_eq!(
        first.causes,
        BTreeSet::from([Cause::Abstained, Cause::ThumbsDown])
    );
    assert_eq!(first.last_day, TODAY);
    assert_eq!(store.unanswered(None).await.unwrap()[0].count, 1);
    assert_eq!(store.unanswered(Some(GuildId(3))).await.unwrap(), []);
}

fn vote(guild: Option<GuildId>, user: UserId, message: u64, helpful: bool) -> Feedback {
    Feedback {
        guild,
        user,
        message: MessageId(message),
        helpful,
        comment: None,
        day: TODAY,
    }
}

#[tokio::test]
async fn a_second_vote_on_a_message_replaces_the_first() {
    let kept = Kept::new().await;
    let store = &kept.store;
    let first = vote(Some(HERE), ANNA, 1, true);
    let second = Feedback {
        comment: Some("[電話]が古い".to_owned()),
        ..vote(Some(HERE), ANNA, 1, false)
    };
    for feedback in [
        &first,
        &second,
        &vote(Some(HERE), BEN, 1, true),
        &vote(Some(ELSEWHERE), BEN, 2, true),
    ] {
        store.record_feedback(feedback).await.unwrap();
    }
    let expected = FeedbackCounts {
        helpful: 1,
        not_helpful: 1,
    };
    assert_eq!(store.feedback_counts(Some(HERE)).await.unwrap(), expected);
    let kept = store.kept_of(ANNA, Some(HERE)).await.unwrap();
    assert_eq!(kept.feedback, [second]);
}

#[tokio::test]
async fn a_step_is_ticked_for_all_and_unticked_by_anyone() {
    let kept = Kept::new().await;
    let store = &kept.store;
    assert_eq!(store.tick(MESSAGE, 1, ANNA, now()).await.unwrap(), None);
    store
        .open_checklist(MESSAGE, Some(HERE), "ransomware", now())
        .await
        .unwrap();
    store.tick(MESSAGE, 2, ANNA, now()).await.unwrap();
    // Opening again must not lose what is done.
    store
        .open_checklist(MESSAGE, Some(HERE), "fraud", now())
        .await
        .unwrap();
    let ticks = store.tick(MESSAGE, 0, BEN, now()).await.unwrap().unwrap();
    let tick = |step, user| Tick {
        step,
        user: Some(user),
        at: now(),
    };
    assert_eq!(ticks, [tick(0, BEN), tick(2, ANNA)]);
    let ticks = store.tick(MESSAGE, 2, BEN, now()).await.unwrap().unwrap();
    assert_eq!(ticks, [tick(0, BEN)]);
    let kept = kept.restarted().await;
    assert_eq!(kept.store.ticks(MESSAGE).await.unwrap(), ticks);
    let checklist = kept.store.checklist(MESSAGE).await.unwrap().unwrap();
    assert_eq!(checklist.playbook, "ransomware");
    assert_eq!(checklist.guild, Some(HERE));
    assert_eq!(kept.store.checklist(MessageId(1)).await.unwrap(), None);
}

fn event(guild: Option<GuildId>, minute: i64, what: KnowledgeChange) -> KnowledgeEvent {
    KnowledgeEvent {
        guild,
        user: guild.map(|_| ANNA),
        at: now() + minute.minutes(),
        what,
    }
}

#[tokio::test]
async fn the_history_is_newest_first_and_of_one_guild() {
    let kept = Kept::new().await;
    let store = &kept.store;
    let reindexed = KnowledgeChange::Reindexed {
        generation: 12,
        added: 1,
        changed: 2,
        removed: u32::MAX,
    };
    let failed = KnowledgeChange::Failed {
        reason: "files".to_owned(),
    };
    let rolled_back = KnowledgeChange::RolledBack { generation: 11 };
    let own = event(Some(HERE), 0, reindexed);
    let of_program = event(None, 1, failed.clone());
    let elsewhere = event(Some(ELSEWHERE), 2, failed);
    let last = event(Some(HERE), 3, rolled_back);
    for event in [&own, &of_program, &elsewhere, &last] {
        store.record_event(event).await.unwrap();
    }
    let history = store.events(HERE, 10).await.unwrap();
    assert_eq!(history, [last.clone(), of_program, own]);
    assert_eq!(store.events(HERE, 1).await.unwrap(), [last]);
}

#[tokio::test]
async fn notes_are_replaced_and_marks_are_set_once() {
    let kept = Kept::new().await;
    assert_eq!(kept.store.note("commands").await.unwrap(), None);
    kept.store.set_note("commands", "a").await.unwrap();
    kept.store.set_note("commands", "b").await.unwrap();
    assert!(kept.store.mark_once("told").await.unwrap());
    let kept = kept.restarted().await;
    let note = kept.store.note("commands").await.unwrap();
    assert_eq!(note.as_deref(), Some("b"));
    assert!(!kept.store.mark_once("told").await.unwrap());
}
