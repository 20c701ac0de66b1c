//! `/kb status`: which version answers, what waits to be published, what happened last.

use std::sync::Arc;

use super::{CHECK, REINDEX, event, typed};
use crate::discord::access;
use crate::discord::app::App;
use crate::discord::fault::Fault;
use crate::discord::generation;
use crate::discord::library::Library;
use crate::discord::reply::{Card, Full, Message, Reply, Tone};
use crate::discord::request::Request;
use crate::store::{FeedbackCounts, KnowledgeEvent, StoreError};
use crate::wording::{Counts, Wording};

/// Events that are shown.
const EVENTS: usize = 3;

/// What the store says; nothing when it cannot be used.
#[derive(Debug, Default)]
struct Kept {
    events: Vec<KnowledgeEvent>,
    votes: FeedbackCounts,
}

pub(super) async fn run(app: &Arc<App>, request: &Request) -> Result<Reply, Fault> {
    let guild = access::admin_guild(request, &app.config.discord)?;
    let has_changes = app
        .work(|app| Ok(app.adviser.has_unpublished_changes()))
        .await?;
    let kept = async {
        app.store.health().await?;
        Ok::<_, StoreError>(Kept {
            events: app.store.events(guild, EVENTS as u32).await?,
            votes: app.store.feedback_counts(Some(guild)).await?,
        })
    };
    let kept = kept
        .await
        .inspect_err(|error| tracing::warn!(%error, "the store cannot be used"))
        .ok();
    let wording = Wording::of(request.language);
    Ok(Reply::Message(message(
        &app.library(),
        has_changes,
        kept.as_ref(),
        wording,
    )?))
}

fn message(
    library: &Library,
    has_changes: bool,
    kept: Option<&Kept>,
    wording: &Wording,
) -> Result<Message, Full> {
    let words = &wording.admin.kb;
    let live = &library.live;
    let changes = match has_changes {
        true => (words.unpublished)(&typed(wording, CHECK), &typed(wording, REINDEX)),
        false => words.all_published.to_owned(),
    };
    let version = (words.version)(&live.generation, &generation::built(&live.stamp, wording));
    let counts = (wording.counts)(&Counts::of(library.knowledge()));
    let tone = match kept {
        Some(_) => Tone::Calm,
        None => Tone::Quiet,
    };
    let mut card = Card::titled(tone, words.status);
    card.describe(&format!("{version}\n{counts}\n\n{changes}"))?;
    if let Some(kept) = kept {
        card.field(words.recent, &event::lines(&kept.events, EVENTS, wording))?;
        let votes = (words.votes)(kept.votes.helpful, kept.votes.not_helpful);
        card.field(words.feedback, &votes)?;
    }
    let store = match kept {
        Some(_) => words.store_good,
        None => words.store_bad,
    };
    card.field(words.store, store)?;
    Ok(Message::private(card))
}
