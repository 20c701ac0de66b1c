//! The first answer to an interaction: once, within three seconds, of a type that fits.

use std::time::Instant;

use serde_json::{Value, json};

use super::super::checks;
use super::super::messages::{EPHEMERAL, Origin};
use super::super::state::{Acknowledgement, Entry, InteractionKind, InteractionRecord, State};
use super::super::world::Id;
use super::{ACKNOWLEDGE_WITHIN, Answer, Call, Shown, message_refusal, refusal, wrong_method};

/// Answers a callback.
pub fn perform(state: &mut State, call: &Call, id: Id, token: &str) -> Answer {
    if call.method != "POST" {
        return wrong_method(state, call);
    }
    let unknown = || Answer::error(404, 10062, "Unknown interaction");
    let Some(record) = state
        .interactions
        .get(&id)
        .filter(|record| record.token == token)
    else {
        state.violation(&call.name(), "an interaction that does not exist");
        return unknown();
    };
    let record = record.clone();
    if record.acknowledged.is_some() {
        if !record.answer_was_lost {
            state.violation(&call.name(), "acknowledged twice");
        }
        return Answer::error(400, 40060, "Interaction has already been acknowledged.");
    }
    let age = state.now().saturating_duration_since(record.created);
    if age > ACKNOWLEDGE_WITHIN {
        state.violation(&call.name(), format!("acknowledged after {age:?}"));
        return unknown();
    }
    let Some(kind) = call.body["type"]
        .as_u64()
        .and_then(|kind| u8::try_from(kind).ok())
    else {
        state.violation(&call.name(), "a callback without type");
        return Answer::error(400, 50035, "Invalid Form Body");
    };
    if !fits(kind, &record) {
        let reason = format!(
            "callback type {kind} does not fit a {:?} interaction",
            record.kind
        );
        state.violation(&call.name(), reason);
        return Answer::error(400, 50035, "Invalid Form Body");
    }
    let data = &call.body["data"];
    if let Some(answer) = data_refusal(state, call, &record, data) {
        return answer;
    }
    acknowledge(state, call, &record, kind, data)
}

fn fits(kind: u8, record: &InteractionRecord) -> bool {
    match record.kind {
        InteractionKind::Command => matches!(kind, 4 | 5 | 9),
        InteractionKind::Component => matches!(kind, 4..=7 | 9),
        InteractionKind::Autocomplete => kind == 8,
        InteractionKind::Modal => {
            matches!(kind, 4 | 5) || (record.source.is_some() && matches!(kind, 6 | 7))
        }
    }
}

fn data_refusal(
    state: &mut State,
    call: &Call,
    record: &InteractionRecord,
    data: &Value,
) -> Option<Answer> {
    let kind = call.body["type"].as_u64().unwrap_or(0);
    let flags = data["flags"].as_u64().unwrap_or(0);
    match kind {
        4 => message_refusal(state, call, data, Shown::New),
        5 if flags & !EPHEMERAL != 0 => {
            let reason = format!("flags {flags} on a deferred answer; only 64 may be set");
            state.violation(&call.name(), reason);
            Some(Answer::error(400, 50035, "Invalid Form Body"))
        }
        7 if flags & EPHEMERAL != 0 => {
            state.violation(&call.name(), "the ephemeral flag on an update");
            Some(Answer::error(400, 50035, "Invalid Form Body"))
        }
        7 => {
            let source = record.source.unwrap_or_default();
            message_refusal(state, call, data, Shown::Change(source))
        }
        _ if !call.files.is_empty() => {
            state.violation(&call.name(), "files without a message");
            Some(Answer::error(400, 50035, "Invalid Form Body"))
        }
        8 => refusal(state, call, &checks::choices(data)),
        9 => refusal(state, call, &checks::modal(data)),
        _ => None,
    }
}

fn acknowledge(
    state: &mut State,
    call: &Call,
    record: &InteractionRecord,
    kind: u8,
    data: &Value,
) -> Answer {
    let at = Instant::now();
    let asks_ephemeral = data["flags"].as_u64().unwrap_or(0) & EPHEMERAL != 0;
    let source = record.source.and_then(|source| state.messages.get(&source));
    let source_is_ephemeral = source.is_some_and(|source| source.only_for.is_some());
    let mut is_ephemeral = asks_ephemeral;
    let mut original = None;
    match kind {
        4 | 5 => {
            let origin = Origin {
                replies_to: None,
                metadata: Some(record.metadata.clone()),
                only_for: asks_ephemeral.then_some(record.person),
                is_loading: kind == 5,
            };
            let body = if kind == 4 { data.clone() } else { json!({}) };
            original = Some(state.create(record.channel, &body, call.files, &origin));
        }
        6 | 7 => {
            is_ephemeral = source_is_ephemeral;
            original = record.source;
            if let (7, Some(source)) = (kind, record.source) {
                state.edit(source, data, call.files);
            }
        }
        8 => state.tell(Entry::Choices(data["choices"].clone())),
        _ => state.tell(Entry::Modal(data.clone())),
    }
    let Some(record) = state.interactions.get_mut(&record.id) else {
        return Answer::error(404, 10062, "Unknown interaction");
    };
    record.acknowledged = Some(Acknowledgement {
        kind,
        at,
        is_ephemeral,
    });
    record.original = original;
    record.is_settled = !matches!(kind, 5 | 6);
    match kind {
        8 => record.choices = Some(data["choices"].clone()),
        9 => record.modal = Some(data.clone()),
        _ => {}
    }
    if call.query.contains("with_response=true") {
        return with_response(state, record_id(call), kind, original);
    }
    Answer::nothing()
}

fn record_id(call: &Call) -> String {
    call.path.split('/').nth(2).unwrap_or_default().to_owned()
}

fn with_response(state: &State, id: String, kind: u8, original: Option<Id>) -> Answer {
    let interaction = json!({
        "id": id,
        "type": 2,
        "response_message_id": original.map(|id| id.to_string()),
        "response_message_loading": kind == 5,
    });
    let mut resource = json!({"type": kind});
    if let Some(message) = original.and_then(|id| state.messages.get(&id)) {
        resource["message"] = message.value.clone();
    }
    Answer::ok(json!({"interaction": interaction, "resource": resource}))
}
