//! Answers one interaction: tells Discord in time, has the desk decide, delivers the reply, and turns what went
//! wrong into words.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use tokio::time::{Instant, sleep};

use super::bot::Bot;
use super::commands::Acknowledge;
use super::desk;
use super::drills;
use super::fault::Fault;
use super::incoming::Interaction;
use super::limits::{self, Text};
use super::outgoing::{self, Callback};
use super::post::Ticket;
use super::refusal;
use super::reply::{After, Effect, Message, Placement, Reply, Visibility};
use super::request::{Input, Request};
use super::rest::RestError;
use crate::store::{ChannelId, MessageId};

/// Work that takes longer is acknowledged first.
const QUICK: Duration = Duration::from_millis(500);
/// Bytes of files that a first answer carries within its 3 s; before more, it is said that they come.
const CARRIED_AT_ONCE: usize = 256 * 1024;
/// An interaction's token is void after 15 minutes ("Receiving and Responding"); the rest is left for the way.
const TOKEN_LIFE: Duration = Duration::from_secs(14 * 60 + 30);
/// Least time between two changes of a message that shows progress: 5 changes in 5 s are the usual limit.
const BETWEEN_CHANGES: Duration = Duration::from_millis(1100);

/// "A thread has already been created for this message" (JSON error codes).
const THREAD_EXISTS: i64 = 160_004;

/// What Discord knows of our answer so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    Nothing,
    MessageLater,
    UpdateLater,
}

/// Answers an interaction.
pub async fn serve(bot: &Arc<Bot>, interaction: Interaction, since: Instant) {
    let ticket = Ticket {
        application: interaction.application,
        interaction: interaction.id,
        token: interaction.token.clone(),
        since,
    };
    if let Err(error) = answer(bot, &interaction, &ticket).await {
        let reference = refusal::reference();
        tracing::warn!(%reference, %error, "an interaction could not be answered");
    }
}

async fn answer(
    bot: &Arc<Bot>,
    interaction: &Interaction,
    ticket: &Ticket,
) -> Result<(), RestError> {
    let app = &bot.app;
    let Some(request) = &interaction.request else {
        let message = refusal::logged(&Fault::Expired, interaction.language);
        return deliver(bot, ticket, None, Told::Nothing, Reply::Message(message)).await;
    };
    let command = interaction.command.as_deref().and_then(desk::command);
    if let Input::Autocomplete { .. } = request.input {
        let choices = desk::choices(app, request, command);
        return bot
            .rest
            .answer(ticket, Callback::Choices, outgoing::choices(&choices))
            .await;
    }
    let settings = app.guilds.settings(request.place.guild).await;
    let mut told = match desk::admitted(app, request, command, &settings) {
        Err(fault) => {
            let message = refusal::logged(&fault, request.language);
            return deliver(
                bot,
                ticket,
                Some(request),
                Told::Nothing,
                Reply::Message(message),
            )
            .await;
        }
        Ok(Acknowledge::WithReply) => Told::Nothing,
        Ok(Acknowledge::Later(visibility)) => {
            let flags = outgoing::later(visibility);
            bot.rest
                .answer(ticket, Callback::MessageLater, flags)
                .await?;
            Told::MessageLater
        }
    };
    let work = desk::reply(app, request, command);
    tokio::pin!(work);
    let replied = tokio::select! {
        replied = &mut work => replied,
        () = sleep(QUICK), if told == Told::Nothing => {
            told = tell_later(bot, ticket, request).await?;
            work.await
        }
    };
    let reply =
        replied.unwrap_or_else(|fault| Reply::Message(refusal::logged(&fault, request.language)));
    deliver(bot, ticket, Some(request), told, reply).await
}

/// Says that the answer takes a while: beside a component's message, whatever comes, nothing is lost.
async fn tell_later(bot: &Bot, ticket: &Ticket, request: &Request) -> Result<Told, RestError> {
    let (callback, flags, told) = match request.input {
        Input::Component { .. } => (
            Callback::UpdateLater,
            serde_json::Value::Null,
            Told::UpdateLater,
        ),
        _ => (
            Callback::MessageLater,
            outgoing::later(Visibility::Private),
            Told::MessageLater,
        ),
    };
    bot.rest.answer(ticket, callback, flags).await?;
    Ok(told)
}

