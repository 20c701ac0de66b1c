//! What names people, its end on their wish, and the end of everything after its time.

use jiff::ToSpan;
use sonae::store::{
    Cause, Feedback, Forgotten, GuildId, KeptOfUser, KnowledgeChange, MessageId, ProfileOwner,
    Purged, SqliteStore, Store,
};

use super::drills::seated;
use super::self_checks::finished;
use super::{ANNA, BEN, ELSEWHERE, HERE, Kept, MESSAGE, TODAY, event, now, unanswered, vote};

/// A vote, a tick and an event of Anna in two guilds, and a vote in a direct message.
async fn traces(store: &SqliteStore) {
    for (number, guild) in [(1, Some(HERE)), (2, Some(ELSEWHERE)), (3, None)] {
        let feedback = vote(guild, ANNA, number, false);
        store.record_feedback(&feedback).await.unwrap();
        let message = MessageId(number);
        store
            .open_checklist(message, guild, "fraud", now())
            .await
            .unwrap();
        store.tick(message, 1, ANNA, now()).await.unwrap();
        let company = format!("{{\"people\":{number}}}");
        let owner = ProfileOwner { user: ANNA, guild };
        assert!(
            store
                .change_profile(owner, None, Some(&company))
                .await
                .unwrap()
        );
        finished(store, ANNA, guild, "done", 0).await;
        if let Some(guild) = guild {
            seated(store, number, guild, ANNA).await;
        }
        if guild.is_some() {
            let what = KnowledgeChange::RolledBack { generation: 1 };
            store.record_event(&event(guild, 0, what)).await.unwrap();
        }
    }
    store
        .record_feedback(&vote(Some(HERE), BEN, 1, true))
        .await
        .unwrap();
}

#[tokio::test]
async fn a_guild_shows_a_person_what_is_from_there_or_from_direct_messages() {
    let kept = Kept::new().await;
    let store = &kept.store;
    traces(store).await;
    let check = async |guild, feedback: usize, ticks, events, drills| {
        let kept = store.kept_of(ANNA, guild).await.unwrap();
        assert_eq!(kept.profiles.len() as u64, ticks, "{guild:?}");
        assert_eq!(kept.self_checks, ticks, "{guild:?}");
        let seen = (kept.feedback.len(), kept.ticks, kept.events, kept.drills);
        assert_eq!(seen, (feedback, ticks, events, drills), "{guild:?}");
        assert!(
            guild != Some(HERE) || kept.feedback.iter().all(|one| one.guild != Some(ELSEWHERE))
        );
    };
    check(Some(HERE), 2, 2, 1, 1).await;
    check(Some(GuildId(3)), 1, 1, 0, 0).await;
    check(None, 3, 3, 2, 2).await;
}

#[tokio::test]
async fn a_forgotten_person_is_named_nowhere_and_what_others_see_stays() {
    let kept = Kept::new().await;
    let store = &kept.store;
    traces(store).await;
    let forgotten = Forgotten {
        feedback: 3,
        profiles: 3,
        self_checks: 3,
        ticks: 3,
        events: 2,
        drills: 2,
        ..Forgotten::default()
    };
    assert_eq!(store.forget(ANNA).await.unwrap(), forgotten);
    assert_eq!(store.forget(ANNA).await.unwrap(), Forgotten::default());
    let nothing = KeptOfUser::default();
    assert_eq!(store.kept_of(ANNA, None).await.unwrap(), nothing);
    let ticks = store.ticks(MessageId(1)).await.unwrap();
    assert_eq!((ticks[0].step, ticks[0].user), (1, None));
    assert_eq!(store.events(HERE, 5).await.unwrap()[0].user, None);
    let drill = store.drill(MessageId(1)).await.unwrap().unwrap();
    assert_eq!(drill.seats, [None]);
    let of_ben = store.kept_of(BEN, None).await.unwrap();
    assert_eq!(of_ben.feedback.len(), 1);
}

#[tokio::test]
async fn a_profile_stands_in_one_place_and_two_changes_lose_neither() {
    let kept = Kept::new().await;
    let store = &kept.store;
    let here = ProfileOwner {
        user: ANNA,
        guild: Some(HERE),
    };
    let direct = ProfileOwner {
        guild: None,
        ..here
    };
    for (owner, company) in [(here, "a"), (direct, "b")] {
        assert!(
            store
                .change_profile(owner, None, Some(company))
                .await
                .unwrap()
        );
    }
    let read = async |owner| store.profile(owner).await.unwrap();
    assert_eq!(read(here).await.as_deref(), Some("a"));
    assert_eq!(read(direct).await.as_deref(), Some("b"));
    let change = async |before, after| store.change_profile(here, before, after).await.unwrap();
    assert!(change(Some("a"), Some("c")).await);
    assert!(!change(Some("a"), Some("d")).await);
    assert!(!change(None, Some("d")).await);
    assert_eq!(read(here).await.as_deref(), Some("c"));
    assert!(change(Some("c"), None).await);
    assert_eq!(read(here).await, None);
    assert_eq!(read(direct).await.as_deref(), Some("b"));
    let of_ben = ProfileOwner {
        user: BEN,
        ..direct
    };
    assert_eq!(read(of_ben).await, None);
}

#[tokio::test]
async fn what_was_deleted_is_no_longer_in_the_files() {
    let kept = Kept::new().await;
    let comment = "忘れてほしいこと";
    let feedback = Feedback {
        comment: Some(comment.to_owned()),
        ..vote(Some(HERE), ANNA, 1, false)
    };
    kept.store.record_feedback(&feedback).await.unwrap();
    assert!(kept.files_contain(comment));
    kept.store.forget(ANNA).await.unwrap();
    assert!(!kept.files_contain(comment));
    let owner = ProfileOwner {
        user: ANNA,
        guild: None,
    };
    let store = &kept.store;
    store
        .change_profile(owner, None, Some(comment))
        .await
        .unwrap();
    assert!(kept.files_contain(comment));
    store
        .change_profile(owner, Some(comment), None)
        .await
        .unwrap();
    assert!(!kept.files_contain(comment));
    let asked = unanswered(comment, None, Cause::Abstained, TODAY);
    kept.store.keep_unanswered(&asked).await.unwrap();
    let later = now() + (91 * 24).hours();
    kept.store.purge(later, 90).await.unwrap();
    assert!(!kept.files_contain(comment));
}

#[tokio::test]
async fn what_is_older_than_the_retention_is_deleted() {
    let kept = Kept::new().await;
    let store = &kept.store;
    traces(store).await;
    let asked = unanswered("古い?", None, Cause::Abstained, TODAY);
    store.keep_unanswered(&asked).await.unwrap();
    store.claim(MESSAGE, now()).await.unwrap();
    let nothing = Purged::default();
    let after = |hours: i64| now() + hours.hours();
    assert_eq!(store.purge(after(7 * 24), 90).await.unwrap(), nothing);
    let claims = Purged {
        claims: 1,
        ..nothing
    };
    assert_eq!(store.purge(after(7 * 24 + 1), 90).await.unwrap(), claims);
    assert_eq!(store.purge(after(89 * 24), 90).await.unwrap(), nothing);
    let all = Purged {
        unanswered: 1,
        feedback: 4,
        checklists: 3,
        self_checks: 3,
        drills: 2,
        claims: 0,
    };
    assert_eq!(store.purge(after(90 * 24 + 1), 90).await.unwrap(), all);
    assert_eq!(store.ticks(MessageId(1)).await.unwrap(), []);
    assert_eq!(store.drill(MessageId(1)).await.unwrap(), None);
    assert!(store.claim(MESSAGE, now()).await.unwrap());
}
