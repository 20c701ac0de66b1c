//! `/kb rollback` and `/kb history`: the way back, with a question before it and only for those who may.

use std::fs;

use serde_json::json;

use crate::fake::{BotProcess, Interaction, World, world};
use crate::guide;
use crate::house::{House, shown, titled, undated, used};

const YES: &str = "戻す";
const NO: &str = "やめる";

/// A program that answers from the second version, which has a guide that the first has not.
async fn with_two_versions() -> (House, BotProcess) {
    let house = House::with_knowledge(World::standard(), "").await;
    guide::write(&house, &[guide::CLOSING]);
    guide::build(&house).await;
    let bot = house.open().await;
    (house, bot)
}

/// Asks for the way back and returns the question whether to go.
async fn question(house: &House) -> Interaction {
    let admin = house.fake.person(world::ADMIN);
    let asked = admin.slash("kb rollback", json!({})).unwrap();
    asked.settled().await;
    asked
}

async fn pressed(house: &House, asked: &Interaction, button: &str) -> String {
    let admin = house.fake.person(world::ADMIN);
    shown(&admin.press(asked.message_id(), button).unwrap()).await
}

fn current(house: &House) -> String {
    let text = fs::read_to_string(house.path("index/CURRENT")).unwrap();
    text.split(' ').next().unwrap().to_owned()
}

#[tokio::test]
async fn going_back_asks_first_and_takes_answers_back() {
    let (house, bot) = with_two_versions().await;
    assert!(guide::is_quoted(&house, guide::CLOSING).await);
    let asked = question(&house).await;
    insta::assert_snapshot!("question", undated(&asked.seen()));
    assert_eq!(current(&house), "g000002");
    insta::assert_snapshot!("done", pressed(&house, &asked, YES).await);
    assert_eq!(current(&house), "g000001");
    assert!(!guide::is_quoted(&house, guide::CLOSING).await);
    let admin = house.fake.person(world::ADMIN);
    insta::assert_snapshot!("history", used(&admin, "kb history", json!({})).await);
    insta::assert_snapshot!("status", used(&admin, "kb status", json!({})).await);
    house.close(&[&bot]);
}

#[tokio::test]
async fn cancelling_changes_nothing_and_takes_the_buttons_away() {
    let (house, bot) = with_two_versions().await;
    let asked = question(&house).await;
    insta::assert_snapshot!("cancelled", pressed(&house, &asked, NO).await);
    assert!(
        asked.message().unwrap()["components"]
            .as_array()
            .is_none_or(Vec::is_empty)
    );
    assert_eq!(current(&house), "g000002");
    house.close(&[&bot]);
}

#[tokio::test]
async fn without_an_earlier_version_there_is_no_way_back() {
    let house = House::with_knowledge(World::standard(), "").await;
    let bot = house.open().await;
    let asked = question(&house).await;
    insta::assert_snapshot!("none_before", undated(&asked.seen()));
    house.close(&[&bot]);
}

#[tokio::test]
async fn whoever_is_no_admin_any_more_cannot_press_the_button() {
    let (house, bot) = with_two_versions().await;
    let asked = question(&house).await;
    house
        .fake
        .change_world(|world| world.join(world::GUILD, world::ADMIN, &[]));
    let seen = pressed(&house, &asked, YES).await;
    assert!(seen.contains("管理者だけ"), "{seen}");
    assert_eq!(current(&house), "g000002");
    house.close(&[&bot]);
}

#[tokio::test]
async fn pressed_twice_it_goes_back_once_and_says_so() {
    let (house, bot) = with_two_versions().await;
    let asked = question(&house).await;
    let admin = house.fake.person(world::ADMIN);
    // Both are on their way before the first is answered.
    let presses = [0; 2].map(|_| admin.press(asked.message_id(), YES).unwrap());
    let mut answers = Vec::new();
    for press in &presses {
        answers.push(shown(press).await);
    }
    let worked = answers
        .iter()
        .filter(|answer| answer.contains("g000001 に戻しました"));
    assert_eq!(worked.count(), 1, "{answers:#?}");
    assert_eq!(current(&house), "g000001");
    let history = used(&admin, "kb history", json!({})).await;
    assert_eq!(history.matches("g000001 に戻した").count(), 1, "{history}");
    house.close(&[&bot]);
}

#[tokio::test]
async fn an_old_button_does_not_undo_what_came_later() {
    let (house, bot) = with_two_versions().await;
    let asked = question(&house).await;
    guide::write(&house, &[guide::LENDING]);
    let admin = house.fake.person(world::ADMIN);
    let run = admin.slash("kb reindex", json!({})).unwrap();
    titled(&run, &["新しい版を公開しました"]).await;
    insta::assert_snapshot!("overtaken", pressed(&house, &asked, YES).await);
    assert_eq!(current(&house), "g000003");
    house.close(&[&bot]);
}

#[tokio::test]
async fn a_version_is_chosen_from_the_history() {
    let (house, bot) = with_two_versions().await;
    let admin = house.fake.person(world::ADMIN);
    let history = admin.slash("kb history", json!({})).unwrap();
    history.settled().await;
    let chosen = admin
        .select(history.message_id(), "戻す版を選ぶ", &["g000001"])
        .unwrap();
    chosen.settled().await;
    let yes = admin.press(chosen.message_id(), YES).unwrap();
    yes.settled().await;
    assert_eq!(current(&house), "g000001");
    house.close(&[&bot]);
}

#[tokio::test]
async fn a_damaged_version_is_no_way_back() {
    let (house, bot) = with_two_versions().await;
    fs::write(house.path("index/g000001/passages.bin"), "damaged").unwrap();
    let asked = question(&house).await;
    insta::assert_snapshot!("damaged", pressed(&house, &asked, YES).await);
    assert_eq!(current(&house), "g000002");
    assert!(guide::is_quoted(&house, guide::CLOSING).await);
    house.close(&[&bot]);
}
