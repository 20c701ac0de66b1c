//! The record of an incident from its checklist, as files, for whoever presses.

use std::sync::Arc;

use crate::discord::app::{App, japan_time};
use crate::discord::component_id::{Action, ComponentId};
use crate::discord::fault::Fault;
use crate::discord::note::note;
use crate::discord::papers::files;
use crate::discord::patience::in_time;
use crate::discord::reply::{Modal, Reply, TextInput, Tone};
use crate::discord::request::{Input, Request};
use crate::discord::view::deadlines::{DAY, DAY_LENGTH, future, unread};
use crate::incident::{DoneStep, Record, day};
use crate::render::record_paper;
use crate::store::{MessageId, Tick};
use crate::wording::Wording;

/// Asks for the day on which it was noticed, which may stay empty; the checklist's number and the playbook.
///
/// # Errors
/// When the id has no checklist.
pub async fn ask(_: &Arc<App>, _: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let words = &Wording::of(id.language).incident;
    let input = TextInput::line(DAY, words.ask_day_or_nothing, DAY_LENGTH);
    Ok(Reply::Modal(Modal::new(
        same(Action::Record, id)?,
        words.ask_record,
        vec![input.hinted(words.ask_hint)],
    )))
}

/// The dialog with the day; the checklist's number and the playbook.
///
/// # Errors
/// When the checklist or its playbook is no longer kept, the store fails, too many wait, or a file cannot be made.
pub async fn make(app: &Arc<App>, request: &Request, id: &ComponentId) -> Result<Reply, Fault> {
    let Input::Modal { fields, .. } = &request.input else {
        return Err(Fault::Expired);
    };
    let language = id.language;
    let made = japan_time(request.at);
    let known = match fields.text(DAY).trim() {
        "" => None,
        typed => match day(typed, made.date()) {
            None => {
                return Ok(Reply::Message(unread(
                    same(Action::AskRecord, id)?,
                    language,
                )));
            }
            Some(known) if known > made.date() => {
                return Ok(Reply::Message(future(
                    same(Action::AskRecord, id)?,
                    language,
                )));
            }
            Some(known) => Some(known),
        },
    };
    let number = id.number_at(0).map(MessageId).ok_or(Fault::Expired)?;
    let checklist = in_time(app.store.checklist(number)).await?;
    let checklist = checklist.filter(|checklist| checklist.guild == request.place.guild);
    let checklist = checklist.ok_or(Fault::Expired)?;
    let ticks = in_time(app.store.ticks(number)).await?;
    let key = id.key_at(1).ok_or(Fault::Expired)?;
    let files = app
        .work(move |app| {
            let library = app.library();
            let knowledge = library.knowledge();
            let playbook = library.playbook(&key).ok_or(Fault::Expired)?;
            let opened = japan_time(checklist.opened_at);
            let ticks: Vec<DoneStep> = ticks.iter().map(done_step).collect();
            let deadlines = &knowledge.deadlines;
            let record = Record::new(playbook, deadlines, opened, made, &ticks, known);
            let paper = record_paper(&record, knowledge, language);
            let words = &Wording::of(language).incident.record.file;
            files(&paper, &format!("sonae-incident-{}", made.date()), words)
        })
        .await?;
    let words = &Wording::of(language).incident;
    let message = note(Tone::Good, words.record.ready, words.record_text);
    Ok(Reply::Message(message.with_files(files)))
}

/// The same checklist and playbook for another action.
fn same(action: Action, id: &ComponentId) -> Result<ComponentId, Fault> {
    let number = id.number_at(0).ok_or(Fault::Expired)?;
    let playbook = id.key_at(1).ok_or(Fault::Expired)?;
    Ok(ComponentId::new(action, id.language)
        .number(number)
        .key(&playbook))
}

/// Without who it was.
fn done_step(tick: &Tick) -> DoneStep {
    DoneStep {
        step: tick.step as usize,
        at: japan_time(tick.at),
    }
}
