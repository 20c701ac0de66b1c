//! Lists of documents, of the sections of one, and of windows: page by page, and from one into the next.

use std::sync::Arc;

use super::opening;
use crate::discord::app::{App, japan_time};
use crate::discord::component_id::{ComponentId, Key};
use crate::discord::fault::Fault;
use crate::discord::reply::Reply;
use crate::discord::request::Request;
use crate::discord::view;
use crate::discord::view::paging::Turn;

/// Documents; page.
///
/// # Errors
/// None.
pub async fn documents(
    app: &Arc<App>,
    request: &Request,
    id: &ComponentId,
) -> Result<Reply, Fault> {
    let turn = Turn::read(id.number_at(0));
    let message = view::library::documents(&app.library(), id.language, turn.index);
    Ok(opening::turned(request, turn, message))
}

/// Sections of the document that was chosen in a menu, or else stands in the id with a page.
///
/// # Errors
/// When the document is no longer there.
pub async fn sections(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let library = app.library();
    let chosen = request.chosen().and_then(Key::parse);
    let document = chosen.or_else(|| id.key_at(0)).ok_or(Fault::Expired)?;
    let document = library.document(&document).ok_or(Fault::Expired)?;
    let turn = Turn::read(id.number_at(1));
    let message = view::library::sections(document, &library, id.language, turn.index);
    Ok(opening::in_place(request, message))
}

/// Windows; page.
///
/// # Errors
/// None.
pub async fn windows(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let turn = Turn::read(id.number_at(0));
    let moment = japan_time(request.at);
    let message = view::windows::list(&app.library(), id.language, turn.index, moment);
    Ok(opening::turned(request, turn, message))
}
