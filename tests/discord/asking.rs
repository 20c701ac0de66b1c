//! The ways to ask: mention, direct message, slash command, message command, ask-channel, thread.

use serde_json::json;

use crate::fake::{seen, world};
use crate::scene::Scene;

#[tokio::test]
async fn a_mention_is_answered_once_with_a_reply() {
    let scene = Scene::open().await;
    let said = scene
        .fake
        .person(world::ASKER)
        .mentions("お金をかけずに何から始めればいい?");
    let reply = said.reply().await;
    println!("{}", seen(&reply));
    said.replay();
    assert_eq!(said.replies().len(), 1);
    scene.close();
}

#[tokio::test]
async fn a_slash_command_is_answered() {
    let scene = Scene::open().await;
    let member = scene.fake.person(world::ASKER);
    let asked = member
        .slash(
            "ask",
            json!({"question": "取引先の社長を名乗るメールに従って送金してしまいました"}),
        )
        .unwrap();
    if !asked.wait_settled(std::time::Duration::from_secs(8)).await {
        panic!("{} {:?}", scene.bot.output(), scene.fake.requests());
    }
    println!("{}", asked.seen());
    scene.close();
}
