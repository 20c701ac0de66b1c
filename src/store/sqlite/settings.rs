//! Settings of guilds.

use std::collections::BTreeSet;

use sqlx::Row;
use sqlx::sqlite::SqlitePool;

use super::{BEGIN, column};
use crate::store::{ChannelId, GuildId, GuildSettings, RoleId};

pub(super) async fn of(reader: &SqlitePool, guild: GuildId) -> Result<GuildSettings, sqlx::Error> {
    // One statement, so that settings and channels are of the same moment; without a channel there is one row.
    let rows = sqlx::query(
        "SELECT helper_role, language, private_by_default, channel
         FROM guild_settings LEFT JOIN ask_channels USING (guild) WHERE guild = ?",
    )
    .bind(guild.to_sql())
    .fetch_all(reader)
    .await?;
    let Some(first) = rows.first() else {
        return Ok(GuildSettings::default());
    };
    let helper_role: Option<i64> = first.try_get("helper_role")?;
    let language: Option<String> = first.try_get("language")?;
    let mut ask_channels = BTreeSet::new();
    for row in &rows {
        let channel: Option<i64> = row.try_get("channel")?;
        ask_channels.extend(channel.map(ChannelId::from_sql));
    }
    Ok(GuildSettings {
        ask_channels,
        helper_role: helper_role.map(RoleId::from_sql),
        language: language.and_then(|code| column::language(&code)),
        private_by_default: first.try_get("private_by_default")?,
    })
}

pub(super) async fn set(
    writer: &SqlitePool,
    guild: GuildId,
    settings: &GuildSettings,
) -> Result<(), sqlx::Error> {
    let mut transaction = writer.begin_with(BEGIN).await?;
    // The channels go with the row they belong to.
    sqlx::query("DELETE FROM guild_settings WHERE guild = ?")
        .bind(guild.to_sql())
        .execute(&mut *transaction)
        .await?;
    sqlx::query(
        "INSERT INTO guild_settings (guild, helper_role, language, private_by_default)
         VALUES (?, ?, ?, ?)",
    )
    .bind(guild.to_sql())
    .bind(settings.helper_role.map(RoleId::to_sql))
    .bind(settings.language.map(|language| language.code()))
    .bind(settings.private_by_default)
    .execute(&mut *transaction)
    .await?;
    for channel in &settings.ask_channels {
        sqlx::query("INSERT INTO ask_channels (guild, channel) VALUES (?, ?)")
            .bind(guild.to_sql())
            .bind(channel.to_sql())
            .execute(&mut *transaction)
            .await?;
    }
    transaction.commit().await
}
