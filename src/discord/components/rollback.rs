//! The way back to an earlier version: from the menu of the history or the button of a result to the question,
//! and from its button to the deed. Reads and writes the index.

use std::sync::Arc;

use crate::discord::app::App;
use crate::discord::commands::kb::rollback;
use crate::discord::component_id::ComponentId;
use crate::discord::fault::Fault;
use crate::discord::reply::Reply;
use crate::discord::request::Request;

/// Asks, or goes back when the id names both the version to go to and the one that was seen.
///
/// # Errors
/// When the menu's value is no number, and for others than admins.
pub async fn run(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    if let (Some(to), Some(seen)) = (id.number_at(0), id.number_at(1)) {
        return rollback::go_back(app, request, to, seen).await;
    }
    let to = match request.chosen() {
        Some(value) => Some(value.parse().map_err(|_| Fault::Expired)?),
        None => None,
    };
    rollback::ask(app, request, to).await
}
