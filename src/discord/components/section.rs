//! Opens a section, turns its pages, lists what to read on.

use std::sync::Arc;

use super::opening;
use crate::discord::app::App;
use crate::discord::commands::guideline::shown;
use crate::discord::component_id::{ComponentId, Key};
use crate::discord::fault::Fault;
use crate::discord::reply::Reply;
use crate::discord::request::Request;
use crate::discord::view;
use crate::discord::view::paging::Turn;

/// A button: the passage, and a page when it is turned.
///
/// # Errors
/// When the passage is no longer there.
pub async fn run(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let passage = id.key_at(0).ok_or(Fault::Expired)?;
    open(app, request, id, &passage, Turn::read(id.number_at(1)))
}

/// A menu: the passage is its value.
///
/// # Errors
/// When the passage is no longer there.
pub async fn from_menu(
    app: &Arc<App>,
    request: &Request,
    id: &ComponentId,
) -> Result<Reply, Fault> {
    let passage = request
        .chosen()
        .and_then(Key::parse)
        .ok_or(Fault::Expired)?;
    open(app, request, id, &passage, Turn::OPEN)
}

/// What to read on after a passage.
///
/// # Errors
/// When the passage is no longer there.
pub async fn related(app: &Arc<App>, _request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let library = app.library();
    let passage = id.key_at(0).ok_or(Fault::Expired)?;
    let found = library.passage(&passage).ok_or(Fault::Expired)?;
    Ok(Reply::Message(view::related::related(
        found,
        &library,
        id.language,
    )))
}

fn open(
    app: &App,
    request: &Request,
    id: &ComponentId,
    passage: &Key,
    turn: Turn,
) -> Result<Reply, Fault> {
    let library = app.library();
    let found = library.passage(passage).ok_or(Fault::Expired)?;
    let shown = shown(request.place);
    let message = view::section::section(found, &library, id.language, turn.index, shown);
    Ok(opening::turned(request, turn, message))
}