async fn deliver(
    bot: &Arc<Bot>,
    ticket: &Ticket,
    request: Option<&Request>,
    told: Told,
    reply: Reply,
) -> Result<(), RestError> {
    let rest = &bot.rest;
    match (reply, told) {
        (Reply::Message(message), Told::Nothing) if message.files.size() > CARRIED_AT_ONCE => {
            let flags = outgoing::later(message.visibility);
            rest.answer(ticket, Callback::MessageLater, flags).await?;
            rest.edit_answer(ticket, &message).await
        }
        (Reply::Message(message), Told::Nothing) => {
            rest.answer_with_message(ticket, &message).await
        }
        (Reply::Message(message), Told::MessageLater) => rest.edit_answer(ticket, &message).await,
        (Reply::Message(message), Told::UpdateLater) => rest.follow_up(ticket, &message).await,
        (Reply::Update(message), Told::Nothing) if message.files.size() > CARRIED_AT_ONCE => {
            rest.answer(ticket, Callback::UpdateLater, serde_json::Value::Null)
                .await?;
            rest.edit_answer(ticket, &message).await
        }
        (Reply::Update(message), Told::Nothing) => rest.answer_with_update(ticket, &message).await,
        (Reply::Update(message), _) => rest.edit_answer(ticket, &message).await,
        (Reply::Modal(modal), Told::Nothing) => {
            rest.answer(ticket, Callback::Modal, outgoing::modal(&modal))
                .await
        }
        // A dialog cannot follow an acknowledgement (Discord). Handlers open dialogs without waiting for anything.
        (Reply::Modal(_), _) => Err(RestError::Malformed(
            "a dialog after an acknowledgement".to_owned(),
        )),
        (Reply::Choices(choices), _) => {
            rest.answer(ticket, Callback::Choices, outgoing::choices(&choices))
                .await
        }
        (Reply::Progress(stages), told) => progress(bot, ticket, told, stages).await,
        (Reply::After(after), told) => match request {
            Some(request) => after_effect(bot, ticket, request, told, *after).await,
            None => Ok(()),
        },
    }
}

/// Shows each stage in the same message. The last one is always shown; of those before, what time allows.
async fn progress(
    bot: &Bot,
    ticket: &Ticket,
    told: Told,
    mut stages: tokio::sync::mpsc::Receiver<Message>,
) -> Result<(), RestError> {
    if told == Told::Nothing {
        let flags = outgoing::later(Visibility::Private);
        bot.rest
            .answer(ticket, Callback::MessageLater, flags)
            .await?;
    }
    while let Some(mut stage) = stages.recv().await {
        while let Ok(later) = stages.try_recv() {
            stage = later;
        }
        if ticket.since.elapsed() > TOKEN_LIFE {
            tracing::warn!("a long work outlived its message; its result stands in the history");
            return Ok(());
        }
        bot.rest.edit_answer(ticket, &stage).await?;
        sleep(BETWEEN_CHANGES).await;
    }
    Ok(())
}

/// Does something else and says whether it worked. What may take long is acknowledged before.
async fn after_effect(
    bot: &Arc<Bot>,
    ticket: &Ticket,
    request: &Request,
    told: Told,
    after: After,
) -> Result<(), RestError> {
    let replaces = after.placement == Placement::Replace;
    let told = match (told, replaces) {
        (Told::Nothing, true) => {
            bot.rest
                .answer(ticket, Callback::UpdateLater, serde_json::Value::Null)
                .await?;
            Told::UpdateLater
        }
        (Told::Nothing, false) => {
            let flags = outgoing::later(Visibility::Private);
            bot.rest
                .answer(ticket, Callback::MessageLater, flags)
                .await?;
            Told::MessageLater
        }
        (told, _) => told,
    };
    let message = match effect(bot, request, after.effect).await {
        Ok(()) => after.done,
        Err(error) => {
            tracing::warn!(
                status = error.status(),
                code = error.code(),
                "Discord refused an effect of a button"
            );
            after.failed
        }
    };
    match (told, replaces) {
        (Told::UpdateLater, false) => bot.rest.follow_up(ticket, &message).await,
        _ => bot.rest.edit_answer(ticket, &message).await,
    }
}

async fn effect(bot: &Arc<Bot>, request: &Request, effect: Effect) -> Result<(), RestError> {
    // Pressed twice, it is posted twice; the same press sent twice is not.
    let nonce = request.id.to_string();
    match effect {
        Effect::Post { channel, message } => bot.rest.post(channel, &message, &nonce).await,
        Effect::Thread { name, greeting } => {
            let thread = opened_thread(bot, request, &name).await?;
            bot.remember_thread(thread, true);
            if let Some(guild) = request.place.guild {
                let remembered = bot
                    .app
                    .store
                    .remember_thread(guild, thread, Timestamp::now())
                    .await;
                if let Err(error) = remembered {
                    tracing::warn!(%error, "a thread could not be remembered; it is known until a restart");
                }
            }
            bot.rest.post(thread, &greeting, &nonce).await
        }
        // Its thread is not remembered as our own: what people say in it is talk among themselves, no question.
        Effect::Drill {
            number,
            name,
            greeting,
        } => {
            let thread = match opened_thread(bot, request, &name).await {
                // Opened by another press, or before a restart that came too early. A thread at a message has the
                // message's number ("Start Thread from Message").
                Err(error) if error.code() == Some(THREAD_EXISTS) => {
                    ChannelId(source_message(request).0)
                }
                opened => opened?,
            };
            let nonce = format!("g{number}");
            bot.rest.post(thread, &greeting, &nonce).await?;
            drills::begin(&bot.app, number, thread)
                .await
                .map_err(|fault| RestError::Malformed(refusal::causes(&fault)))
        }
    }
}

/// Opens a thread at the message whose component was used.
async fn opened_thread(
    bot: &Bot,
    request: &Request,
    name: &Text<{ limits::THREAD_NAME }>,
) -> Result<ChannelId, RestError> {
    let channel = request.place.channel;
    let message = source_message(request);
    bot.rest.open_thread(channel, message, name.as_str()).await
}

fn source_message(request: &Request) -> MessageId {
    request.shown().map_or(MessageId(0), |shown| shown.message)
}
