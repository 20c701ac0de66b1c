//! `/watch`: what changed since somebody looked last, and the monthly note, which comes once and only when there is
//! something to tell.

use serde_json::{Value, json};

use crate::fake::{Actor, BotProcess, Id, RestFailure, World, seen, world};
use crate::guide;
use crate::house::{House, titled, undated, used};
use crate::scene::LONG;
use crate::store::changed;

const TOPIC: &str = "mobile";
const FILE: &str = "data/sonae.sqlite3";
/// Notes at any time of any day, and the clock looked at every second.
const ALWAYS: &str = "[discord]\nround_seconds = 1\nmonthly_note = \"1 00:00-24:00\"\n";

/// A program that answers from a version with a guide of two sections under the topic.
async fn with_guide() -> (House, BotProcess) {
    let house = House::with_knowledge(World::standard(), ALWAYS).await;
    guide::write(&house, &[guide::CLOSING, guide::LENDING]);
    guide::build(&house).await;
    let bot = house.open().await;
    (house, bot)
}

/// Changes one section, takes one away and adds one, and publishes that.
async fn publish_changes(house: &House) {
    let body = guide::LENDING.body.replace("台帳", "貸出台帳");
    let lending = guide::Section {
        body: &body,
        ..guide::LENDING
    };
    guide::write(house, &[lending, guide::REPAIR]);
    let admin = house.fake.person(world::ADMIN);
    let run = admin.slash("kb reindex", json!({})).unwrap();
    titled(&run, &["新しい版を公開しました"]).await;
}

async fn look(person: &Actor) -> String {
    used(person, "watch", json!({"topic": TOPIC})).await
}

/// Wants the monthly note about the topic.
async fn want_notes(person: &Actor) {
    let looked = person.slash("watch", json!({"topic": TOPIC})).unwrap();
    looked.settled().await;
    let pressed = person.press(looked.message_id(), "毎月知らせる").unwrap();
    let said = undated(&seen(&pressed.settled().await));
    assert!(said.contains("毎月お知らせします"), "{said}");
}

/// Lets a month pass for somebody while the program does not run.
async fn a_month_later(house: &House, person: Id) {
    let asked_last_month = format!("UPDATE watches SET noted = noted - 1 WHERE user = {person}");
    assert_eq!(changed(&house.path(FILE), &asked_last_month).await, 1);
}

fn is_note(message: &Value) -> bool {
    message["embeds"][0]["title"] == "見ている話題に、変わったところがあります"
}

fn notes(house: &House, person: Id) -> Vec<Value> {
    let mut messages = house.fake.messages_in(house.fake.dm(person));
    messages.retain(is_note);
    messages
}

/// Requests that posted a note to somebody, those that failed included.
fn attempts(house: &House, person: Id) -> usize {
    let dm = house.fake.dm(person).to_string();
    let requests = house.fake.requests();
    let posts = requests.iter().filter(|request| request.method == "POST");
    posts
        .filter(|request| request.path.contains(&dm) && is_note(&request.body))
        .count()
}

/// Waits for somebody's note.
async fn noted(house: &House, person: Id) -> Value {
    let dm = house.fake.dm(person);
    house.fake.await_message(dm, is_note, LONG).await.unwrap()
}

#[tokio::test]
async fn a_topic_shows_only_what_changed_since_it_was_looked_at() {
    let (house, bot) = with_guide().await;
    let person = house.fake.person(world::ASKER);
    insta::assert_snapshot!("watch_begun", look(&person).await);
    insta::assert_snapshot!("watch_same", look(&person).await);
    publish_changes(&house).await;
    insta::assert_snapshot!("watch_list", used(&person, "watch", json!({})).await);
    insta::assert_snapshot!("watch_changed", look(&person).await);
    let again = look(&person).await;
    assert!(again.contains("変わったところはありません"), "{again}");
    house.close(&[&bot]);
}

#[tokio::test]
async fn a_topic_is_watched_in_english_too() {
    let (house, bot) = with_guide().await;
    let person = house.fake.person(world::ENGLISH);
    insta::assert_snapshot!("watch_begun_en", look(&person).await);
    publish_changes(&house).await;
    insta::assert_snapshot!("watch_list_en", used(&person, "watch", json!({})).await);
    insta::assert_snapshot!("watch_changed_en", look(&person).await);
    house.close(&[&bot]);
}

#[tokio::test]
async fn topics_are_suggested_and_a_name_that_leads_nowhere_is_said_kindly() {
    let (house, bot) = with_guide().await;
    let person = house.fake.person(world::ASKER);
    let typed = person.types("watch", json!({"topic": "ぱすわーど"}), "topic");
    let choices = typed.unwrap().choices().await;
    assert_eq!(choices[0].1, "password", "{choices:?}");
    let unknown = used(&person, "watch", json!({"topic": "おいしいカレー"})).await;
    assert!(unknown.contains("見つかりませんでした"), "{unknown}");
    let empty = used(&person, "watch", json!({})).await;
    assert!(empty.contains("まだありません"), "{empty}");
    house.close(&[&bot]);
}

