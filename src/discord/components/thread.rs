//! Opens a thread below an answer, to ask on in.

use std::sync::Arc;

use crate::discord::app::App;
use crate::discord::component_id::ComponentId;
use crate::discord::fault::Fault;
use crate::discord::note::note;
use crate::discord::reply::{After, Effect, Placement, Reply, Tone};
use crate::discord::request::Request;
use crate::discord::view::call::{self, Hearing};
use crate::wording::Wording;

/// Opens the thread and greets in it.
///
/// # Errors
/// Outside a guild.
pub async fn run(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    if request.place.is_direct() {
        return Err(Fault::GuildOnly);
    }
    let language = id.language;
    let words = &Wording::of(language).member.notice;
    let question = request.shown().and_then(|shown| shown.question.as_deref());
    let hearing = match app.config.discord.message_content {
        true => Hearing::Everything,
        false => Hearing::Mentions,
    };
    Ok(Reply::After(Box::new(After {
        effect: Effect::Thread {
            name: call::thread_name(question, language),
            greeting: call::greeting(hearing, language),
        },
        done: note(Tone::Good, words.thread, words.thread_text),
        failed: note(Tone::Quiet, words.refused, words.may_not_thread),
        placement: Placement::Beside,
    })))
}
