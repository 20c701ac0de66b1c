//! Next steps in detail.

use std::sync::Arc;

use super::opening;
use crate::discord::app::App;
use crate::discord::component_id::ComponentId;
use crate::discord::fault::Fault;
use crate::discord::reply::Reply;
use crate::discord::request::Request;
use crate::discord::view;
use crate::discord::view::paging::Turn;

/// The page, which is 0 when the view is opened, and the actions.
///
/// # Errors
/// When none of the actions is there any more.
pub async fn run(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let turn = Turn::read(id.number_at(0));
    let actions = id.keys_from(1);
    let message = view::steps::detailed(&actions, &app.library(), id.language, turn.index);
    Ok(opening::turned(
        request,
        turn,
        message.ok_or(Fault::Expired)?,
    ))
}
