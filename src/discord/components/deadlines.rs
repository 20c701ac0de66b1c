//! Counts the deadlines of a playbook from a day that is typed.

use std::sync::Arc;

use crate::discord::app::{App, japan_time};
use crate::discord::component_id::{Action, ComponentId};
use crate::discord::fault::Fault;
use crate::discord::reply::Reply;
use crate::discord::request::{Input, Request};
use crate::discord::view::deadlines::{DAY, ask, counted, future, unread};
use crate::incident::day;

/// Asks for the day; the playbook.
///
/// # Errors
/// When the playbook is no longer there.
pub async fn ask_day(app: &Arc<App>, _: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let library = app.library();
    let playbook = id.key_at(0).ok_or(Fault::Expired)?;
    let playbook = library.playbook(&playbook).ok_or(Fault::Expired)?;
    Ok(Reply::Modal(ask(playbook, id.language)))
}

/// The dialog with the day; the playbook.
///
/// # Errors
/// When the playbook is no longer there.
pub async fn count(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let Input::Modal { fields, .. } = &request.input else {
        return Err(Fault::Expired);
    };
    let library = app.library();
    let key = id.key_at(0).ok_or(Fault::Expired)?;
    let playbook = library.playbook(&key).ok_or(Fault::Expired)?;
    let today = japan_time(request.at).date();
    let known = day(fields.text(DAY), today);
    let again = ComponentId::new(Action::CountDeadlines, id.language).key(&key);
    Ok(Reply::Message(match known {
        None => unread(again, id.language),
        Some(known) if known > today => future(again, id.language),
        Some(known) => counted(playbook, known, &library, id.language),
    }))
}
