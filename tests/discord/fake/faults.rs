//! What can go wrong on Discord's side: on the way through REST, and at the gateway.

use std::time::{Duration, Instant};

use super::events::Order;
use super::{Fake, Id};

/// What happens to a request instead of, or around, its answer.
#[derive(Clone, Copy, Debug)]
pub enum RestFailure {
    /// 429 with `Retry-After`; asking again before that is a violation.
    TooManyRequests {
        /// How long to wait.
        retry_after: Duration,
        /// Whether Discord says that all routes are meant.
        is_global: bool,
    },
    /// This status with a short body, nothing done.
    Status(u16),
    /// The right answer, later.
    Delay(Duration),
    /// No answer, ever; nothing done.
    Hang,
    /// The connection is cut; nothing done.
    Close,
    /// It is done, but the connection is cut before the answer.
    Lost,
}

/// What happens to gateway connections.
#[derive(Clone, Copy, Debug)]
pub enum GatewayFault {
    /// The TCP connection is cut without a close frame.
    Drop,
    /// Op 7: reconnect and resume.
    Reconnect,
    /// Op 9: the session is invalid, or may be resumed.
    InvalidSession {
        /// Whether it may be resumed.
        is_resumable: bool,
    },
    /// A close frame with this code.
    Close(u16),
    /// Heartbeats are not acknowledged any more.
    Zombie,
}

/// A fault for requests of a method whose route contains a text.
struct Planned {
    method: String,
    part: String,
    times: usize,
    failure: RestFailure,
}

/// A place that answered 429, and until when nobody may ask there.
struct Closed {
    method: String,
    /// The path, or nothing when all are meant.
    path: Option<String>,
    until: Instant,
}

/// The faults ahead, and what is rate limited now.
#[derive(Default)]
pub struct RestFaults {
    planned: Vec<Planned>,
    closed: Vec<Closed>,
}

impl RestFaults {
    /// Takes the fault for a request, if there is one.
    pub fn take(&mut self, method: &str, template: &str) -> Option<RestFailure> {
        let is_meant = |part: &str| match part.strip_suffix('$') {
            Some(end) => template.ends_with(end),
            None => template.contains(part),
        };
        let matching = |planned: &Planned| planned.method == method && is_meant(&planned.part);
        let at = self.planned.iter().position(matching)?;
        let failure = self.planned[at].failure;
        self.planned[at].times -= 1;
        if self.planned[at].times == 0 {
            self.planned.remove(at);
        }
        Some(failure)
    }

    /// Remembers a 429.
    pub fn close(&mut self, method: &str, path: &str, wait: Duration, is_global: bool) {
        self.closed.push(Closed {
            method: method.to_owned(),
            path: (!is_global).then(|| path.to_owned()),
            until: Instant::now() + wait,
        });
    }

    /// Returns how long a request came too early after a 429.
    pub fn still_closed(&mut self, method: &str, path: &str) -> Option<Duration> {
        let now = Instant::now();
        self.closed.retain(|closed| closed.until > now);
        // Interactions are outside the global limit.
        let is_exempt = path.starts_with("/interactions/") || path.starts_with("/webhooks/");
        let matching = self.closed.iter().find(|closed| match &closed.path {
            Some(closed_path) => closed.method == method && closed_path == path,
            None => !is_exempt,
        });
        // A few milliseconds may pass between our clock and theirs.
        let early = matching.map(|closed| closed.until - now);
        early.filter(|early| *early > Duration::from_millis(15))
    }
}

impl Fake {
    /// Makes the next `times` requests fail whose method is this and whose route (Discord's template, such as
    /// `/channels/{channel_id}/messages`) contains `part`, or ends with it when `part` ends with `$`.
    pub fn fail(&self, method: &str, part: &str, times: usize, failure: RestFailure) {
        let planned = Planned {
            method: method.to_owned(),
            part: part.to_owned(),
            times: times.max(1),
            failure,
        };
        self.shared
            .change(|state| state.faults.planned.push(planned));
    }

    /// Forgets the faults that have not happened yet.
    pub fn fail_no_more(&self) {
        self.shared.change(|state| state.faults.planned.clear());
    }

    /// Does something to every gateway connection that is open now.
    pub fn gateway(&self, fault: GatewayFault) {
        let order = match fault {
            GatewayFault::Drop => Order::Drop,
            GatewayFault::Close(code) => Order::Close(code),
            GatewayFault::Zombie => Order::StopAcknowledging,
            GatewayFault::Reconnect => Order::Send(r#"{"op":7,"d":null,"s":null,"t":null}"#.into()),
            GatewayFault::InvalidSession { is_resumable } => {
                let text = format!(r#"{{"op":9,"d":{is_resumable},"s":null,"t":null}}"#);
                Order::Send(text)
            }
        };
        self.shared.change(|state| {
            if matches!(
                fault,
                GatewayFault::InvalidSession {
                    is_resumable: false
                }
            ) {
                // Told first, forgotten then.
                state.gateway.order(&order);
                for session in state.gateway.sessions.values_mut() {
                    session.is_ready = false;
                }
                return;
            }
            state.gateway.order(&order);
        });
    }

    /// Cuts all gateway connections and refuses new ones until `gateway_up`.
    pub fn gateway_down(&self) {
        self.shared.change(|state| {
            state.gateway.is_down = true;
            state.gateway.order(&Order::Drop);
        });
    }

    /// Lets connections in again.
    pub fn gateway_up(&self) {
        self.shared.change(|state| state.gateway.is_down = false);
    }

    /// Names another address as that of the gateway.
    pub fn gateway_moves_to(&self, url: &str) {
        self.shared
            .change(|state| state.gateway.url = url.to_owned());
    }

    /// Returns the close codes with which the bot said goodbye; nothing for a close frame without a code.
    pub fn goodbyes(&self) -> Vec<Option<u16>> {
        self.shared.state().gateway.goodbyes.clone()
    }

    /// Answers RESUME with op 9 and this value, or takes resumes again.
    pub fn refuse_resumes(&self, with: Option<bool>) {
        self.shared
            .change(|state| state.gateway.refuses_resume = with);
    }

    /// On the next resume, sends this many events again that the bot had already seen.
    pub fn replay_on_resume(&self, events: usize) {
        self.shared.change(|state| state.gateway.replays = events);
    }

    /// Returns how many sessions were opened with IDENTIFY, and how many were resumed.
    pub fn identifies_and_resumes(&self) -> (usize, usize) {
        let state = self.shared.state();
        (state.gateway.identifies, state.gateway.resumes)
    }

    /// Returns how many heartbeats came.
    pub fn heartbeats(&self) -> usize {
        self.shared.state().gateway.heartbeats
    }

    /// Sends any event to the shard of a guild, whatever the intents: for bodies that no rule here makes.
    pub fn send_event(&self, guild: Option<Id>, name: &str, value: &serde_json::Value) {
        self.shared
            .change(|state| state.dispatch(guild, None, name, value));
    }
}
