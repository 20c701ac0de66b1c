//! Every REST request goes through here: built by serenity, sent once more when Discord says "later" or fails.
//!
//! serenity's own rate limiter is not used: it sends to the real hosts whatever place is configured (serenity,
//! issue 1739), so that nothing of it could be tested. `turns` obeys the same headers.

use std::time::Duration;

use reqwest::header::{CONTENT_TYPE, HeaderMap};
use reqwest::{Client, RequestBuilder, Response, StatusCode, redirect};
use serde_json::Value;
use serenity::http::{LightMethod, Request, Route};
use tokio::time::{Instant, sleep, timeout_at};

use super::api_base::ApiBase;
use super::body::Body;
use super::token::Token;
use super::turns::{Scope, Standing, Turn, Turns};

/// Failed attempts of one request before it is given up; waiting for a limit is none.
const ATTEMPTS: u32 = 6;
/// The wait before the second attempt after a failure; it doubles each time.
const FIRST_WAIT: Duration = Duration::from_millis(250);
/// Longest wait for an answer to one attempt.
const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(10);
/// How long a request may take with all attempts, unless its caller has less time.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// Sends requests to Discord.
pub struct Rest {
    client: Client,
    token: Token,
    base: ApiBase,
    turns: Turns,
}

/// Why a request was not done.
#[derive(Debug, thiserror::Error)]
pub enum RestError {
    /// Discord refused; trying again would not help.
    #[error("Discord refused with status {status}, code {code}: {message}")]
    Refused {
        /// HTTP status.
        status: u16,
        /// Discord's own code; 0 when it gave none.
        code: i64,
        /// Discord's words about the request's form; no text of people.
        message: String,
    },
    /// It could not be done in time.
    #[error("Discord did not answer in time ({0})")]
    Unreachable(String),
    /// The request could not be built.
    #[error("the request could not be built: {0}")]
    Malformed(String),
}

impl RestError {
    /// Discord's own code of a refusal.
    pub fn code(&self) -> Option<i64> {
        match self {
            Self::Refused { code, .. } => Some(*code),
            _ => None,
        }
    }

    /// The HTTP status of a refusal.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Refused { status, .. } => Some(*status),
            _ => None,
        }
    }
}

enum Attempt {
    Done(Value),
    Failed(RestError),
    /// Try again after a pause.
    Again(RestError),
    /// Try again when it is its turn.
    TooEarly(RestError),
}

impl Rest {
    /// Makes the client. Redirects are not followed: they could lead away from the place that was named.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub fn new(token: Token, base: ApiBase) -> Result<Self, RestError> {
        let mut builder = Client::builder()
            .redirect(redirect::Policy::none())
            .timeout(ATTEMPT_TIMEOUT);
        if base.other().is_some() {
            builder = builder.no_proxy();
        }
        Ok(Self {
            client: builder.build().map_err(malformed)?,
            token,
            base,
            turns: Turns::default(),
        })
    }

    /// The client, for serenity's own requests: it stays at the place that was named, and it gives up some time.
    pub fn client(&self) -> Client {
        self.client.clone()
    }

    /// The token, for the gateway.
    pub fn token(&self) -> &Token {
        &self.token
    }

    /// Where requests go.
    pub fn base(&self) -> &ApiBase {
        &self.base
    }

    /// Sends a request without a body and returns the JSON of the answer.
    ///
    /// # Errors
    /// When Discord refuses or cannot be reached within [`PATIENCE`].
    pub async fn get(&self, route: Route<'_>) -> Result<Value, RestError> {
        self.send(LightMethod::Get, route, None, Instant::now() + PATIENCE)
            .await
    }

    /// Sends a request with a body and returns the JSON of the answer, `null` when it has none.
    ///
    /// # Errors
    /// When Discord refuses or cannot be reached before the deadline.
    pub async fn send(
        &self,
        method: LightMethod,
        route: Route<'_>,
        body: Option<Body>,
        deadline: Instant,
    ) -> Result<Value, RestError> {
        // Buckets are per route and main resource, which the path names; Discord tells them apart further, and
        // then a request waits a little longer than it had to.
        let key = format!("{:?} {}", method, route.path());
        let scope = scope(&route);
        let mut wait = FIRST_WAIT;
        let mut failures = 0;
        let mut last = RestError::Unreachable("rate limit".to_owned());
        while let Some(turn) = self.turns.take(&key, scope, deadline).await {
            let request = self.request(method, route, body.as_ref())?;
            let attempt = self.attempt(request, &turn, deadline).await;
            drop(turn);
            match attempt {
                Attempt::Done(value) => return Ok(value),
                // An earlier attempt had come through after all.
                Attempt::Failed(error)
                    if failures > 0 && error.code() == Some(ALREADY_ACKNOWLEDGED) =>
                {
                    return Ok(Value::Null);
                }
                Attempt::Failed(error) => return Err(error),
                // It waits for its next turn, however many of them it takes.
                Attempt::TooEarly(error) => last = error,
                Attempt::Again(error) => {
                    failures += 1;
                    last = error;
                    if failures == ATTEMPTS || Instant::now() + wait >= deadline {
                        break;
                    }
                    sleep(wait).await;
                    wait *= 2;
                }
            }
        }
        Err(last)
    }

    fn request(
        &self,
        method: LightMethod,
        route: Route<'_>,
        body: Option<&Body>,
    ) -> Result<RequestBuilder, RestError> {
        let bytes = body.map(|body| body.bytes.clone());
        let request = Request::new(route, method).body(bytes);
        let built = request
            .build(&self.client, self.token.header(), self.base.other())
            .map_err(malformed)?;
        // serenity calls every body JSON; `headers` replaces what is there.
        let content_type = body.map(|body| (CONTENT_TYPE, body.content_type.clone()));
        Ok(built.headers(content_type.into_iter().collect()))
    }

    async fn attempt(
        &self,
        request: RequestBuilder,
        turn: &Turn<'_>,
        deadline: Instant,
    ) -> Attempt {
        match timeout_at(deadline, request.send()).await {
            Err(_) => Attempt::Failed(RestError::Unreachable("no answer".to_owned())),
            // The error's own words name the address, which holds an interaction's token.
            Ok(Err(error)) => {
                Attempt::Again(RestError::Unreachable(error.without_url().to_string()))
            }
            Ok(Ok(response)) => judged(response, turn).await,
        }
    }
}

