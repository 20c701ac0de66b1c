//! Places where no mention is needed: ask-channels, and threads that the bot opened.

use serde_json::json;

use crate::fake::world::{ADMIN, ASKER, GENERAL, HELPER, SIDE};
use crate::fake::{Id, World, seen};
use crate::scene::{Scene, id, shown};

const QUESTION: &str = "お金をかけずに何から始めればいい?";
const FURTHER: &str = "パスワードは何文字にすればいいですか";
const OPENS: &str = "続けて質問(スレッド)";
const READS_ALL: &str = "[discord]\nmessage_content = true\n";

/// The world of a bot to which Discord grants the content of messages.
fn granted() -> World {
    World {
        granted_intents: 1 << 15,
        ..World::standard()
    }
}

async fn reading() -> Scene {
    Scene::with(granted(), READS_ALL).await
}

/// Makes a channel an ask-channel.
async fn open_channel(scene: &Scene, channel: Id) {
    let options = json!({"channel": channel.to_string(), "enabled": true});
    scene.set("ask-channel", options).await;
}

/// Asks, opens a thread below the answer and returns it.
async fn open_thread(scene: &Scene) -> Id {
    let asker = scene.fake.person(ASKER);
    let answer = id(&asker.mentions(QUESTION).reply().await);
    shown(asker.press(answer, OPENS)).await;
    // A thread at a message has the message's id.
    assert!(
        scene
            .fake
            .change_world(|world| world.channels.contains_key(&answer))
    );
    answer
}

#[tokio::test]
async fn in_an_ask_channel_every_message_is_answered() {
    let scene = reading().await;
    open_channel(&scene, GENERAL).await;
    let reply = scene.fake.person(ASKER).says(QUESTION).reply().await;
    assert!(seen(&reply).contains("公的な資料には、こう書かれています"));
    scene.close();
}

#[tokio::test]
async fn beside_an_ask_channel_the_bot_keeps_silent() {
    let mut scene = reading().await;
    open_channel(&scene, GENERAL).await;
    scene.fake.person(ASKER).at(SIDE).says(QUESTION);
    scene.finish().await;
    assert!(scene.said_in(SIDE).is_empty());
    scene.close();
}

#[tokio::test]
async fn an_ask_channel_that_was_closed_is_silent_again() {
    let mut scene = reading().await;
    open_channel(&scene, GENERAL).await;
    let options = json!({"channel": GENERAL.to_string(), "enabled": false});
    scene.set("ask-channel", options).await;
    scene.fake.person(ASKER).says(QUESTION);
    scene.finish().await;
    assert!(scene.said_in(GENERAL).is_empty());
    scene.close();
}

#[tokio::test]
async fn in_an_ask_channel_a_bot_is_not_answered() {
    let mut scene = reading().await;
    open_channel(&scene, GENERAL).await;
    scene.fake.person(ASKER).webhook_says(QUESTION);
    scene
        .fake
        .person(crate::fake::world::OTHER_BOT)
        .says(QUESTION);
    scene.finish().await;
    assert!(scene.said_in(GENERAL).is_empty());
    scene.close();
}

#[tokio::test]
async fn an_ask_channel_is_refused_while_messages_cannot_be_read() {
    let mut scene = Scene::open().await;
    let options = json!({"channel": GENERAL.to_string(), "enabled": true});
    let set = shown(
        scene
            .fake
            .person(ADMIN)
            .slash("settings ask-channel", options),
    )
    .await;
    assert!(
        set.seen()
            .contains("このBotでは、まだ質問チャンネルを使えません")
    );
    scene.fake.person(ASKER).says(QUESTION);
    scene.finish().await;
    assert!(scene.said_in(GENERAL).is_empty());
    scene.close();
}

#[tokio::test]
async fn an_ask_channel_rests_when_messages_are_no_longer_read() {
    let mut scene = reading().await;
    open_channel(&scene, GENERAL).await;
    std::fs::write(scene.folder.path().join("config.toml"), "").unwrap();
    scene.restart().await;
    scene.fake.person(ASKER).says(QUESTION);
    scene.finish().await;
    assert!(scene.said_in(GENERAL).is_empty());
    scene.close();
}

#[tokio::test]
async fn a_thread_opens_below_the_answer_and_says_how_to_go_on() {
    let scene = Scene::open().await;
    let thread = open_thread(&scene).await;
    let name = scene
        .fake
        .change_world(|world| world.channels[&thread].name.clone());
    assert_eq!(name, QUESTION);
    let greeting = &scene.said_in(thread)[0];
    insta::assert_snapshot!(seen(greeting));
    scene.close();
}

#[tokio::test]
async fn a_second_thread_below_the_same_answer_is_kindly_refused() {
    let scene = Scene::open().await;
    let thread = open_thread(&scene).await;
    let again = shown(scene.fake.person(HELPER).press(thread, OPENS)).await;
    assert!(again.is_ephemeral());
    assert!(
        again.seen().contains("ここではスレッドを作れませんでした"),
        "{}",
        again.seen()
    );
    scene.close();
}

#[tokio::test]
async fn in_its_thread_the_bot_answers_without_a_mention_also_after_a_restart() {
    let mut scene = reading().await;
    let thread = open_thread(&scene).await;
    let asker = scene.fake.person(ASKER).at(thread);
    let reply = asker.says(FURTHER).reply().await;
    assert!(seen(&reply).contains(&format!("質問: {FURTHER}")));
    scene.restart().await;
    let reply = asker.says("二要素認証とは").reply().await;
    assert!(seen(&reply).contains("質問: 二要素認証とは"));
    scene.close();
}

#[tokio::test]
async fn in_a_thread_of_others_the_bot_keeps_silent() {
    let mut world = granted();
    let thread = GENERAL + 77;
    world.add_thread(GENERAL, thread, HELPER, "打ち合わせ");
    let mut scene = Scene::with(world, READS_ALL).await;
    scene.fake.person(ASKER).at(thread).says(QUESTION);
    scene.finish().await;
    assert!(scene.said_in(thread).is_empty());
    scene.close();
}

#[tokio::test]
async fn in_a_thread_that_cannot_be_read_one_hint_tells_how_to_ask() {
    let mut scene = Scene::open().await;
    let thread = open_thread(&scene).await;
    let asker = scene.fake.person(ASKER).at(thread);
    let hint = asker.says(FURTHER).reply().await;
    insta::assert_snapshot!(seen(&hint));
    let second = asker.says("もしもし");
    scene.restart().await;
    let third = asker.says("だめですか");
    scene.finish().await;
    assert!(second.replies().is_empty());
    assert!(third.replies().is_empty());
    scene.close();
}

#[tokio::test]
async fn in_a_thread_that_cannot_be_read_a_mention_is_answered() {
    let scene = Scene::open().await;
    let thread = open_thread(&scene).await;
    let reply = scene
        .fake
        .person(ASKER)
        .at(thread)
        .mentions(FURTHER)
        .reply()
        .await;
    assert!(seen(&reply).contains(&format!("質問: {FURTHER}")));
    scene.close();
}
