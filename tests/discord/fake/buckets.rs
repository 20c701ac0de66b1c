//! Rate limits that hold all the time, as Discord's do: so many requests of a path in a window, told in the
//! headers of every answer. One too many is answered with 429 and is no offense by itself; a test counts those.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use super::Fake;

/// What the headers of an answer tell.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// Requests in a window.
    pub limit: u32,
    /// What is left of them.
    pub remaining: u32,
    /// When the window ends.
    pub reset_after: Duration,
    /// Whether this request is one too many.
    pub is_exceeded: bool,
}

/// A limit for each path of a route.
struct Bucket {
    method: String,
    part: String,
    limit: u32,
    window: Duration,
    /// By path: when the window began, and what was used of it.
    used: HashMap<String, (Instant, u32)>,
}

/// All limits.
#[derive(Default)]
pub struct Buckets(Vec<Bucket>);

impl Buckets {
    /// Counts a request; nothing when no limit is set for it.
    pub fn count(&mut self, method: &str, template: &str, path: &str) -> Option<Standing> {
        let matching =
            |bucket: &&mut Bucket| bucket.method == method && template.contains(&bucket.part);
        let bucket = self.0.iter_mut().find(matching)?;
        let now = Instant::now();
        let used = bucket.used.entry(path.to_owned()).or_insert((now, 0));
        if now - used.0 >= bucket.window {
            *used = (now, 0);
        }
        let is_exceeded = used.1 >= bucket.limit;
        if !is_exceeded {
            used.1 += 1;
        }
        Some(Standing {
            limit: bucket.limit,
            remaining: bucket.limit - used.1,
            reset_after: bucket.window - (now - used.0),
            is_exceeded,
        })
    }
}

impl Fake {
    /// Allows `limit` requests in a window for each path whose route contains `part`, from now on.
    pub fn limit(&self, method: &str, part: &str, limit: u32, window: Duration) {
        let bucket = Bucket {
            method: method.to_owned(),
            part: part.to_owned(),
            limit,
            window,
            used: HashMap::new(),
        };
        self.shared.change(|state| state.buckets.0.push(bucket));
    }
}
