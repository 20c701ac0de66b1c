//! Votes on answers.

use sqlx::Row;
use sqlx::sqlite::{SqlitePool, SqliteRow};

use super::column;
use crate::store::{Feedback, FeedbackCounts, GuildId, MessageId, UserId};

pub(super) async fn record(writer: &SqlitePool, feedback: &Feedback) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT OR REPLACE INTO feedback (message, user, guild, helpful, comment, day)
         VALUES (?, ?, ?, ?, ?, ?)",
    )
    .bind(feedback.message.to_sql())
    .bind(feedback.user.to_sql())
    .bind(feedback.guild.map(GuildId::to_sql))
    .bind(feedback.helpful)
    .bind(&feedback.comment)
    .bind(feedback.day.to_string())
    .execute(writer)
    .await?;
    Ok(())
}

pub(super) async fn counts(
    reader: &SqlitePool,
    guild: Option<GuildId>,
) -> Result<FeedbackCounts, sqlx::Error> {
    let row = sqlx::query(
        "SELECT count(*) FILTER (WHERE helpful) AS helpful,
                count(*) FILTER (WHERE NOT helpful) AS not_helpful
         FROM feedback WHERE guild IS ?",
    )
    .bind(guild.map(GuildId::to_sql))
    .fetch_one(reader)
    .await?;
    let helpful: i64 = row.try_get("helpful")?;
    let not_helpful: i64 = row.try_get("not_helpful")?;
    Ok(FeedbackCounts {
        helpful: helpful.cast_unsigned(),
        not_helpful: not_helpful.cast_unsigned(),
    })
}

/// The vote in a row that has all columns.
pub(super) fn from_row(row: &SqliteRow) -> Result<Feedback, sqlx::Error> {
    let guild: Option<i64> = row.try_get("guild")?;
    Ok(Feedback {
        guild: guild.map(GuildId::from_sql),
        user: UserId::from_sql(row.try_get("user")?),
        message: MessageId::from_sql(row.try_get("message")?),
        helpful: row.try_get("helpful")?,
        comment: row.try_get("comment")?,
        day: column::day(row.try_get("day")?)?,
    })
}
