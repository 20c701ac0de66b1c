//! The history of the knowledge.

use sqlx::Row;
use sqlx::sqlite::{SqlitePool, SqliteRow};

use super::column;
use crate::store::{GuildId, KnowledgeChange, KnowledgeEvent, UserId};

const REINDEXED: &str = "reindexed";
const ROLLED_BACK: &str = "rolled-back";
const FAILED: &str = "failed";

/// The columns that say what happened.
#[derive(Default)]
struct What<'a> {
    what: &'static str,
    generation: Option<u64>,
    sections: Option<[u32; 3]>,
    reason: Option<&'a str>,
}

impl<'a> What<'a> {
    fn of(change: &'a KnowledgeChange) -> Self {
        match change {
            KnowledgeChange::Reindexed {
                generation,
                added,
                changed,
                removed,
            } => Self {
                what: REINDEXED,
                generation: Some(*generation),
                sections: Some([*added, *changed, *removed]),
                ..Self::default()
            },
            KnowledgeChange::RolledBack { generation } => Self {
                what: ROLLED_BACK,
                generation: Some(*generation),
                ..Self::default()
            },
            KnowledgeChange::Failed { reason } => Self {
                what: FAILED,
                reason: Some(reason),
                ..Self::default()
            },
        }
    }
}

pub(super) async fn record(writer: &SqlitePool, event: &KnowledgeEvent) -> Result<(), sqlx::Error> {
    let what = What::of(&event.what);
    let [added, changed, removed] = what
        .sections
        .map_or([None; 3], |sections| sections.map(Some));
    sqlx::query(
        "INSERT INTO events (guild, user, at, what, generation, added, changed, removed, reason)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(event.guild.map(GuildId::to_sql))
    .bind(event.user.map(UserId::to_sql))
    .bind(event.at.as_millisecond())
    .bind(what.what)
    .bind(what.generation.map(u64::cast_signed))
    .bind(added)
    .bind(changed)
    .bind(removed)
    .bind(what.reason)
    .execute(writer)
    .await?;
    Ok(())
}

pub(super) async fn latest(
    reader: &SqlitePool,
    guild: GuildId,
    limit: u32,
) -> Result<Vec<KnowledgeEvent>, sqlx::Error> {
    let rows = sqlx::query(
        "SELECT guild, user, at, what, generation, added, changed, removed, reason
         FROM events WHERE guild = ? OR guild IS NULL ORDER BY at DESC, id DESC LIMIT ?",
    )
    .bind(guild.to_sql())
    .bind(limit)
    .fetch_all(reader)
    .await?;
    rows.iter().map(event).collect()
}

fn event(row: &SqliteRow) -> Result<KnowledgeEvent, sqlx::Error> {
    let guild: Option<i64> = row.try_get("guild")?;
    let user: Option<i64> = row.try_get("user")?;
    Ok(KnowledgeEvent {
        guild: guild.map(GuildId::from_sql),
        user: user.map(UserId::from_sql),
        at: column::moment(row.try_get("at")?)?,
        what: change(row)?,
    })
}

fn change(row: &SqliteRow) -> Result<KnowledgeChange, sqlx::Error> {
    let generation = || row.try_get("generation").map(i64::cast_unsigned);
    Ok(match row.try_get("what")? {
        REINDEXED => KnowledgeChange::Reindexed {
            generation: generation()?,
            added: row.try_get("added")?,
            changed: row.try_get("changed")?,
            removed: row.try_get("removed")?,
        },
        ROLLED_BACK => KnowledgeChange::RolledBack {
            generation: generation()?,
        },
        _ => KnowledgeChange::Failed {
            reason: row.try_get("reason")?,
        },
    })
}
