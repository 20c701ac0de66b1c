//! Whether an answer helped. A vote is in the store before anybody is thanked; a question that was not answered
//! well is kept masked and without its author.

use std::sync::Arc;

use crate::discord::app::{App, japan_time};
use crate::discord::commands::ask::kept_words;
use crate::discord::component_id::{Action, ComponentId};
use crate::discord::fault::Fault;
use crate::discord::note::note;
use crate::discord::patience::in_time;
use crate::discord::reply::{Message, Modal, Reply, TextInput, Tone};
use crate::discord::request::{Input, Request, Shown};
use crate::question::Language;
use crate::store::{Cause, Feedback, Unanswered};
use crate::wording::Wording;

/// Characters that may be typed after 👎.
const COMMENT: u16 = 500;
/// The input for it.
const MISSING: &str = "text";

/// 👍: the best passage.
///
/// # Errors
/// When the message is not known.
pub async fn helpful(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let shown = request.shown().ok_or(Fault::Expired)?;
    let feedback = feedback(request, shown, Vote::Helpful);
    let kept = in_time(app.store.record_feedback(&feedback)).await;
    let words = &Wording::of(id.language).member.notice;
    Ok(Reply::Message(thanks(kept, words.helpful, id.language)))
}

/// 👎: asks what was missing.
///
/// # Errors
/// When the id has no passage.
pub async fn not_helpful(
    _app: &Arc<App>,
    _request: &Request,
    id: &ComponentId,
) -> Result<Reply, Fault> {
    let words = &Wording::of(id.language).member.notice;
    let best = id.key_at(0).ok_or(Fault::Expired)?;
    let input = TextInput::paragraph(MISSING, words.missing_label, COMMENT);
    Ok(Reply::Modal(Modal::new(
        ComponentId::new(Action::Missing, id.language).key(&best),
        words.missing_title,
        vec![input.hinted(words.missing_hint)],
    )))
}

/// The dialog after 👎: the best passage; what was missing may be empty.
///
/// # Errors
/// When the message is not known.
pub async fn missing(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let Input::Modal { fields, shown, .. } = &request.input else {
        return Err(Fault::Expired);
    };
    let feedback = feedback(request, shown, Vote::NotHelpful(fields.text(MISSING)));
    let library = app.library();
    let best = id.key_at(0);
    let best = best.as_ref().and_then(|key| library.passage(key));
    let unanswered = shown.question.as_ref().map(|question| Unanswered {
        guild: request.place.guild,
        day: feedback.day,
        question: kept_words(question),
        language: id.language,
        cause: Cause::ThumbsDown,
        topic: best.and_then(|found| found.passage.topics.first().cloned()),
    });
    let keep = async {
        app.store.record_feedback(&feedback).await?;
        match &unanswered {
            Some(unanswered) => app.store.keep_unanswered(unanswered).await,
            None => Ok(()),
        }
    };
    let kept = in_time(keep).await;
    let words = &Wording::of(id.language).member.notice;
    Ok(Reply::Message(thanks(kept, words.not_helpful, id.language)))
}

enum Vote<'a> {
    Helpful,
    NotHelpful(&'a str),
}

fn feedback(request: &Request, shown: &Shown, vote: Vote<'_>) -> Feedback {
    let comment = match vote {
        Vote::NotHelpful(text) if !text.trim().is_empty() => Some(kept_words(text)),
        Vote::NotHelpful(_) | Vote::Helpful => None,
    };
    Feedback {
        guild: request.place.guild,
        user: request.caller.user,
        message: shown.message,
        helpful: matches!(vote, Vote::Helpful),
        comment,
        day: japan_time(request.at).date(),
    }
}

fn thanks(kept: Result<(), Fault>, text: &str, language: Language) -> Message {
    let words = &Wording::of(language).member.notice;
    match kept {
        Ok(()) => note(Tone::Good, words.thanks, text),
        Err(error) => {
            tracing::warn!(%error, "a vote could not be kept; the caller was told");
            note(Tone::Quiet, words.not_saved, words.vote_not_saved)
        }
    }
}
