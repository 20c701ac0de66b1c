//! Turns a page of `/kb check`, which checks anew; reads files.

use std::sync::Arc;

use crate::discord::app::App;
use crate::discord::commands::kb::check;
use crate::discord::component_id::ComponentId;
use crate::discord::fault::Fault;
use crate::discord::reply::Reply;
use crate::discord::request::Request;

/// Shows another page in place.
///
/// # Errors
/// When the id names no page, and for others than admins.
pub async fn run(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let page = id.number_at(0).ok_or(Fault::Expired)?;
    check::run(app, request, page).await.map(Reply::Update)
}
