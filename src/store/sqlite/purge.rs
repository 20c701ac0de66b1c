//! The end of what was kept for a time.

use jiff::tz::{Offset, offset};
use jiff::{Timestamp, ToSpan};
use sqlx::sqlite::SqlitePool;

use super::BEGIN;
use crate::store::{CLAIM_DAYS, Purged};

const JAPAN: Offset = offset(9);

pub(super) async fn purge(
    writer: &SqlitePool,
    now: Timestamp,
    retention_days: u16,
) -> Result<Purged, sqlx::Error> {
    let before = earlier(now, retention_days)?;
    // A day goes with its first hour: what has no hour is rather kept shorter than promised than longer.
    let last_day = JAPAN.to_datetime(before).date().to_string();
    let mut transaction = writer.begin_with(BEGIN).await?;
    let unanswered = sqlx::query("DELETE FROM unanswered WHERE day <= ?")
        .bind(&last_day)
        .execute(&mut *transaction)
        .await?;
    let feedback = sqlx::query("DELETE FROM feedback WHERE day <= ?")
        .bind(&last_day)
        .execute(&mut *transaction)
        .await?;
    let checklists = sqlx::query("DELETE FROM checklists WHERE opened_at < ?")
        .bind(before.as_millisecond())
        .execute(&mut *transaction)
        .await?;
    // A person's last answer counts: whoever goes on keeps the whole.
    let self_checks = sqlx::query("DELETE FROM self_checks WHERE changed_at < ?")
        .bind(before.as_millisecond())
        .execute(&mut *transaction)
        .await?;
    let drills = sqlx::query("DELETE FROM drills WHERE called_at < ?")
        .bind(before.as_millisecond())
        .execute(&mut *transaction)
        .await?;
    let mut claims = 0;
    for statement in [
        "DELETE FROM claims WHERE at < ?",
        "DELETE FROM posts WHERE at < ?",
    ] {
        let deleted = sqlx::query(statement)
            .bind(earlier(now, CLAIM_DAYS)?.as_millisecond())
            .execute(&mut *transaction)
            .await?;
        claims += deleted.rows_affected();
    }
    sqlx::query(
        "DELETE FROM topic_states WHERE at < ? AND number NOT IN
            (SELECT state FROM watches UNION SELECT told FROM watches WHERE told IS NOT NULL)",
    )
    .bind(before.as_millisecond())
    .execute(&mut *transaction)
    .await?;
    transaction.commit().await?;
    Ok(Purged {
        unanswered: unanswered.rows_affected(),
        feedback: feedback.rows_affected(),
        checklists: checklists.rows_affected(),
        self_checks: self_checks.rows_affected(),
        drills: drills.rows_affected(),
        claims,
    })
}

fn earlier(now: Timestamp, days: u16) -> Result<Timestamp, sqlx::Error> {
    now.checked_sub((i64::from(days) * 24).hours())
        .map_err(|error| sqlx::Error::Decode(error.into()))
}
