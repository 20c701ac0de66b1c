//! Topics that people watch, and what they know of them.

use jiff::Timestamp;
use sqlx::sqlite::{SqlitePool, SqliteRow};
use sqlx::{Row, SqliteExecutor};

use super::{BEGIN, column};
use crate::question::Language;
use crate::store::{MOST_WATCHES, TopicState, UserId, Watch};

pub(super) async fn of(reader: &SqlitePool, user: UserId) -> Result<Vec<Watch>, sqlx::Error> {
    let rows = sqlx::query(
        "SELECT user, topic, language, state, since, noted FROM watches WHERE user = ? ORDER BY topic",
    )
    .bind(user.to_sql())
    .fetch_all(reader)
    .await?;
    rows.iter().map(from_row).collect()
}

pub(super) async fn look(
    writer: &SqlitePool,
    user: UserId,
    topic: &str,
    language: Language,
    state: &TopicState,
    now: Timestamp,
) -> Result<bool, sqlx::Error> {
    let mut transaction = writer.begin_with(BEGIN).await?;
    keep_state(&mut *transaction, state, now).await?;
    // What is known until now is read on, page by page, for some time yet.
    sqlx::query(
        "UPDATE topic_states SET at = ?
         WHERE number = (SELECT state FROM watches WHERE user = ? AND topic = ?)",
    )
    .bind(now.as_millisecond())
    .bind(user.to_sql())
    .bind(topic)
    .execute(&mut *transaction)
    .await?;
    let looked = sqlx::query(
        "INSERT INTO watches (user, topic, language, state, since)
         SELECT ?1, ?2, ?3, ?4, ?5
         WHERE EXISTS (SELECT 1 FROM watches WHERE user = ?1 AND topic = ?2)
            OR (SELECT count(*) FROM watches WHERE user = ?1) < ?6
         ON CONFLICT DO UPDATE SET language = ?3, state = ?4, since = ?5, told = NULL",
    )
    .bind(user.to_sql())
    .bind(topic)
    .bind(language.code())
    .bind(state.number.cast_signed())
    .bind(now.as_millisecond())
    .bind(MOST_WATCHES)
    .execute(&mut *transaction)
    .await?;
    transaction.commit().await?;
    Ok(looked.rows_affected() == 1)
}

pub(super) async fn state(reader: &SqlitePool, number: u64) -> Result<Option<String>, sqlx::Error> {
    sqlx::query_scalar("SELECT text FROM topic_states WHERE number = ?")
        .bind(number.cast_signed())
        .fetch_optional(reader)
        .await
}

pub(super) async fn set_monthly(
    writer: &SqlitePool,
    user: UserId,
    topic: Option<&str>,
    noted: Option<u32>,
) -> Result<u64, sqlx::Error> {
    let set = sqlx::query(
        "UPDATE watches SET noted = ?1, told = NULL WHERE user = ?2 AND (?3 IS NULL OR topic = ?3)",
    )
    .bind(noted)
    .bind(user.to_sql())
    .bind(topic)
    .execute(writer)
    .await?;
    Ok(set.rows_affected())
}

pub(super) async fn unwatch(
    writer: &SqlitePool,
    user: UserId,
    topic: &str,
) -> Result<(), sqlx::Error> {
    sqlx::query("DELETE FROM watches WHERE user = ? AND topic = ?")
        .bind(user.to_sql())
        .bind(topic)
        .execute(writer)
        .await?;
    Ok(())
}

pub(super) async fn without_note(
    reader: &SqlitePool,
    month: u32,
    people: u32,
) -> Result<Vec<Watch>, sqlx::Error> {
    let rows = sqlx::query(
        "SELECT user, topic, language, state, since, noted FROM watches
         WHERE noted < ?1 AND user IN
            (SELECT DISTINCT user FROM watches WHERE noted < ?1 ORDER BY user LIMIT ?2)
         ORDER BY user, topic",
    )
    .bind(month)
    .bind(people)
    .fetch_all(reader)
    .await?;
    rows.iter().map(from_row).collect()
}

pub(super) async fn begin_note(
    writer: &SqlitePool,
    user: UserId,
    told: &[(String, TopicState)],
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    let mut transaction = writer.begin_with(BEGIN).await?;
    for (topic, state) in told {
        keep_state(&mut *transaction, state, now).await?;
        sqlx::query("UPDATE watches SET told = ? WHERE user = ? AND topic = ?")
            .bind(state.number.cast_signed())
            .bind(user.to_sql())
            .bind(topic)
            .execute(&mut *transaction)
            .await?;
    }
    transaction.commit().await
}

pub(super) async fn note_sent(
    writer: &SqlitePool,
    user: UserId,
    month: u32,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    let mut transaction = writer.begin_with(BEGIN).await?;
    // The buttons of the note lead from what was known before.
    sqlx::query(
        "UPDATE topic_states SET at = ? WHERE number IN
            (SELECT state FROM watches WHERE user = ? AND told IS NOT NULL)",
    )
    .bind(now.as_millisecond())
    .bind(user.to_sql())
    .execute(&mut *transaction)
    .await?;
    sqlx::query("UPDATE watches SET state = told, since = ? WHERE user = ? AND told IS NOT NULL")
        .bind(now.as_millisecond())
        .bind(user.to_sql())
        .execute(&mut *transaction)
        .await?;
    end_note_in(&mut *transaction, user, month).await?;
    transaction.commit().await
}

pub(super) async fn end_note(
    writer: &SqlitePool,
    user: UserId,
    month: u32,
) -> Result<(), sqlx::Error> {
    end_note_in(writer, user, month).await
}

async fn end_note_in(
    executor: impl SqliteExecutor<'_>,
    user: UserId,
    month: u32,
) -> Result<(), sqlx::Error> {
    sqlx::query("UPDATE watches SET noted = ?1, told = NULL WHERE user = ?2 AND noted < ?1")
        .bind(month)
        .bind(user.to_sql())
        .execute(executor)
        .await?;
    Ok(())
}

async fn keep_state(
    executor: impl SqliteExecutor<'_>,
    state: &TopicState,
    now: Timestamp,
) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO topic_states (number, text, at) VALUES (?, ?, ?)
         ON CONFLICT DO UPDATE SET at = excluded.at",
    )
    .bind(state.number.cast_signed())
    .bind(&state.text)
    .bind(now.as_millisecond())
    .execute(executor)
    .await?;
    Ok(())
}

fn from_row(row: &SqliteRow) -> Result<Watch, sqlx::Error> {
    let state: i64 = row.try_get("state")?;
    let noted: Option<u32> = row.try_get("noted")?;
    let language: &str = row.try_get("language")?;
    Ok(Watch {
        user: UserId::from_sql(row.try_get("user")?),
        topic: row.try_get("topic")?,
        language: column::language(language).unwrap_or(Language::Ja),
        state: state.cast_unsigned(),
        since: column::moment(row.try_get("since")?)?,
        is_monthly: noted.is_some(),
    })
}
