//! Channels: messages with a bot token, typing, threads, reactions, direct messages; permissions first.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::super::checks;
use super::super::messages::{EPHEMERAL, Origin};
use super::super::state::State;
use super::super::world::{BOT, Channel, ChannelKind, Id, permission};
use super::route::Route;
use super::{Answer, Call, Shown, message_refusal, refusal, wrong_method};

/// How long Discord remembers a nonce; it says "a few minutes".
const NONCE_LIFE: Duration = Duration::from_secs(3 * 60);

/// Answers the routes about channels.
pub fn perform(state: &mut State, call: &Call, route: &Route) -> Answer {
    let channel = match route {
        Route::MyChannels if call.method == "POST" => return open_dm(state, call),
        Route::Channel(channel)
        | Route::Messages(channel)
        | Route::Typing(channel)
        | Route::Message { channel, .. }
        | Route::Threads { channel, .. }
        | Route::Reaction { channel, .. } => *channel,
        _ => return wrong_method(state, call),
    };
    if !state.world.channels.contains_key(&channel) {
        return Answer::error(404, 10003, "Unknown Channel");
    }
    if let Err(answer) = require(state, channel, permission::VIEW_CHANNEL) {
        return answer;
    }
    match (call.method, route) {
        ("GET", Route::Channel(_)) => Answer::ok(state.world.channel(channel)),
        ("POST", Route::Messages(_)) => create(state, call, channel),
        ("GET", Route::Messages(_)) => {
            if let Err(answer) = require(state, channel, permission::READ_MESSAGE_HISTORY) {
                return answer;
            }
            let mut messages = state.messages_in(channel);
            messages.reverse();
            messages.truncate(50);
            Answer::ok(json!(messages))
        }
        (_, Route::Message { id, .. }) => on_message(state, call, channel, *id),
        ("POST", Route::Typing(_)) => {
            if let Err(answer) = require(state, channel, may_send(state, channel)) {
                return answer;
            }
            state.typing.push((channel, Instant::now()));
            Answer::nothing()
        }
        ("POST", Route::Threads { message, .. }) => thread(state, call, channel, *message),
        ("PUT", Route::Reaction { message, emoji, .. }) => {
            let needed = permission::ADD_REACTIONS | permission::READ_MESSAGE_HISTORY;
            if let Err(answer) = require(state, channel, needed) {
                return answer;
            }
            if !is_public(state, channel, *message) {
                return Answer::error(404, 10008, "Unknown Message");
            }
            state.reactions.push((*message, emoji.clone()));
            Answer::nothing()
        }
        _ => wrong_method(state, call),
    }
}

/// Returns the refusal if the bot lacks one of these permissions.
fn require(state: &State, channel: Id, needed: u64) -> Result<(), Answer> {
    let permissions = state.world.permissions(channel, BOT);
    if permissions & permission::VIEW_CHANNEL == 0 {
        return Err(Answer::error(403, 50001, "Missing Access"));
    }
    if permissions & needed != needed {
        return Err(Answer::error(403, 50013, "Missing Permissions"));
    }
    Ok(())
}

fn may_send(state: &State, channel: Id) -> u64 {
    match state
        .world
        .channels
        .get(&channel)
        .map(|channel| &channel.kind)
    {
        Some(ChannelKind::Thread { .. }) => permission::SEND_MESSAGES_IN_THREADS,
        _ => permission::SEND_MESSAGES,
    }
}

fn is_public(state: &State, channel: Id, message: Id) -> bool {
    let stored = state.messages.get(&message);
    stored.is_some_and(|stored| stored.channel == channel && stored.only_for.is_none())
}

fn create(state: &mut State, call: &Call, channel: Id) -> Answer {
    let mut needed = may_send(state, channel);
    if call.body["embeds"]
        .as_array()
        .is_some_and(|embeds| !embeds.is_empty())
    {
        needed |= permission::EMBED_LINKS;
    }
    if !call.files.is_empty() {
        needed |= permission::ATTACH_FILES;
    }
    if let Err(answer) = require(state, channel, needed) {
        return answer;
    }
    if let ChannelKind::Dm { person } = state.world.channels[&channel].kind
        && state
            .world
            .people
            .get(&person)
            .is_some_and(|person| person.refuses_dms)
    {
        return Answer::error(403, 50007, "Cannot send messages to this user");
    }
    if call.body["flags"].as_u64().unwrap_or(0) & EPHEMERAL != 0 {
        state.violation(&call.name(), "the ephemeral flag outside an interaction");
        return Answer::error(400, 50035, "Invalid Form Body");
    }
    if let Some(answer) = message_refusal(state, call, call.body, Shown::New) {
        return answer;
    }
    if let Some(id) = known_nonce(state, call.body) {
        return Answer::ok(state.messages[&id].value.clone());
    }
    let replies_to = match replied(state, call, channel) {
        Ok(replies_to) => replies_to,
        Err(answer) => return answer,
    };
    let origin = Origin {
        replies_to,
        ..Origin::default()
    };
    let id = state.create(channel, call.body, call.files, &origin);
    if let Some(nonce) = enforced_nonce(call.body) {
        state.nonces.insert(nonce, (id, Instant::now()));
    }
    Answer::ok(state.messages[&id].value.clone())
}

/// Returns the nonce of a body that wants it to be unique.
fn enforced_nonce(body: &Value) -> Option<String> {
    let nonce = &body["nonce"];
    let is_enforced = body["enforce_nonce"] == true && !nonce.is_null();
    is_enforced.then(|| nonce.as_str().map_or(nonce.to_string(), str::to_owned))
}

