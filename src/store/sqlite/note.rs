//! What the program notes for itself, and whether it can be noted now.

use sqlx::sqlite::SqlitePool;

use super::BEGIN;

pub(super) async fn of(reader: &SqlitePool, key: &str) -> Result<Option<String>, sqlx::Error> {
    sqlx::query_scalar("SELECT value FROM notes WHERE key = ?")
        .bind(key)
        .fetch_optional(reader)
        .await
}

pub(super) async fn set(writer: &SqlitePool, key: &str, value: &str) -> Result<(), sqlx::Error> {
    sqlx::query("INSERT OR REPLACE INTO notes (key, value) VALUES (?, ?)")
        .bind(key)
        .bind(value)
        .execute(writer)
        .await?;
    Ok(())
}

pub(super) async fn mark_once(writer: &SqlitePool, key: &str) -> Result<bool, sqlx::Error> {
    let inserted =
        sqlx::query("INSERT INTO notes (key, value) VALUES (?, '') ON CONFLICT DO NOTHING")
            .bind(key)
            .execute(writer)
            .await?;
    Ok(inserted.rows_affected() == 1)
}

/// Reads, and takes and gives back the right to write.
pub(super) async fn health(reader: &SqlitePool, writer: &SqlitePool) -> Result<(), sqlx::Error> {
    sqlx::query("SELECT count(*) FROM notes")
        .execute(reader)
        .await?;
    writer.begin_with(BEGIN).await?.rollback().await
}
