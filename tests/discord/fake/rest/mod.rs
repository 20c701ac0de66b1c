//! Discord's REST: one handler that records, lets faults happen, checks, and asks the module of the route.

mod answer;
mod applications;
mod callback;
mod channels;
mod connection;
mod followups;
mod route;

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{ConnectInfo, DefaultBodyLimit, State as Extracted};
use axum::http::{HeaderMap, Method, Uri};
use axum::response::Response;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::checks::{Finding, Weight};
use super::document;
use super::faults::RestFailure;
use super::state::{RequestRecord, State};
use super::upload::{self, File, MOST_TOGETHER, Upload};
use super::world::Id;
use super::{Shared, checks};

pub use answer::Answer;
use connection::{Killable, Wire};
use route::Route;

/// What a route's module gets.
pub struct Call<'a> {
    /// The method.
    pub method: &'a str,
    /// The path below `/api/v10`, without the query.
    pub path: &'a str,
    /// The query.
    pub query: &'a str,
    /// The body's JSON; null when there is none.
    pub body: &'a Value,
    /// The files beside it.
    pub files: &'a [File],
}

impl Call<'_> {
    /// Names the request in violations; tokens are left out.
    pub fn name(&self) -> String {
        let cut = |part: &str| {
            if part.len() > 30 {
                "{token}".to_owned()
            } else {
                part.to_owned()
            }
        };
        let path: Vec<String> = self.path.split('/').map(cut).collect();
        format!("{} {}", self.method, path.join("/"))
    }
}

/// Answers requests for ever.
pub async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    let router = Router::new().fallback(handle).with_state(shared);
    // The handler itself tells a body that is too large.
    let router = router.layer(DefaultBodyLimit::disable());
    let service = router.into_make_service_with_connect_info::<Wire>();
    let _ = axum::serve(Killable(listener), service).await;
}

async fn handle(
    Extracted(shared): Extracted<Arc<Shared>>,
    ConnectInfo(wire): ConnectInfo<Wire>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    bytes: Bytes,
) -> Response {
    let Some(path) = uri.path().strip_prefix("/api/v10") else {
        shared.change(|state| state.violation(uri.path(), "a path outside /api/v10"));
        return Answer::error(404, 0, "404: Not Found").into_response();
    };
    if bytes.len() > MOST_TOGETHER {
        shared.change(|state| state.violation(path, "a request that is too large"));
        return Answer::error(413, 40005, "Request entity too large").into_response();
    }
    let Upload { json: body, files } = match upload::parse(&headers, bytes).await {
        Ok(upload) => upload,
        Err(reason) => {
            shared.change(|state| state.violation(path, reason));
            return Answer::error(400, 50109, "The request body contains invalid JSON.")
                .into_response();
        }
    };
    let call = Call {
        method: method.as_str(),
        path,
        query: uri.query().unwrap_or_default(),
        body: &body,
        files: &files,
    };
    let found = route::find(path);
    let template = found.as_ref().map_or("", |(_, template)| *template);
    let (at, failure) = shared.change(|state| admit(state, &call, template));
    let standing = match failure {
        // What never comes that far is not counted.
        Some(RestFailure::Hang | RestFailure::Close | RestFailure::TooManyRequests { .. }) => None,
        _ => shared.change(|state| state.buckets.count(call.method, template, call.path)),
    };
    if let Some(standing) = standing.filter(|standing| standing.is_exceeded) {
        let answer = Answer::too_many(standing.reset_after, false).with_standing(Some(standing));
        return finish(&shared, at, answer);
    }
    let mut is_lost = false;
    match failure {
        Some(RestFailure::Delay(by)) => tokio::time::sleep(by).await,
        Some(RestFailure::Hang) => std::future::pending().await,
        Some(RestFailure::Close) => {
            wire.cut();
            return Answer::nothing().into_response();
        }
        Some(RestFailure::Lost) => is_lost = true,
        Some(RestFailure::Status(status)) => {
            return finish(&shared, at, Answer::error(status, 0, "an ordered failure"));
        }
        Some(RestFailure::TooManyRequests {
            retry_after,
            is_global,
        }) => {
            return finish(&shared, at, Answer::too_many(retry_after, is_global));
        }
        None => {}
    }
    // Outside the lock: holding a body against the document takes a moment.
    let complaints = document::complaints(call.method, template, &body);
    let answer = shared.change(|state| {
        if let Some(complaints) = complaints {
            state.validated += 1;
            for complaint in complaints {
                state.violation(&call.name(), format!("Discord's document: {complaint}"));
            }
        }
        let is_right = is_authorized(state, &headers, found.as_ref().map(|(route, _)| route));
        let answer = match &found {
            _ if !is_right => Answer::error(401, 0, "401: Unauthorized"),
            Some((route, _)) => perform(state, &call, route),
            None => {
                state.violation(&call.name(), "an unknown route");
                Answer::error(404, 0, "404: Not Found")
            }
        };
        if let (true, Some((Route::Callback { id, .. }, _))) = (is_lost, &found)
            && let Some(record) = state.interactions.get_mut(id)
        {
            record.answer_was_lost = true;
        }
        answer
    });
    if is_lost {
        wire.cut();
    }
    finish(&shared, at, answer.with_standing(standing))
}

