//! Watched topics: who knows what, who is still to be told, and that nothing is kept longer than it is needed.

use jiff::{Timestamp, ToSpan};
use sonae::question::Language;
use sonae::store::{MOST_WATCHES, SqliteStore, Store, TopicState, UserId};

use super::{ANNA, BEN, Kept, now};

const NOVEMBER: u32 = 202_611;
const DECEMBER: u32 = 202_612;

fn state(number: u64) -> TopicState {
    TopicState {
        number,
        text: format!("state {number}"),
    }
}

async fn look(store: &SqliteStore, user: UserId, topic: &str, number: u64, at: Timestamp) -> bool {
    let state = state(number);
    let looked = store.look(user, topic, Language::Ja, &state, at);
    looked.await.unwrap()
}

/// Topic, state and monthly of what a person watches.
async fn watched(store: &SqliteStore, user: UserId) -> Vec<(String, u64, bool)> {
    let watches = store.watches(user).await.unwrap().into_iter();
    watches
        .map(|watch| (watch.topic, watch.state, watch.is_monthly))
        .collect()
}

fn watch(topic: &str, state: u64, is_monthly: bool) -> (String, u64, bool) {
    (topic.to_owned(), state, is_monthly)
}

#[tokio::test]
async fn what_a_person_knows_of_a_topic_outlives_a_restart_and_moves_on_when_they_look() {
    let kept = Kept::new().await;
    assert!(look(&kept.store, ANNA, "backup", u64::MAX, now()).await);
    let kept = kept.restarted().await;
    let store = &kept.store;
    let watches = store.watches(ANNA).await.unwrap();
    assert_eq!(watches[0].state, u64::MAX);
    assert_eq!((watches[0].since, watches[0].is_monthly), (now(), false));
    let text = store.topic_state(u64::MAX).await.unwrap();
    assert_eq!(text, Some(state(u64::MAX).text));
    store
        .set_monthly(ANNA, Some("backup"), Some(NOVEMBER))
        .await
        .unwrap();
    assert!(look(store, ANNA, "backup", 2, now() + 1.hour()).await);
    assert_eq!(watched(store, ANNA).await, [watch("backup", 2, true)]);
    assert_eq!(watched(store, BEN).await, []);
}

#[tokio::test]
async fn nobody_watches_more_topics_than_there_may_be_and_each_can_be_looked_at_again() {
    let kept = Kept::new().await;
    let store = &kept.store;
    for number in 0..MOST_WATCHES {
        assert!(look(store, ANNA, &format!("topic-{number}"), 1, now()).await);
    }
    assert!(!look(store, ANNA, "one-more", 1, now()).await);
    assert!(look(store, ANNA, "topic-0", 2, now()).await);
    assert!(look(store, BEN, "one-more", 1, now()).await);
    store.unwatch(ANNA, "topic-0").await.unwrap();
    assert!(look(store, ANNA, "one-more", 1, now()).await);
}

#[tokio::test]
async fn a_note_is_due_from_the_month_after_it_was_asked_for_until_it_was_sent() {
    let kept = Kept::new().await;
    let store = &kept.store;
    for (user, topic) in [(ANNA, "backup"), (ANNA, "mail"), (BEN, "mail")] {
        look(store, user, topic, 1, now()).await;
        store
            .set_monthly(user, Some(topic), Some(NOVEMBER))
            .await
            .unwrap();
    }
    look(store, ANNA, "quiet", 1, now()).await;
    assert_eq!(store.without_note(NOVEMBER, 9).await.unwrap(), []);
    let due = store.without_note(DECEMBER, 9).await.unwrap();
    assert_eq!(due.len(), 3);
    // Whole people, not rows.
    let one = store.without_note(DECEMBER, 1).await.unwrap();
    assert!(one.iter().all(|watch| watch.user == one[0].user));
    let told = [("mail".to_owned(), state(5))];
    store.begin_note(ANNA, &told, now()).await.unwrap();
    let kept = kept.restarted().await;
    let store = &kept.store;
    // Begun is not sent.
    assert_eq!(store.without_note(DECEMBER, 9).await.unwrap().len(), 3);
    store.begin_note(ANNA, &told, now()).await.unwrap();
    store.note_sent(ANNA, DECEMBER, now()).await.unwrap();
    let known = [
        watch("backup", 1, true),
        watch("mail", 5, true),
        watch("quiet", 1, false),
    ];
    assert_eq!(watched(store, ANNA).await, known);
    store.end_note(BEN, DECEMBER).await.unwrap();
    assert_eq!(watched(store, BEN).await, [watch("mail", 1, true)]);
    assert_eq!(store.without_note(DECEMBER, 9).await.unwrap(), []);
    assert_eq!(store.without_note(DECEMBER + 89, 9).await.unwrap().len(), 3);
    assert_eq!(store.set_monthly(ANNA, None, None).await.unwrap(), 3);
    assert_eq!(store.without_note(DECEMBER + 89, 9).await.unwrap().len(), 1);
}

#[tokio::test]
async fn who_looks_while_a_note_is_on_its_way_knows_what_they_saw() {
    let kept = Kept::new().await;
    let store = &kept.store;
    look(store, ANNA, "mail", 1, now()).await;
    let told = [("mail".to_owned(), state(2))];
    store.begin_note(ANNA, &told, now()).await.unwrap();
    look(store, ANNA, "mail", 3, now()).await;
    store.note_sent(ANNA, DECEMBER, now()).await.unwrap();
    assert_eq!(watched(store, ANNA).await, [watch("mail", 3, false)]);
}

#[tokio::test]
async fn a_state_is_kept_as_long_as_somebody_knows_it_and_a_while_after() {
    let kept = Kept::new().await;
    let store = &kept.store;
    look(store, ANNA, "mail", 1, now()).await;
    let later = now() + (100 * 24).hours();
    look(store, ANNA, "mail", 2, later).await;
    let is_kept = async |number| store.topic_state(number).await.unwrap().is_some();
    store.purge(later + (89 * 24).hours(), 90).await.unwrap();
    assert!(is_kept(1).await, "its pages are still read");
    store.purge(later + (91 * 24).hours(), 90).await.unwrap();
    assert!(!is_kept(1).await);
    assert!(is_kept(2).await);
}

#[tokio::test]
async fn a_forgotten_person_watches_nothing() {
    let kept = Kept::new().await;
    let store = &kept.store;
    look(store, ANNA, "mail", 1, now()).await;
    look(store, BEN, "mail", 1, now()).await;
    assert_eq!(store.kept_of(ANNA, None).await.unwrap().watches, 1);
    assert_eq!(store.forget(ANNA).await.unwrap().watches, 1);
    assert_eq!(store.kept_of(ANNA, None).await.unwrap().watches, 0);
    assert_eq!(watched(store, BEN).await.len(), 1);
}
