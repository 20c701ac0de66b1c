//! Deletes what is kept of the caller; one call of the store.

use std::sync::Arc;

use crate::discord::app::App;
use crate::discord::commands::privacy;
use crate::discord::component_id::ComponentId;
use crate::discord::fault::Fault;
use crate::discord::reply::Reply;
use crate::discord::request::Request;

/// Deletes, then says what went. The caller is who pressed, whoever the message was for.
///
/// # Errors
/// When the store cannot be written; then everything is as it was.
pub async fn run(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let went = app.store.forget(request.caller.user).await?;
    Ok(Reply::Update(privacy::forgotten(&went, id.language)))
}
