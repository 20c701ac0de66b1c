//! Turns a page of `/kb unanswered`; one call of the store.

use std::sync::Arc;

use crate::discord::app::App;
use crate::discord::commands::kb::unanswered;
use crate::discord::component_id::ComponentId;
use crate::discord::fault::Fault;
use crate::discord::reply::Reply;
use crate::discord::request::Request;

/// Shows another page in place.
///
/// # Errors
/// When the id names no page, for others than admins, and when the store cannot be read.
pub async fn run(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let page = id.number_at(0).ok_or(Fault::Expired)?;
    unanswered::run(app, request, page).await.map(Reply::Update)
}