/// Returns the message that the bot created with the same nonce "in the past few minutes" (Discord's words).
fn known_nonce(state: &State, body: &Value) -> Option<Id> {
    let (id, created) = state.nonces.get(&enforced_nonce(body)?)?;
    let is_recent = created.elapsed() < NONCE_LIFE;
    (is_recent && state.messages.contains_key(id)).then_some(*id)
}

/// Returns the message that a new one replies to.
fn replied(state: &mut State, call: &Call, channel: Id) -> Result<Option<Id>, Answer> {
    let reference = &call.body["message_reference"];
    if reference.is_null() {
        return Ok(None);
    }
    if state.world.permissions(channel, BOT) & permission::READ_MESSAGE_HISTORY == 0 {
        let message = "Cannot reply without permission to read message history";
        return Err(Answer::error(400, 160_002, message));
    }
    let id = reference["message_id"]
        .as_str()
        .and_then(|id| id.parse::<Id>().ok());
    let id = id.or_else(|| reference["message_id"].as_u64());
    match id {
        Some(id) if is_public(state, channel, id) => Ok(Some(id)),
        _ if reference["fail_if_not_exists"] == false => Ok(None),
        _ => {
            let errors = json!({"message_reference": {"_errors": [
                {"code": "REPLIES_UNKNOWN_MESSAGE", "message": "Unknown message"}
            ]}});
            let body = json!({"code": 50035, "message": "Invalid Form Body", "errors": errors});
            Err(Answer::json(400, body))
        }
    }
}

fn on_message(state: &mut State, call: &Call, channel: Id, id: Id) -> Answer {
    if !is_public(state, channel, id) {
        if state.messages.contains_key(&id) && call.method != "GET" {
            state.violation(
                &call.name(),
                "an ephemeral or foreign message by the channel's route",
            );
        }
        return Answer::error(404, 10008, "Unknown Message");
    }
    let is_own = state.messages[&id].value["author"]["id"] == BOT.to_string().as_str();
    match call.method {
        "GET" => match require(state, channel, permission::READ_MESSAGE_HISTORY) {
            Ok(()) => Answer::ok(state.messages[&id].value.clone()),
            Err(answer) => answer,
        },
        "PATCH" if !is_own => {
            Answer::error(403, 50005, "Cannot edit a message authored by another user")
        }
        "PATCH" => {
            if let Some(answer) = message_refusal(state, call, call.body, Shown::Change(id)) {
                return answer;
            }
            state.edit(id, call.body, call.files);
            Answer::ok(state.messages[&id].value.clone())
        }
        "DELETE" if is_own => {
            state.delete(id);
            Answer::nothing()
        }
        "DELETE" => match require(state, channel, permission::MANAGE_MESSAGES) {
            Ok(()) => {
                state.delete(id);
                Answer::nothing()
            }
            Err(answer) => answer,
        },
        _ => wrong_method(state, call),
    }
}

fn thread(state: &mut State, call: &Call, channel: Id, message: Option<Id>) -> Answer {
    if let Err(answer) = require(state, channel, permission::CREATE_PUBLIC_THREADS) {
        return answer;
    }
    if let Some(answer) = refusal(state, call, &checks::thread(call.body)) {
        return answer;
    }
    let parent = &state.world.channels[&channel];
    if parent.kind != ChannelKind::Text {
        return Answer::error(400, 50024, "Cannot execute action on this channel type");
    }
    let guild = parent.guild;
    if let Some(message) = message {
        if !is_public(state, channel, message) {
            return Answer::error(404, 10008, "Unknown Message");
        }
        if state.world.channels.contains_key(&message) {
            let text = "A thread has already been created for this message";
            return Answer::error(400, 160_004, text);
        }
    }
    // A thread that starts at a message has the message's id.
    let id = message.unwrap_or_else(|| state.snowflakes.next());
    let name = call.body["name"].as_str().unwrap_or_default().to_owned();
    let thread = Channel {
        kind: ChannelKind::Thread {
            parent: channel,
            owner: BOT,
        },
        guild,
        name,
        overwrites: Default::default(),
    };
    state.world.channels.insert(id, thread);
    let mut value = state.world.channel(id);
    if let Some(minutes) = call.body["auto_archive_duration"].as_u64() {
        value["thread_metadata"]["auto_archive_duration"] = json!(minutes);
    }
    let mut event = value.clone();
    event["newly_created"] = json!(true);
    let guilds = super::super::events::intent::GUILDS;
    state.dispatch(guild, Some(guilds), "THREAD_CREATE", &event);
    if let Some(message) = message.and_then(|message| state.messages.get_mut(&message)) {
        message.value["thread"] = value.clone();
        let flags = message.value["flags"].as_u64().unwrap_or(0);
        message.value["flags"] = json!(flags | 1 << 5);
    }
    Answer::json(201, value)
}

fn open_dm(state: &mut State, call: &Call) -> Answer {
    let recipient = &call.body["recipient_id"];
    let person = match recipient {
        Value::String(id) => id.parse().ok(),
        other => other.as_u64(),
    };
    match person {
        Some(person) if state.world.people.contains_key(&person) && person != BOT => {
            let channel = state.world.dm(person);
            Answer::ok(state.world.channel(channel))
        }
        _ => Answer::error(400, 50033, "Invalid Recipient(s)"),
    }
}
