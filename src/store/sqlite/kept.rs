//! What is kept of a person, and its end.

use sqlx::Row;
use sqlx::sqlite::SqlitePool;

use super::{BEGIN, feedback};
use crate::store::{Forgotten, GuildId, KeptOfUser, UserId};

pub(super) async fn of(
    reader: &SqlitePool,
    user: UserId,
    guild: Option<GuildId>,
) -> Result<KeptOfUser, sqlx::Error> {
    // `?2 IS NULL`: in a direct message everything may be shown.
    let rows = sqlx::query(
        "SELECT message, user, guild, helpful, comment, day FROM feedback
         WHERE user = ?1 AND (?2 IS NULL OR guild IS NULL OR guild = ?2)
         ORDER BY day DESC, message",
    )
    .bind(user.to_sql())
    .bind(guild.map(GuildId::to_sql))
    .fetch_all(reader)
    .await?;
    let profiles = sqlx::query_scalar(
        "SELECT company FROM profiles
         WHERE user = ?1 AND (?2 IS NULL OR guild IS NULL OR guild = ?2)
         ORDER BY guild",
    )
    .bind(user.to_sql())
    .bind(guild.map(GuildId::to_sql))
    .fetch_all(reader)
    .await?;
    let counts = sqlx::query(
        "SELECT (SELECT count(*) FROM ticks JOIN checklists USING (message)
                 WHERE user = ?1 AND (?2 IS NULL OR guild IS NULL OR guild = ?2)) AS ticks,
                (SELECT count(*) FROM events
                 WHERE user = ?1 AND (?2 IS NULL OR guild IS NULL OR guild = ?2)) AS events,
                (SELECT count(*) FROM watches WHERE user = ?1) AS watches,
                (SELECT count(*) FROM self_checks
                 WHERE user = ?1 AND (?2 IS NULL OR guild IS NULL OR guild = ?2)) AS self_checks,
                (SELECT count(*) FROM drill_seats JOIN drills ON drill = number
                 WHERE user = ?1 AND (?2 IS NULL OR guild = ?2)) AS drills",
    )
    .bind(user.to_sql())
    .bind(guild.map(GuildId::to_sql))
    .fetch_one(reader)
    .await?;
    let ticks: i64 = counts.try_get("ticks")?;
    let events: i64 = counts.try_get("events")?;
    let watches: i64 = counts.try_get("watches")?;
    let self_checks: i64 = counts.try_get("self_checks")?;
    let drills: i64 = counts.try_get("drills")?;
    Ok(KeptOfUser {
        feedback: rows
            .iter()
            .map(feedback::from_row)
            .collect::<Result<_, _>>()?,
        profiles,
        self_checks: self_checks.cast_unsigned(),
        ticks: ticks.cast_unsigned(),
        events: events.cast_unsigned(),
        watches: watches.cast_unsigned(),
        drills: drills.cast_unsigned(),
    })
}

pub(super) async fn forget(writer: &SqlitePool, user: UserId) -> Result<Forgotten, sqlx::Error> {
    let mut counts = [0; 7];
    let mut transaction = writer.begin_with(BEGIN).await?;
    // Whoever holds a drill as it was before must read it again, or would seat the person anew.
    sqlx::query(
        "UPDATE drills SET version = version + 1
         WHERE number IN (SELECT drill FROM drill_seats WHERE user = ?)",
    )
    .bind(user.to_sql())
    .execute(&mut *transaction)
    .await?;
    for (count, statement) in counts.iter_mut().zip([
        "DELETE FROM feedback WHERE user = ?",
        "DELETE FROM profiles WHERE user = ?",
        "UPDATE ticks SET user = NULL WHERE user = ?",
        "UPDATE events SET user = NULL WHERE user = ?",
        "DELETE FROM watches WHERE user = ?",
        "DELETE FROM self_checks WHERE user = ?",
        "UPDATE drill_seats SET user = NULL WHERE user = ?",
    ]) {
        let done = sqlx::query(statement)
            .bind(user.to_sql())
            .execute(&mut *transaction)
            .await?;
        *count = done.rows_affected();
    }
    // A post to a person is filed under their number.
    sqlx::query("DELETE FROM posts WHERE subject = ?")
        .bind(user.to_sql())
        .execute(&mut *transaction)
        .await?;
    transaction.commit().await?;
    let [
        feedback,
        profiles,
        ticks,
        events,
        watches,
        self_checks,
        drills,
    ] = counts;
    Ok(Forgotten {
        feedback,
        profiles,
        self_checks,
        ticks,
        events,
        watches,
        drills,
    })
}
