//! Answers in Discord's shape: JSON bodies, error codes, rate limit headers.

use std::time::Duration;

use axum::body::Body;
use axum::response::Response;
use serde_json::{Value, json};

use super::super::buckets::Standing;

/// A status and a body, before it is sent.
pub struct Answer {
    /// The status.
    pub status: u16,
    body: Option<Value>,
    wait: Option<(Duration, bool)>,
    standing: Option<Standing>,
}

impl Answer {
    /// Returns an answer with a body.
    pub fn json(status: u16, body: Value) -> Answer {
        Answer {
            status,
            body: Some(body),
            wait: None,
            standing: None,
        }
    }

    /// Returns 200 with a body.
    pub fn ok(body: Value) -> Answer {
        Answer::json(200, body)
    }

    /// Returns 204.
    pub fn nothing() -> Answer {
        Answer {
            status: 204,
            body: None,
            wait: None,
            standing: None,
        }
    }

    /// Returns an error with Discord's code and message.
    pub fn error(status: u16, code: u32, message: &str) -> Answer {
        Answer::json(status, json!({"code": code, "message": message}))
    }

    /// Returns 429.
    pub fn too_many(wait: Duration, is_global: bool) -> Answer {
        let body = json!({
            "message": "You are being rate limited.",
            "retry_after": wait.as_secs_f64(),
            "global": is_global,
        });
        Answer {
            status: 429,
            body: Some(body),
            wait: Some((wait, is_global)),
            standing: None,
        }
    }

    /// Tells in the headers how a limit stands.
    #[must_use]
    pub fn with_standing(mut self, standing: Option<Standing>) -> Answer {
        self.standing = standing;
        self
    }

    /// Returns the response to send.
    pub fn into_response(self) -> Response {
        let mut response = Response::builder().status(self.status);
        let (limit, remaining, reset) = match (self.standing, self.wait) {
            (Some(standing), _) => (
                standing.limit,
                standing.remaining,
                standing.reset_after.as_secs_f64(),
            ),
            (None, Some((wait, _))) => (50, 0, wait.as_secs_f64()),
            (None, None) => (50, 49, 1.0),
        };
        response = response
            .header("X-RateLimit-Limit", limit.to_string())
            .header("X-RateLimit-Remaining", remaining.to_string())
            .header("X-RateLimit-Reset-After", format!("{reset:.3}"))
            .header("X-RateLimit-Bucket", "fake");
        if let Some((wait, is_global)) = self.wait {
            // Whole seconds, rounded up; the body has the exact time.
            let seconds = wait.as_secs_f64().ceil();
            response = response
                .header("Retry-After", format!("{seconds:.0}"))
                .header(
                    "X-RateLimit-Scope",
                    if is_global { "global" } else { "user" },
                );
            if is_global {
                response = response.header("X-RateLimit-Global", "true");
            }
        }
        let built = match self.body {
            Some(body) => response
                .header("content-type", "application/json")
                .body(Body::from(body.to_string())),
            None => response.body(Body::empty()),
        };
        built.expect("a status and plain headers")
    }
}
