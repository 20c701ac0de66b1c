//! Deletes what is too old from the store: at the start and once a day.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::{Post, Round, Working};
use crate::discord::app::App;

/// The deletion of what is too old.
pub const ROUND: Round = Round {
    name: "purge",
    due,
    run,
    settle: None,
};

const EVERY: SignedDuration = SignedDuration::from_hours(24);

fn due(_: &Arc<App>, last: Option<Timestamp>) -> Working<'_, Option<Timestamp>> {
    Box::pin(async move { Ok(Some(last.map_or(Timestamp::MIN, |last| last + EVERY))) })
}

fn run(app: &Arc<App>, now: Timestamp) -> Working<'_, Vec<Post>> {
    Box::pin(async move {
        let days = app.config.store.retention_days;
        let purged = app.store.purge(now, days).await?;
        tracing::info!(
            questions = purged.unanswered,
            votes = purged.feedback,
            "deleted what is too old"
        );
        Ok(Vec::new())
    })
}
