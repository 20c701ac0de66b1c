//! The further page of an answer.

use std::sync::Arc;

use crate::discord::app::App;
use crate::discord::component_id::ComponentId;
use crate::discord::fault::Fault;
use crate::discord::reply::Reply;
use crate::discord::request::Request;
use crate::discord::view;

/// The number of actions, the actions, the passages.
///
/// # Errors
/// When nothing of it is there any more.
pub async fn run(app: &Arc<App>, _request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let library = app.library();
    let count = id
        .number_at(0)
        .and_then(|count| usize::try_from(count).ok());
    let keys = id.keys_from(1);
    let (actions, passages) = keys
        .split_at_checked(count.ok_or(Fault::Expired)?)
        .ok_or(Fault::Expired)?;
    let is_there = actions.iter().any(|key| library.action(key).is_some())
        || passages.iter().any(|key| library.passage(key).is_some());
    match is_there {
        true => Ok(Reply::Message(view::answer::further(
            actions,
            passages,
            &library,
            id.language,
        ))),
        false => Err(Fault::Expired),
    }
}
