//! The end: what is open is finished, nothing new is begun, and Discord hears a goodbye.

use std::time::Duration;

use serde_json::json;

use crate::fake::{RestFailure, World, world};
use crate::house::House;
use crate::scene::LONG;

const EDITS: &str = "/messages/@original";

#[tokio::test]
async fn open_work_is_finished_and_new_work_is_not_begun() {
    let house = House::new(World::standard(), "").await;
    let mut bot = house.open().await;
    let asker = house.fake.person(world::ASKER);
    let slow = RestFailure::Delay(Duration::from_secs(2));
    house.fake.fail("PATCH", EDITS, 1, slow);
    let open = asker
        .slash("ask", json!({"question": "バックアップはどう取る?"}))
        .unwrap();
    assert!(house.fake.wait_requests("PATCH", EDITS, 1, LONG).await);
    bot.terminate();
    assert!(bot.wait_log("stopping", LONG).await);
    let late = asker
        .slash("ask", json!({"question": "VPNは必要?"}))
        .unwrap();
    let late_words = asker.mentions("VPNは必要?");
    let status = bot.wait_exit(LONG).await;
    assert_eq!(status.and_then(|status| status.code()), Some(0));
    assert!(open.wait_settled(LONG).await);
    assert!(late.response().is_none());
    assert!(late_words.replies().is_empty());
    house.close(&[&bot]);
}

#[tokio::test]
async fn discord_hears_a_goodbye() {
    let house = House::new(World::standard(), "").await;
    let mut bot = house.open().await;
    house.stop(&mut bot).await;
    assert_eq!(house.fake.goodbyes(), [Some(1000)]);
    house.close(&[&bot]);
}

#[tokio::test]
async fn work_that_does_not_end_is_left_after_its_time() {
    let house = House::new(World::standard(), "[discord]\nstop_seconds = 1\n").await;
    let mut bot = house.open().await;
    let asker = house.fake.person(world::ASKER);
    house.fake.fail("PATCH", EDITS, 9, RestFailure::Hang);
    asker
        .slash("ask", json!({"question": "VPNは必要?"}))
        .unwrap();
    assert!(house.fake.wait_requests("PATCH", EDITS, 1, LONG).await);
    bot.terminate();
    // Far below what the request itself would wait for.
    let status = bot.wait_exit(Duration::from_secs(8)).await;
    assert_eq!(status.and_then(|status| status.code()), Some(0));
    assert!(bot.log_contains("some work was not finished in time"));
    house.close(&[&bot]);
}

#[tokio::test]
async fn a_program_that_waits_for_discord_ends_when_told() {
    let house = House::new(World::standard(), "").await;
    house
        .fake
        .fail("GET", "/gateway/bot", 1000, RestFailure::Status(503));
    let mut bot = house.start();
    let is_asked = house.fake.wait_requests("GET", "/gateway/bot", 2, LONG);
    assert!(is_asked.await);
    house.stop(&mut bot).await;
    house.close(&[&bot]);
}

#[tokio::test]
async fn a_program_that_waits_for_the_gateway_ends_when_told() {
    let house = House::new(World::standard(), "").await;
    let mut bot = house.open().await;
    house.fake.gateway_down();
    assert!(house.fake.wait_disconnected(LONG).await);
    house.stop(&mut bot).await;
    house.close(&[&bot]);
}

/// The index is built by somebody else, who holds the lock.
#[tokio::test]
async fn a_program_that_waits_for_the_index_ends_when_told() {
    let house = House::bare(World::standard(), "").await;
    std::fs::create_dir_all(house.path("index")).unwrap();
    let lock = std::fs::File::create(house.path("index/LOCK")).unwrap();
    lock.lock().unwrap();
    let mut bot = house.start();
    let is_waiting = bot.wait_log("opening the index", LONG).await;
    assert!(is_waiting, "{}", bot.output());
    house.stop(&mut bot).await;
    house.close(&[&bot]);
}
