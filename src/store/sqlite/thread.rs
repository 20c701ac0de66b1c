//! Threads that the bot opened.

use jiff::Timestamp;
use sqlx::sqlite::SqlitePool;

use crate::store::{ChannelId, GuildId};

pub(super) async fn remember(
    writer: &SqlitePool,
    guild: GuildId,
    thread: ChannelId,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    sqlx::query("INSERT INTO threads (thread, guild, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
        .bind(thread.to_sql())
        .bind(guild.to_sql())
        .bind(now.as_millisecond())
        .execute(writer)
        .await?;
    Ok(())
}

pub(super) async fn is_own(reader: &SqlitePool, thread: ChannelId) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM threads WHERE thread = ?)")
        .bind(thread.to_sql())
        .fetch_one(reader)
        .await
}
