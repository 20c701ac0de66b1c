//! What a person holds on to after an act: an interaction or a message, and what came of it.

use std::time::{Duration, Instant};

use serde_json::Value;

use super::Fake;
use super::seen;
use super::state::{InteractionRecord, State};
use super::world::Id;

/// How long `settled` and the other functions without a timeout wait.
const PATIENCE: Duration = Duration::from_secs(10);

/// The first answer to an interaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Response {
    /// Discord's callback type: 4 message, 5 thinking, 6 and 7 update, 8 choices, 9 modal.
    pub kind: u8,
    /// Whether only the caller sees what follows.
    pub is_ephemeral: bool,
    /// How long after the event it came.
    pub after: Duration,
}

/// An interaction that somebody began.
#[derive(Clone)]
pub struct Interaction {
    fake: Fake,
    /// Its id.
    pub id: Id,
}

impl Interaction {
    /// Returns the handle of an interaction.
    pub fn new(fake: &Fake, id: Id) -> Interaction {
        Interaction {
            fake: fake.clone(),
            id,
        }
    }

    /// Returns all that is known of it.
    pub fn record(&self) -> InteractionRecord {
        let state = self.fake.shared.state();
        state
            .interactions
            .get(&self.id)
            .cloned()
            .expect("an interaction that was not forgotten")
    }

    /// Returns the first answer, if there is one.
    pub fn response(&self) -> Option<Response> {
        response(&self.fake.shared.state(), self.id)
    }

    /// Waits for the first answer.
    pub async fn wait_response(&self, timeout: Duration) -> Option<Response> {
        self.fake
            .wait_for(timeout, |state| response(state, self.id))
            .await
    }

    /// Waits until something final is shown: not just that the bot is thinking.
    pub async fn wait_settled(&self, timeout: Duration) -> bool {
        let settled = |state: &State| {
            let record = state.interactions.get(&self.id)?;
            record.is_settled.then_some(())
        };
        self.fake.wait_for(timeout, settled).await.is_some()
    }

    /// Waits until the message that the person sees is as `wanted`; returns it.
    pub async fn wait_until(
        &self,
        wanted: impl Fn(&Value) -> bool,
        timeout: Duration,
    ) -> Option<Value> {
        let found = |state: &State| message(state, self.id).filter(&wanted);
        self.fake.wait_for(timeout, found).await
    }

    /// Waits until it is settled and returns the message that the person sees.
    ///
    /// # Panics
    ///
    /// When it does not settle in ten seconds, with the violations so far.
    pub async fn settled(&self) -> Value {
        let is_settled = self.wait_settled(PATIENCE).await;
        let violations = self.fake.violations();
        assert!(
            is_settled,
            "nothing final was shown; violations: {violations:#?}"
        );
        self.message().unwrap_or(Value::Null)
    }

    /// Returns the message that the person sees now: `@original` with all edits; nothing while it loads.
    pub fn message(&self) -> Option<Value> {
        message(&self.fake.shared.state(), self.id)
    }

    /// Returns the id of that message, to press on it.
    pub fn message_id(&self) -> Id {
        self.record().original.expect("a message came of it")
    }

    /// Returns the further messages.
    pub fn followups(&self) -> Vec<Value> {
        let state = self.fake.shared.state();
        let ids = state
            .interactions
            .get(&self.id)
            .map(|record| record.followups.clone());
        let messages = ids.into_iter().flatten();
        messages
            .filter_map(|id| Some(state.messages.get(&id)?.value.clone()))
            .collect()
    }

    /// Returns whether only the caller sees the answer; false while there is none.
    pub fn is_ephemeral(&self) -> bool {
        self.response()
            .is_some_and(|response| response.is_ephemeral)
    }

    /// Waits for suggestions and returns them as (name, value).
    ///
    /// # Panics
    ///
    /// When none come in ten seconds.
    pub async fn choices(&self) -> Vec<(String, String)> {
        let found = |state: &State| state.interactions.get(&self.id)?.choices.clone();
        let choices = self
            .fake
            .wait_for(PATIENCE, found)
            .await
            .expect("suggestions");
        let text = |value: &Value| value.as_str().map_or(value.to_string(), str::to_owned);
        let choices = choices.as_array().cloned().unwrap_or_default().into_iter();
        choices
            .map(|choice| (text(&choice["name"]), text(&choice["value"])))
            .collect()
    }

