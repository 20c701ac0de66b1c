//! Drills and who takes part in them.

use jiff::Timestamp;
use sqlx::sqlite::{SqlitePool, SqliteRow};
use sqlx::{Row, SqliteExecutor};

use super::{BEGIN, column};
use crate::question::Language;
use crate::store::{ChannelId, GuildId, KeptDrill, MessageId, UserId};

pub(super) async fn open(
    writer: &SqlitePool,
    drill: &KeptDrill,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO drills (number, guild, language, state, version, called_at)
         VALUES (?, ?, ?, ?, 0, ?) ON CONFLICT DO NOTHING",
    )
    .bind(drill.number.to_sql())
    .bind(drill.guild.to_sql())
    .bind(drill.language.code())
    .bind(&drill.state)
    .bind(now.as_millisecond())
    .execute(writer)
    .await?;
    Ok(())
}

pub(super) async fn of(
    reader: &SqlitePool,
    number: MessageId,
) -> Result<Option<KeptDrill>, sqlx::Error> {
    // One moment of the file for the drill and its seats: a seat that is taken in between would be lost on them.
    let mut moment = reader.begin().await?;
    let row = sqlx::query("SELECT * FROM drills WHERE number = ?")
        .bind(number.to_sql())
        .fetch_optional(&mut *moment)
        .await?;
    match row {
        Some(row) => Ok(Some(from_row(&mut *moment, &row).await?)),
        None => Ok(None),
    }
}

pub(super) async fn due(
    reader: &SqlitePool,
    now: Timestamp,
) -> Result<Vec<KeptDrill>, sqlx::Error> {
    let mut moment = reader.begin().await?;
    let rows = sqlx::query("SELECT * FROM drills WHERE next_at <= ? ORDER BY next_at, number")
        .bind(now.as_millisecond())
        .fetch_all(&mut *moment)
        .await?;
    let mut drills = Vec::with_capacity(rows.len());
    for row in &rows {
        drills.push(from_row(&mut *moment, row).await?);
    }
    Ok(drills)
}

pub(super) async fn next_at(reader: &SqlitePool) -> Result<Option<Timestamp>, sqlx::Error> {
    let next: Option<i64> = sqlx::query_scalar("SELECT min(next_at) FROM drills")
        .fetch_one(reader)
        .await?;
    next.map(column::moment).transpose()
}

pub(super) async fn keep(writer: &SqlitePool, drill: &KeptDrill) -> Result<bool, sqlx::Error> {
    let mut transaction = writer.begin_with(BEGIN).await?;
    let changed = sqlx::query(
        "UPDATE drills SET thread = ?, state = ?, next_at = ?, version = version + 1
         WHERE number = ? AND version = ?",
    )
    .bind(drill.thread.map(ChannelId::to_sql))
    .bind(&drill.state)
    .bind(drill.next_at.map(Timestamp::as_millisecond))
    .bind(drill.number.to_sql())
    .bind(drill.version)
    .execute(&mut *transaction)
    .await?;
    if changed.rows_affected() == 0 {
        return Ok(false);
    }
    for (seat, user) in (0_u32..).zip(&drill.seats) {
        sqlx::query(
            "INSERT INTO drill_seats (drill, seat, user) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        )
        .bind(drill.number.to_sql())
        .bind(seat)
        .bind(user.map(UserId::to_sql))
        .execute(&mut *transaction)
        .await?;
    }
    transaction.commit().await?;
    Ok(true)
}

async fn from_row(
    executor: impl SqliteExecutor<'_>,
    row: &SqliteRow,
) -> Result<KeptDrill, sqlx::Error> {
    let number: i64 = row.try_get("number")?;
    let language: String = row.try_get("language")?;
    let thread: Option<i64> = row.try_get("thread")?;
    let next_at: Option<i64> = row.try_get("next_at")?;
    let seats: Vec<Option<i64>> =
        sqlx::query_scalar("SELECT user FROM drill_seats WHERE drill = ? ORDER BY seat")
            .bind(number)
            .fetch_all(executor)
            .await?;
    Ok(KeptDrill {
        number: MessageId::from_sql(number),
        guild: GuildId::from_sql(row.try_get("guild")?),
        language: column::language(&language).unwrap_or(Language::Ja),
        thread: thread.map(ChannelId::from_sql),
        seats: seats
            .into_iter()
            .map(|user| user.map(UserId::from_sql))
            .collect(),
        state: row.try_get("state")?,
        next_at: next_at.map(column::moment).transpose()?,
        version: row.try_get("version")?,
    })
}
