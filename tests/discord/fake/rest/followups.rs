//! What follows the first answer: `@original` and further messages, while the token lives.

use serde_json::Value;

use super::super::identity::interaction_of;
use super::super::messages::{EPHEMERAL, Origin};
use super::super::state::{InteractionRecord, State};
use super::super::world::Id;
use super::{Answer, Call, Shown, TOKEN_LIFE, message_refusal, wrong_method};

/// Posts a further message; right after a defer it becomes the deferred one.
pub fn create(state: &mut State, call: &Call, token: &str) -> Answer {
    if call.method != "POST" {
        return wrong_method(state, call);
    }
    let record = match alive(state, call, token) {
        Ok(record) => record,
        Err(answer) => return answer,
    };
    if record.acknowledged.is_none() {
        state.violation(&call.name(), "a follow-up before the acknowledgement");
        return Answer::error(404, 10015, "Unknown Webhook");
    }
    if let Some(answer) = message_refusal(state, call, call.body, Shown::New) {
        return answer;
    }
    let loading = record.original.filter(|original| {
        let stored = state.messages.get(original);
        stored.is_some_and(|stored| stored.is_loading)
    });
    let id = match loading {
        Some(original) => {
            state.edit(original, call.body, call.files);
            original
        }
        None => {
            let is_ephemeral = call.body["flags"].as_u64().unwrap_or(0) & EPHEMERAL != 0;
            let origin = Origin {
                replies_to: None,
                metadata: Some(record.metadata.clone()),
                only_for: is_ephemeral.then_some(record.person),
                is_loading: false,
            };
            let id = state.create(record.channel, call.body, call.files, &origin);
            if let Some(record) = state.interactions.get_mut(&record.id) {
                record.followups.push(id);
            }
            id
        }
    };
    settle(state, record.id);
    Answer::ok(state.messages[&id].value.clone())
}

/// Reads, changes or deletes `@original` (no message) or a further message.
pub fn perform(state: &mut State, call: &Call, token: &str, message: Option<Id>) -> Answer {
    let record = match alive(state, call, token) {
        Ok(record) => record,
        Err(answer) => return answer,
    };
    let unknown = || Answer::error(404, 10008, "Unknown Message");
    if record.acknowledged.is_none() {
        state.violation(
            &call.name(),
            "a message of an interaction that is not acknowledged",
        );
        return unknown();
    }
    let is_own = |id: &Id| record.followups.contains(id) || record.original == Some(*id);
    let id = match message {
        Some(message) => Some(message).filter(is_own),
        None => record.original,
    };
    let Some(id) = id.filter(|id| state.messages.contains_key(id)) else {
        return unknown();
    };
    match call.method {
        "GET" => Answer::ok(state.messages[&id].value.clone()),
        "PATCH" => {
            if changes_ephemeral(&state.messages[&id].value, call.body) {
                state.violation(&call.name(), "an edit that changes the ephemeral flag");
                return Answer::error(400, 50035, "Invalid Form Body");
            }
            let shown = match state.messages[&id].is_loading {
                true => Shown::New,
                false => Shown::Change(id),
            };
            if let Some(answer) = message_refusal(state, call, call.body, shown) {
                return answer;
            }
            state.edit(id, call.body, call.files);
            settle(state, record.id);
            Answer::ok(state.messages[&id].value.clone())
        }
        "DELETE" => {
            state.delete(id);
            settle(state, record.id);
            Answer::nothing()
        }
        _ => wrong_method(state, call),
    }
}

fn changes_ephemeral(value: &Value, body: &Value) -> bool {
    let is_set = |value: &Value| value["flags"].as_u64().map(|flags| flags & EPHEMERAL != 0);
    is_set(body).is_some_and(|wanted| wanted && is_set(value) == Some(false))
}

fn settle(state: &mut State, id: Id) {
    if let Some(record) = state.interactions.get_mut(&id) {
        record.is_settled = true;
    }
}

/// Returns the interaction of a token that still serves.
fn alive(state: &mut State, call: &Call, token: &str) -> Result<InteractionRecord, Answer> {
    let record = interaction_of(token).and_then(|id| state.interactions.get(&id));
    let Some(record) = record.filter(|record| record.token == token).cloned() else {
        state.violation(&call.name(), "the token of no interaction");
        return Err(Answer::error(404, 10015, "Unknown Webhook"));
    };
    if state.now().saturating_duration_since(record.created) > TOKEN_LIFE {
        state.violation(&call.name(), "a token older than 15 minutes");
        return Err(Answer::error(401, 50027, "Invalid Webhook Token"));
    }
    Ok(record)
}
