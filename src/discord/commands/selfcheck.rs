//! `/selfcheck`: the door to the self-check, for the caller alone.

use std::sync::Arc;

use super::{Access, Acknowledge, Command, Doing, Kind};
use crate::discord::app::App;
use crate::discord::reply::Reply;
use crate::discord::request::Request;
use crate::discord::self_checks::OwnChecks;
use crate::discord::view;

/// `/selfcheck`.
pub const COMMAND: Command = Command {
    words: |wording| &wording.commands.selfcheck,
    kind: Kind::Slash(&[]),
    access: Access::Everyone,
    acknowledge: |_, _| Acknowledge::WithReply,
    run,
    suggest: None,
};

fn run<'a>(app: &'a Arc<App>, request: &'a Request) -> Doing<'a> {
    Box::pin(async move {
        let own = OwnChecks::of_caller(app, request).await?;
        let days = app.config.store.retention_days;
        let door = view::self_check::door(&own, &app.library(), days, request.language)?;
        Ok(Reply::Message(door))
    })
}
