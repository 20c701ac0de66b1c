//! A comparison with a scheme: turns pages, opens an item, makes files.

use std::sync::Arc;

use super::opening;
use crate::discord::app::{App, japan_time};
use crate::discord::comparison::{self, Papers, Wish, compared};
use crate::discord::component_id::{ComponentId, Key};
use crate::discord::fault::Fault;
use crate::discord::reply::Reply;
use crate::discord::request::Request;
use crate::discord::view;
use crate::discord::view::paging::Turn;

/// A page; what the company fulfills, what is wanted.
///
/// # Errors
/// When nothing of it is there any more, the store fails, or too many wait.
pub async fn page(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let turn = Turn::read(id.number_at(0));
    let wish = Wish::read(id, 1).ok_or(Fault::Expired)?;
    let compared = compared(app, request, wish, id.language).await?;
    let message = view::crosswalk::page(&compared, turn.index, id.language);
    Ok(opening::turned(request, turn, message))
}

/// A menu of schemes: the value is the one that is wanted.
///
/// # Errors
/// As for [`page`].
pub async fn scheme(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let wanted = chosen(request)?;
    let wish = Wish {
        wanted: vec![wanted],
        have: None,
    };
    let compared = compared(app, request, wish, id.language).await?;
    let message = view::crosswalk::page(&compared, 0, id.language);
    Ok(opening::in_place(request, message))
}

/// A menu of items: the value is one; what the company fulfills.
///
/// # Errors
/// As for [`page`].
pub async fn item(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let wanted = chosen(request)?;
    let wish = Wish {
        wanted: vec![wanted],
        ..Wish::read(id, 0).ok_or(Fault::Expired)?
    };
    let compared = compared(app, request, wish, id.language).await?;
    let message = view::crosswalk::item(&compared, id.language).ok_or(Fault::Expired)?;
    Ok(Reply::Message(message))
}

/// Which papers; what the company fulfills, what is wanted.
///
/// # Errors
/// As for [`page`]; also when a file cannot be made.
pub async fn papers(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let papers = Papers::read(id.number_at(0));
    let wish = Wish::read(id, 1).ok_or(Fault::Expired)?;
    let day = japan_time(request.at).date();
    let compared = compared(app, request, wish, id.language).await?;
    let files = app
        .work(move |_| comparison::papers(&compared, papers, day))
        .await?;
    let message = view::crosswalk::papers(papers, files, id.language);
    Ok(Reply::Message(message))
}

fn chosen(request: &Request) -> Result<Key, Fault> {
    request.chosen().and_then(Key::parse).ok_or(Fault::Expired)
}
