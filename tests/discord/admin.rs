//! What admins look at: the state of the knowledge, what is wrong in its files, and what it could not answer.

use std::fs;

use serde_json::json;

use crate::fake::{Refusal, World, world};
use crate::guide;
use crate::house::{House, shown, used};

#[tokio::test]
async fn the_status_shows_version_changes_votes_and_store() {
    let house = House::with_knowledge(World::standard(), "").await;
    let bot = house.open().await;
    let admin = house.fake.person(world::ADMIN);
    insta::assert_snapshot!("status", used(&admin, "kb status", json!({})).await);
    guide::write(&house, &[guide::CLOSING]);
    let changed = used(&admin, "kb status", json!({})).await;
    assert!(
        changed.contains("まだ公開していない変更があります"),
        "{changed}"
    );
    let english = admin.in_locale("en-US");
    let english = used(&english, "kb status", json!({})).await;
    insta::assert_snapshot!("status_en", english);
    house.close(&[&bot]);
}

#[tokio::test]
async fn a_check_names_file_and_line_of_what_is_wrong_and_publishes_nothing() {
    let house = House::with_knowledge(World::standard(), "").await;
    let bot = house.open().await;
    let admin = house.fake.person(world::ADMIN);
    let sound = used(&admin, "kb check", json!({})).await;
    insta::assert_snapshot!("check_sound", sound);
    guide::write(&house, &[guide::CLOSING, guide::LENDING]);
    house.rewrite(
        guide::FILE,
        "title_en = \"Lending register\"",
        "title_en = 1",
    );
    let text = fs::read_to_string(house.path(guide::FILE)).unwrap();
    let line = text
        .lines()
        .position(|line| line == "title_en = 1")
        .unwrap()
        + 1;
    let found = used(&admin, "kb check", json!({})).await;
    let place = format!("documents/mihon-tablet.md:{line}");
    assert!(found.contains(&place), "{place} is not in: {found}");
    insta::assert_snapshot!("check_problems", found);
    assert!(!house.path("index/g000002").exists());
    house.close(&[&bot]);
}

#[tokio::test]
async fn many_problems_come_in_pages() {
    let house = House::with_knowledge(World::standard(), "").await;
    let bot = house.open().await;
    for number in 0..25 {
        let file = format!("knowledge/documents/broken-{number:02}.md");
        fs::write(house.path(&file), "no head\n").unwrap();
    }
    let admin = house.fake.person(world::ADMIN);
    let check = admin.slash("kb check", json!({})).unwrap();
    let first = check.settled().await.to_string();
    assert!(first.contains("broken-00") && !first.contains("broken-24"));
    let mut shown = check.message().unwrap();
    for _ in 0..2 {
        let next = admin.press(check.message_id(), "次へ ▶").unwrap();
        shown = next.settled().await;
    }
    assert!(shown.to_string().contains("broken-24"), "{shown}");
    house.close(&[&bot]);
}

#[tokio::test]
async fn unanswered_questions_are_grouped_masked_and_without_names() {
    let house = House::new(World::standard(), "").await;
    let bot = house.open().await;
    let asker = house.fake.person(world::ASKER);
    let english = house.fake.person(world::ENGLISH);
    for question in [
        "おいしいカレーの作り方は? 電話は090-1234-5678です",
        "おいしいカレーの作り方は? 電話は090-9999-0000です",
    ] {
        asker.mentions(question).reply().await;
    }
    english
        .mentions("Who wins the football match tonight?")
        .reply()
        .await;
    let admin = house.fake.person(world::ADMIN);
    let seen = used(&admin, "kb unanswered", json!({})).await;
    insta::assert_snapshot!("unanswered", seen);
    for secret in ["090-1234", "店主", "Emma"] {
        assert!(!seen.contains(secret), "{seen}");
    }
    // The other server sees nothing of it.
    let there = admin.at(world::OTHER_GENERAL);
    let there = used(&there, "kb unanswered", json!({})).await;
    insta::assert_snapshot!("unanswered_elsewhere", there);
    house.close(&[&bot]);
}

#[tokio::test]
async fn every_admin_command_is_refused_to_members_even_when_a_server_offers_it() {
    let mut world = World::standard();
    let opened = ["kb", "settings"].map(str::to_owned);
    world.opened_commands.extend(opened);
    let house = House::new(world, "").await;
    let bot = house.open().await;
    let member = house.fake.person(world::ASKER);
    let channel = json!({"channel": world::GENERAL.to_string(), "enabled": true});
    let commands = [
        ("kb status", json!({})),
        ("kb check", json!({})),
        ("kb reindex", json!({})),
        ("kb history", json!({})),
        ("kb rollback", json!({})),
        ("kb unanswered", json!({})),
        ("settings show", json!({})),
        ("settings ask-channel", channel),
        ("settings helper-role", json!({})),
        ("settings language", json!({"language": "en"})),
        ("settings private", json!({"enabled": true})),
    ];
    for (command, options) in commands {
        let refused = member.slash(command, options).unwrap();
        let seen = shown(&refused).await;
        assert!(refused.is_ephemeral(), "{command}");
        assert!(
            seen.contains("管理者だけができる操作です"),
            "{command}: {seen}"
        );
    }
    house.close(&[&bot]);
}

#[tokio::test]
async fn admin_commands_are_not_offered_in_direct_messages() {
    let house = House::new(World::standard(), "").await;
    let bot = house.open().await;
    let admin = house.fake.person(world::ADMIN).in_dm();
    for command in ["kb status", "settings show"] {
        let offered = admin.slash(command, json!({}));
        assert!(matches!(offered, Err(Refusal::NotOffered(_))), "{command}");
    }
    house.close(&[&bot]);
}
