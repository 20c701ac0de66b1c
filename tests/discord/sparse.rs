//! Discord leaves optional fields out, and other models of it leave out more: the bot needs none of them.

use serde_json::{Value, json};

use crate::evidence::QUESTION;
use crate::fake::world::{ASKER, BOT, GENERAL, GUILD, Payloads};
use crate::fake::{Fake, World};
use crate::scene::{LONG, Scene};

/// A scene in which interactions have nothing that they need not have.
async fn bare() -> Scene {
    let mut world = World::standard();
    world.payloads = Payloads::Bare;
    Scene::with(world, "").await
}

/// Closes a scene whose events the library cannot read; the bot reads them itself.
fn close(scene: Scene) {
    assert_eq!(scene.fake.violations(), Vec::<String>::new());
    assert!(
        !scene.bot.log_contains("could not be read"),
        "{}",
        scene.bot.output()
    );
}

/// A message with what Discord's document demands of one that the bot must understand.
fn bare_message(id: u64, content: &str) -> Value {
    json!({
        "id": id.to_string(),
        "channel_id": GENERAL.to_string(),
        "author": {"id": ASKER.to_string(), "username": "user1"},
        "content": content,
        "mentions": [],
    })
}

/// Sends a message that no rule of the fake makes, and waits for what the bot writes there.
async fn check_answered(fake: &Fake, guild: Option<u64>, channel: u64, message: &Value) {
    fake.send_event(guild.or(Some(GUILD)), "MESSAGE_CREATE", message);
    let is_by_bot = |message: &Value| message["author"]["id"] == *BOT.to_string();
    let answer = fake.await_message(channel, is_by_bot, LONG).await;
    assert!(answer.is_some(), "{:?}", fake.requests());
}

#[tokio::test]
async fn a_bare_mention_is_answered() {
    let scene = Scene::open().await;
    let mut message = bare_message(1_150_000_000_000_000_001, &format!("<@{BOT}> {QUESTION}"));
    message["guild_id"] = json!(GUILD.to_string());
    message["mentions"] = json!([{"id": BOT.to_string(), "username": "sonae"}]);
    check_answered(&scene.fake, Some(GUILD), GENERAL, &message).await;
    close(scene);
}

#[tokio::test]
async fn a_bare_direct_message_is_answered() {
    let scene = Scene::open().await;
    let channel = scene.fake.dm(ASKER);
    let mut message = bare_message(1_150_000_000_000_000_002, QUESTION);
    message["channel_id"] = json!(channel.to_string());
    check_answered(&scene.fake, None, channel, &message).await;
    close(scene);
}

#[tokio::test]
async fn a_bare_command_is_answered() {
    let scene = bare().await;
    let asked = scene
        .fake
        .person(ASKER)
        .slash("ask", json!({"question": QUESTION}))
        .unwrap();
    assert!(asked.wait_settled(LONG).await, "{}", scene.bot.output());
    close(scene);
}

#[tokio::test]
async fn a_bare_command_in_a_direct_message_is_answered() {
    let scene = bare().await;
    let asked = scene
        .fake
        .person(ASKER)
        .in_dm()
        .slash("ask", json!({"question": QUESTION}))
        .unwrap();
    assert!(asked.wait_settled(LONG).await, "{}", scene.bot.output());
    close(scene);
}

#[tokio::test]
async fn bare_typing_gets_suggestions() {
    let scene = bare().await;
    let typed = scene
        .fake
        .person(ASKER)
        .types("guideline", json!({}), "document")
        .unwrap();
    assert!(!typed.choices().await.is_empty());
    close(scene);
}

#[tokio::test]
async fn bare_buttons_and_dialogs_are_answered() {
    let scene = bare().await;
    let member = scene.fake.person(ASKER);
    let asked = member.slash("ask", json!({"question": QUESTION})).unwrap();
    assert!(asked.wait_settled(LONG).await);
    let message = asked.message().unwrap();
    let rows = message["components"].as_array().unwrap().iter();
    let buttons = rows.flat_map(|row| row["components"].as_array().unwrap());
    let ids: Vec<&str> = buttons
        .filter(|part| part["type"] == 2)
        .filter_map(|part| part["custom_id"].as_str())
        .collect();
    assert!(!ids.is_empty());
    let mut modals = 0;
    for id in ids {
        let pressed = member.press(asked.message_id(), id).unwrap();
        let response = pressed.wait_response(LONG).await.unwrap();
        if response.kind != 9 {
            continue;
        }
        modals += 1;
        let modal = pressed.modal().await;
        let input = modal["components"][0]["components"][0]["custom_id"]
            .as_str()
            .unwrap();
        let sent = member
            .submit(&pressed, &[(input, "電話番号が知りたい")])
            .unwrap();
        assert!(sent.wait_settled(LONG).await, "{}", scene.bot.output());
    }
    assert!(modals > 0);
    close(scene);
}
