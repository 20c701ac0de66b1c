//! What buttons, menus and dialogs do: one file each. What is needed stands in the id; who may is asked again.

pub mod about;
pub mod cancel;
pub mod forget;
pub mod problems;
pub mod rollback;
pub mod unanswered;

use std::sync::Arc;

use super::app::App;
use super::component_id::{Action, ComponentId};
use super::fault::Fault;
use super::reply::Reply;
use super::request::{Input, Request};

/// Does what a component or dialog is for.
///
/// # Errors
/// When it cannot be done; [`Fault::Expired`] for what is no longer there.
pub async fn run(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    // A view stays in the language in which it was opened.
    let request = &Request {
        language: id.language,
        ..request.clone()
    };
    let values: &[String] = match &request.input {
        Input::Component { values, .. } => values,
        _ => &[],
    };
    match id.action {
        Action::About => about::run(app, request, id).await,
        Action::Cancel => Ok(cancel::run(id)),
        Action::Forget => forget::run(app, request, id).await,
        Action::Problems => problems::run(app, request, id).await,
        Action::RollBack => rollback::run(app, request, id, values).await,
        Action::Unanswered => unanswered::run(app, request, id).await,
        _ => Err(Fault::Expired),
    }
}
