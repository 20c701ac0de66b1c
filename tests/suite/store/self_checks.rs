//! Self-checks: answers stay, one is open at a time, the last five stay, and each belongs to a person and a place.

use jiff::ToSpan;
use sonae::store::{FINISHED_SELF_CHECKS, GuildId, SqliteStore, Store, UserId};

use super::{ANNA, BEN, ELSEWHERE, HERE, Kept, now};

/// Finishes a self-check with one answer and returns its number.
pub async fn finished(
    store: &SqliteStore,
    user: UserId,
    guild: Option<GuildId>,
    answer: &str,
    hours: i64,
) -> u64 {
    let at = now() + hours.hours();
    let check = store.open_self_check(user, guild, at).await.unwrap();
    let answered = store.answer_self_check(check, user, (1, answer), at).await;
    assert!(answered.unwrap().is_some());
    let finished = store.finish_self_check(check, user, at).await.unwrap();
    assert_eq!(finished.unwrap().finished_at, Some(at));
    check
}

#[tokio::test]
async fn answers_stay_over_a_restart_and_can_be_changed_until_the_end() {
    let kept = Kept::new().await;
    let check = kept.store.open_self_check(ANNA, Some(HERE), now());
    let check = check.await.unwrap();
    for answer in ["partly", "done"] {
        let answered = kept
            .store
            .answer_self_check(check, ANNA, (7, answer), now());
        let answered = answered.await.unwrap().unwrap();
        assert_eq!(answered.answers, [(7, answer.to_owned())]);
    }
    let kept = kept.restarted().await;
    let store = &kept.store;
    let found = store.self_checks(ANNA, Some(HERE)).await.unwrap();
    assert_eq!(found[0].answers, [(7, "done".to_owned())]);
    assert_eq!((found[0].id, found[0].finished_at), (check, None));
    store.finish_self_check(check, ANNA, now()).await.unwrap();
    let late = store
        .answer_self_check(check, ANNA, (7, "unknown"), now())
        .await;
    let late = late.unwrap().unwrap();
    assert_eq!(late.answers, [(7, "done".to_owned())], "it is finished");
    assert_eq!(late.finished_at, Some(now()));
}

#[tokio::test]
async fn a_self_check_belongs_to_one_person_in_one_place() {
    let kept = Kept::new().await;
    let store = &kept.store;
    let check = store
        .open_self_check(ANNA, Some(HERE), now())
        .await
        .unwrap();
    let of_ben = store
        .answer_self_check(check, BEN, (1, "done"), now())
        .await;
    assert_eq!(of_ben.unwrap(), None);
    assert_eq!(
        store.finish_self_check(check, BEN, now()).await.unwrap(),
        None
    );
    for (user, guild) in [(ANNA, Some(ELSEWHERE)), (ANNA, None), (BEN, Some(HERE))] {
        assert_eq!(store.self_checks(user, guild).await.unwrap(), []);
    }
    let own = store.self_checks(ANNA, Some(HERE)).await.unwrap();
    assert_eq!((own.len(), own[0].answers.len()), (1, 0));
}

#[tokio::test]
async fn one_is_open_at_a_time_and_the_last_five_stay() {
    let kept = Kept::new().await;
    let store = &kept.store;
    let mut last = 0;
    for hours in 0..7 {
        last = finished(store, ANNA, None, "done", hours).await;
    }
    let elsewhere = finished(store, ANNA, Some(HERE), "done", 0).await;
    let first = store.open_self_check(ANNA, None, now()).await.unwrap();
    let second = store.open_self_check(ANNA, None, now()).await.unwrap();
    assert_ne!(first, second);
    let found = store.self_checks(ANNA, None).await.unwrap();
    assert_eq!(found.len(), 1 + FINISHED_SELF_CHECKS as usize);
    assert_eq!(
        (found[0].id, found[1].id),
        (second, last),
        "the open one stands first"
    );
    let moments: Vec<_> = found.iter().skip(1).map(|one| one.finished_at).collect();
    assert!(moments.is_sorted_by(|a, b| a > b), "{moments:?}");
    let found = store.self_checks(ANNA, Some(HERE)).await.unwrap();
    assert_eq!(found[0].id, elsewhere);
}

#[tokio::test]
async fn a_guild_counts_each_person_once_with_their_latest() {
    let kept = Kept::new().await;
    let store = &kept.store;
    finished(store, ANNA, Some(HERE), "unknown", 0).await;
    finished(store, ANNA, Some(HERE), "done", 1).await;
    finished(store, BEN, Some(HERE), "partly", 0).await;
    finished(store, BEN, Some(ELSEWHERE), "not-done", 2).await;
    finished(store, BEN, None, "not-done", 3).await;
    store
        .open_self_check(UserId(3), Some(HERE), now())
        .await
        .unwrap();
    let mut latest = store.latest_self_checks(HERE).await.unwrap();
    latest.sort();
    let expected = ["done", "partly"].map(|answer| vec![(1, answer.to_owned())]);
    assert_eq!(latest, expected);
}

#[tokio::test]
async fn whoever_goes_on_keeps_an_open_self_check() {
    let kept = Kept::new().await;
    let store = &kept.store;
    let check = store.open_self_check(ANNA, None, now()).await.unwrap();
    let later = now() + (60 * 24).hours();
    store
        .answer_self_check(check, ANNA, (1, "done"), later)
        .await
        .unwrap();
    let purged = store.purge(now() + (91 * 24).hours(), 90).await.unwrap();
    assert_eq!(purged.self_checks, 0);
    let purged = store.purge(now() + (151 * 24).hours(), 90).await.unwrap();
    assert_eq!(purged.self_checks, 1);
    assert_eq!(store.self_checks(ANNA, None).await.unwrap(), []);
}
