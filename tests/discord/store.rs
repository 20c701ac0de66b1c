//! A database that is locked, damaged or from the future: answers come all the same, and nothing is promised that
//! was not kept.

use std::path::Path;
use std::time::Duration;

use serde_json::json;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, Executor};

use crate::fake::{World, world};
use crate::house::{House, shown, used};
use crate::scene::LONG;

const FILE: &str = "data/sonae.sqlite3";

/// Opens the database as another program does.
async fn another_program(file: &Path) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(file);
    options.connect().await.unwrap()
}

/// Changes the database of a program that does not run, and returns how many rows that were.
pub async fn changed(file: &Path, sql: &str) -> u64 {
    let mut connection = another_program(file).await;
    let done = connection.execute(AssertSqlSafe(sql)).await.unwrap();
    done.rows_affected()
}

#[tokio::test]
async fn while_the_store_is_locked_answers_come_and_votes_say_that_they_are_not_kept() {
    let house = House::new(World::standard(), "").await;
    let bot = house.open().await;
    let asker = house.fake.person(world::ASKER);
    let mut other = another_program(&house.path(FILE)).await;
    other.execute("BEGIN EXCLUSIVE").await.unwrap();
    // One that is answered, and one that would be kept because it is not.
    let mut answers = Vec::new();
    for question in ["VPNは必要?", "おいしいカレーの作り方は?"] {
        let asked = asker.slash("ask", json!({"question": question})).unwrap();
        answers.push(asked);
        asker.mentions(question).reply().await;
    }
    for answer in &answers {
        answer.settled().await;
        let response = answer.response().unwrap();
        assert!(response.after < Duration::from_secs(3), "{response:?}");
    }
    let vote = asker
        .press(answers[0].message_id(), "👍 役に立った")
        .unwrap();
    assert!(vote.wait_settled(LONG).await);
    assert!(vote.response().unwrap().after < Duration::from_secs(3));
    insta::assert_snapshot!("vote_not_saved", shown(&vote).await);
    let admin = house.fake.person(world::ADMIN);
    let changed = used(&admin, "settings private", json!({"enabled": true})).await;
    insta::assert_snapshot!("setting_not_saved", changed);
    insta::assert_snapshot!("status_locked", used(&admin, "kb status", json!({})).await);
    other.execute("ROLLBACK").await.unwrap();
    let vote = asker
        .press(answers[0].message_id(), "👍 役に立った")
        .unwrap();
    let thanks = shown(&vote).await;
    assert!(thanks.contains("ありがとう"), "{thanks}");
    let status = used(&admin, "kb status", json!({})).await;
    assert!(status.contains("役に立った 1 件"), "{status}");
    house.close(&[&bot]);
}

#[tokio::test]
async fn a_store_that_is_locked_at_the_next_start_is_no_reason_not_to_start() {
    let house = House::new(World::standard(), "").await;
    let mut first = house.open().await;
    house.stop(&mut first).await;
    let mut other = another_program(&house.path(FILE)).await;
    other.execute("BEGIN EXCLUSIVE").await.unwrap();
    let second = house.open().await;
    let asker = house.fake.person(world::ASKER);
    asker.mentions("VPNは必要?").reply().await;
    house.close(&[&first, &second]);
}

#[tokio::test]
async fn a_damaged_store_ends_the_program_and_names_the_file() {
    let house = House::new(World::standard(), "").await;
    std::fs::create_dir(house.path("data")).unwrap();
    std::fs::write(house.path(FILE), "this is no database\n".repeat(500)).unwrap();
    let mut bot = house.start();
    let status = bot.wait_exit(LONG).await;
    let output = bot.output();
    assert_eq!(status.and_then(|status| status.code()), Some(1), "{output}");
    for words in [FILE, "is damaged", "restore a copy"] {
        assert!(output.contains(words), "{output}");
    }
    house.close(&[&bot]);
}

#[tokio::test]
async fn a_store_of_a_later_version_ends_the_program_and_is_left_alone() {
    let house = House::new(World::standard(), "").await;
    let mut first = house.open().await;
    house.stop(&mut first).await;
    let later = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
        VALUES (9999, 'later', 1, x'00', 0)";
    assert_eq!(changed(&house.path(FILE), later).await, 1);
    let mut second = house.start();
    let status = second.wait_exit(LONG).await;
    let output = second.output();
    assert_eq!(status.and_then(|status| status.code()), Some(1), "{output}");
    assert!(output.contains("later version of the program"), "{output}");
    house.close(&[&first, &second]);
}
