//! What people said of their companies.

use sqlx::SqliteExecutor;
use sqlx::sqlite::SqlitePool;

use super::BEGIN;
use crate::store::{GuildId, ProfileOwner};

pub(super) async fn of(
    executor: impl SqliteExecutor<'_>,
    owner: ProfileOwner,
) -> Result<Option<String>, sqlx::Error> {
    // `IS` finds the row without a guild, too.
    sqlx::query_scalar("SELECT company FROM profiles WHERE user = ? AND guild IS ?")
        .bind(owner.user.to_sql())
        .bind(owner.guild.map(GuildId::to_sql))
        .fetch_optional(executor)
        .await
}

pub(super) async fn change(
    writer: &SqlitePool,
    owner: ProfileOwner,
    before: Option<&str>,
    after: Option<&str>,
) -> Result<bool, sqlx::Error> {
    let mut transaction = writer.begin_with(BEGIN).await?;
    if of(&mut *transaction, owner).await?.as_deref() != before {
        return Ok(false);
    }
    sqlx::query("DELETE FROM profiles WHERE user = ? AND guild IS ?")
        .bind(owner.user.to_sql())
        .bind(owner.guild.map(GuildId::to_sql))
        .execute(&mut *transaction)
        .await?;
    if let Some(company) = after {
        sqlx::query("INSERT INTO profiles (user, guild, company) VALUES (?, ?, ?)")
            .bind(owner.user.to_sql())
            .bind(owner.guild.map(GuildId::to_sql))
            .bind(company)
            .execute(&mut *transaction)
            .await?;
    }
    transaction.commit().await?;
    Ok(true)
}
