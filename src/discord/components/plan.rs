//! A plan: its pages, its lines, its papers, and what is not in it. The plan is made anew each time, so that it is
//! always that of the profile as it is.

use std::sync::Arc;

use super::opening;
use crate::discord::app::{App, japan_time};
use crate::discord::component_id::{ComponentId, Key};
use crate::discord::fault::Fault;
use crate::discord::planning::{self, Wish, planned};
use crate::discord::profiles;
use crate::discord::reply::Reply;
use crate::discord::request::Request;
use crate::discord::view;
use crate::discord::view::paging::Turn;
use crate::profile::Company;

/// A page: its number, and what the plan was asked for.
///
/// # Errors
/// When the store fails, or too many wait.
pub async fn page(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let turn = Turn::read(id.number_at(0));
    let planned = planned(app, request, Wish::read(id, 1), id.language).await?;
    let message = view::plan::page(&planned, turn.index, id.language);
    Ok(opening::turned(request, turn, message))
}

/// The same from the menu: its value is the page.
///
/// # Errors
/// When the value is no page, the store fails, or too many wait.
pub async fn from_menu(
    app: &Arc<App>,
    request: &Request,
    id: &ComponentId,
) -> Result<Reply, Fault> {
    let index = request.chosen().and_then(|value| value.parse().ok());
    let index = index.ok_or(Fault::Expired)?;
    let planned = planned(app, request, Wish::read(id, 0), id.language).await?;
    let message = view::plan::page(&planned, index, id.language);
    Ok(opening::in_place(request, message))
}

/// A line in detail: the menu's value is the action.
///
/// # Errors
/// When the action is no longer there, the store fails, or too many wait.
pub async fn line(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let action = request.chosen().and_then(Key::parse);
    let action = action.ok_or(Fault::Expired)?;
    let planned = planned(app, request, Wish::read(id, 0), id.language).await?;
    let message = view::plan::line(&planned, &action, id.language);
    Ok(Reply::Message(message.ok_or(Fault::Expired)?))
}

/// Marks an action as done, or takes the mark off.
///
/// # Errors
/// When the action is no longer there, or the store cannot be written; then nothing was changed.
pub async fn done(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let library = app.library();
    let action = id.key_at(0).ok_or(Fault::Expired)?;
    let action = library.action(&action).ok_or(Fault::Expired)?;
    let is_done = id.number_at(1) == Some(1);
    let mark = |company: &mut Company| {
        company.done.retain(|done| *done != action.id);
        if is_done {
            company.done.push(action.id.clone());
        }
    };
    profiles::change(app, request, mark).await?;
    let message = view::plan::marked(action, is_done, Wish::read(id, 2), id.language);
    Ok(opening::in_place(request, message))
}

/// The plan as files.
///
/// # Errors
/// When the store fails, too many wait, or a file cannot be made.
pub async fn papers(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let planned = planned(app, request, Wish::read(id, 0), id.language).await?;
    let day = japan_time(request.at).date();
    let files = app
        .work(move |_| planning::papers(&planned.sheet, day))
        .await?;
    Ok(Reply::Message(view::plan::papers(files, id.language)))
}

/// What is not in the plan, a page of it.
///
/// # Errors
/// When the store fails, or too many wait.
pub async fn left_out(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let turn = Turn::read(id.number_at(0));
    let planned = planned(app, request, Wish::read(id, 1), id.language).await?;
    let message = view::plan::left_out(&planned, turn.index, id.language);
    Ok(opening::turned(request, turn, message))
}