/// Answers to interactions and what follows them are outside the global limit.
fn scope(route: &Route<'_>) -> Scope {
    match route {
        Route::InteractionResponse { .. }
        | Route::WebhookOriginalInteractionResponse { .. }
        | Route::WebhookFollowupMessages { .. } => Scope::Own,
        _ => Scope::Global,
    }
}

async fn judged(response: Response, turn: &Turn<'_>) -> Attempt {
    let status = response.status();
    let headers = response.headers().clone();
    if let Some(standing) = standing(&headers) {
        turn.learn(standing);
    }
    let body = response.bytes().await.unwrap_or_default();
    let body = serde_json::from_slice::<Value>(&body).unwrap_or(Value::Null);
    if status.is_success() {
        return Attempt::Done(body);
    }
    let refused = refusal(status, &body);
    if status == StatusCode::TOO_MANY_REQUESTS {
        let seconds = body["retry_after"]
            .as_f64()
            .or_else(|| number(&headers, "retry-after"));
        // A refusal that names no time must not be followed by another at once.
        let wait = duration(seconds.unwrap_or(1.0)).max(FIRST_WAIT);
        let is_global =
            body["global"].as_bool() == Some(true) || headers.contains_key("x-ratelimit-global");
        match is_global {
            true => turn.close_all(wait),
            false => turn.close_route(wait),
        }
        return Attempt::TooEarly(refused);
    }
    match status.is_server_error() {
        true => Attempt::Again(refused),
        false => Attempt::Failed(refused),
    }
}

/// What the headers tell of the route's limit; nothing when they do not.
fn standing(headers: &HeaderMap) -> Option<Standing> {
    Some(Standing {
        limit: number(headers, "x-ratelimit-limit")? as u32,
        remaining: number(headers, "x-ratelimit-remaining")? as u32,
        reset_after: duration(number(headers, "x-ratelimit-reset-after")?),
    })
}

/// "Interaction has already been acknowledged" (JSON error codes).
const ALREADY_ACKNOWLEDGED: i64 = 40060;

fn refusal(status: StatusCode, body: &Value) -> RestError {
    RestError::Refused {
        status: status.as_u16(),
        code: body["code"].as_i64().unwrap_or(0),
        // Discord's details repeat what was sent; only its own sentence is kept.
        message: body["message"]
            .as_str()
            .unwrap_or_default()
            .chars()
            .take(200)
            .collect(),
    }
}

fn number(headers: &HeaderMap, name: &str) -> Option<f64> {
    headers.get(name)?.to_str().ok()?.trim().parse().ok()
}

/// Seconds as Discord gives them, within what makes sense.
fn duration(seconds: f64) -> Duration {
    match seconds.is_finite() {
        true => Duration::from_secs_f64(seconds.clamp(0.0, 3600.0)),
        false => Duration::from_secs(1),
    }
}

fn malformed(error: impl std::fmt::Display) -> RestError {
    RestError::Malformed(error.to_string())
}
