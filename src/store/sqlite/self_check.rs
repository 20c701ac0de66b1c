//! Self-checks and their answers.

use jiff::Timestamp;
use sqlx::sqlite::{SqlitePool, SqliteRow};
use sqlx::{Row, SqliteExecutor};

use super::{BEGIN, column};
use crate::store::{FINISHED_SELF_CHECKS, GuildId, KeptSelfCheck, UserId};

pub(super) async fn open(
    writer: &SqlitePool,
    user: UserId,
    guild: Option<GuildId>,
    now: Timestamp,
) -> Result<u64, sqlx::Error> {
    let mut transaction = writer.begin_with(BEGIN).await?;
    sqlx::query("DELETE FROM self_checks WHERE user = ? AND guild IS ? AND finished_at IS NULL")
        .bind(user.to_sql())
        .bind(guild.map(GuildId::to_sql))
        .execute(&mut *transaction)
        .await?;
    let id: i64 = sqlx::query_scalar(
        "INSERT INTO self_checks (user, guild, changed_at) VALUES (?, ?, ?) RETURNING id",
    )
    .bind(user.to_sql())
    .bind(guild.map(GuildId::to_sql))
    .bind(now.as_millisecond())
    .fetch_one(&mut *transaction)
    .await?;
    transaction.commit().await?;
    Ok(id.cast_unsigned())
}

pub(super) async fn of(
    reader: &SqlitePool,
    user: UserId,
    guild: Option<GuildId>,
) -> Result<Vec<KeptSelfCheck>, sqlx::Error> {
    // The one that is open, then the latest; `id` grows with time.
    let rows = sqlx::query(
        "SELECT id, changed_at, finished_at FROM self_checks WHERE user = ? AND guild IS ?
         ORDER BY finished_at IS NOT NULL, finished_at DESC, id DESC",
    )
    .bind(user.to_sql())
    .bind(guild.map(GuildId::to_sql))
    .fetch_all(reader)
    .await?;
    let mut checks = Vec::with_capacity(rows.len());
    for row in &rows {
        checks.push(with_answers(reader, row).await?);
    }
    Ok(checks)
}

pub(super) async fn answer(
    writer: &SqlitePool,
    check: u64,
    user: UserId,
    (question, answer): (u8, &str),
    now: Timestamp,
) -> Result<Option<KeptSelfCheck>, sqlx::Error> {
    let mut transaction = writer.begin_with(BEGIN).await?;
    let changed = sqlx::query(
        "UPDATE self_checks SET changed_at = ? WHERE id = ? AND user = ? AND finished_at IS NULL",
    )
    .bind(now.as_millisecond())
    .bind(check.cast_signed())
    .bind(user.to_sql())
    .execute(&mut *transaction)
    .await?;
    if changed.rows_affected() > 0 {
        sqlx::query(
            "INSERT INTO self_check_answers (self_check, question, answer) VALUES (?, ?, ?)
             ON CONFLICT DO UPDATE SET answer = excluded.answer",
        )
        .bind(check.cast_signed())
        .bind(question)
        .bind(answer)
        .execute(&mut *transaction)
        .await?;
    }
    let found = found(&mut transaction, check, user).await?;
    transaction.commit().await?;
    Ok(found)
}

pub(super) async fn finish(
    writer: &SqlitePool,
    check: u64,
    user: UserId,
    now: Timestamp,
) -> Result<Option<KeptSelfCheck>, sqlx::Error> {
    let mut transaction = writer.begin_with(BEGIN).await?;
    sqlx::query(
        "UPDATE self_checks SET changed_at = ?1, finished_at = ?1
         WHERE id = ?2 AND user = ?3 AND finished_at IS NULL",
    )
    .bind(now.as_millisecond())
    .bind(check.cast_signed())
    .bind(user.to_sql())
    .execute(&mut *transaction)
    .await?;
    sqlx::query(
        "DELETE FROM self_checks WHERE id IN (
             SELECT id FROM self_checks
             WHERE user = ?1 AND guild IS (SELECT guild FROM self_checks WHERE id = ?2)
               AND finished_at IS NOT NULL
             ORDER BY finished_at DESC, id DESC LIMIT -1 OFFSET ?3)",
    )
    .bind(user.to_sql())
    .bind(check.cast_signed())
    .bind(FINISHED_SELF_CHECKS)
    .execute(&mut *transaction)
    .await?;
    let found = found(&mut transaction, check, user).await?;
    transaction.commit().await?;
    Ok(found)
}

pub(super) async fn latest_in(
    reader: &SqlitePool,
    guild: GuildId,
) -> Result<Vec<Vec<(u8, String)>>, sqlx::Error> {
    let ids: Vec<i64> = sqlx::query_scalar(
        "SELECT id FROM (
             SELECT id, row_number() OVER (PARTITION BY user ORDER BY finished_at DESC, id DESC) AS place
             FROM self_checks WHERE guild = ? AND finished_at IS NOT NULL)
         WHERE place = 1",
    )
    .bind(guild.to_sql())
    .fetch_all(reader)
    .await?;
    let mut latest = Vec::with_capacity(ids.len());
    for id in ids {
        latest.push(answers(reader, id).await?);
    }
    Ok(latest)
}

async fn found(
    connection: &mut sqlx::SqliteConnection,
    check: u64,
    user: UserId,
) -> Result<Option<KeptSelfCheck>, sqlx::Error> {
    let row = sqlx::query(
        "SELECT id, changed_at, finished_at FROM self_checks WHERE id = ? AND user = ?",
    )
    .bind(check.cast_signed())
    .bind(user.to_sql())
    .fetch_optional(&mut *connection)
    .await?;
    match row {
        Some(row) => Ok(Some(with_answers(&mut *connection, &row).await?)),
        None => Ok(None),
    }
}

async fn with_answers(
    executor: impl SqliteExecutor<'_>,
    row: &SqliteRow,
) -> Result<KeptSelfCheck, sqlx::Error> {
    let id: i64 = row.try_get("id")?;
    let finished_at: Option<i64> = row.try_get("finished_at")?;
    Ok(KeptSelfCheck {
        id: id.cast_unsigned(),
        changed_at: column::moment(row.try_get("changed_at")?)?,
        finished_at: finished_at.map(column::moment).transpose()?,
        answers: answers(executor, id).await?,
    })
}

async fn answers(
    executor: impl SqliteExecutor<'_>,
    id: i64,
) -> Result<Vec<(u8, String)>, sqlx::Error> {
    let rows = sqlx::query(
        "SELECT question, answer FROM self_check_answers WHERE self_check = ? ORDER BY question",
    )
    .bind(id)
    .fetch_all(executor)
    .await?;
    rows.iter()
        .map(|row| Ok((row.try_get("question")?, row.try_get("answer")?)))
        .collect()
}
