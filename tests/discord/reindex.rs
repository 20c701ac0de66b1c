//! `/kb reindex`: what an admin sees, who may, and that the version in use stays whatever goes wrong.

use std::fs;

use serde_json::json;

use crate::fake::{BotProcess, Refusal, World, world};
use crate::guide;
use crate::house::{House, shown, titled, used};
use crate::scene::LONG;

const WORKING: &str = "知識ベースを作り直しています";
const PUBLISHED: &str = "新しい版を公開しました";
const NOT_PUBLISHED: &str = "再構築できませんでした";
const SAME: &str = "変更はありません";

/// Reindexes and returns what the admin sees in the end.
async fn reindexed(house: &House) -> String {
    let admin = house.fake.person(world::ADMIN);
    let run = admin.slash("kb reindex", json!({})).unwrap();
    titled(&run, &[PUBLISHED, NOT_PUBLISHED, SAME]).await
}

/// What `/kb status` says of the version in use.
async fn version(house: &House) -> String {
    let admin = house.fake.person(world::ADMIN);
    let status = used(&admin, "kb status", json!({})).await;
    let line = status.lines().find(|line| line.contains("いまの版"));
    line.unwrap().to_owned()
}

/// A program that answers from a version with a guide of two sections.
async fn with_guide() -> (House, BotProcess) {
    let house = House::with_knowledge(World::standard(), "").await;
    guide::write(&house, &[guide::CLOSING, guide::LENDING]);
    guide::build(&house).await;
    let bot = house.open().await;
    (house, bot)
}

#[tokio::test]
async fn an_admin_sees_progress_and_then_what_changed() {
    let (house, bot) = with_guide().await;
    let longer = guide::LENDING.body.replace("台帳", "貸出台帳");
    let lending = guide::Section {
        body: &longer,
        ..guide::LENDING
    };
    guide::write(&house, &[lending, guide::REPAIR]);
    let admin = house.fake.person(world::ADMIN);
    let run = admin.slash("kb reindex", json!({})).unwrap();
    insta::assert_snapshot!("progress", titled(&run, &[WORKING]).await);
    insta::assert_snapshot!("published", titled(&run, &[PUBLISHED, NOT_PUBLISHED]).await);
    assert!(run.is_ephemeral());
    assert!(guide::is_quoted(&house, guide::REPAIR).await);
    assert!(!guide::is_quoted(&house, guide::CLOSING).await);
    house.close(&[&bot]);
}

#[tokio::test]
async fn files_that_did_not_change_are_not_published() {
    let house = House::with_knowledge(World::standard(), "").await;
    let bot = house.open().await;
    insta::assert_snapshot!("same", reindexed(&house).await);
    assert!(!house.path("index/g000002").exists());
    house.close(&[&bot]);
}

#[tokio::test]
async fn a_member_is_not_offered_the_command_and_refused_when_a_server_offers_it() {
    let house = House::with_knowledge(World::standard(), "").await;
    let bot = house.open().await;
    guide::write(&house, &[guide::CLOSING]);
    let member = house.fake.person(world::ASKER);
    let offered = member.slash("kb reindex", json!({}));
    assert!(matches!(offered, Err(Refusal::NotOffered(_))));
    let open = |world: &mut World| world.opened_commands.insert("kb".to_owned());
    house.fake.change_world(open);
    let run = member.slash("kb reindex", json!({})).unwrap();
    insta::assert_snapshot!("refused", shown(&run).await);
    assert!(!house.path("index/g000002").exists());
    house.close(&[&bot]);
}

#[tokio::test]
async fn a_role_of_the_settings_may_administer() {
    let config = format!("[discord]\nadmin_role = {}\n", world::HELPER_ROLE);
    let mut world = World::standard();
    world.opened_commands.insert("kb".to_owned());
    let house = House::with_knowledge(world, &config).await;
    let bot = house.open().await;
    let helper = house.fake.person(world::HELPER);
    let run = helper.slash("kb reindex", json!({})).unwrap();
    titled(&run, &[SAME]).await;
    house.close(&[&bot]);
}

#[tokio::test]
async fn a_server_that_may_not_change_the_knowledge_sees_its_status_only() {
    let config = format!("[discord]\nknowledge_guilds = [{}]\n", world::OTHER_GUILD);
    let house = House::with_knowledge(World::standard(), &config).await;
    let bot = house.open().await;
    guide::write(&house, &[guide::CLOSING]);
    let here = house.fake.person(world::ADMIN);
    insta::assert_snapshot!("other_server", used(&here, "kb reindex", json!({})).await);
    assert!(!house.path("index/g000002").exists());
    assert!(version(&house).await.contains("g000001"));
    let there = here.at(world::OTHER_GENERAL);
    let run = there.slash("kb reindex", json!({})).unwrap();
    titled(&run, &[PUBLISHED]).await;
    assert!(version(&house).await.contains("g000002"));
    house.close(&[&bot]);
}

