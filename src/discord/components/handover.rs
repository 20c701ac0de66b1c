//! Hands a question over to the guild's helpers, with the asker's consent and never without.

use std::sync::Arc;

use crate::discord::app::{App, japan_time};
use crate::discord::component_id::ComponentId;
use crate::discord::fault::Fault;
use crate::discord::note::note;
use crate::discord::reply::{After, Effect, Placement, Reply, Tone};
use crate::discord::request::Request;
use crate::discord::view::call;
use crate::store::RoleId;
use crate::wording::Wording;

/// Says what would be shown to whom and asks; or says that nobody is there to hand over to.
///
/// # Errors
/// When the message does not show a question, or outside a guild.
pub async fn ask(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let language = id.language;
    let message = match helper(app, request).await? {
        Some(helper) => call::consent(question(request)?, helper, language),
        None => {
            let fallback = &app.config.answer.fallback_window;
            call::no_helper(fallback, &app.library(), language, japan_time(request.at))
        }
    };
    Ok(Reply::Message(message))
}

/// Shows the question in the channel.
///
/// # Errors
/// When the message does not show a question, or outside a guild.
pub async fn consented(
    app: &Arc<App>,
    request: &Request,
    id: &ComponentId,
) -> Result<Reply, Fault> {
    let language = id.language;
    let Some(helper) = helper(app, request).await? else {
        // The role was taken away in the meantime.
        return ask(app, request, id).await;
    };
    let words = &Wording::of(language).member.notice;
    Ok(Reply::After(Box::new(After {
        effect: Effect::Post {
            channel: request.place.channel,
            message: call::call(question(request)?, request.caller.user, helper, language),
        },
        done: note(Tone::Good, words.handed_over, words.handed_over_text),
        failed: note(Tone::Quiet, words.refused, words.may_not_post),
        placement: Placement::Replace,
    })))
}

async fn helper(app: &App, request: &Request) -> Result<Option<RoleId>, Fault> {
    match request.place.guild {
        Some(guild) => Ok(app.guilds.settings(Some(guild)).await.helper_role),
        None => Err(Fault::GuildOnly),
    }
}

fn question(request: &Request) -> Result<&str, Fault> {
    let shown = request.shown().ok_or(Fault::Expired)?;
    shown.question.as_deref().ok_or(Fault::Expired)
}
