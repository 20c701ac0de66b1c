//! Ticks a step of a checklist for everybody, or takes the tick back.

use std::sync::Arc;

use crate::discord::app::{App, japan_time};
use crate::discord::component_id::ComponentId;
use crate::discord::fault::Fault;
use crate::discord::patience::in_time;
use crate::discord::reply::Reply;
use crate::discord::request::Request;
use crate::discord::view::checklist::{Ticking, checklist};
use crate::store::MessageId;

/// The checklist's number, the playbook, the step.
///
/// # Errors
/// When the checklist or its playbook is no longer kept, or the store fails; then nothing was ticked.
pub async fn run(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let library = app.library();
    let number = id.number_at(0).ok_or(Fault::Expired)?;
    let playbook = id.key_at(1).ok_or(Fault::Expired)?;
    let playbook = library.playbook(&playbook).ok_or(Fault::Expired)?;
    let step = id
        .number_at(2)
        .and_then(|step| u32::try_from(step).ok())
        .ok_or(Fault::Expired)?;
    if step as usize >= playbook.first.len() {
        return Err(Fault::Expired);
    }
    let user = request.caller.user;
    let tick = app.store.tick(MessageId(number), step, user, request.at);
    let ticks = in_time(tick).await?;
    let ticks = ticks.ok_or(Fault::Expired)?;
    let moment = japan_time(request.at);
    let message = checklist(
        playbook,
        Ticking::On(number, &ticks),
        &library,
        id.language,
        moment,
    );
    Ok(Reply::Update(message))
}
