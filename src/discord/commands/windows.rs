//! `/windows`: whom to call or write to, those who can be reached now first.

use std::sync::Arc;

use super::{Access, Acknowledge, Command, Doing, Kind};
use crate::discord::app::{App, japan_time};
use crate::discord::reply::Reply;
use crate::discord::request::Request;
use crate::discord::view;

/// Lists windows.
pub const COMMAND: Command = Command {
    words: |wording| &wording.commands.windows,
    kind: Kind::Slash(&[]),
    access: Access::Everyone,
    acknowledge: |_, _| Acknowledge::WithReply,
    run,
    suggest: None,
};

fn run<'a>(app: &'a Arc<App>, request: &'a Request) -> Doing<'a> {
    Box::pin(async move {
        let moment = japan_time(request.at);
        let message = view::windows::list(&app.library(), request.language, 0, moment);
        Ok(Reply::Message(message))
    })
}
