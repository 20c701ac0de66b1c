//! Opens the file: folder, rights, pragmas, migrations, and a look at whether it is whole.

use std::io;
use std::path::Path;
use std::time::Duration;

use sqlx::migrate::{MigrateError, Migration, MigrationType, Migrator};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{ConnectOptions, SqlSafeStr};

use super::SqliteStore;
use super::failure::told;
use crate::store::StoreError;

/// Readers do not wait for the writer, nor for each other up to this number.
const READERS: u32 = 2;

/// How much longer than the busy timeout a call waits for its turn behind others of this program.
const TURN: Duration = Duration::from_secs(1);

/// Every change of the tables, in order, under the number of its file; a database may stand at any of them.
fn migrations() -> Vec<Migration> {
    let texts = [
        (
            1,
            "guilds and messages",
            include_str!("../migrations/0001_guilds_and_messages.sql"),
        ),
        (
            2,
            "questions and history",
            include_str!("../migrations/0002_questions_and_history.sql"),
        ),
        (
            3,
            "profiles",
            include_str!("../migrations/0003_profiles.sql"),
        ),
        (
            4,
            "self-checks",
            include_str!("../migrations/0004_self_checks.sql"),
        ),
        (5, "drills", include_str!("../migrations/0005_drills.sql")),
        (6, "watches", include_str!("../migrations/0006_watches.sql")),
        (7, "posts", include_str!("../migrations/0007_posts.sql")),
    ];
    texts
        .into_iter()
        .map(|(version, description, sql)| {
            let kind = MigrationType::Simple;
            Migration::new(version, description.into(), kind, sql.into_sql_str(), false)
        })
        .collect()
}

impl SqliteStore {
    /// Opens the file, creates it when it does not exist, and brings its tables up to date. A write that
    /// finds the file locked by another program waits for `busy_timeout`.
    ///
    /// # Errors
    /// When the file cannot be created, is damaged, locked, or from a later version.
    pub async fn open(file: &Path, busy_timeout: Duration) -> Result<Self, StoreError> {
        create(file).await?;
        let options = SqliteConnectOptions::new()
            .filename(file)
            .busy_timeout(busy_timeout)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Normal)
            .foreign_keys(true)
            // What is deleted for somebody's sake is overwritten, not only unlinked.
            .pragma("secure_delete", "ON")
            // Failures are told by their error; a line for each statement helps nobody.
            .disable_statement_logging();
        let pool = SqlitePoolOptions::new()
            .acquire_timeout(busy_timeout + TURN)
            .idle_timeout(None)
            .max_lifetime(None)
            .test_before_acquire(false);
        // One writer: the calls of this program queue here instead of refusing each other in SQLite.
        let writer = told(
            file,
            "opening",
            pool.clone()
                .max_connections(1)
                .connect_with(options.clone())
                .await,
        )?;
        check_whole(file, &writer).await?;
        migrate(file, &writer).await?;
        let reader = pool
            .max_connections(READERS)
            .connect_with(options.pragma("query_only", "ON"))
            .await;
        Ok(Self {
            file: file.to_owned(),
            writer,
            reader: told(file, "opening", reader)?,
        })
    }
}

/// Creates the folder and an empty file that only its owner reads; SQLite gives the same rights to the files
/// it puts beside it.
async fn create(file: &Path) -> Result<(), StoreError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        |source: io::Error| StoreError::Create { path, source }
    };
    if let Some(folder) = file.parent() {
        tokio::fs::create_dir_all(folder)
            .await
            .map_err(failed(folder))?;
    }
    let mut options = tokio::fs::OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    options.mode(0o600);
    options.open(file).await.map_err(failed(file))?;
    Ok(())
}

async fn check_whole(file: &Path, writer: &SqlitePool) -> Result<(), StoreError> {
    let found = sqlx::query_scalar("PRAGMA quick_check(1)")
        .fetch_one(writer)
        .await;
    let found: String = told(file, "checking", found)?;
    match found == "ok" {
        true => Ok(()),
        false => Err(StoreError::Damaged {
            path: file.to_owned(),
        }),
    }
}

async fn migrate(file: &Path, writer: &SqlitePool) -> Result<(), StoreError> {
    let doing = "updating the tables";
    match Migrator::with_migrations(migrations()).run(writer).await {
        Ok(()) => Ok(()),
        Err(MigrateError::VersionMissing(_)) => Err(StoreError::Newer {
            path: file.to_owned(),
        }),
        Err(MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _)) => {
            told(file, doing, Err(error))
        }
        Err(error) => Err(StoreError::Failed {
            path: file.to_owned(),
            doing,
            source: error.into(),
        }),
    }
}
