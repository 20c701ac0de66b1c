//! Messages taken for answering.

use jiff::Timestamp;
use sqlx::sqlite::SqlitePool;

use crate::store::MessageId;

pub(super) async fn claim(
    writer: &SqlitePool,
    message: MessageId,
    now: Timestamp,
) -> Result<bool, sqlx::Error> {
    let inserted =
        sqlx::query("INSERT INTO claims (message, at) VALUES (?, ?) ON CONFLICT DO NOTHING")
            .bind(message.to_sql())
            .bind(now.as_millisecond())
            .execute(writer)
            .await?;
    Ok(inserted.rows_affected() == 1)
}
