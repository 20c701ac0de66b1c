//! Drills in the store: changes that overtake each other, what is due, and what stays over a restart.

use jiff::ToSpan;
use sonae::question::Language;
use sonae::store::{ChannelId, GuildId, KeptDrill, MessageId, SqliteStore, Store, UserId};

use super::{ANNA, BEN, HERE, Kept, now};

const NUMBER: MessageId = MessageId(u64::MAX);

fn drill(number: MessageId, guild: GuildId) -> KeptDrill {
    KeptDrill {
        number,
        guild,
        language: Language::En,
        thread: None,
        seats: Vec::new(),
        state: "{}".to_owned(),
        next_at: None,
        version: 0,
    }
}

async fn read(store: &SqliteStore, number: MessageId) -> KeptDrill {
    store.drill(number).await.unwrap().unwrap()
}

/// Opens a drill and seats a person.
pub async fn seated(store: &SqliteStore, number: u64, guild: GuildId, user: UserId) {
    let mut drill = drill(MessageId(number), guild);
    store.open_drill(&drill, now()).await.unwrap();
    drill.seats.push(Some(user));
    assert!(store.keep_drill(&drill).await.unwrap());
}

#[tokio::test]
async fn a_drill_is_kept_over_a_restart() {
    let kept = Kept::new().await;
    let mut drill = drill(NUMBER, HERE);
    kept.store.open_drill(&drill, now()).await.unwrap();
    kept.store.open_drill(&drill, now()).await.unwrap();
    assert_eq!(read(&kept.store, NUMBER).await, drill);
    drill.thread = Some(ChannelId(u64::MAX - 1));
    drill.seats = vec![Some(ANNA), Some(BEN)];
    drill.state = "{\"turns\":1}".to_owned();
    drill.next_at = Some(now());
    assert!(kept.store.keep_drill(&drill).await.unwrap());
    let kept = kept.restarted().await;
    drill.version = 1;
    assert_eq!(read(&kept.store, NUMBER).await, drill);
    assert_eq!(kept.store.drill(MessageId(1)).await.unwrap(), None);
}

#[tokio::test]
async fn a_change_that_was_overtaken_changes_nothing() {
    let kept = Kept::new().await;
    let store = &kept.store;
    store.open_drill(&drill(NUMBER, HERE), now()).await.unwrap();
    let mut slow = read(store, NUMBER).await;
    seated_beside(store, BEN).await;
    slow.seats.push(Some(ANNA));
    slow.state = "lost".to_owned();
    assert!(!store.keep_drill(&slow).await.unwrap());
    let found = read(store, NUMBER).await;
    assert_eq!((found.seats, found.state.as_str()), (vec![Some(BEN)], "{}"));
}

async fn seated_beside(store: &SqliteStore, user: UserId) {
    let mut drill = read(store, NUMBER).await;
    drill.seats.push(Some(user));
    assert!(store.keep_drill(&drill).await.unwrap());
}

#[tokio::test]
async fn a_person_who_was_forgotten_is_not_seated_anew_by_an_older_change() {
    let kept = Kept::new().await;
    let store = &kept.store;
    store.open_drill(&drill(NUMBER, HERE), now()).await.unwrap();
    seated_beside(store, ANNA).await;
    let older = read(store, NUMBER).await;
    store.forget(ANNA).await.unwrap();
    assert!(!store.keep_drill(&older).await.unwrap());
    assert_eq!(read(store, NUMBER).await.seats, [None]);
}

#[tokio::test]
async fn what_is_due_comes_by_its_time_and_the_next_moment_is_known() {
    let kept = Kept::new().await;
    let store = &kept.store;
    assert_eq!(store.next_drill_at().await.unwrap(), None);
    for (number, minutes) in [(1, 2), (2, 1), (3, 3)] {
        let mut drill = drill(MessageId(number), HERE);
        store.open_drill(&drill, now()).await.unwrap();
        drill.next_at = Some(now() + minutes.minutes());
        assert!(store.keep_drill(&drill).await.unwrap());
    }
    store
        .open_drill(&drill(MessageId(4), HERE), now())
        .await
        .unwrap();
    let next = store.next_drill_at().await.unwrap();
    assert_eq!(next, Some(now() + 1.minute()));
    assert_eq!(store.due_drills(now()).await.unwrap(), []);
    let due = store.due_drills(now() + 2.minutes()).await.unwrap();
    let numbers: Vec<u64> = due.iter().map(|drill| drill.number.0).collect();
    assert_eq!(numbers, [2, 1]);
}
