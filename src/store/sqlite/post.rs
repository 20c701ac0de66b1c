//! Posts taken for sending.

use jiff::Timestamp;
use sqlx::sqlite::SqlitePool;

use super::column;
use crate::store::PostKey;

pub(super) async fn claim(
    writer: &SqlitePool,
    post: PostKey,
    now: Timestamp,
) -> Result<Timestamp, sqlx::Error> {
    // Without a change nothing would be returned.
    let first: i64 = sqlx::query_scalar(
        "INSERT INTO posts (round, subject, turn, at) VALUES (?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET at = at RETURNING at",
    )
    .bind(post.round)
    .bind(post.subject.cast_signed())
    .bind(post.turn)
    .bind(now.as_millisecond())
    .fetch_one(writer)
    .await?;
    column::moment(first)
}
