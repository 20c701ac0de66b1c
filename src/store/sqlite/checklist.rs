//! Checklists and their ticks.

use jiff::Timestamp;
use sqlx::sqlite::SqlitePool;
use sqlx::{Row, SqliteExecutor};

use super::{BEGIN, column};
use crate::store::{Checklist, GuildId, MessageId, Tick, UserId};

pub(super) async fn open(
    writer: &SqlitePool,
    message: MessageId,
    guild: Option<GuildId>,
    playbook: &str,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO checklists (message, guild, playbook, opened_at) VALUES (?, ?, ?, ?)
         ON CONFLICT DO NOTHING",
    )
    .bind(message.to_sql())
    .bind(guild.map(GuildId::to_sql))
    .bind(playbook)
    .bind(now.as_millisecond())
    .execute(writer)
    .await?;
    Ok(())
}

pub(super) async fn of(
    executor: impl SqliteExecutor<'_>,
    message: MessageId,
) -> Result<Option<Checklist>, sqlx::Error> {
    let row = sqlx::query("SELECT guild, playbook, opened_at FROM checklists WHERE message = ?")
        .bind(message.to_sql())
        .fetch_optional(executor)
        .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    let guild: Option<i64> = row.try_get("guild")?;
    Ok(Some(Checklist {
        message,
        guild: guild.map(GuildId::from_sql),
        playbook: row.try_get("playbook")?,
        opened_at: column::moment(row.try_get("opened_at")?)?,
    }))
}

pub(super) async fn tick(
    writer: &SqlitePool,
    message: MessageId,
    step: u32,
    user: UserId,
    now: Timestamp,
) -> Result<Option<Vec<Tick>>, sqlx::Error> {
    let mut transaction = writer.begin_with(BEGIN).await?;
    if of(&mut *transaction, message).await?.is_none() {
        return Ok(None);
    }
    let unticked = sqlx::query("DELETE FROM ticks WHERE message = ? AND step = ?")
        .bind(message.to_sql())
        .bind(step)
        .execute(&mut *transaction)
        .await?;
    if unticked.rows_affected() == 0 {
        sqlx::query("INSERT INTO ticks (message, step, user, at) VALUES (?, ?, ?, ?)")
            .bind(message.to_sql())
            .bind(step)
            .bind(user.to_sql())
            .bind(now.as_millisecond())
            .execute(&mut *transaction)
            .await?;
    }
    let ticks = ticks(&mut *transaction, message).await?;
    transaction.commit().await?;
    Ok(Some(ticks))
}

pub(super) async fn ticks(
    executor: impl SqliteExecutor<'_>,
    message: MessageId,
) -> Result<Vec<Tick>, sqlx::Error> {
    let rows = sqlx::query("SELECT step, user, at FROM ticks WHERE message = ? ORDER BY step")
        .bind(message.to_sql())
        .fetch_all(executor)
        .await?;
    let mut ticks = Vec::with_capacity(rows.len());
    for row in &rows {
        let user: Option<i64> = row.try_get("user")?;
        ticks.push(Tick {
            step: row.try_get("step")?,
            user: user.map(UserId::from_sql),
            at: column::moment(row.try_get("at")?)?,
        });
    }
    Ok(ticks)
}
