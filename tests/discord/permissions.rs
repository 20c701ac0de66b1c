//! The bot may not do everything everywhere: it answers in the way that is left and tells the owner once.

use serde_json::{Value, json};

use crate::evidence::{NEXT_QUESTION, QUESTION};
use crate::fake::{World, seen, world, world::permission};
use crate::scene::{LONG, Scene};

/// A world in which the bot lacks a permission in a channel, and the admin owns the guild.
fn without(denied: u64) -> World {
    let mut world = World::standard();
    world.deny_bot(world::GENERAL, denied);
    world.guilds.get_mut(&world::GUILD).unwrap().owner = world::ADMIN;
    world
}

fn is_by_bot(message: &Value) -> bool {
    message["author"]["id"] == *world::BOT.to_string()
}

/// Asks twice where the bot lacks a permission: the asker gets both answers directly, the owner one notice.
async fn check_answers_directly(denied: u64) -> (Value, Value) {
    let scene = Scene::with(without(denied), "").await;
    let member = scene.fake.person(world::ASKER);
    let (to_asker, to_owner) = (scene.fake.dm(world::ASKER), scene.fake.dm(world::ADMIN));
    member.mentions(QUESTION);
    let answer = scene
        .fake
        .await_message(to_asker, is_by_bot, LONG)
        .await
        .unwrap();
    let notice = scene
        .fake
        .await_message(to_owner, is_by_bot, LONG)
        .await
        .unwrap();
    member.mentions(NEXT_QUESTION);
    let id = answer["id"].clone();
    let is_second = |message: &Value| message["id"] != id;
    scene
        .fake
        .await_message(to_asker, is_second, LONG)
        .await
        .unwrap();
    // A third question, elsewhere, comes after whatever the second one led to.
    let side = scene
        .fake
        .person(world::ASKER)
        .at(world::SIDE)
        .mentions(QUESTION);
    scene.reply_to(&side).await;
    assert_eq!(scene.fake.messages_in(to_owner).len(), 1);
    assert_eq!(scene.fake.messages_in(to_asker).len(), 2);
    scene.close();
    (answer, notice)
}

#[tokio::test]
async fn where_the_bot_may_not_write_the_asker_is_answered_directly_and_the_owner_told_once() {
    let (answer, notice) = check_answers_directly(permission::SEND_MESSAGES).await;
    let shown = seen(&answer);
    assert!(shown.contains("こちらでお答えします"), "{shown}");
    // Nobody else is there, and no thread can be opened.
    assert!(
        !shown.contains("[人に相談]") && !shown.contains("[続けて質問"),
        "{shown}"
    );
    insta::assert_snapshot!(seen(&notice));
}

#[tokio::test]
async fn where_the_bot_may_not_show_cards_the_asker_is_answered_directly_and_the_owner_told_once() {
    check_answers_directly(permission::EMBED_LINKS).await;
}

#[tokio::test]
async fn where_the_bot_may_not_read_the_history_it_answers_without_a_reference() {
    let scene = Scene::with(without(permission::READ_MESSAGE_HISTORY), "").await;
    scene.fake.person(world::ASKER).mentions(QUESTION);
    let answer = scene
        .fake
        .await_message(world::GENERAL, is_by_bot, LONG)
        .await
        .unwrap();
    assert_eq!(answer["message_reference"], Value::Null);
    let to_owner = scene.fake.dm(world::ADMIN);
    scene
        .fake
        .await_message(to_owner, is_by_bot, LONG)
        .await
        .unwrap();
    scene.close();
}

#[tokio::test]
async fn where_the_bot_may_not_write_a_command_is_answered() {
    let scene = Scene::with(without(permission::SEND_MESSAGES), "").await;
    let member = scene.fake.person(world::ASKER);
    let asked = member.slash("ask", json!({"question": QUESTION})).unwrap();
    assert!(asked.wait_settled(LONG).await);
    scene.close();
}

#[tokio::test]
async fn an_answer_that_nobody_takes_is_logged_and_breaks_nothing() {
    let mut world = without(permission::SEND_MESSAGES);
    for person in [world::ASKER, world::ADMIN] {
        world.people.get_mut(&person).unwrap().refuses_dms = true;
    }
    let scene = Scene::with(world, "").await;
    scene.fake.person(world::ASKER).mentions(QUESTION);
    assert!(
        scene
            .bot
            .wait_log("neither to its channel nor to its asker", LONG)
            .await
    );
    assert!(
        scene
            .bot
            .wait_log("the owner could not be told", LONG)
            .await
    );
    assert!(!scene.bot.log_contains(QUESTION));
    let side = scene
        .fake
        .person(world::HELPER)
        .at(world::SIDE)
        .mentions(QUESTION);
    scene.reply_to(&side).await;
    scene.close();
}
