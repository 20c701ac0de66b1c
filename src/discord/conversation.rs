//! Answers what people write: mentions, direct messages, ask-channels, threads that the bot opened.

use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use tokio::time::timeout;

use super::app::Asker;
use super::bot::Bot;
use super::commands::ask::{self, Asking};
use super::fault::Fault;
use super::incoming::Spoken;
use super::refusal;
use super::reply::{Message, Visibility};
use super::rest::RestError;
use crate::question::Language;
use crate::text;
use crate::wording::Wording;

/// Beyond so many open questions no "is typing" is sent: the answer comes as fast as that would.
const TYPING_LOAD: usize = 20;
/// How long an answer waits for its "is typing": one that came after the answer would announce another.
const TYPING_TIME: Duration = Duration::from_millis(500);
/// How long the store may take to say whether a message was answered before; then memory decides alone.
const CLAIM_TIME: Duration = Duration::from_millis(300);

// Discord's codes of refusals ("JSON Error Codes").
const MISSING_ACCESS: i64 = 50001;
const CANNOT_SEND_EMPTY: i64 = 50006;
const MISSING_PERMISSIONS: i64 = 50013;
const CANNOT_REPLY_WITHOUT_HISTORY: i64 = 160_002;

/// Why a message is meant for the bot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Addressed {
    /// It mentions the bot or was written to it alone.
    Directly,
    /// It stands in an ask-channel.
    ByChannel,
    /// It stands in a thread that the bot opened.
    InThread,
}

/// Answers a message when it is meant for the bot.
pub async fn hear(bot: &Arc<Bot>, spoken: Spoken) {
    let Some(addressed) = addressed(bot, &spoken).await else {
        return;
    };
    if !bot.seen.is_new(spoken.id.0) || !claimed(bot, &spoken).await {
        return;
    }
    let question = ask::spoken(&spoken.content);
    let language = notice_language(bot, &spoken, &question).await;
    if question.is_empty() && addressed != Addressed::Directly {
        // Nothing to read: a picture, or the right to read messages is missing.
        if addressed == Addressed::InThread && spoken.content.is_empty() {
            hint_once(bot, &spoken, language).await;
        }
        return;
    }
    if let Err(seconds) = bot
        .app
        .budgets
        .take(spoken.author, spoken.place.guild, Instant::now())
    {
        tell_to_wait(bot, &spoken, seconds, language).await;
        return;
    }
    let message = answer(bot, &spoken, question, language).await;
    send(bot, &spoken, &message, language).await;
}

async fn addressed(bot: &Bot, spoken: &Spoken) -> Option<Addressed> {
    let account = bot.account().await?;
    if spoken.is_from_program
        || !spoken.is_ordinary
        || spoken.author == account
        || spoken.calls_everyone
    {
        return None;
    }
    if spoken.place.guild.is_none() || spoken.mentions.contains(&account) {
        return Some(Addressed::Directly);
    }
    if bot.app.config.discord.message_content {
        let settings = bot.app.guilds.settings(spoken.place.guild).await;
        if settings.ask_channels.contains(&spoken.place.channel) {
            return Some(Addressed::ByChannel);
        }
    }
    bot.is_own_thread(spoken.place.channel)
        .await
        .then_some(Addressed::InThread)
}

/// Whether the message was not answered before a restart. A store that is down is no reason not to answer.
async fn claimed(bot: &Bot, spoken: &Spoken) -> bool {
    let claim = bot.app.store.claim(spoken.id, Timestamp::now());
    match timeout(CLAIM_TIME, claim).await {
        Ok(Ok(is_first)) => is_first,
        Ok(Err(error)) => {
            tracing::warn!(%error, "a message could not be noted as answered");
            true
        }
        Err(_) => true,
    }
}

/// The language of notices: the question's, as that of answers; without words, that of the place. A server's own
/// locale comes last: Discord sets it to American English until somebody changes it.
async fn notice_language(bot: &Bot, spoken: &Spoken, question: &str) -> Language {
    if question.chars().any(char::is_alphabetic) {
        return Language::of(&text::folded(question));
    }
    let settings = bot.app.guilds.settings(spoken.place.guild).await;
    settings
        .language
        .unwrap_or_else(|| bot.language(spoken.place.guild))
}

