//! Shows the page of a section that somebody reads privately to everybody in the channel.

use std::sync::Arc;

use crate::discord::app::App;
use crate::discord::component_id::ComponentId;
use crate::discord::fault::Fault;
use crate::discord::note::note;
use crate::discord::reply::{After, Effect, Placement, Reply, Tone};
use crate::discord::request::Request;
use crate::discord::view::paging::Turn;
use crate::discord::view::section::{Shown, section};
use crate::wording::Wording;

/// The passage and its page.
///
/// # Errors
/// When the passage is no longer there, or outside a guild.
pub async fn run(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    if request.place.is_direct() {
        return Err(Fault::GuildOnly);
    }
    let library = app.library();
    let passage = id.key_at(0).ok_or(Fault::Expired)?;
    let found = library.passage(&passage).ok_or(Fault::Expired)?;
    let language = id.language;
    let page = Turn::read(id.number_at(1)).index;
    let words = &Wording::of(language).member.notice;
    Ok(Reply::After(Box::new(After {
        effect: Effect::Post {
            channel: request.place.channel,
            message: section(found, &library, language, page, Shown::Publicly),
        },
        done: note(Tone::Good, words.shared, words.shared_text),
        failed: note(Tone::Quiet, words.refused, words.may_not_post),
        placement: Placement::Beside,
    })))
}
