//! Watched topics: opens one, reads on what changed, and switches the monthly note.

use std::sync::Arc;

use jiff::Timestamp;

use super::opening;
use crate::discord::app::{App, japan_time};
use crate::discord::commands::watch;
use crate::discord::component_id::{ComponentId, Key};
use crate::discord::fault::Fault;
use crate::discord::library::Library;
use crate::discord::note::note;
use crate::discord::patience::in_time;
use crate::discord::reply::{Message, Reply, Rows, Tone};
use crate::discord::request::Request;
use crate::discord::rounds::monthly_note::month;
use crate::discord::view;
use crate::discord::view::paging::Turn;
use crate::discord::view::watch::{Known, command, list_button, name};
use crate::knowledge::Topic;
use crate::news::Holding;
use crate::question::Language;
use crate::wording::Wording;

/// A menu: the topic is its value.
///
/// # Errors
/// When the topic is no longer there, or the store fails.
pub async fn from_menu(app: &Arc<App>, request: &Request, _: &ComponentId) -> Result<Reply, Fault> {
    let library = app.library();
    let topic = request.chosen().and_then(Key::parse);
    let topic = topic
        .and_then(|key| library.topic(&key))
        .ok_or(Fault::Expired)?;
    let message = watch::look(app, request, topic, &library).await?;
    Ok(opening::in_place(request, message))
}

/// The list.
///
/// # Errors
/// When the store fails.
pub async fn list(app: &Arc<App>, request: &Request, _: &ComponentId) -> Result<Reply, Fault> {
    let message = watch::list(app, request).await?;
    Ok(opening::in_place(request, message))
}

/// What changed since a state: the topic, the state's number, when it was known, and a page.
///
/// # Errors
/// When the topic is no longer there or the state no longer kept, or the store fails.
pub async fn changes(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let library = app.library();
    let topic = topic(id, &library)?;
    let state = id.number_at(1).ok_or(Fault::Expired)?;
    let since = id
        .number_at(2)
        .and_then(|second| i64::try_from(second).ok());
    let since = since.and_then(|second| Timestamp::from_second(second).ok());
    let text = in_time(app.store.topic_state(state)).await?;
    let known = Known {
        before: text
            .and_then(|text| Holding::parse(&text))
            .ok_or(Fault::Expired)?,
        since: since.ok_or(Fault::Expired)?,
    };
    let watches = in_time(app.store.watches(request.caller.user)).await?;
    let watched = watch::watched(&watches, topic);
    let turn = Turn::read(id.number_at(3));
    let language = id.language;
    let message = view::watch::changes(topic, &known, watched, &library, language, turn.index);
    Ok(opening::turned(request, turn, message))
}

/// Wants a monthly note about a topic.
///
/// # Errors
/// When the topic is no longer there or watched, or the store fails.
pub async fn monthly(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let library = app.library();
    let topic = topic(id, &library)?;
    let after = month(japan_time(request.at));
    let user = request.caller.user;
    let set = app.store.set_monthly(user, Some(&topic.id), Some(after));
    if in_time(set).await? == 0 {
        return Err(Fault::Expired);
    }
    let words = &Wording::of(id.language).watch;
    let day = app.config.discord.monthly_note.day();
    let text = (words.monthly_text)(name(topic, id.language), day);
    Ok(said(words.monthly, &text, id.language))
}

/// Wants no monthly note about a topic any more.
///
/// # Errors
/// When the topic is no longer there, or the store fails.
pub async fn not_monthly(
    app: &Arc<App>,
    request: &Request,
    id: &ComponentId,
) -> Result<Reply, Fault> {
    let library = app.library();
    let topic = topic(id, &library)?;
    let user = request.caller.user;
    in_time(app.store.set_monthly(user, Some(&topic.id), None)).await?;
    let words = &Wording::of(id.language).watch;
    let text = (words.not_monthly_text)(name(topic, id.language));
    Ok(said(words.not_monthly, &text, id.language))
}

/// Wants no monthly notes any more.
///
/// # Errors
/// When the store fails.
pub async fn no_notes(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    in_time(app.store.set_monthly(request.caller.user, None, None)).await?;
    let wording = Wording::of(id.language);
    let text = (wording.watch.no_notes_text)(&command(wording));
    Ok(said(wording.watch.not_monthly, &text, id.language))
}

/// Ends the watch of a topic.
///
/// # Errors
/// When the topic is no longer there, or the store fails.
pub async fn unwatch(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let library = app.library();
    let topic = topic(id, &library)?;
    in_time(app.store.unwatch(request.caller.user, &topic.id)).await?;
    let words = &Wording::of(id.language).watch;
    let text = (words.unwatched_text)(name(topic, id.language));
    let message = message(words.unwatched, &text, id.language);
    Ok(opening::in_place(request, message))
}

fn topic<'a>(id: &ComponentId, library: &'a Library) -> Result<&'a Topic, Fault> {
    let key = id.key_at(0).ok_or(Fault::Expired)?;
    library.topic(&key).ok_or(Fault::Expired)
}

fn said(title: &str, text: &str, language: Language) -> Reply {
    Reply::Message(message(title, text, language))
}

fn message(title: &str, text: &str, language: Language) -> Message {
    let buttons = vec![list_button(language)];
    note(Tone::Good, title, text).with(Rows::default().buttons(buttons))
}
