//! "Answer this" on somebody's message: the message is the question.

use std::sync::Arc;

use super::ask::{Asking, answered, spoken};
use super::{Access, Acknowledge, Command, Doing, Kind};
use crate::discord::app::{App, Asker};
use crate::discord::fault::Fault;
use crate::discord::note::note;
use crate::discord::reply::{Reply, Tone, Visibility};
use crate::discord::request::{Input, Request, Target};
use crate::question::Language;
use crate::wording::Wording;

/// Answers somebody's message.
pub const COMMAND: Command = Command {
    words: |wording| &wording.commands.answer_this,
    kind: Kind::OnMessage,
    access: Access::Everyone,
    // A refusal is decided before anything is searched and is for the caller alone.
    acknowledge: |request, _| match target(request)
        .and_then(|target| refusal(target, request.language))
    {
        Some(_) => Acknowledge::WithReply,
        None => Acknowledge::Later(Visibility::Public),
    },
    run,
    suggest: None,
};

fn run<'a>(app: &'a Arc<App>, request: &'a Request) -> Doing<'a> {
    Box::pin(async move {
        let target = target(request).ok_or(Fault::Empty)?;
        if let Some(refusal) = refusal(target, request.language) {
            return Ok(refusal);
        }
        let asking = Asking {
            words: &target.content,
            user: request.caller.user,
            place: request.place,
            visibility: Visibility::Public,
            at: request.at,
            asker: Asker::WasTold,
        };
        Ok(Reply::Message(answered(app, &asking).await?))
    })
}

fn target(request: &Request) -> Option<&Target> {
    match &request.input {
        Input::OnMessage(target) => Some(target),
        _ => None,
    }
}

fn refusal(target: &Target, language: Language) -> Option<Reply> {
    let words = &Wording::of(language).member.notice;
    let text = match (target.is_from_program, spoken(&target.content).is_empty()) {
        (true, _) => words.from_program,
        (false, true) => words.no_text,
        (false, false) => return None,
    };
    let message = note(Tone::Quiet, words.cannot_answer, text);
    Some(Reply::Message(message))
}