async fn answer(bot: &Arc<Bot>, spoken: &Spoken, question: String, language: Language) -> Message {
    let asking = Asking {
        words: &question,
        user: spoken.author,
        place: spoken.place,
        visibility: Visibility::Public,
        at: Timestamp::now(),
        asker: Asker::SeesNothing,
    };
    let answered = ask::answered(&bot.app, &asking);
    let answered = match bot.tasks.len() < TYPING_LOAD {
        true => while_typing(bot, spoken, answered).await,
        false => answered.await,
    };
    answered.unwrap_or_else(|fault| refusal::logged(&fault, language))
}

/// Works and shows it. An "is typing" that is refused or slow does not hold the answer up.
async fn while_typing<T>(bot: &Arc<Bot>, spoken: &Spoken, work: impl Future<Output = T>) -> T {
    let typing = Arc::clone(bot);
    let channel = spoken.place.channel;
    let mut shown = tokio::spawn(async move { typing.rest.type_in(channel).await.ok() });
    let done = work.await;
    if timeout(TYPING_TIME, &mut shown).await.is_err() {
        shown.abort();
    }
    done
}

/// Sends the answer, or what is possible instead.
async fn send(bot: &Arc<Bot>, spoken: &Spoken, message: &Message, language: Language) {
    let mut sent = bot.rest.reply(spoken.place, spoken.id, message).await;
    if code(&sent) == Some(CANNOT_REPLY_WITHOUT_HISTORY) {
        tell_admin_once(bot, spoken, CANNOT_REPLY_WITHOUT_HISTORY, language).await;
        sent = bot
            .rest
            .post(spoken.place.channel, message, &spoken.id.to_string())
            .await;
    }
    let Err(error) = sent else {
        return;
    };
    let is_forbidden = matches!(
        error.code(),
        Some(MISSING_ACCESS | MISSING_PERMISSIONS | CANNOT_SEND_EMPTY)
    ) || error.status() == Some(403);
    if !is_forbidden || spoken.place.guild.is_none() {
        let reference = refusal::reference();
        tracing::warn!(%reference, %error, "an answer could not be sent");
        return;
    }
    let direct = refusal::instead_of_channel(message, spoken.place.channel, language);
    let nonce = format!("d{}", spoken.id);
    if let Err(error) = bot
        .rest
        .post_to_person(spoken.author, &direct, &nonce)
        .await
    {
        tracing::warn!(%error, "an answer could be sent neither to its channel nor to its asker");
    }
    tell_admin_once(bot, spoken, error.code().unwrap_or(0), language).await;
}

fn code(sent: &Result<(), RestError>) -> Option<i64> {
    sent.as_ref().err().and_then(RestError::code)
}

/// Tells the owner of the guild what is missing in a channel, once for each channel and each thing.
async fn tell_admin_once(bot: &Arc<Bot>, spoken: &Spoken, code: i64, language: Language) {
    let Some(guild) = spoken.place.guild else {
        return;
    };
    let channel = spoken.place.channel;
    let is_first = bot
        .app
        .store
        .mark_once(&format!("told:{guild}:{channel}:{code}"))
        .await;
    if !matches!(is_first, Ok(true)) {
        return;
    }
    let notice = refusal::missing_permission(channel, language);
    let told = async {
        let owner = bot.rest.guild_owner(guild).await?;
        bot.rest
            .post_to_person(owner, &notice, &format!("a{}", spoken.id))
            .await
    };
    if let Err(error) = told.await {
        tracing::warn!(guild.id = %guild, channel.id = %channel, %error, "a permission is missing, and the owner could not be told");
    }
}

/// Says privately how long to wait; once until the time is over.
async fn tell_to_wait(bot: &Arc<Bot>, spoken: &Spoken, seconds: u64, language: Language) {
    if !bot.tells_to_wait(spoken.author, Instant::now() + Duration::from_secs(seconds)) {
        return;
    }
    let message = refusal::message(&Fault::Wait(seconds), language, None);
    let nonce = format!("w{}", spoken.id);
    if let Err(error) = bot
        .rest
        .post_to_person(spoken.author, &message, &nonce)
        .await
    {
        tracing::warn!(%error, "a person could not be told to wait");
    }
}

/// Says once in a thread that its messages cannot be read.
async fn hint_once(bot: &Arc<Bot>, spoken: &Spoken, language: Language) {
    let is_first = bot
        .app
        .store
        .mark_once(&format!("hint:{}", spoken.place.channel))
        .await;
    if !matches!(is_first, Ok(true)) {
        return;
    }
    let hint = refusal::unread_thread(Wording::of(language));
    if let Err(error) = bot.rest.reply(spoken.place, spoken.id, &hint).await {
        tracing::warn!(%error, "a hint could not be sent");
    }
}
