//! The store's file: opening, versions, locks and damage. Errors name the file and tell no content.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use jiff::civil::date;
use sonae::question::Language;
use sonae::store::{Cause, GuildId, MessageId, SqliteStore, Store, StoreError, Unanswered};
use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection, SqlSafeStr};
use tempfile::TempDir;

const TIMEOUT: Duration = Duration::from_millis(300);

fn folder_and_file() -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("sonae.sqlite3");
    (folder, file)
}

async fn open(file: &Path) -> Result<SqliteStore, StoreError> {
    SqliteStore::open(file, TIMEOUT).await
}

/// Another program's connection to the file.
async fn connection(file: &Path) -> SqliteConnection {
    let options = SqliteConnectOptions::new().filename(file);
    options.create_if_missing(true).connect().await.unwrap()
}

async fn run(connection: &mut SqliteConnection, statement: &'static str) {
    sqlx::query(statement).execute(connection).await.unwrap();
}

fn question(text: &str) -> Unanswered {
    Unanswered {
        guild: Some(GuildId(1)),
        day: date(2026, 4, 1),
        question: text.to_owned(),
        language: Language::Ja,
        cause: Cause::Abstained,
        topic: None,
    }
}

/// Expects an error that names the file.
fn check_names_the_file(error: &StoreError, file: &Path) {
    let message = error.to_string();
    assert!(message.contains(&file.display().to_string()), "{message}");
}

#[tokio::test]
async fn folder_and_file_are_created_for_the_owner_alone() {
    let (folder, _) = folder_and_file();
    let file = folder.path().join("a/b/sonae.sqlite3");
    let store = open(&file).await.unwrap();
    store
        .claim(MessageId(1), Timestamp::UNIX_EPOCH)
        .await
        .unwrap();
    #[cfg(unix)]
    for entry in fs::read_dir(file.parent().unwrap()).unwrap() {
        use std::os::unix::fs::PermissionsExt;
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{entry:?}");
    }
}

#[tokio::test]
async fn a_file_of_the_first_version_is_brought_up_to_date() {
    let (_folder, file) = folder_and_file();
    let mut other = connection(&file).await;
    let first = include_str!("../../../src/store/migrations/0001_guilds_and_messages.sql");
    let first = Migration::new(
        1,
        "guilds and messages".into(),
        MigrationType::Simple,
        first.into_sql_str(),
        false,
    );
    Migrator::with_migrations(vec![first])
        .run(&mut other)
        .await
        .unwrap();
    run(&mut other, "INSERT INTO claims (message, at) VALUES (7, 0)").await;
    other.close().await.unwrap();
    let store = open(&file).await.unwrap();
    let claimed = store.claim(MessageId(7), Timestamp::UNIX_EPOCH).await;
    assert!(!claimed.unwrap());
    store.keep_unanswered(&question("新しい表")).await.unwrap();
    store.health().await.unwrap();
}

#[tokio::test]
async fn a_file_of_a_later_version_is_refused() {
    let (_folder, file) = folder_and_file();
    open(&file).await.unwrap().close().await;
    let mut other = connection(&file).await;
    run(
        &mut other,
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
         VALUES (99, 'later', TRUE, x'00', 0)",
    )
    .await;
    let refused = open(&file).await.unwrap_err();
    assert!(matches!(refused, StoreError::Newer { .. }), "{refused:?}");
    check_names_the_file(&refused, &file);
}

#[tokio::test]
async fn while_another_program_writes_calls_end_busy_in_time_and_work_afterwards() {
    let (_folder, file) = folder_and_file();
    let store = open(&file).await.unwrap();
    store.keep_unanswered(&question("前")).await.unwrap();
    let mut other = connection(&file).await;
    run(&mut other, "BEGIN EXCLUSIVE").await;
    let start = Instant::now();
    let busy = store.keep_unanswered(&question("山田のひみつ")).await;
    let busy = busy.unwrap_err();
    let waited = start.elapsed();
    assert!(matches!(busy, StoreError::Busy { .. }), "{busy:?}");
    check_names_the_file(&busy, &file);
    assert!(!format!("{busy:?} {busy}").contains("山田"), "{busy:?}");
    assert!(waited >= TIMEOUT / 2, "{waited:?}");
    assert!(waited < TIMEOUT + Duration::from_secs(3), "{waited:?}");
    let health = store.health().await;
    assert!(matches!(health, Err(StoreError::Busy { .. })), "{health:?}");
    // Reading goes on meanwhile.
    assert_eq!(store.unanswered(Some(GuildId(1))).await.unwrap().len(), 1);
    run(&mut other, "ROLLBACK").await;
    store.keep_unanswered(&question("後")).await.unwrap();
    store.health().await.unwrap();
    let groups = store.unanswered(Some(GuildId(1))).await.unwrap();
    assert_eq!(groups[0].count, 2);
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_and_left_alone() {
    let (_folder, file) = folder_and_file();
    let text = "what somebody wrote down here\n".repeat(300);
    fs::write(&file, &text).unwrap();
    let refused = open(&file).await.unwrap_err();
    assert!(matches!(refused, StoreError::Damaged { .. }), "{refused:?}");
    check_names_the_file(&refused, &file);
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
}

#[tokio::test]
async fn a_file_with_a_destroyed_part_is_refused() {
    let (_folder, file) = folder_and_file();
    let store = open(&file).await.unwrap();
    for number in 0..200 {
        let kept = question(&format!("質問{number}"));
        store.keep_unanswered(&kept).await.unwrap();
    }
    store.close().await;
    let mut bytes = fs::read(&file).unwrap();
    let length = bytes.len();
    bytes[4096..length].fill(0xA5);
    fs::write(&file, &bytes).unwrap();
    let refused = open(&file).await.unwrap_err();
    assert!(matches!(refused, StoreError::Damaged { .. }), "{refused:?}");
    check_names_the_file(&refused, &file);
}

#[tokio::test]
async fn a_place_where_nothing_can_be_created_is_named() {
    let (folder, _) = folder_and_file();
    fs::write(folder.path().join("a"), "").unwrap();
    let file = folder.path().join("a/sonae.sqlite3");
    let refused = open(&file).await.unwrap_err();
    assert!(matches!(refused, StoreError::Create { .. }), "{refused:?}");
    check_names_the_file(&refused, &folder.path().join("a"));
}

#[tokio::test]
async fn a_failure_tells_no_content() {
    let (_folder, file) = folder_and_file();
    let store = open(&file).await.unwrap();
    let mut other = connection(&file).await;
    run(&mut other, "DROP TABLE unanswered").await;
    let failed = store.keep_unanswered(&question("山田のひみつ")).await;
    let failed = failed.unwrap_err();
    assert!(matches!(failed, StoreError::Failed { .. }), "{failed:?}");
    assert!(
        !format!("{failed:?} {failed}").contains("山田"),
        "{failed:?}"
    );
    check_names_the_file(&failed, &file);
}