    /// Waits for the modal that opens.
    ///
    /// # Panics
    ///
    /// When none opens in ten seconds.
    pub async fn modal(&self) -> Value {
        let found = |state: &State| state.interactions.get(&self.id)?.modal.clone();
        self.fake.wait_for(PATIENCE, found).await.expect("a modal")
    }

    /// Returns what the person sees now as text: the message and what followed.
    pub fn seen(&self) -> String {
        let messages = self.message().into_iter().chain(self.followups());
        messages
            .map(|message| seen::seen(&message))
            .collect::<Vec<_>>()
            .join("\n")
    }
}

fn response(state: &State, id: Id) -> Option<Response> {
    let record = state.interactions.get(&id)?;
    let acknowledged = record.acknowledged?;
    Some(Response {
        kind: acknowledged.kind,
        is_ephemeral: acknowledged.is_ephemeral,
        after: acknowledged.at.saturating_duration_since(record.sent),
    })
}

fn message(state: &State, id: Id) -> Option<Value> {
    let original = state.interactions.get(&id)?.original?;
    let stored = state.messages.get(&original)?;
    (!stored.is_loading).then(|| stored.value.clone())
}

/// A message that somebody wrote.
#[derive(Clone)]
pub struct Said {
    fake: Fake,
    /// Where.
    pub channel: Id,
    /// Its id.
    pub message: Id,
    at: Instant,
}

impl Said {
    /// Returns the handle of a message that was written at a moment.
    pub fn new(fake: &Fake, channel: Id, message: Id, at: Instant) -> Said {
        Said {
            fake: fake.clone(),
            channel,
            message,
            at,
        }
    }

    /// Sends the same MESSAGE_CREATE again, as the gateway may.
    pub fn replay(&self) {
        self.fake
            .shared
            .change(|state| state.dispatch_message("MESSAGE_CREATE", self.message));
    }

    /// Waits for the reply to it; returns the message and how long it took.
    pub async fn wait_reply(&self, timeout: Duration) -> Option<(Value, Duration)> {
        let first = |state: &State| first_reply(state, self.message);
        let (reply, at) = self.fake.wait_for(timeout, first).await?;
        Some((reply, at.saturating_duration_since(self.at)))
    }

    /// Waits for the reply to it.
    ///
    /// # Panics
    ///
    /// When none comes in ten seconds, with the violations so far.
    pub async fn reply(&self) -> Value {
        match self.wait_reply(PATIENCE).await {
            Some((reply, _)) => reply,
            None => panic!("no reply; violations: {:#?}", self.fake.violations()),
        }
    }

    /// Returns how long after the message its first reply came, if it did.
    pub fn replied_after(&self) -> Option<Duration> {
        let state = self.fake.shared.state();
        let (_, at) = state.replies.get(&self.message)?.first()?;
        Some(at.saturating_duration_since(self.at))
    }

    /// Returns how many replies came; deleted ones count.
    pub fn reply_count(&self) -> usize {
        let state = self.fake.shared.state();
        state.replies.get(&self.message).map_or(0, Vec::len)
    }

    /// Returns all replies to it so far.
    pub fn replies(&self) -> Vec<Value> {
        let state = self.fake.shared.state();
        let ids = state.replies.get(&self.message).into_iter().flatten();
        let stored = ids.filter_map(|(id, _)| state.messages.get(id));
        stored.map(|stored| stored.value.clone()).collect()
    }

    /// Returns how long after the message the bot first showed that it is typing.
    pub fn typing_after(&self) -> Option<Duration> {
        let state = self.fake.shared.state();
        let mut typing = state.typing.iter();
        let first = typing.find(|(channel, at)| *channel == self.channel && *at >= self.at)?;
        Some(first.1 - self.at)
    }
}

fn first_reply(state: &State, to: Id) -> Option<(Value, Instant)> {
    let mut replies = state.replies.get(&to)?.iter();
    replies.find_map(|(id, at)| Some((state.messages.get(id)?.value.clone(), *at)))
}
