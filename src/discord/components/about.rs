//! Turns a page of `/about`; from memory.

use std::sync::Arc;

use crate::discord::app::App;
use crate::discord::commands::about;
use crate::discord::component_id::ComponentId;
use crate::discord::fault::Fault;
use crate::discord::reply::Reply;
use crate::discord::request::Request;

/// Shows another page in place.
///
/// # Errors
/// When the id names no page.
pub async fn run(app: &Arc<App>, _request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let page = id.number_at(0).ok_or(Fault::Expired)?;
    Ok(Reply::Update(about::message(
        &app.library(),
        page,
        id.language,
    )?))
}