#[tokio::test]
async fn of_two_at_once_one_works_and_the_other_says_who_does() {
    let house = House::with_knowledge(World::standard(), "").await;
    let bot = house.open().await;
    guide::write(&house, &[guide::CLOSING]);
    let admin = house.fake.person(world::ADMIN);
    let there = admin.clone().at(world::OTHER_GENERAL);
    let first = admin.slash("kb reindex", json!({})).unwrap();
    titled(&first, &[WORKING]).await;
    let second = admin.slash("kb reindex", json!({})).unwrap();
    let elsewhere = there.slash("kb reindex", json!({})).unwrap();
    insta::assert_snapshot!("second", titled(&second, &[NOT_PUBLISHED]).await);
    let elsewhere = titled(&elsewhere, &[NOT_PUBLISHED]).await;
    insta::assert_snapshot!("second_elsewhere", elsewhere);
    titled(&first, &[PUBLISHED]).await;
    assert!(house.path("index/g000002").exists());
    assert!(!house.path("index/g000003").exists());
    house.close(&[&bot]);
}

#[tokio::test]
async fn what_cannot_be_read_is_left_out_and_named_and_the_rest_answers() {
    let (house, bot) = with_guide().await;
    house.rewrite(guide::FILE, "title_en = \"Handing over\"", "title_en = 1");
    let seen = reindexed(&house).await;
    insta::assert_snapshot!("with_problems", seen);
    assert!(guide::is_quoted(&house, guide::LENDING).await);
    assert!(!guide::is_quoted(&house, guide::CLOSING).await);
    house.close(&[&bot]);
}

#[tokio::test]
async fn without_any_readable_document_nothing_is_published() {
    let (house, bot) = with_guide().await;
    for file in fs::read_dir(house.path("knowledge/documents")).unwrap() {
        fs::write(file.unwrap().path(), "+++\nid = \n").unwrap();
    }
    insta::assert_snapshot!("no_documents", reindexed(&house).await);
    assert!(guide::is_quoted(&house, guide::CLOSING).await);
    assert!(!house.path("index/g000003").exists());
    house.close(&[&bot]);
}

#[tokio::test]
async fn killed_in_the_middle_the_old_version_answers_after_the_restart() {
    let (house, mut bot) = with_guide().await;
    guide::write(&house, &[guide::REPAIR]);
    let admin = house.fake.person(world::ADMIN);
    let run = admin.slash("kb reindex", json!({})).unwrap();
    titled(&run, &[WORKING]).await;
    house.kill(&mut bot).await;
    assert!(!house.path("index/g000003").exists(), "killed too late");
    let again = house.open().await;
    assert!(version(&house).await.contains("g000002"));
    assert!(guide::is_quoted(&house, guide::CLOSING).await);
    let seen = reindexed(&house).await;
    assert!(seen.contains("g000003"), "{seen}");
    house.close(&[&again]);
}

#[tokio::test]
async fn a_damaged_index_is_not_noticed_while_running_and_built_again_at_the_next_start() {
    let (house, mut bot) = with_guide().await;
    for file in fs::read_dir(house.path("index/g000002")).unwrap() {
        fs::write(file.unwrap().path(), "damaged").unwrap();
    }
    assert!(guide::is_quoted(&house, guide::CLOSING).await);
    house.stop(&mut bot).await;
    let again = house.open().await;
    assert!(again.log_contains("the index cannot be used; building it again"));
    assert!(guide::is_quoted(&house, guide::CLOSING).await);
    assert!(version(&house).await.contains("g000003"));
    house.close(&[&bot, &again]);
}

#[tokio::test]
async fn while_another_program_builds_nothing_is_published() {
    let (house, bot) = with_guide().await;
    guide::write(&house, &[guide::REPAIR]);
    let lock = fs::File::options()
        .write(true)
        .open(house.path("index/LOCK"))
        .unwrap();
    lock.lock().unwrap();
    insta::assert_snapshot!("other_program", reindexed(&house).await);
    assert!(guide::is_quoted(&house, guide::CLOSING).await);
    drop(lock);
    assert!(reindexed(&house).await.contains("g000003"));
    house.close(&[&bot]);
}

#[tokio::test]
async fn an_index_folder_that_cannot_be_written_keeps_the_version_in_use() {
    let (house, bot) = with_guide().await;
    guide::write(&house, &[guide::REPAIR]);
    fs::remove_dir_all(house.path("index")).unwrap();
    fs::write(house.path("index"), "not a folder").unwrap();
    insta::assert_snapshot!("unwritable", reindexed(&house).await);
    assert!(guide::is_quoted(&house, guide::CLOSING).await);
    assert!(bot.wait_log("the knowledge was not changed", LONG).await);
    house.close(&[&bot]);
}
