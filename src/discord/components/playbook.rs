//! The parts of a playbook, for whoever presses.

use std::sync::Arc;

use super::opening;
use crate::discord::app::{App, japan_time};
use crate::discord::component_id::ComponentId;
use crate::discord::fault::Fault;
use crate::discord::reply::Reply;
use crate::discord::request::Request;
use crate::discord::view;
use crate::discord::view::paging::Turn;
use crate::discord::view::playbook::Part;

/// The playbook, the part, and a page when it is turned.
///
/// # Errors
/// When the playbook is no longer there.
pub async fn run(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let library = app.library();
    let playbook = id.key_at(0).ok_or(Fault::Expired)?;
    let playbook = library.playbook(&playbook).ok_or(Fault::Expired)?;
    let part = id.number_at(1).and_then(Part::read).ok_or(Fault::Expired)?;
    let turn = Turn::read(id.number_at(2));
    let moment = japan_time(request.at);
    let message = view::playbook::part(playbook, part, &library, id.language, turn.index, moment);
    Ok(opening::turned(request, turn, message))
}