#[tokio::test]
async fn a_topic_is_given_up_from_the_list_and_privacy_shows_what_is_watched() {
    let (house, bot) = with_guide().await;
    let person = house.fake.person(world::ASKER);
    look(&person).await;
    used(&person, "watch", json!({"topic": "password"})).await;
    let privacy = used(&person, "privacy", json!({})).await;
    assert!(privacy.contains("見ている話題: 2 件"), "{privacy}");
    let list = person.slash("watch", json!({})).unwrap();
    list.settled().await;
    let menu = "変わったところを見る話題を選ぶ";
    let opened = person
        .select(list.message_id(), menu, &["パスワード"])
        .unwrap();
    opened.settled().await;
    let stopped = person.press(list.message_id(), "この話題をやめる").unwrap();
    let said = undated(&seen(&stopped.settled().await));
    assert!(said.contains("「パスワード」"), "{said}");
    let list = used(&person, "watch", json!({})).await;
    assert!(
        list.contains("見ている話題(1)") && !list.contains("パスワード"),
        "{list}"
    );
    let privacy = person.slash("privacy", json!({})).unwrap();
    privacy.settled().await;
    let forgotten = person.press(privacy.message_id(), "消す").unwrap();
    let said = undated(&seen(&forgotten.settled().await));
    assert!(said.contains("見ている話題 1 件を消しました"), "{said}");
    let list = used(&person, "watch", json!({})).await;
    assert!(list.contains("まだありません"), "{list}");
    house.close(&[&bot]);
}

#[tokio::test]
async fn a_monthly_note_comes_once_over_restarts_and_only_about_changes() {
    let (house, mut first) = with_guide().await;
    // A note to each of the others shows that the round was made after a restart.
    for person in [world::ASKER, world::HELPER, world::ENGLISH] {
        want_notes(&house.fake.person(person).in_locale("ja")).await;
    }
    publish_changes(&house).await;
    house.stop(&mut first).await;
    assert_eq!(
        notes(&house, world::ASKER),
        Vec::<Value>::new(),
        "not this month"
    );
    a_month_later(&house, world::ASKER).await;
    let mut second = house.open().await;
    let note = noted(&house, world::ASKER).await;
    insta::assert_snapshot!("monthly_note", undated(&seen(&note)));
    house.stop(&mut second).await;
    a_month_later(&house, world::HELPER).await;
    let mut third = house.open().await;
    noted(&house, world::HELPER).await;
    house.stop(&mut third).await;
    assert_eq!(attempts(&house, world::ASKER), 1);
    // A month later, nothing has changed since the first note.
    a_month_later(&house, world::ASKER).await;
    a_month_later(&house, world::ENGLISH).await;
    let fourth = house.open().await;
    noted(&house, world::ENGLISH).await;
    let person = house.fake.person(world::ASKER).in_dm();
    let id = note["id"].as_str().unwrap().parse().unwrap();
    let opened = person.press(id, "スマホ・私物端末・持ち出し").unwrap();
    let all = undated(&seen(&opened.settled().await));
    assert!(all.contains("修理に出す前"), "{all}");
    let stopped = person.press(id, "毎月のお知らせをやめる").unwrap();
    let said = undated(&seen(&stopped.settled().await));
    assert!(said.contains("もう届きません"), "{said}");
    assert_eq!(attempts(&house, world::ASKER), 1);
    house.close(&[&first, &second, &third, &fourth]);
}

#[tokio::test]
async fn a_note_that_is_refused_is_tried_once_and_its_changes_are_shown_later() {
    let (house, mut first) = with_guide().await;
    for person in [world::ASKER, world::HELPER] {
        want_notes(&house.fake.person(person)).await;
    }
    publish_changes(&house).await;
    house.stop(&mut first).await;
    a_month_later(&house, world::ASKER).await;
    let refuses = |world: &mut World| {
        world.people.get_mut(&world::ASKER).unwrap().refuses_dms = true;
    };
    house.fake.change_world(refuses);
    let mut second = house.open().await;
    assert!(second.wait_log("a post could not be sent", LONG).await);
    house.stop(&mut second).await;
    a_month_later(&house, world::HELPER).await;
    let third = house.open().await;
    noted(&house, world::HELPER).await;
    assert_eq!(attempts(&house, world::ASKER), 1);
    assert!(!third.log_contains("a post could not be sent"));
    let changed = look(&house.fake.person(world::ASKER)).await;
    assert!(changed.contains("修理に出す前"), "{changed}");
    house.close(&[&first, &second, &third]);
}

#[tokio::test]
async fn a_note_whose_sending_a_crash_interrupts_comes_once() {
    let (house, mut first) = with_guide().await;
    want_notes(&house.fake.person(world::ASKER)).await;
    publish_changes(&house).await;
    house.stop(&mut first).await;
    a_month_later(&house, world::ASKER).await;
    // Discord takes the note, and the program ends before it hears of it.
    let template = "/channels/{channel_id}/messages";
    house.fake.fail("POST", template, 1, RestFailure::Lost);
    house.fake.fail("POST", template, 9, RestFailure::Hang);
    let mut second = house.open().await;
    noted(&house, world::ASKER).await;
    let dm = house.fake.dm(world::ASKER).to_string();
    assert!(house.fake.wait_requests("POST", &dm, 2, LONG).await);
    house.kill(&mut second).await;
    house.fake.fail_no_more();
    let mut third = house.open().await;
    assert!(house.fake.wait_requests("POST", &dm, 3, LONG).await);
    // What is being sent when it ends is finished, and noted.
    house.stop(&mut third).await;
    assert_eq!(notes(&house, world::ASKER).len(), 1);
    let is_noted = "UPDATE watches SET since = since WHERE noted % 100 = CAST(strftime('%m', 'now', '+9 hours') AS INTEGER)";
    assert_eq!(changed(&house.path(FILE), is_noted).await, 1);
    house.close(&[&first, &second, &third]);
}