/// Records a request and takes its fault. A 429 that was not waited for is answered with another.
fn admit(state: &mut State, call: &Call, template: &str) -> (Instant, Option<RestFailure>) {
    let at = Instant::now();
    state.requests.push(RequestRecord {
        method: call.method.to_owned(),
        path: call.path.to_owned(),
        body: call.body.clone(),
        files: call.files.to_vec(),
        status: 0,
        at,
    });
    if let Some(early) = state.faults.still_closed(call.method, call.path) {
        let reason = format!("sent {early:?} before Retry-After was over");
        state.violation(&call.name(), reason);
        let again = RestFailure::TooManyRequests {
            retry_after: early,
            is_global: false,
        };
        return (at, Some(again));
    }
    let failure = state.faults.take(call.method, template);
    if let Some(RestFailure::TooManyRequests {
        retry_after,
        is_global,
    }) = failure
    {
        state
            .faults
            .close(call.method, call.path, retry_after, is_global);
    }
    (at, failure)
}

/// Notes the status beside the request.
fn finish(shared: &Shared, at: Instant, answer: Answer) -> Response {
    // Nobody waits for a status, so nobody is woken.
    let mut state = shared.state();
    let mut requests = state.requests.iter_mut().rev();
    if let Some(request) = requests.find(|request| request.at == at) {
        request.status = answer.status;
    }
    drop(state);
    answer.into_response()
}

/// Interactions and their webhooks carry their own token in the path.
fn is_authorized(state: &State, headers: &HeaderMap, route: Option<&Route>) -> bool {
    if route.is_some_and(Route::has_own_token) || matches!(route, Some(Route::Gateway)) {
        return true;
    }
    let given = headers
        .get("authorization")
        .and_then(|value| value.to_str().ok());
    given.is_some_and(|given| given.strip_prefix("Bot ") == Some(&state.world.token))
}

fn perform(state: &mut State, call: &Call, route: &Route) -> Answer {
    match route {
        Route::Gateway
        | Route::GatewayBot
        | Route::Me
        | Route::MyGuilds
        | Route::Application
        | Route::Commands { .. }
        | Route::Command { .. }
        | Route::Guild(_)
        | Route::GuildRoles(_)
        | Route::GuildChannels(_)
        | Route::Member { .. } => applications::perform(state, call, route),
        Route::Callback { id, token } => callback::perform(state, call, *id, token),
        Route::Webhook { token, .. } => followups::create(state, call, token),
        Route::WebhookMessage { token, message, .. } => {
            followups::perform(state, call, token, *message)
        }
        Route::Channel(_)
        | Route::Messages(_)
        | Route::Message { .. }
        | Route::Typing(_)
        | Route::Threads { .. }
        | Route::MyChannels
        | Route::Reaction { .. } => channels::perform(state, call, route),
    }
}

/// Records what the checks found; returns the refusal if Discord would refuse.
pub fn refusal(state: &mut State, call: &Call, findings: &[Finding]) -> Option<Answer> {
    for finding in findings {
        state.violation(&call.name(), &finding.reason);
    }
    let refused = findings
        .iter()
        .find(|finding| finding.weight == Weight::Refused)?;
    let errors = json!({"_errors": [{"code": "INVALID", "message": refused.reason}]});
    Some(Answer::json(
        400,
        json!({"code": 50035, "message": "Invalid Form Body", "errors": errors}),
    ))
}

/// Checks a message's body and files, and that it shows something.
pub fn message_refusal(
    state: &mut State,
    call: &Call,
    body: &Value,
    shown: Shown,
) -> Option<Answer> {
    if call
        .files
        .iter()
        .any(|file| file.bytes.len() > checks::MOST_OF_ONE)
    {
        state.violation(&call.name(), "a file that is too large");
        return Some(Answer::error(413, 40005, "Request entity too large"));
    }
    let there = match shown {
        Shown::New => Vec::new(),
        Shown::Change(message) => state.attachment_ids(message),
    };
    if let Some(answer) = refusal(state, call, &checks::message(body, call.files, &there)) {
        return Some(answer);
    }
    if shown == Shown::New && checks::is_empty(body) {
        state.violation(&call.name(), "an empty message");
        return Some(Answer::error(400, 50006, "Cannot send an empty message"));
    }
    None
}

/// Whether a body is a whole message, or changes one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// It is all there is.
    New,
    /// What it leaves out of a message stays.
    Change(Id),
}

/// Answers a method that a route does not have.
pub fn wrong_method(state: &mut State, call: &Call) -> Answer {
    state.violation(&call.name(), "a method that the route does not have");
    Answer::error(405, 0, "405: Method Not Allowed")
}

/// How long after an interaction its token serves.
pub const TOKEN_LIFE: Duration = Duration::from_secs(15 * 60);
/// How long after an interaction it must be acknowledged.
pub const ACKNOWLEDGE_WITHIN: Duration = Duration::from_secs(3);
