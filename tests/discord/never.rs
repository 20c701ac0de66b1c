//! Whom the bot never answers.

use serde_json::json;

use crate::fake::World;
use crate::fake::world::{
    ADMIN, ADMIN_ROLE, ASKER, BOT, GENERAL, GUILD, HELPER, OTHER_BOT, permission,
};
use crate::scene::Scene;

const QUESTION: &str = "パスワードは何文字にすればいいですか";

/// Does something and checks that the bot neither said a word about it nor began to.
async fn check(world: World, act: impl FnOnce(&Scene)) {
    let mut scene = Scene::with(world, "").await;
    act(&scene);
    scene.finish().await;
    assert!(scene.said_in(GENERAL).is_empty());
    assert_eq!(scene.fake.typing_count(GENERAL), 0);
    scene.close();
}

#[tokio::test]
async fn another_bot() {
    let act = |scene: &Scene| drop(scene.fake.person(OTHER_BOT).mentions(QUESTION));
    check(World::standard(), act).await;
}

#[tokio::test]
async fn itself() {
    let act = |scene: &Scene| drop(scene.fake.person(BOT).mentions(QUESTION));
    check(World::standard(), act).await;
}

#[tokio::test]
async fn a_webhook() {
    let text = format!("<@{BOT}> {QUESTION}");
    let act = |scene: &Scene| drop(scene.fake.person(ASKER).webhook_says(&text));
    check(World::standard(), act).await;
}

#[tokio::test]
async fn a_call_to_everyone() {
    let mut world = World::standard();
    let may = permission::MANAGE_GUILD | permission::MENTION_EVERYONE;
    world.add_role(GUILD, ADMIN_ROLE, "運営", may);
    check(world, |scene| {
        let admin = scene.fake.person(ADMIN);
        admin.mentions(&format!("@everyone {QUESTION}"));
        admin.mentions(&format!("@here {QUESTION}"));
    })
    .await;
}

#[tokio::test]
async fn a_message_that_does_not_mention_it() {
    check(World::standard(), |scene| {
        let asker = scene.fake.person(ASKER);
        asker.says(QUESTION);
        asker.says(&format!("<@{HELPER}> {QUESTION}"));
        let other = asker.says("おはようございます");
        asker.replies(other.message, QUESTION);
    })
    .await;
}

#[tokio::test]
async fn an_edit_that_adds_a_mention() {
    check(World::standard(), |scene| {
        let asker = scene.fake.person(ASKER);
        let said = asker.says(QUESTION);
        asker.edits(said.message, &format!("<@{BOT}> {QUESTION}"));
    })
    .await;
}

#[tokio::test]
async fn a_notice_of_discord() {
    check(World::standard(), |scene| {
        let asker = scene.fake.person(ASKER);
        let said = asker.says(QUESTION);
        let mut notice = scene.fake.message(said.message).unwrap();
        notice["guild_id"] = json!(GUILD.to_string());
        notice["mentions"] = json!([{
            "id": BOT.to_string(), "username": "sonae", "discriminator": "0", "avatar": null,
        }]);
        // Somebody joined, pinned a message, opened a thread.
        for (position, kind) in [7, 6, 18].into_iter().enumerate() {
            notice["id"] = json!((said.message + 1 + position as u64).to_string());
            notice["type"] = json!(kind);
            scene
                .fake
                .send_event(Some(GUILD), "MESSAGE_CREATE", &notice);
        }
    })
    .await;
}
