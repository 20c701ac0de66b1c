//! Unanswered questions.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use sqlx::Row;
use sqlx::sqlite::{SqlitePool, SqliteRow};

use super::column;
use crate::store::{Cause, GuildId, Unanswered, UnansweredGroup, UnansweredQuestion};
use crate::text;

const ABSTAINED: &str = "abstained";
const THUMBS_DOWN: &str = "thumbs-down";

pub(super) async fn keep(writer: &SqlitePool, unanswered: &Unanswered) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO unanswered (guild, day, question, comparison_key, language, cause, topic)
         VALUES (?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(unanswered.guild.map(GuildId::to_sql))
    .bind(unanswered.day.to_string())
    .bind(&unanswered.question)
    .bind(text::comparison_key(&unanswered.question))
    .bind(unanswered.language.code())
    .bind(match unanswered.cause {
        Cause::Abstained => ABSTAINED,
        Cause::ThumbsDown => THUMBS_DOWN,
    })
    .bind(&unanswered.topic)
    .execute(writer)
    .await?;
    Ok(())
}

pub(super) async fn groups(
    reader: &SqlitePool,
    guild: Option<GuildId>,
) -> Result<Vec<UnansweredGroup>, sqlx::Error> {
    // Beside `max`, SQLite takes the other columns from the row that has it: the last spelling. A question
    // that is nothing but punctuation has no key and stands for itself.
    let rows = sqlx::query(
        "SELECT topic, question, max(day || ' ' || id) AS last, max(day) AS day, count(*) AS count,
                sum(cause = 'abstained') AS abstained, sum(cause = 'thumbs-down') AS thumbs_down
         FROM unanswered WHERE guild IS ?
         GROUP BY topic, CASE comparison_key WHEN '' THEN question ELSE comparison_key END",
    )
    .bind(guild.map(GuildId::to_sql))
    .fetch_all(reader)
    .await?;
    let mut questions_of: BTreeMap<Option<String>, Vec<UnansweredQuestion>> = BTreeMap::new();
    for row in &rows {
        let questions = questions_of.entry(row.try_get("topic")?).or_default();
        questions.push(question(row)?);
    }
    let mut groups: Vec<UnansweredGroup> = questions_of
        .into_iter()
        .map(|(topic, mut questions)| {
            // Equal counts: the one asked last comes first, then the text, so that lists do not change by themselves.
            questions.sort_by(|one, other| {
                let order = |question: &UnansweredQuestion| {
                    (Reverse(question.count), Reverse(question.last_day))
                };
                (order(one), &one.question).cmp(&(order(other), &other.question))
            });
            UnansweredGroup {
                topic,
                count: questions.iter().map(|question| question.count).sum(),
                questions,
            }
        })
        .collect();
    groups.sort_by_key(|group| Reverse(group.count));
    Ok(groups)
}

fn question(row: &SqliteRow) -> Result<UnansweredQuestion, sqlx::Error> {
    let mut causes = BTreeSet::new();
    for (cause, column) in [
        (Cause::Abstained, "abstained"),
        (Cause::ThumbsDown, "thumbs_down"),
    ] {
        let count: i64 = row.try_get(column)?;
        if count > 0 {
            causes.insert(cause);
        }
    }
    let count: i64 = row.try_get("count")?;
    Ok(UnansweredQuestion {
        question: row.try_get("question")?,
        count: count.cast_unsigned(),
        causes,
        last_day: column::day(row.try_get("day")?)?,
    })
}
