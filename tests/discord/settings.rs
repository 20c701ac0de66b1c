//! `/settings`: what an admin sets for a server, and that it has the effect that it promises.

use serde_json::json;

use crate::fake::{World, seen, world};
use crate::house::{House, shown, used};

const WITH_CONTENT: &str = "[discord]\nmessage_content = true\n";

fn world_with_content() -> World {
    let mut world = World::standard();
    // MESSAGE_CONTENT.
    world.granted_intents = 1 << 15;
    world
}

#[tokio::test]
async fn the_settings_are_shown_to_the_admin_alone() {
    let house = House::new(World::standard(), "").await;
    let bot = house.open().await;
    let admin = house.fake.person(world::ADMIN);
    insta::assert_snapshot!("shown", used(&admin, "settings show", json!({})).await);
    let english = admin.in_locale("en-US");
    let english = used(&english, "settings show", json!({})).await;
    insta::assert_snapshot!("shown_en", english);
    house.close(&[&bot]);
}

#[tokio::test]
async fn an_ask_channel_needs_the_right_to_read_messages() {
    let house = House::new(World::standard(), "").await;
    let bot = house.open().await;
    let admin = house.fake.person(world::ADMIN);
    let here = json!({"channel": world::GENERAL.to_string(), "enabled": true});
    let refused = used(&admin, "settings ask-channel", here).await;
    insta::assert_snapshot!("ask_channel_refused", refused);
    let shown = used(&admin, "settings show", json!({})).await;
    assert!(!shown.contains("<#"), "{shown}");
    house.close(&[&bot]);
}

#[tokio::test]
async fn an_ask_channel_is_answered_without_a_mention_until_it_is_taken_back() {
    let house = House::new(world_with_content(), WITH_CONTENT).await;
    let bot = house.open().await;
    let admin = house.fake.person(world::ADMIN);
    let asker = house.fake.person(world::ASKER);
    let here = |enabled: bool| json!({"channel": world::GENERAL.to_string(), "enabled": enabled});
    let set = used(&admin, "settings ask-channel", here(true)).await;
    insta::assert_snapshot!("ask_channel_set", set);
    let elsewhere = asker
        .clone()
        .at(world::SIDE)
        .says("パスワードの使い回しは?");
    asker.says("パスワードの使い回しは?").reply().await;
    used(&admin, "settings ask-channel", here(false)).await;
    let later = asker.says("バックアップはどこに置く?");
    // Messages are taken in order: once this one is answered, those before it were looked at.
    asker.mentions("VPNは必要?").reply().await;
    assert!(elsewhere.replies().is_empty());
    assert!(later.replies().is_empty());
    house.close(&[&bot]);
}

#[tokio::test]
async fn the_helper_role_is_offered_to_whoever_wants_a_person_until_it_is_taken_back() {
    let house = House::new(World::standard(), "").await;
    let bot = house.open().await;
    let admin = house.fake.person(world::ADMIN);
    let asker = house.fake.person(world::ASKER);
    let role = json!({"role": world::HELPER_ROLE.to_string()});
    let set = used(&admin, "settings helper-role", role).await;
    insta::assert_snapshot!("helper_role_set", set);
    let call = || async {
        let asked = asker
            .slash("ask", json!({"question": "VPNは必要?"}))
            .unwrap();
        asked.settled().await;
        shown(&asker.press(asked.message_id(), "人に相談").unwrap()).await
    };
    // Ids are not the same in every run, and shown as such.
    let seen = call().await;
    assert!(seen.contains("<@&ID>"), "{seen}");
    used(&admin, "settings helper-role", json!({})).await;
    let seen = call().await;
    assert!(!seen.contains("<@&ID>"), "{seen}");
    house.close(&[&bot]);
}

#[tokio::test]
async fn the_language_is_that_of_notices_to_messages_that_show_none() {
    let house = House::new(World::standard(), "").await;
    let bot = house.open().await;
    let admin = house.fake.person(world::ADMIN);
    let nothing = || async {
        let reply = house.fake.person(world::ASKER).mentions("").reply().await;
        seen(&reply)
    };
    assert!(nothing().await.contains("質問が"), "{}", nothing().await);
    let english = json!({"language": "en"});
    let set = used(&admin, "settings language", english).await;
    insta::assert_snapshot!("language_set", set);
    let notice = nothing().await;
    assert!(
        notice.contains("The question seems to be empty"),
        "{notice}"
    );
    used(&admin, "settings language", json!({})).await;
    assert!(nothing().await.contains("質問が"));
    house.close(&[&bot]);
}

#[tokio::test]
async fn private_by_default_holds_unless_the_asker_says_otherwise() {
    let house = House::new(World::standard(), "").await;
    let bot = house.open().await;
    let admin = house.fake.person(world::ADMIN);
    let asker = house.fake.person(world::ASKER);
    let is_private = |options: serde_json::Value| {
        let asker = asker.clone();
        async move {
            let asked = asker.slash("ask", options).unwrap();
            asked.settled().await;
            asked.is_ephemeral()
        }
    };
    let question = "VPNは必要?";
    assert!(!is_private(json!({"question": question})).await);
    let on = json!({"enabled": true});
    let set = used(&admin, "settings private", on).await;
    insta::assert_snapshot!("private_set", set);
    assert!(is_private(json!({"question": question})).await);
    assert!(!is_private(json!({"question": question, "private": false})).await);
    used(&admin, "settings private", json!({"enabled": false})).await;
    assert!(!is_private(json!({"question": question})).await);
    assert!(is_private(json!({"question": question, "private": true})).await);
    house.close(&[&bot]);
}

#[tokio::test]
async fn settings_hold_after_a_restart_and_only_for_their_server() {
    let house = House::new(World::standard(), "").await;
    let mut first = house.open().await;
    let admin = house.fake.person(world::ADMIN);
    used(&admin, "settings private", json!({"enabled": true})).await;
    house.stop(&mut first).await;
    let second = house.open().await;
    let here = used(&admin, "settings show", json!({})).await;
    assert!(here.contains("質問した人だけ"), "{here}");
    let there = admin.clone().at(world::OTHER_GENERAL);
    let there = used(&there, "settings show", json!({})).await;
    assert!(!there.contains("質問した人だけ"), "{there}");
    let asked = house.fake.person(world::ASKER);
    let asked = asked
        .slash("ask", json!({"question": "VPNは必要?"}))
        .unwrap();
    asked.settled().await;
    assert!(asked.is_ephemeral(), "{}", asked.seen());
    house.close(&[&first, &second]);
}
