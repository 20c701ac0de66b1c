//! `/profile`: what the caller said of their company, to see and to change.

use std::sync::Arc;

use super::{Access, Acknowledge, Command, Doing, Kind};
use crate::discord::app::App;
use crate::discord::profiles;
use crate::discord::reply::Reply;
use crate::discord::request::Request;
use crate::discord::view;

/// `/profile`.
pub const COMMAND: Command = Command {
    words: |wording| &wording.commands.profile,
    kind: Kind::Slash(&[]),
    access: Access::Everyone,
    acknowledge: |_, _| Acknowledge::WithReply,
    run,
    suggest: None,
};

fn run<'a>(app: &'a Arc<App>, request: &'a Request) -> Doing<'a> {
    Box::pin(async move {
        let company = profiles::of(app, request).await?;
        let message = view::profile::profile(&company, &[], &app.library(), request.language);
        Ok(Reply::Message(message))
    })
}
